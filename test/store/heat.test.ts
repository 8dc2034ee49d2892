import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { pino } from 'pino';
import { HOT, heatOf } from '../../src/cases/heat/heat-of.ts';
import type { Stir } from '../../src/cases/heat/stir.ts';
import { refreshHotThread } from '../../src/handlers/refresh-hot-thread.ts';
import type { Context } from '../../src/handlers/handler.ts';
import { createStore } from '../../src/store/create-store.ts';
import { openDatabase } from '../../src/store/database.ts';
import type { FirstMessage } from '../../src/store/heat-port.ts';
import { createHeat } from '../../src/store/heat.ts';
import { createPrivacy } from '../../src/store/privacy.ts';
import { addStirs } from '../../src/store/stirs.ts';
import { noSeal } from '../../src/store/seal.ts';
import { testRecord, type TestRecord } from '../support/database.ts';
import { policy } from '../support/factories.ts';
import { testServer } from '../support/postgres.ts';
import { after, candidate, fresh, jobs, message, nothing, START } from './record.ts';
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
const HEAT = { value: 120, replies: 9, people: 5, upset: 6, praise: 0 };
const SINCE = after(-60);
const HOUR = { since: SINCE, until: START };
const least = (upset: number, people = 1) => ({ upset, people });

async function count(...stirs: Stir[]): Promise<void> {
  const counting = heat();
  for (const each of stirs) counting.note(each);
  await counting.close();
}

const feltIn = (workspaceId: string, messageId: string) =>
  heat().felt(workspaceId, { channelId: 'C1', messageId }, HOUR);

function first(workspaceId: string, messageId: string, more: Partial<FirstMessage> = {}): FirstMessage {
  const ref = { workspaceId, channelId: 'C1', messageId };
  return { ref, authorId: 'author', postedAt: after(-30), isBot: false, ...more };
}

function offer(workspaceId: string, messageId: string, of = first(workspaceId, messageId), by = heat()) {
  const root = { channelId: 'C1', messageId };
  const triage = { type: 'channel', workspaceId, channelId: 'C9' } as const;
  return by.offer({ workspaceId, root, heat: HEAT, first: of }, triage);
}

async function offered(workspaceId: string) {
  const { rows } = await record.pool.query<{ id: number; state: string }>(
    'select hot_thread_id::int as id, state from hearback.hot_thread where workspace_id = $1',
    [workspaceId],
  );
  return rows;
}

