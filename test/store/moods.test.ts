import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { pino } from 'pino';
import type { Stir } from '../../src/cases/heat/stir.ts';
import { createStore } from '../../src/store/create-store.ts';
import { createFigures } from '../../src/store/figures.ts';
import { createHeat } from '../../src/store/heat.ts';
import { createPrivacy } from '../../src/store/privacy.ts';
import { noSeal } from '../../src/store/seal.ts';
import { testRecord, type TestRecord } from '../support/database.ts';
import { after, fresh, START } from './record.ts';
import { reaction, stir } from './stir.ts';

let record: TestRecord;
beforeAll(async () => {
  record = await testRecord();
});
afterAll(() => record.drop());

const log = pino({ level: 'silent' });
const now = () => START;
const heat = () => createHeat(record.pool, { now, log });
const store = () => createStore(record.pool, { now });
const privacy = () => createPrivacy(record.pool, { now, seal: noSeal });

async function count(...stirs: Stir[]): Promise<void> {
  const counting = heat();
  for (const each of stirs) counting.note(each);
  await counting.close();
}

/** What is kept of each hour, and what the messages themselves say. */
const sumsOf = async (query: string, workspaceId: string): Promise<object[]> =>
  (await record.pool.query<object>(query, [workspaceId])).rows;
const sums = (workspaceId: string) =>
  sumsOf(
    `select channel_id, hour, messages, upset + felt_upset as upset, praise + felt_praise as praise from hearback.mood_hour
     where workspace_id = $1 and messages + upset + felt_upset + praise + felt_praise > 0 order by 1, 2`,
    workspaceId,
  );
const plainSums = (workspaceId: string) =>
  sumsOf(
    `select channel_id, date_trunc('hour', at, 'UTC') as hour, sum(messages)::int as messages, sum(upset)::int as upset, sum(praise)::int as praise from (
       select channel_id, at, 1 as messages, (mood < 0)::int as upset, (mood > 0)::int as praise
       from hearback.stir where workspace_id = $1 and not gone and not is_reaction
       union all
       select channel_id, min(at), 0, max((mood < 0)::int), max((mood > 0 and not is_angry)::int) from (
         select *, exists (select from hearback.stir m where m.workspace_id = $1 and not m.is_reaction
           and m.channel_id = r.channel_id and m.message_id = r.message_id and m.mood < 0) as is_angry
         from hearback.stir r where workspace_id = $1 and not gone and is_reaction) as felt
       group by channel_id, date_trunc('hour', at, 'UTC'), who, message_id) as each
     group by 1, 2 having sum(messages + upset + praise) > 0 order by 1, 2`,
    workspaceId,
  );

describe('the mood of channels', () => {
  it('is counted for today and the days before, each person once for each message', async () => {
    const here = fresh('slack:T');
    const angry = stir(here, { userId: 'ann' });
    await count(
      angry,
      reaction(here, angry.messageId, { userId: 'ben' }),
      reaction(here, angry.messageId, { userId: 'ben', emoji: '👎' }),
      reaction(here, angry.messageId, { userId: 'cho', emoji: '❤', mood: 1 }),
      stir(here, { userId: 'ann', mood: 1 }),
      stir(here, { channelId: 'C2', userId: 'dan', mood: 0 }),
      stir(here, { userId: 'ann', at: after(-30 * 60) }),
      stir(here, { userId: 'ann', mood: 1, at: after(-10 * 24 * 60) }),
    );
    await heat().offer(
      {
        workspaceId: here,
        root: { channelId: 'C1', messageId: angry.messageId },
        heat: { value: 120, replies: 9, people: 5, upset: 6, praise: 0 },
        first: null,
      },
      { type: 'channel', workspaceId: here, channelId: 'C9' },
    );
    expect(await heat().moods(here, 7)).toEqual([
      {
        channelId: 'C1',
        today: { messages: 2, people: 3, upset: 2, praise: 1 },
        before: { messages: 1, people: 1, upset: 1, praise: 0 },
        hotThreads: 1,
      },
      {
        channelId: 'C2',
        today: { messages: 1, people: 1, upset: 0, praise: 0 },
        before: { messages: 0, people: 0, upset: 0, praise: 0 },
        hotThreads: 0,
      },
    ]);
  });

  it('is summed up by the hour as it happened, after whatever was said, deleted, said again and forgotten', async () => {
    const event = fc.record({
      messageId: fc.constantFrom('a', 'b', 'c'),
      channelId: fc.constantFrom('C1', 'C2'),
      userId: fc.constantFrom('ann', 'ben', 'cho'),
      emoji: fc.option(fc.constantFrom('😡', '❤'), { freq: 2 }),
      mood: fc.constantFrom(-1, 0, 1),
      gone: fc.boolean(),
      // Half of it is old enough to be forgotten.
      at: fc
        .tuple(fc.nat({ max: 2 * 60 }), fc.boolean())
        .map(([ago, old]) => after(-ago - (old ? 9 * 1440 : 0))),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.array(event, { minLength: 25, maxLength: 50 }),
        fc.integer({ min: 8, max: 20 }),
        async (events, cut) => {
          const here = fresh('slack:T');
          const stirs = events.map((each) => stir(here, each as Partial<Stir>));
          await count(...stirs.slice(0, cut));
          await count(...stirs.slice(cut));
          expect(await sums(here)).toEqual(await plainSums(here));
          await privacy().optOut({ workspaceId: here, userId: 'ben' }, null);
          expect(await sums(here)).toEqual(await plainSums(here));
          const old = {
            from: after(-20 * 1440),
            until: after(-8 * 1440),
            step: 'day' as const,
            timeZone: 'UTC',
          };
          const before = await createFigures(record.pool).moods(here, old);
          await store().tidy({ closedMs: null, filesMs: null });
          expect(await createFigures(record.pool).moods(here, old)).toEqual(before);
        },
      ),
      { numRuns: 10 },
    );
  });

  it('is the same in a time once its messages are forgotten, however often that is done', async () => {
    const here = fresh('slack:T');
    const long = 9 * 24 * 60;
    const angry = stir(here, { userId: 'ann', at: after(-long) });
    await count(
      angry,
      reaction(here, angry.messageId, { userId: 'ben', at: after(1 - long) }),
      reaction(here, angry.messageId, { userId: 'ben', emoji: '👎', at: after(1 - long) }),
      reaction(here, angry.messageId, { userId: 'cho', emoji: '❤', mood: 1, at: after(2 - long) }),
      stir(here, { channelId: 'C2', mood: 1, at: after(-long - 30 * 24 * 60) }),
      stir(here, { mood: 0, gone: true, at: after(-long) }),
      stir(here, { at: after(-60) }),
    );
    const time = { from: after(-100 * 24 * 60), until: after(1), step: 'month', timeZone: 'UTC' } as const;
    const moods = () => createFigures(record.pool).moods(here, time);
    const before = await moods();
    expect(
      before.map(({ channelId, upset, praise, messages }) => [channelId, upset, praise, messages]),
    ).toEqual([
      ['C1', 3, 0, 2],
      ['C2', 0, 1, 1],
    ]);
    for (const _ of [1, 2]) await store().tidy({ closedMs: null, filesMs: null });
    const { rows } = await record.pool.query('select at from hearback.stir where workspace_id = $1', [here]);
    expect(rows).toEqual([{ at: after(-60) }]);
    expect(await moods()).toEqual(before);
  });
});
