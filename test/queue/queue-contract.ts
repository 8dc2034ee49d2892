import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type pg from 'pg';
import { NotPossible, PlatformUnavailable, RateLimited } from '../../src/errors.ts';
import type { Stuck } from '../../src/handlers/handler.ts';
import { eventually } from '../support/eventually.ts';
import type { TestDatabase } from '../support/postgres.ts';
import { type World, contextFor, handler, world } from './world.ts';

/** Where the queue lives in a run of the contract. */
export interface QueuePlace {
  name: string;
  url(database: TestDatabase): string | null;
  /** Whatever other tests left there is gone. */
  fresh(): Promise<void>;
  /** Loses every job. */
  wipe(pool: pg.Pool): Promise<void>;
  /** All the queue keeps of its jobs. */
  contents(pool: pg.Pool): Promise<string>;
  /** Takes one job of the record lane as a worker does, and vanishes with it. */
  snatch(pool: pg.Pool): Promise<boolean>;
}

/** What the queue promises, wherever it lives. */
export function queueContract(place: QueuePlace): void {
  describe(`the queue in ${place.name}`, () => {
    let here: World;
    beforeEach(async () => {
      await place.fresh();
      here = await world(place.url);
    });
    afterEach(() => here.end());

    it('runs the handler of a committed row once', async () => {
      const ran: number[] = [];
      const runtime = await here.run([
        handler('greet', (id) => void ran.push(id)),
        handler('file', (id) => void ran.push(id), 'files'),
      ]);
      const first = await here.rows.add({ kind: 'greet' });
      const second = await here.rows.add({ kind: 'file' });
      await eventually(async () => (await here.rows.undoneCount()) === 0);
      await runtime.close();
      expect(new Set(ran)).toEqual(new Set([first, second]));
      expect(ran).toHaveLength(2);
      expect(runtime.counts()).toMatchObject({ relayed: 2, done: 2, failed: 0, redriven: 0 });
    });

    it('runs rows that were there before it started, however many', async () => {
      const ran = new Set<number>();
      const added = await Promise.all(Array.from({ length: 250 }, () => here.rows.add({ kind: 'greet' })));
      await here.run([handler('greet', (id) => void ran.add(id))]);
      await eventually(async () => (await here.rows.undoneCount()) === 0);
      expect(ran).toEqual(new Set(added));
    });

    it('runs rows that were added between its first look and its being told of new ones', async () => {
      const { outbox } = here.rows;
      let looked = () => {};
      const firstLook = new Promise<void>((resolve) => (looked = resolve));
      const slowToHear: typeof outbox = {
        ...outbox,
        dispatch: async (...given) => {
          const sent = await outbox.dispatch(...given);
          looked();
          return sent;
        },
        onAdded: async (wake) => {
          await firstLook;
          await here.rows.add({ kind: 'greet' });
          return outbox.onAdded(wake);
        },
      };
      const rare = 3_600_000;
      await here.run([handler('greet', () => {})], {
        outbox: slowToHear,
        timings: { relayPollMs: rare, reconcileMs: rare },
      });
      await eventually(async () => {
        const { rows } = await here.pool.query('select from hearback.outbox where done_at is not null');
        return rows.length === 1;
      });
    });

    it('leaves rows beyond the horizon in the database alone', async () => {
      const later = await here.rows.add({ kind: 'greet', runAt: new Date(Date.now() + 7_200_000) });
      const soon = await here.rows.add({ kind: 'greet', runAt: new Date(Date.now() + 1_800_000) });
      await here.run([handler('greet', () => {})]);
      await eventually(async () => (await here.rows.find(soon)).dispatched);
      expect(await here.rows.find(later)).toMatchObject({ dispatched: false });
      expect(await here.rows.find(soon)).toMatchObject({ done: false });
    });

    it('runs a row again after the wait a platform asked for', async () => {
      let runs = 0;
      const runtime = await here.run([
        handler('greet', () => {
          runs += 1;
          if (runs === 1) throw new RateLimited('slack', 30, null);
        }),
      ]);
      const id = await here.rows.add({ kind: 'greet' });
      await eventually(async () => (await here.rows.find(id)).done);
      expect(runs).toBe(2);
      expect(await here.rows.find(id)).toMatchObject({ generation: 2, code: null });
      expect(runtime.counts()).toMatchObject({ postponed: 1, retried: 0 });
    });

    it('tries a failing job eight times, then gives the row up with a reason and nobody’s words', async () => {
      let runs = 0;
      const stuck: Stuck[] = [];
      const greet = handler('greet', () => {
        runs += 1;
        throw new Error('cannot greet: "my secret words"');
      });
      await here.run([{ ...greet, whenStuck: async (_data, why) => void stuck.push(why) }], {
        timings: { relayPollMs: 100, reconcileMs: 600_000, backoffMs: 0.001 },
      });
      const id = await here.rows.add({ kind: 'greet' });
      await eventually(() => here.deadLetters.length > 0);
      const reason = { code: 'Error', message: 'greet failed unexpectedly.' };
      expect(here.deadLetters).toEqual([{ outboxId: id, reason: { ...reason, tries: 8 } }]);
      expect(await here.rows.find(id)).toMatchObject({ ...reason, done: false });
      expect(runs).toBe(8);
      expect(stuck).toEqual([{ error: null, isGivenUp: true }]);
      expect(here.lines.join('')).not.toContain('secret');
    });

    it('never gives up what only an outage prevents: after eight tries it waits for an hour', async () => {
      const away = new PlatformUnavailable('slack', 'away', null);
      const stuck: Stuck[] = [];
      const greet = handler('greet', () => {
        throw away;
      });
      const runtime = await here.run([{ ...greet, whenStuck: async (_data, why) => void stuck.push(why) }], {
        timings: { relayPollMs: 100, reconcileMs: 600_000, backoffMs: 0.001 },
      });
      const id = await here.rows.add({ kind: 'greet' });
      await eventually(async () => (await here.rows.find(id)).generation === 2);
      expect(await here.rows.find(id)).toMatchObject({ code: 'PLATFORM_UNAVAILABLE', done: false });
      expect(here.deadLetters).toEqual([]);
      expect(runtime.counts()).toMatchObject({ retried: 7, postponed: 1, failed: 0 });
      expect(stuck).toEqual([{ error: away, isGivenUp: false }]);
    });

    it('gives nothing up of which people could not be told: it comes again', async () => {
      let told = 0;
      const sing = handler('sing', () => {
        throw new NotPossible('The case is closed.');
      });
      const whenStuck = async () => {
        told += 1;
        if (told === 1) throw new Error('the record is away: "my secret words"');
      };
      await here.run([{ ...sing, whenStuck }], {
        timings: { relayPollMs: 100, reconcileMs: 150, backoffMs: 0.001 },
      });
      const id = await here.rows.add({ kind: 'sing' });
      await eventually(() => here.deadLetters.length > 0);
      expect(here.deadLetters.map(({ outboxId }) => outboxId)).toEqual([id]);
      expect(told).toBe(2);
      expect(here.lines.join('')).not.toContain('secret');
    });

    it('keeps nobody’s words while a job waits to be tried again', async () => {
      const fail = () => {
        throw new Error('cannot greet: "my secret words"');
      };
      const runtime = await here.run([handler('greet', fail)], {
        timings: { relayPollMs: 100, backoffMs: 600_000 },
      });
      await here.rows.add({ kind: 'greet' });
      await eventually(() => runtime.counts().retried === 1);
      const kept = await eventually(async () => {
        const contents = await place.contents(here.pool);
        return contents.includes('JobFailed') && contents;
      });
      expect(kept).not.toContain('secret');
    });

    it('gives up at once what repeating cannot help', async () => {
      let runs = 0;
      await here.run([
        handler('greet', () => {
          runs += 1;
          throw new NotPossible('The case is closed.');
        }),
      ]);
      const id = await here.rows.add({ kind: 'greet' });
      await eventually(() => here.deadLetters.length > 0);
      expect(runs).toBe(1);
      expect(await here.rows.find(id)).toMatchObject({
        code: 'NOT_POSSIBLE',
        message: 'The case is closed.',
      });
    });

    it('shows a row whose kind nobody handles, and one whose data is wrong', async () => {
      await here.run([handler('greet', () => {})]);
      const unknown = await here.rows.add({ kind: 'sing' });
      const wrong = await here.rows.add({ kind: 'greet', data: { case: 'not a number' } });
      await eventually(() => here.deadLetters.length === 2);
      expect(await here.rows.find(unknown)).toMatchObject({ code: 'HANDLER_UNKNOWN' });
      expect(await here.rows.find(wrong)).toMatchObject({ code: 'JOB_DATA_INVALID' });
    });

    it('finishes a job quietly whose effect was committed before its worker failed', async () => {
      let runs = 0;
      const runtime = await here.run([
        handler('greet', async (id) => {
          runs += 1;
          await here.rows.outbox.done(id);
          throw new Error('crashed after the commit');
        }),
      ]);
      await here.rows.add({ kind: 'greet' });
      await eventually(() => runtime.counts().stale > 0);
      expect(runs).toBe(1);
      expect(here.deadLetters).toEqual([]);
    });

    it('runs a job whose worker vanished with it', async () => {
      const ran: number[] = [];
      const runtime = here.runtime([handler('greet', (outboxId) => void ran.push(outboxId))]);
      await runtime.startRelay();
      const id = await here.rows.add({ kind: 'greet' });
      await eventually(async () => (await here.rows.find(id)).dispatched);
      await eventually(() => place.snatch(here.pool));
      await runtime.startWorker(contextFor);
      await eventually(async () => (await here.rows.find(id)).done);
      expect(ran).toEqual([id]);
    });

    it('runs every undone row once after the queue has lost all its jobs', async () => {
      const ran: number[] = [];
      const greet = handler('greet', (id) => void ran.push(id));
      const runtime = here.runtime([greet]);
      await runtime.startRelay();
      const ids = await Promise.all(Array.from({ length: 20 }, () => here.rows.add({ kind: 'greet' })));
      await eventually(() => runtime.counts().relayed >= 20);
      await place.wipe(here.pool);
      await runtime.startWorker(contextFor);
      await eventually(async () => (await here.rows.undoneCount()) === 0);
      expect(ran.toSorted((a, b) => a - b)).toEqual(ids.toSorted((a, b) => a - b));
      expect(runtime.counts()).toMatchObject({ redriven: 20, done: 20 });
    });

    it('takes the effect of each row once with two processes at work', async () => {
      await here.pool.query('create table effect (outbox_id int)');
      // The effect and the row's end in one transaction, as the store does it.
      const greet = handler('greet', async (id) => {
        await here.pool.query(
          `with done as (update hearback.outbox set done_at = now() where outbox_id = $1 and done_at is null returning outbox_id)
           insert into effect select outbox_id from done`,
          [id],
        );
      });
      const ids = await Promise.all(Array.from({ length: 60 }, () => here.rows.add({ kind: 'greet' })));
      const runtimes = [await here.run([greet]), await here.run([greet])];
      await eventually(async () => (await here.rows.undoneCount()) === 0);
      await Promise.all(runtimes.map((runtime) => runtime.close()));
      const { rows } = await here.pool.query<{ outbox_id: number }>(
        'select outbox_id from effect order by outbox_id',
      );
      expect(rows.map(({ outbox_id }) => outbox_id)).toEqual(ids.toSorted((a, b) => a - b));
    });

    it('begins no job before it may', async () => {
      let asked = 0;
      let allow = (): void => {};
      const allowed = new Promise<void>((resolve) => (allow = resolve));
      const ran: number[] = [];
      const begin = () => ((asked += 1), allowed.then(() => null));
      await here.run([handler('greet', (id) => void ran.push(id))], { begin });
      const id = await here.rows.add({ kind: 'greet' });
      await eventually(() => asked === 1);
      expect(ran).toEqual([]);
      allow();
      await eventually(async () => (await here.rows.find(id)).done);
      expect(ran).toEqual([id]);
    });

    it('waits for the running job when it closes, and starts no other', async () => {
      let finish = (): void => {};
      const started: number[] = [];
      const runtime = await here.run([
        handler('greet', async (id) => {
          started.push(id);
          await new Promise<void>((resolve) => (finish = resolve));
        }),
      ]);
      const id = await here.rows.add({ kind: 'greet' });
      await eventually(() => started.length === 1);
      let closed = false;
      const closing = runtime.close().then(() => (closed = true));
      const next = await here.rows.add({ kind: 'greet' });
      expect(closed).toBe(false);
      finish();
      await closing;
      expect(await here.rows.find(id)).toMatchObject({ done: true });
      expect(await here.rows.find(next)).toMatchObject({ done: false });
      expect(started).toEqual([id]);
      await runtime.close();
    });

    it('has nothing to complain about while all is well', async () => {
      const runtime = await here.run([handler('greet', () => {})]);
      const id = await here.rows.add({ kind: 'greet' });
      await eventually(async () => (await here.rows.find(id)).done);
      expect(runtime.problem()).toBeNull();
    });
  });
}
