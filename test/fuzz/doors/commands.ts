import fc from 'fast-check';
import { pino } from 'pino';
import { createAdapters } from '../../../src/adapters/index.ts';
import type { ChatCommand } from '../../../src/chat/command.ts';
import { parseCommandText } from '../../../src/chat/command-text.ts';
import { completer, commandRunner, type Desk } from '../../../src/commands/desk/run.ts';
import { commands } from '../../../src/commands/index.ts';
import { readConfig } from '../../../src/config.ts';
import { AppError } from '../../../src/errors.ts';
import { loadPolicy } from '../../../src/policy/load.ts';
import { createComposer } from '../../../src/replies/create-composer.ts';
import { loadTemplates } from '../../../src/replies/templates.ts';
import { openRecord } from '../../../src/store/index.ts';
import { createLinks } from '../../../src/web/links.ts';
import { openWorld, STAGES } from '../../support/world.ts';
import { openDoor, type Door } from '../door.ts';
import { nastyText } from '../inputs.ts';

const now = () => new Date();

/** Every command with any values, as if a platform had let them through, on the real record. */
export const commandDoor: Door = {
  name: 'commands',
  async open() {
    const world = await openWorld({ withoutBot: true });
    const config = readConfig(world.env);
    const log = pino({ level: 'silent' });
    const record = await openRecord({ ...config, log, now });
    const policy = await loadPolicy(config.policyPath, { playbooksDir: 'playbooks' });
    const adapters = createAdapters(config, [], log, record.pace);
    const desk: Desk = {
      store: record.store,
      privacy: record.privacy,
      audit: record.audit,
      gifts: record.gifts,
      people: record.people,
      identities: record.identities,
      digests: record.digests,
      topics: record.topics,
      heat: record.heat,
      search: record.search,
      duty: record.duty,
      links: createLinks(record.door, () => 'http://127.0.0.1'),
      policy: () => policy,
      policies: () => [policy],
      chat: (id) => adapters.find(({ platform }) => id.startsWith(platform))!,
      compose: createComposer(loadTemplates('templates')),
      now,
      log,
    };
    const run = commandRunner(commands, desk);
    const complete = completer(commands, desk);
    return openDoor({
      inputs: asked,
      async knock(command) {
        parseCommandText(Object.values(command.values).join(' '), commands);
        const [option = ''] = Object.keys(command.values);
        await planned(() => run(command));
        await planned(() =>
          complete({ ...command, command: command.name, option, typed: command.values[option] ?? '' }),
        );
      },
      async close() {
        for (const adapter of adapters) await adapter.stop();
        await record.close();
        await world.close();
      },
    });
  },
};

const value = fc.oneof(
  nastyText,
  fc.constantFrom(
    'FB-1',
    'fb-2',
    '3',
    'qa',
    'urgent',
    '2h',
    'tomorrow',
    'U0MIA',
    '<@U0MIA>',
    'https://x.slack.com/archives/C0GENERAL/p1',
  ),
);
const optionNames = [
  ...new Set(commands.flatMap(({ options }) => options.map(({ name }) => name))),
  'in',
  'draft',
  'to',
];

/** Adapters let only storable text through, so only such text is tried here. */
const storableText = value.map((text) => text.toWellFormed().replaceAll('\u0000', ''));

const asked: fc.Arbitrary<ChatCommand> = fc
  .record({
    stage: fc.constantFrom(...STAGES),
    person: fc.constantFrom('member', 'handler', 'moderator', 'qa', 'lead'),
    name: fc.oneof(fc.constantFrom(...commands.map(({ name }) => name)), storableText),
    from: fc.constantFrom('typed', 'button', 'form', 'menu'),
    values: fc.dictionary(fc.oneof(fc.constantFrom(...optionNames), storableText), storableText, {
      maxKeys: 5,
    }),
    inThread: fc.boolean(),
    interactionId: fc.uuid(),
  })
  .map(({ stage, person, inThread, ...rest }): ChatCommand => {
    const { id, name } = stage[person];
    const channelId = stage.channels.triage;
    return {
      ...rest,
      workspaceId: stage.workspaceId,
      channelId,
      threadRoot: inThread ? { channelId, messageId: '1' } : null,
      by: { userId: id, name, groups: null, locale: null },
      target: null,
    };
  });

async function planned(attempt: () => Promise<unknown>): Promise<void> {
  try {
    await attempt();
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
  }
}
