import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { HeldShard, Lease, ShardSeat } from '../../src/chat/shards.ts';
import { createShards } from '../../src/store/shards.ts';
import { testRecord, type TestRecord } from '../support/database.ts';
import { eventually } from '../support/eventually.ts';

let record: TestRecord;
const seats: ShardSeat[] = [];

beforeAll(async () => {
  record = await testRecord();
});
afterAll(() => record.drop());
beforeEach(async () => {
  await record.pool.query('truncate hearback.gateway, hearback.gateway_plan, hearback.gateway_shard');
});
afterEach(async () => {
  for (const seat of seats.splice(0)) await seat.leave().catch(() => null);
});

/** A process with a pool of its own. */
async function process(leaseMs = 60_000) {
  const pool = record.connect();
  const shards = createShards(pool, { leaseMs });
  let news = 0;
  const seat = await shards.join(() => (news += 1));
  seats.push(seat);
  return {
    ...seat,
    shards,
    news: () => news,
    beat: async (wanted: number | null, held: readonly HeldShard[] = []) =>
      (await seat.beat(wanted, held)).leases,
    /** What SIGKILL does to its connections. */
    kill: () =>
      record.pool.query(
        "select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory' and classid = 4332246 and objid = (select max(gateway_id) from hearback.gateway)",
      ),
  };
}

const numbers = (leases: readonly Lease[]) => leases.map(({ shard }) => shard);
const kept = (leases: readonly Lease[]) => numbers(leases.filter(({ isToGo }) => !isToGo));
const going = (leases: readonly Lease[]) => numbers(leases.filter(({ isToGo }) => isToGo));
const heard = (leases: readonly Lease[]): HeldShard[] =>
  leases.map(({ count, shard }) => ({ count, shard, isHeard: true, session: SESSION }));
const SESSION = { sessionId: 'abc', sequence: 7, resumeUrl: 'ws://there' };

describe('the shards of a platform', () => {
  it('are all taken by the only process, and shared out evenly as others come and go', async () => {
    const first = await process();
    expect(numbers(await first.beat(4))).toEqual([0, 1, 2, 3]);
    const second = await process();
    const third = await process();
    expect(await second.beat(4)).toEqual([]);
    expect(await third.beat(4)).toEqual([]);

    const asked = await first.beat(4);
    expect(going(asked)).toEqual([2, 3]);
    for (const lease of asked.filter(({ isToGo }) => isToGo)) await first.release(lease, SESSION);
    expect(await second.beat(4)).toEqual([{ count: 4, shard: 2, session: SESSION, isToGo: false }]);
    expect(numbers(await third.beat(4))).toEqual([3]);
    await eventually(() => second.news() > 0);

    await third.leave();
    expect(kept(await second.beat(4))).toEqual([2, 3]);
    expect(await second.shards.figures()).toMatchObject({ shards: 4, held: 0, unheard: [0, 1, 2, 3] });
  });

  it('have one owner each, however many ask at once', async () => {
    const all = await Promise.all([process(), process(), process(), process(), process()]);
    for (let round = 0; round < 3; round += 1) {
      const found = await Promise.all(all.map((each) => each.beat(16)));
      await Promise.all(
        found.flatMap((leases, index) =>
          leases.filter(({ isToGo }) => isToGo).map((lease) => all[index]!.release(lease, null)),
        ),
      );
    }
    const held = (await Promise.all(all.map((each) => each.beat(16)))).map(kept);
    expect(held.flat().toSorted((a, b) => a - b)).toEqual(Array.from({ length: 16 }, (_, shard) => shard));
    expect(held.map((each) => each.length).toSorted((a, b) => a - b)).toEqual([3, 3, 3, 3, 4]);
  });

  it('of a process that was killed are free at once, with where it had got to', async () => {
    const survivor = await process();
    await survivor.beat(2);
    const victim = await process();
    await victim.beat(2);
    for (const lease of (await survivor.beat(2)).filter(({ isToGo }) => isToGo))
      await survivor.release(lease, null);
    const theirs = await victim.beat(2);
    await victim.beat(2, heard(theirs));
    await victim.kill();

    let found: Lease[] = [];
    await eventually(async () => (found = await survivor.beat(2)).length === 2);
    expect(found.find(({ shard }) => shard === theirs[0]!.shard)?.session).toEqual(SESSION);
  });

  it('of a process that stands still are taken when its time is over, and it changes nothing afterwards', async () => {
    const frozen = await process(50);
    const before = await frozen.beat(1);
    const other = await process();
    await eventually(async () => numbers(await other.beat(1)).length === 1);
    await other.beat(1, [{ count: 1, shard: 0, isHeard: true, session: { ...SESSION, sequence: 900 } }]);

    await frozen.release(before[0]!, { ...SESSION, sequence: 1 });
    expect(
      await frozen.beat(1, [{ count: 1, shard: 0, isHeard: true, session: { ...SESSION, sequence: 2 } }]),
    ).toEqual([]);
    expect((await other.beat(1))[0]?.session?.sequence).toBe(900);
  });

  it('are others when their number changes: the old ones are given up once all new ones are heard', async () => {
    const older = await process();
    await older.beat(1);
    const newer = await process();
    // The one that started last has the newest settings.
    await newer.beat(4);
    const both = await older.beat(1);
    expect(both.map(({ count, shard, isToGo }) => [count, shard, isToGo])).toEqual([
      [1, 0, false],
      [4, 2, false],
      [4, 3, false],
    ]);
    await newer.beat(4, heard(await newer.beat(4)));
    expect(going(await older.beat(1))).toEqual([]);

    const after = await older.beat(1, heard(both));
    expect(after.filter(({ isToGo }) => isToGo).map(({ count }) => count)).toEqual([1]);
    await older.release({ count: 1, shard: 0 }, null);
    expect((await older.beat(1)).map(({ count }) => count)).toEqual([4, 4]);
    expect(await older.shards.figures()).toEqual({ shards: 4, held: 2, unheard: [] });
  });
});