describe('what is counted', () => {
  it('counts once, however often it is delivered, and is not there when it was taken back', async () => {
    const here = fresh('slack:T');
    const root = stir(here, { mood: 0 });
    const angry = reaction(here, root.messageId);
    await count(root, angry, angry);
    await count(angry, root);
    expect(await feltIn(here, root.messageId)).toHaveLength(2);
    const back = { ...angry, gone: true, at: START };
    await count(back);
    await count(angry);
    expect(await feltIn(here, root.messageId)).toHaveLength(1);
    // With a message its reactions go, in whatever order that is heard of.
    await count(reaction(here, root.messageId), { ...root, userId: '', gone: true, at: START });
    expect(await feltIn(here, root.messageId)).toHaveLength(0);
    await count(reaction(here, root.messageId));
    expect(await feltIn(here, root.messageId)).toHaveLength(0);
  });

  it('keeps nobody by name, and no words', async () => {
    const here = fresh('slack:T');
    await count(stir(here, { userId: 'U0SOMEBODY' }));
    const { rows } = await record.pool.query('select * from hearback.stir where workspace_id = $1', [here]);
    expect(rows).toHaveLength(1);
    expect(JSON.stringify(rows)).not.toContain('U0SOMEBODY');
  });

  it('is one thread for a chain of answers and what is felt below them, in whatever order it comes', async () => {
    const inOrder = [0, 1, 2, 3, 4, 5];
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray(inOrder, { minLength: 6 }),
        fc.integer({ min: 1, max: 6 }),
        async (order, batch) => {
          const here = fresh('discord:');
          const [a, b, c, d] = [1, 2, 3, 4].map(() => fresh('m')) as [string, string, string, string];
          const answer = (messageId: string, to: string) =>
            stir(here, { messageId, threadMessage: to, parentMessage: to });
          const all = [
            stir(here, { messageId: a }),
            answer(b, a),
            answer(c, b),
            answer(d, c),
            reaction(here, d),
            reaction(here, b),
          ];
          const came = order.map((index) => all[index]!);
          for (let at = 0; at < came.length; at += batch) await count(...came.slice(at, at + batch));
          expect(await feltIn(here, a)).toHaveLength(6);
        },
      ),
      { numRuns: 25 },
    );
  });

  it('leaves out whoever does not want to be recorded, before and after they say so', async () => {
    const here = fresh('slack:T');
    const root = stir(here, { userId: 'loud' });
    const quiet = stir(here, { threadMessage: root.messageId, userId: 'quiet' });
    const erased = stir(here, { threadMessage: root.messageId, userId: 'erased' });
    await count(root, quiet, erased);
    const lines: string[] = [];
    for await (const line of privacy().export({ workspaceId: here, userId: 'quiet' })) lines.push(line);
    expect(lines.filter((line) => line.includes('"counted"'))).toHaveLength(1);
    await privacy().optOut({ workspaceId: here, userId: 'quiet' }, null);
    await privacy().erase({ workspaceId: here, userId: 'erased' }, { askedBy: 'member', actorId: 'erased' });
    expect(await feltIn(here, root.messageId)).toHaveLength(1);
    await count(quiet, erased, reaction(here, root.messageId, { userId: 'quiet' }));
    expect(await feltIn(here, root.messageId)).toHaveLength(1);
  });

  it('waits while the database is away, and is written when it is back', async () => {
    const database = await (await testServer()).createMigrated();
    const pool = openDatabase(database.connection, { log, max: 2 });
    const counting = createHeat(pool, { now, log });
    const one = stir('slack:T1');
    await database.setReachable(false);
    counting.note(one);
    await counting.flush();
    await database.setReachable(true);
    await counting.flush();
    const root = { channelId: 'C1', messageId: one.messageId };
    expect(await counting.felt('slack:T1', root, HOUR)).toHaveLength(1);
    await counting.close();
    await pool.end();
    await database.drop();
  });

  it('is one write in line while the database keeps it waiting, and not one for each half second', async () => {
    let asked = 0;
    let refuse = (): void => {};
    const away = new Promise<never>((_, reject) => {
      refuse = () => reject(new Error('connection timeout'));
    });
    const pool = Object.assign(Object.create(record.pool), {
      connect: () => {
        asked += 1;
        return away;
      },
    }) as typeof record.pool;
    const counting = createHeat(pool, { now, log });
    counting.note(stir('slack:T1'));
    const flushed = Array.from({ length: 100 }, () => counting.flush());
    refuse();
    await Promise.all([...flushed, counting.close()]);
    expect(asked).toBeLessThanOrEqual(3);
  });

  it('is not kept of somebody who asks not to be recorded while it is being written', async () => {
    const here = fresh('slack:T');
    const root = stir(here, { userId: 'quiet' });
    // It has seen that they may be counted, and is not committed yet.
    const writer = await record.connect().connect();
    await writer.query('begin');
    await addStirs({ sql: writer, at: START, noted: [] }, here, [root]);
    const asking = privacy().optOut({ workspaceId: here, userId: 'quiet' }, null);
    const waits = `select count(*)::int as n from pg_locks where locktype = 'advisory' and not granted`;
    const done = { is: false };
    void asking.then(() => (done.is = true));
    while (!done.is && (await record.pool.query<{ n: number }>(waits)).rows[0]!.n === 0);
    await writer.query('commit');
    writer.release();
    await asking;
    expect(await feltIn(here, root.messageId)).toEqual([]);
  });

  it('is removed after some days, and when a clock that ran ahead has dated it later than tomorrow', async () => {
    const here = fresh('slack:T');
    await count(stir(here, { at: after(-9 * 24 * 60) }), stir(here, { at: after(-7 * 24 * 60) }));
    await count(stir(here, { at: after(365 * 24 * 60) }));
    await store().tidy({ closedMs: null, filesMs: null });
    const { rows } = await record.pool.query('select at from hearback.stir where workspace_id = $1', [here]);
    expect(rows).toEqual([{ at: after(-7 * 24 * 60) }]);
  });
});

