import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { standingOf } from '../../src/cases/access.ts';
import type { CaseFile, Reply } from '../../src/cases/case.ts';
import type { Change } from '../../src/cases/change.ts';
import { NOTHING_SAID } from '../../src/cases/details.ts';
import type { Answer, ChatCommand } from '../../src/chat/command.ts';
import type { Command, CommandContext } from '../../src/commands/desk/command.ts';
import { send } from '../../src/commands/send.ts';
import { tick } from '../../src/commands/tick.ts';
import type { Composer } from '../../src/replies/composer.ts';
import { createComposer } from '../../src/replies/create-composer.ts';
import { loadTemplates } from '../../src/replies/templates.ts';
import { carryOut } from '../support/carry-out.ts';
import { textsIn } from '../../src/texts/index.ts';
import { aFile, aReply, HANDLER, NOW, policy, workspace } from '../support/factories.ts';

let compose: Composer;
beforeAll(() => {
  compose = createComposer(loadTemplates('templates'));
});

let file: CaseFile;
let done: string[];
beforeEach(() => {
  done = [];
});

/** The command as its button or whoever types it runs it, on the case as `file` has it. */
const run = (command: Command, values: Record<string, string>, from: ChatCommand['from'] = 'button') =>
  command.run({
    command: { values: { case: 'FB-12', ...values }, from, by: { userId: HANDLER }, interactionId: 'i1' },
    store: {
      guard: async () => file,
      read: async () => file,
      memberSaid: async () => NOTHING_SAID,
      earlierCases: async () => ({ latest: [], count: 0 }),
    },
    once: {
      change: async (_key: unknown, decide: (found: CaseFile) => { change: Change }) => {
        const { change } = decide(file);
        done.push(...change.history.map(({ action }) => action));
        file = carryOut(file, change, NOW);
        return { file };
      },
    },
    compose,
    workspace,
    policy,
    standing: standingOf(workspace, { userId: HANDLER, groups: [], channelId: null }),
    texts: textsIn('en'),
    now: NOW,
  } as unknown as CommandContext);
const words = (answer: Answer) => JSON.stringify(answer);

describe('Send on a reminder', () => {
  const waiting = (over: Partial<Reply>) =>
    aReply({ markdown: 'You hear from us by Tuesday.', purpose: 'update', steps: ['update'], ...over });
  const press = (draft: Reply, values: Record<string, string> = {}) => {
    file = aFile({ case: { state: 'open', handlerId: HANDLER }, replies: [draft] });
    return run(send, { draft: '5', in: workspace.id, ...values });
  };
  const states = () => file.replies.map(({ state }) => state);

  it('sends what it shows while its promise can be kept', async () => {
    const answer = await press(waiting({ promises: new Date(NOW.getTime() + 3_600_000) }));
    expect(words(answer)).toContain('is on its way (FB-12)');
    expect([states(), done]).toEqual([['queued'], ['reply_approved']]);
  });

  it('sends nothing that promises a moment which is over: it is written anew and shown, with its own buttons', async () => {
    const answer = await press(waiting({ promises: new Date(NOW.getTime() - 1) }));
    expect([states(), done]).toEqual([['discarded', 'draft'], ['answer_renewed']]);
    expect(answer).toMatchObject({ type: 'card', card: { title: 'Preview · FB-12' } });
    expect(words(answer)).toContain('that moment is over. So it was written anew.');
    expect(words(answer)).not.toContain('Tuesday');
    expect(words(answer)).not.toContain('on its way');
    const [again] = answer.type === 'card' ? answer.card.actions : [];
    expect(again).toMatchObject({
      label: 'Send',
      invoke: { command: 'send', values: { case: 'FB-12', draft: '2', in: workspace.id } },
    });
  });
});

describe('Tick off', () => {
  const press = (values: Record<string, string>, from?: ChatCommand['from']) => {
    file = aFile({ case: { state: 'open', kind: 'defect' } });
    return run(tick, { line: '1', ...values }, from);
  };

  it('answers by nothing but the card where people see it drawn again', async () => {
    expect(await press({})).toEqual({ type: 'silent' });
    expect(await press({}, 'form')).toEqual({ type: 'silent' });
    expect(done).toEqual(['ticked', 'ticked']);
  });

  it.each<[string, Record<string, string>, ChatCommand['from']]>([
    ['typed', {}, 'typed'],
    ['pressed on a card that only they see', { tell: 'yes' }, 'button'],
    ['pressed in a direct message', { in: workspace.id }, 'button'],
    ['chosen in the form of one of these', { tell: 'yes' }, 'form'],
  ])('says so in words when it was %s', async (_how, values, from) => {
    expect(words(await press(values, from))).toContain('FB-12: line 1 is ticked off.');
    expect(done).toEqual(['ticked']);
  });

  it('asks for the line in a form that remembers where its button was', async () => {
    for (const kept of [{ tell: 'yes' }, { in: workspace.id }]) {
      file = aFile({ case: { state: 'open', kind: 'defect' } });
      const answer = await run(tick, kept);
      expect(answer).toMatchObject({ type: 'form', form: { invoke: { values: kept } } });
    }
  });
});
