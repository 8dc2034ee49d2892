import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { MessageView } from '../../sandbox/platform.ts';
import { readConfig } from '../../src/config.ts';
import { createLog } from '../../src/log.ts';
import { visitRecord } from '../../src/store/index.ts';
import { playOn, visible, type Play } from '../support/play.ts';
import { openWorld, STAGES, type Stage, type World } from '../support/world.ts';

/** Paragraphs that say which they are. */
function story(paragraphs: number): string {
  return Array.from(
    { length: paragraphs },
    (_, index) => `Paragraph ${index} begins here. ${'It tells you something. '.repeat(11)}And it ends.`,
  ).join('\n\n');
}

function numbersIn(messages: readonly MessageView[]): number[] {
  return messages.flatMap(({ text, native }) => {
    const words = native.blocks ? JSON.stringify(native.blocks) : text;
    return [...words.matchAll(/Paragraph (\d+) begins/g)].map(([, number]) => Number(number));
  });
}

/** Nearly 6,000 characters: the most that Discord takes in a command. */
const PARAGRAPHS = 19;
const ALL = Array.from({ length: PARAGRAPHS }, (_, index) => index);

/** What a bot needs to post. */
const POST_PERMISSION = { slack: 'chat:write', discord: 'SEND_MESSAGES_IN_THREADS' } as const;

let world: World;

beforeAll(async () => {
  world = await openWorld({
    policy: [
      [['ladder', 'lead'], '1h'],
      [['severities', 'normal', 'updateDue'], '3h'],
    ],
  });
});
afterAll(() => world?.close());

describe.each(STAGES)('an answer too long for one message on $platform', (stage: Stage) => {
  const { platform, workspaceId } = stage;
  let play: Play;

  beforeAll(() => {
    play = playOn(world, stage);
  });

  /** A case that has its first answer, and a long one on its way: the first answer of the platform to it gets lost. */
  async function tell(
    quote: string,
    lost: number,
  ): Promise<{ message: string; name: string; said: () => MessageView[] }> {
    const { message, name } = await play.openCase(quote);
    await world.until('the first answer', () => play.answers(message).length === 1);
    await world.settled();
    await play.type(`/feedback reply ${name} ${story(PARAGRAPHS)}`);
    const method = platform === 'slack' ? 'chat.postMessage' : 'POST /channels';
    world.on(platform).fault({ kind: 'lost_answer', times: lost, method });
    await play.type(`/feedback send ${name}`);
    return { message, name, said: () => play.answers(message).slice(1) };
  }

  const lastReply = async () =>
    (
      await world.sql<{ state: string }>(
        'select r.state from hearback.reply r join hearback.cases using (case_id) where workspace_id = $1 order by reply_id desc limit 1',
        [workspaceId],
      )
    )[0]!.state;

  it('arrives whole and in order, each paragraph once, though the platform’s answers get lost', async () => {
    expect(story(PARAGRAPHS).length).toBeGreaterThan(5_700);
    const { said, name } = await tell('A long story, please', 3);
    await world.until('all of it', async () => (await lastReply()) === 'sent');
    world.on(platform).clearFaults();
    await world.settled();

    expect(said().length).toBeGreaterThan(1);
    expect(numbersIn(said())).toEqual(ALL);
    for (const { text } of said()) expect(text.trim()).toMatch(/^Paragraph[^]*And it ends\.$/);
    const replied = await world.sql(
      `select from hearback.history join hearback.cases using (case_id) where action = 'replied' and workspace_id = $1 and number = $2`,
      [workspaceId, Number(name.replace('FB-', ''))],
    );
    expect(replied).toHaveLength(2);
  });

  it('that breaks off is told of with how much has arrived, and goes on from there when it is replayed', async () => {
    const { said } = await tell('One that breaks off', 1);
    await world.until('its first message', () => said().length === 1);
    // The notice needs the same permission: it waits until that is back.
    await world.sql(`create function held() returns trigger language plpgsql as $$ begin
        if exists (select from hearback.delivery where delivery_id = (new.data ->> 'deliveryId')::bigint and body ->> 'type' = 'notice')
        then new.run_at := new.run_at + interval '1 hour'; end if; return new; end $$;
      create trigger held before insert on hearback.outbox for each row execute function held()`);
    world.on(platform).fault({ kind: 'missing_scope', scope: POST_PERMISSION[platform] });
    await world.until('it to be given up', async () => (await lastReply()) === 'failed');
    world.on(platform).clearFaults();
    await world.sql(`drop function held() cascade;
      update hearback.outbox set run_at = run_at - interval '1 hour', dispatched_at = null, generation = generation + 1
      where kind = 'deliver' and done_at is null`);
    const notice = await world.until('the notice', () =>
      play.inTriage().find((each) => visible(each).includes('only a part of the answer')),
    );
    expect(visible(notice)).toMatch(/is \d messages long. The first one has arrived/);
    const before = numbersIn(said());
    expect(before.length).toBeLessThan(PARAGRAPHS);
    expect(before).toEqual(ALL.slice(0, before.length));

    const failed = await world.sql<{ id: string }>(
      `select delivery_id as id from hearback.delivery where state = 'failed' and workspace_id = $1 and body ->> 'type' = 'reply'`,
      [workspaceId],
    );
    const record = await visitRecord({
      ...readConfig(world.env),
      log: createLog('silent'),
      now: () => new Date(),
    });
    expect(await record.deadLetters.replay({ type: 'delivery', number: Number(failed[0]!.id) })).toBeNull();
    await record.close();
    await world.until('the rest', async () => (await lastReply()) === 'sent');
    await world.settled();
    expect(numbersIn(said())).toEqual(ALL);
  });
});