describe('a thread that is warm', () => {
  it('is none by what one person writes, however much it is, or by what is dated far ahead', async () => {
    const here = fresh('slack:T');
    const [loud, ahead] = [fresh('m'), fresh('m')];
    await count(...[1, 2, 3, 4].map(() => stir(here, { threadMessage: loud, userId: 'loud' })));
    await count(...[1, 2, 3, 4].map(() => stir(here, { threadMessage: ahead, at: after(24 * 60) })));
    expect(await heat().warm(here, HOUR, least(3, 2))).toEqual([]);
    expect(await feltIn(here, ahead)).toEqual([]);
    expect(await heat().warm(here, HOUR, least(3))).toHaveLength(1);
  });

  it('is found by its upset words and reactions of the last hour, until it was looked at', async () => {
    const here = fresh('slack:T');
    const root = stir(here);
    const below = (more: Partial<Stir> = {}) => stir(here, { threadMessage: root.messageId, ...more });
    const old = { at: after(-120) };
    await count(root, below(), below({ mood: 0 }), below({ mood: 1 }), below(old), stir(here, old));
    expect(await heat().warm(here, HOUR, least(3))).toEqual([]);
    const [found, ...more] = await heat().warm(here, HOUR, least(2));
    expect(more).toEqual([]);
    expect(found?.root).toEqual({ channelId: 'C1', messageId: root.messageId });
    await offer(here, root.messageId);
    expect(await heat().warm(here, HOUR, least(2))).toEqual([]);
  });

  it('is weighed against what threads of its channel usually have', async () => {
    const here = fresh('slack:T');
    for (const hour of [2, 3]) {
      const at = after(-hour * 60);
      const root = stir(here, { mood: 0, at });
      const below = [1, 2, 3].map(() => stir(here, { threadMessage: root.messageId, mood: 0, at }));
      await count(root, ...below, stir(here, { threadMessage: root.messageId, mood: 1, at }));
    }
    expect(await heat().usual(here, 'C1', SINCE)).toBe(3);
    expect(await heat().usual(here, 'C2', SINCE)).toBe(0);
    const hot = [1, 2, 3, 4].map((n) => ({
      who: `w${n}`,
      messageId: `n${n}`,
      isReaction: false,
      mood: -1 as const,
    }));
    expect(heatOf(hot, 'n0', { replies: 4, people: 4, upset: 4 }, 3).value).toBeLessThan(HOT);
  });
});

