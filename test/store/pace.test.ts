import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { pino } from 'pino';
import type { Pace, Toll } from '../../src/chat/pace.ts';
import { RateLimited } from '../../src/errors.ts';
import { createPace } from '../../src/store/pace.ts';
import { tidyPace } from '../../src/store/pace-turns.ts';
import { testRecord, type TestRecord } from '../support/database.ts';

const log = pino({ level: 'silent' });

describe('the pace of calls', () => {
  let record: TestRecord;
  let nowMs: number;
  let here: Pace;
  let elsewhere: Pace;
  const clock = () => new Date(nowMs);

  beforeAll(async () => {
    record = await testRecord();
  });
  afterAll(() => record.drop());
  beforeEach(async () => {
    await record.pool.query('truncate hearback.pace, hearback.pace_turn, hearback.pace_limit');
    nowMs = Date.parse('2026-11-22T10:00:00Z');
    here = createPace(record.pool, { log, clock });
    elsewhere = createPace(record.connect(), { log, clock });
  });

  const channel = (over: Partial<Toll> = {}): Toll => ({
    line: { key: 'channel', calls: 5, perMs: 10_000 },
    ...over,
  });
  /** How long it is told to wait (ms); 0 when it may go. */
  const ask = async (pace: Pace, ticket: string, toll = channel()): Promise<number> => {
    try {
      await pace.turn(ticket, toll);
      return 0;
    } catch (error) {
      if (error instanceof RateLimited) return error.afterMs;
      throw error;
    }
  };
  /** Everybody comes back exactly when told, from two processes in turn, until all went through. */
  const drain = async (tickets: string[], toll = channel()) => {
    const went: number[] = [];
    let postponed = 0;
    let waiting = tickets.map((ticket) => ({ ticket, at: nowMs }));
    while (waiting.length > 0) {
      nowMs = Math.max(nowMs, Math.min(...waiting.map(({ at }) => at)));
      const next: typeof waiting = [];
      for (const [index, each] of waiting.entries()) {
        if (each.at > nowMs) next.push(each);
        else {
          const waitMs = await ask(index % 2 ? here : elsewhere, each.ticket, toll);
          if (waitMs === 0) went.push(nowMs);
          else {
            postponed += 1;
            next.push({ ticket: each.ticket, at: nowMs + waitMs });
          }
        }
      }
      waiting = next;
    }
    return { went, postponed };
  };
  const most = (went: number[], perMs: number) =>
    Math.max(...went.map((at) => went.filter((other) => other >= at && other < at + perMs).length));
  const tickets = (count: number, name = 't') =>
    Array.from({ length: count }, (_, index) => `${name}${index}`);

  it('lets as many through at once as the limit allows, and no more, from two processes together', async () => {
    const waits = await Promise.all(
      tickets(8).map((ticket, index) => ask(index % 2 ? here : elsewhere, ticket)),
    );

    expect(waits.filter((waitMs) => waitMs === 0)).toHaveLength(5);
    expect(waits.filter((waitMs) => waitMs >= 10_000)).toHaveLength(3);
  });

  it('never exceeds the limit in any span, and puts each off once, however many wait', async () => {
    const { went, postponed } = await drain(tickets(60));

    expect(most(went, 10_000)).toBe(5);
    expect(postponed).toBe(55);
    expect(went.at(-1)! - went[0]!).toBeLessThan(11 * 10_000 * 1.02);
  });

  it('keeps the moment for its ticket: whoever comes back goes before those that came later', async () => {
    await drain(tickets(5));
    const waitMs = await ask(here, 'early');
    const later = await Promise.all(tickets(4, 'l').map((ticket) => ask(here, ticket)));
    expect(Math.min(...later)).toBe(waitMs);
    expect(await ask(here, 'last')).toBeGreaterThan(waitMs);

    nowMs += waitMs;
    expect(await ask(elsewhere, 'new')).toBeGreaterThan(0);
    expect(await ask(elsewhere, 'early')).toBe(0);
  });

  it('counts a call when it is made: those that came late push the next on, not over the limit', async () => {
    await drain(tickets(5));
    const [waitMs = 0] = await Promise.all(tickets(5, 'a').map((ticket) => ask(here, ticket)));
    const after = await ask(here, 'b');
    const late: number[] = [];
    nowMs += waitMs + 3_000;
    for (const ticket of tickets(5, 'a')) if ((await ask(here, ticket)) === 0) late.push(nowMs);
    expect(late).toHaveLength(5);

    nowMs += after - waitMs - 3_000;
    expect(await ask(here, 'b')).toBeGreaterThan(2_000);
  });

  it('sends to the end of the line who does not come for a long time, without a rush when all come at once', async () => {
    await drain(tickets(5));
    for (const ticket of tickets(30, 'a')) await ask(here, ticket);
    nowMs += 600_000;

    const { went, postponed } = await drain(tickets(30, 'a'));

    expect(most(went, 10_000)).toBe(5);
    expect(postponed).toBe(25);
  });

  it('fills a wider limit wherever it has room: a long line does not stop other channels', async () => {
    const ceiling = { key: 'workspace', calls: 44, perMs: 10_000 };
    for (const ticket of tickets(200, 'long')) await ask(here, ticket, channel({ ceiling }));

    const quiet = { line: { key: 'quiet channel', calls: 5, perMs: 10_000 }, ceiling };

    expect(await ask(elsewhere, 'short', quiet)).toBeLessThan(1_500);
  });

  it('never exceeds a wider limit that many lines share', async () => {
    const ceiling = { key: 'workspace', calls: 44, perMs: 10_000 };
    const went: number[] = [];
    const waiting = tickets(120).map((ticket, index) => ({
      ticket,
      toll: { line: { key: `channel ${index % 40}`, calls: 5, perMs: 10_000 }, ceiling },
      at: nowMs,
    }));
    while (waiting.length > 0) {
      waiting.sort((a, b) => a.at - b.at);
      const next = waiting.shift()!;
      nowMs = Math.max(nowMs, next.at);
      const waitMs = await ask(here, next.ticket, next.toll);
      if (waitMs === 0) went.push(nowMs);
      else waiting.push({ ...next, at: nowMs + waitMs });
    }

    expect(most(went, 10_000)).toBeLessThanOrEqual(44);
    expect(went.at(-1)! - went[0]!).toBeLessThan(40_000);
  });

  it('never exceeds a wider limit when all who waited come late, and at once', async () => {
    const ceiling = { key: 'workspace', calls: 4, perMs: 10_000 };
    const tollOf = (index: number) => ({
      line: { key: `channel ${index}`, calls: 5, perMs: 10_000 },
      ceiling,
    });
    for (const [index, ticket] of tickets(12).entries()) await ask(here, ticket, tollOf(index));
    nowMs += 25_000;

    const late = tickets(12).slice(4);
    const waits: number[] = [];
    for (const [index, ticket] of late.entries()) waits.push(await ask(elsewhere, ticket, tollOf(index + 4)));

    expect(waits.filter((waitMs) => waitMs === 0)).toHaveLength(4);
    expect(Math.min(...waits.filter((waitMs) => waitMs > 0))).toBeGreaterThanOrEqual(9_500);
  });

  it('lets a few through at once after a pause, then one after each span, however late some come', async () => {
    const toll = { line: { key: 'post', calls: 3, perMs: 1_000, drips: true as const } };
    const { went } = await drain(tickets(40), toll);
    for (const [index, at] of went.entries())
      for (let later = index + 3; later < went.length; later += 1)
        expect(went[later]! - at).toBeGreaterThanOrEqual((later - index - 2) * 1_000);
    expect(went.at(-1)! - went[0]!).toBeLessThan(38 * 1_020);

    nowMs += 10_000;
    const waits: number[] = [];
    for (const ticket of tickets(5, 'later')) waits.push(await ask(here, ticket, toll));
    expect(waits.slice(0, 3)).toEqual([0, 0, 0]);
    expect(waits.slice(3).map((waitMs) => Math.round(waitMs / 100))).toEqual([10, 20]);
  });

  it('keeps room for the call that follows, at the same moment, before whoever came later', async () => {
    const ceiling = { key: 'workspace', calls: 2, perMs: 10_000 };
    const tollOf = (line: string) => ({ line: { key: line, calls: 5, perMs: 10_000 }, ceiling });
    const next = { ticket: 'post', line: 'thread' };
    await here.turn('start', tollOf('channel'), next);

    expect(await ask(elsewhere, 'other', tollOf('channel'))).toBeGreaterThan(9_000);
    expect(await ask(elsewhere, 'post', tollOf('thread'))).toBe(0);

    await expect(here.turn('start 2', tollOf('channel'), { ...next, ticket: 'post 2' })).rejects.toThrow(
      RateLimited,
    );
    expect(await ask(here, 'beside the other', tollOf('channel'))).toBeLessThan(10_500);
    expect(await ask(here, 'last', tollOf('channel'))).toBeGreaterThan(29_000);
  });

  it('holds everybody back after a rate limit, also those that had a moment already, and then goes on in order', async () => {
    await drain(tickets(5));
    const waitMs = await ask(here, 'first');
    await elsewhere.hold('channel', 30_000, 'limited');

    nowMs += waitMs;
    const again = await ask(here, 'first');
    expect(again).toBeGreaterThan(15_000);
    expect(await ask(elsewhere, 'second')).toBeGreaterThanOrEqual(again);
    nowMs += again;
    expect(await ask(here, 'first')).toBe(0);
  });

  it('holds back only what the rate limit is about', async () => {
    await here.hold('channel', 30_000, 'limited');

    expect(await ask(elsewhere, 'x', { line: { key: 'other', calls: 1, perMs: 1_000 } })).toBe(0);
    expect(
      await ask(
        elsewhere,
        'y',
        channel({
          line: { key: 'other 2', calls: 1, perMs: 1 },
          ceiling: { key: 'channel', calls: 50, perMs: 1_000 },
        }),
      ),
    ).toBeGreaterThan(29_000);
  });

  it.each([[NaN], [-5], [0]])('a hold of %s holds nobody', async (forMs) => {
    await here.hold('channel', forMs, 'limited');
    expect(await ask(here, 'x')).toBe(0);
  });

  it('believes no rate limit for longer than an hour', async () => {
    await here.hold('channel', 1e15, 'limited');
    expect(await ask(here, 'x')).toBe(3_600_000);
  });

  it('keeps nobody waiting for a clock that was put back', async () => {
    await drain(tickets(5));
    for (const ticket of tickets(40, 'a')) await ask(here, ticket);
    await here.hold('held', 60_000, 'limited');
    nowMs -= 7_200_000;

    expect(await ask(elsewhere, 'x')).toBeLessThan(100_000);
    expect(await ask(elsewhere, 'a0')).toBeLessThan(100_000);
    expect(await ask(elsewhere, 'y', { line: { key: 'held', calls: 1, perMs: 1_000 } })).toBe(0);
  });

  it('holds up nothing a person waits for, and counts it all the same', async () => {
    await drain(tickets(5));
    await here.hold('channel', 5_000, 'limited');
    expect(await Promise.all(tickets(3).map((ticket) => here.urgently(() => ask(here, ticket))))).toEqual([
      0, 0, 0,
    ]);

    const counted = async () =>
      (await record.pool.query('select from hearback.pace_turn where ticket is null')).rowCount;
    while ((await counted()) !== 8) await new Promise((resolve) => setTimeout(resolve, 5));
  });

  it('gives the room that many lines share to those who can use it first, whoever asked first', async () => {
    const span = 60_500;
    const ceiling = { key: 'workspace', calls: 300, perMs: span };
    const line = (nth: number): Toll => ({
      line: { key: `channel ${nth}`, calls: 3, perMs: 1_020, drips: true },
      ceiling,
    });
    // All of one channel ask before the next one does.
    let waiting = Array.from({ length: 20 }, (_, nth) =>
      tickets(25, `c${nth}-`).map((ticket) => ({ ticket, nth, at: nowMs })),
    ).flat();
    const from = nowMs;
    const went: { nth: number; at: number }[] = [];
    let asked = 0;
    while (waiting.length > 0) {
      nowMs = Math.max(nowMs, Math.min(...waiting.map(({ at }) => at)));
      const next: typeof waiting = [];
      for (const each of waiting) {
        const waitMs = each.at > nowMs ? null : await ask(here, each.ticket, line(each.nth));
        asked += waitMs === null ? 0 : 1;
        if (waitMs === 0) went.push({ nth: each.nth, at: nowMs });
        else next.push(waitMs === null ? each : { ...each, at: nowMs + waitMs });
      }
      waiting = next;
    }

    const times = went.map(({ at }) => at);
    expect(most(times, 60_000)).toBeLessThanOrEqual(300);
    for (let nth = 0; nth < 20; nth += 1) {
      const own = went.filter((each) => each.nth === nth).map(({ at }) => at);
      expect(own.filter((at) => at < from + span)).toHaveLength(15);
      expect(most(own, 1_000)).toBeLessThanOrEqual(3);
    }
    // The second minute goes as quickly as the first: ten more of each channel, one a second.
    expect(Math.max(...times) - from).toBeLessThan(span + 9_000);
    expect(asked).toBeLessThan(3 * 500);
  });

  it('leaves half of the room to others when nobody waits for the work, and all of it to those who stand in line', async () => {
    const toll = { line: { key: 'channel', calls: 10, perMs: 3_600_000 } };
    const scan = (ticket: string) => here.patiently(() => ask(here, ticket, toll));
    for (const ticket of tickets(5)) expect(await scan(ticket)).toBe(0);

    expect(await scan('sixth')).toBeGreaterThan(0);
    for (const ticket of tickets(4, 'live')) expect(await ask(elsewhere, ticket, toll)).toBe(0);
    nowMs += 1_800_000;
    // The last place is never taken by those nobody waits for.
    expect(await scan('sixth')).toBeGreaterThan(0);
    expect(await ask(elsewhere, 'one more', toll)).toBe(0);
    const inLine = await ask(elsewhere, 'in line', toll);
    nowMs += inLine - 1;
    expect(await scan('sixth')).toBeGreaterThan(0);
    nowMs += 3_600_000;
    expect(await ask(elsewhere, 'in line', toll)).toBe(0);
    expect(await scan('sixth')).toBe(0);
  });

  it('shares what it learned of a limit, and one budget among names with the same bucket', async () => {
    expect(await here.learned('PUT reaction')).toBeNull();
    await here.learn('PUT reaction', { bucket: 'b1', calls: 1, perMs: 250 });
    await here.learn('DELETE reaction', { bucket: 'b1', calls: 1, perMs: 250 });

    expect(await elsewhere.learned('DELETE reaction')).toMatchObject({
      calls: 1,
      perMs: 250,
      sharedName: 'PUT reaction',
    });
  });

  it('forgets what is long past, and nothing else', async () => {
    await drain(tickets(7));
    await here.hold('held', 60_000, 'limited');
    nowMs += 3_500_000;
    await ask(here, 'young');
    expect(await tidyPace(record.pool, clock)).toBe(0);
    nowMs += 200_000;

    // Seven calls, and a key that holds nobody back any more.
    expect(await tidyPace(record.pool, clock)).toBe(8);
    const { rows } = await record.pool.query('select at from hearback.pace_turn');
    expect(rows).toHaveLength(1);
  });

  it('does not get stuck when many processes want the same two budgets in any order', async () => {
    const toll = (a: string, b: string): Toll => ({
      line: { key: a, calls: 1_000, perMs: 1_000 },
      ceiling: { key: b, calls: 1_000, perMs: 1_000 },
    });

    await Promise.all(
      tickets(100).map((ticket, index) =>
        ask(index % 2 ? here : elsewhere, ticket, index % 3 ? toll('a', 'b') : toll('b', 'a')),
      ),
    );

    expect((await record.pool.query('select from hearback.pace_turn')).rowCount).toBe(200);
  });
});