describe('a thread that is hot', () => {
  it('is offered once, also by two programs at once', async () => {
    const here = fresh('slack:T');
    const root = fresh('m');
    const other = createHeat(record.connect(), { now, log });
    const asked = [1, 2, 3].flatMap(() => [offer(here, root), offer(here, root, first(here, root), other)]);
    expect((await Promise.all(asked)).filter(Boolean)).toHaveLength(1);
    const { rows } = await record.pool.query(
      `select place ->> 'channelId' as channel from hearback.delivery where workspace_id = $1`,
      [here],
    );
    expect(rows).toEqual([{ channel: 'C9' }]);
  });

  it('is not offered when it is a case, or anything said in it is', async () => {
    const here = fresh('slack:T');
    const own = message({ workspaceId: here });
    await store().open(candidate(own), nothing);
    expect(await offer(here, own.ref.messageId)).toBe(false);
    const root = stir(here);
    const reply = stir(here, { threadMessage: root.messageId });
    await count(root, reply);
    const flagged = message({ workspaceId: here, messageId: reply.messageId });
    await store().open(candidate(flagged), nothing);
    expect(await offer(here, root.messageId)).toBe(false);
    // What joined a case that says the same is recorded as well.
    const twin = stir(here);
    await count(twin);
    const { file } = await store().open(candidate(message({ workspaceId: here })), nothing);
    const same = message({ workspaceId: here, messageId: twin.messageId });
    await store().open(candidate(same, { sameAs: file.case.caseId }), nothing);
    expect(await offer(here, twin.messageId)).toBe(false);
    expect((await offered(here)).map(({ state }) => state)).toEqual(['is_case', 'is_case', 'is_case']);
  });

  it('is not offered when whoever began it does not want to be recorded', async () => {
    const here = fresh('slack:T');
    await privacy().optOut({ workspaceId: here, userId: 'author' }, null);
    expect(await offer(here, fresh('m'))).toBe(false);
    expect((await offered(here)).map(({ state }) => state)).toEqual(['withheld']);
  });

  it('has nothing to flag when a bot began it', async () => {
    const here = fresh('slack:T');
    const root = fresh('m');
    expect(await offer(here, root, first(here, root, { isBot: true }))).toBe(true);
    const [{ id } = { id: 0 }] = await offered(here);
    expect(await heat().thread(id)).toMatchObject({ first: null, heat: HEAT, found: null, notNeeded: null });
  });

  it('shows the case it becomes, without its number where not everybody may see it', async () => {
    const here = fresh('slack:T');
    const [open, hidden] = [message({ workspaceId: here }), message({ workspaceId: here })];
    await offer(here, open.ref.messageId);
    await offer(here, hidden.ref.messageId);
    const before = (await jobs(record.pool, 'refresh-hot-thread')).length;
    const { file } = await store().open(candidate(open), nothing);
    await store().open(candidate(hidden, { audience: 'leads' }), nothing);
    const [one, two] = (await offered(here)).map(({ id }) => id);
    expect((await heat().thread(one!))?.found).toEqual({ number: file.case.number });
    expect((await heat().thread(two!))?.found).toEqual({ number: null });
    expect(await jobs(record.pool, 'refresh-hot-thread')).toHaveLength(before + 2);
  });

  it('needs nothing when somebody says so: the first one counts, and nobody of another community', async () => {
    const here = fresh('slack:T');
    await offer(here, fresh('m'));
    const [{ id } = { id: 0 }] = await offered(here);
    expect(await heat().notNeeded('slack:OTHER', id, 'eve')).toBe(false);
    expect(await heat().notNeeded(here, id, 'mia')).toBe(true);
    expect(await heat().notNeeded(here, id, 'victor')).toBe(true);
    expect((await heat().thread(id))?.notNeeded).toEqual({ by: 'mia' });
    await privacy().erase({ workspaceId: here, userId: 'mia' }, { askedBy: 'member', actorId: 'mia' });
    expect((await heat().thread(id))?.notNeeded).toEqual({ by: null });
  });

  it('is drawn again with what came of it, the same however often', async () => {
    const here = fresh('slack:T');
    await offer(here, fresh('m'));
    const [{ id } = { id: 0 }] = await offered(here);
    await record.pool.query(
      `update hearback.delivery set state = 'sent', posted_channel = 'C9', posted_message = 'P1' where workspace_id = $1`,
      [here],
    );
    await heat().notNeeded(here, id, 'mia');
    const drawn: string[] = [];
    const began = message({ workspaceId: here });
    const chat = {
      fetchMessage: async () => began,
      update: async (_: unknown, content: unknown) => void drawn.push(JSON.stringify(content)),
    } as unknown as ReturnType<Context['chat']>;
    const context: Pick<Context, 'heat' | 'policy' | 'chat' | 'log'> = {
      heat: heat(),
      policy: () => policy,
      chat: () => chat,
      log,
    };
    for (const _ of [1, 2]) await refreshHotThread.run({ hotThreadId: id }, context as Context);
    expect(drawn).toHaveLength(2);
    expect(drawn[0]).toBe(drawn[1]);
    expect(drawn[0]).toContain('Nothing is needed');
    expect(drawn[0]).not.toContain('"Flag"');
  });
});
