import type { Lane } from '../handlers/handler.ts';
import type { Log } from '../log.ts';
import type { Outbox, OutboxRow } from '../store/outbox.ts';
import type { Backend } from './backend.ts';
import type { Counts } from './counts.ts';
import { createFairTurns, type FairTurns, type Kinds } from './fair-turns.ts';
import { faultOf } from './fault.ts';
import { jobFor, jobIdOf } from './job.ts';
import type { LaneQueues } from './lane-queues.ts';
import { repeat } from './repeat.ts';

/** Rows a relay takes at a time: they stay locked while it publishes them. */
const BATCH = 100;
/** Rows a sweep looks after. */
const SWEEP = 500;

export interface RelayParts {
  backend: Backend;
  queues: LaneQueues;
  outbox: Outbox;
  kinds: Kinds;
  log: Log;
  now(): Date;
  counts: Counts;
  /** Poll, sweep, and how far ahead jobs are published (ms). */
  timings: { relayPollMs: number; reconcileMs: number; horizonMs: number };
}

export interface Relay {
  problem(): string | null;
  close(): Promise<void>;
}

/** Tells trouble of the queue from trouble of the outbox, whose transaction it passes through. */
class QueueRefused extends Error {
  constructor(code: string) {
    super(code);
    this.name = code;
  }
}

/** So many times rarer rows are looked for by whoever is told of them. */
const TOLD = 10;

/** Jobs in one of these states will run; the rest of BullMQ's states mean that nothing will happen any more. */
const UNDER_WAY = new Set(['waiting', 'active', 'delayed', 'prioritized', 'waiting-children']);

/** Moves committed outbox rows to the queue, at once and by a poll, and looks after those the queue has lost. */
export function startRelay(parts: RelayParts): Relay {
  const { backend, queues, outbox, log, timings } = parts;
  const failing = new Map<string, string>();
  let stopListening: (() => Promise<void>) | null = null;
  const turns = createFairTurns(() => outbox.underWay(horizonOf(parts)), parts.kinds);
  // Who listens hears of each row: then looking is for what nobody could say.
  const isTold = () => stopListening !== null && !failing.has('relay');
  const relaying = repeat(
    () => timings.relayPollMs * (isTold() ? TOLD : 1),
    guarded('relay', () => relayDue(parts, turns, () => relaying.isStopped())),
  );
  backend.onReachable(relaying.wake);
  const sweeping = repeat(timings.reconcileMs, guarded('sweep', sweep));

  async function sweep(): Promise<void> {
    const isNew = !stopListening;
    stopListening ??= await outbox.onAdded(relaying.wake);
    // Nobody was told of rows that were added until now.
    if (isNew) relaying.wake();
    if ((await outbox.ringDueClocks(parts.now())) > 0) relaying.wake();
    if (backend.isReachable() && (await redriveLost(parts)) > 0) relaying.wake();
  }

  /** Trouble is told once when it begins and once when it is over. */
  function guarded(what: string, work: () => Promise<void>): () => Promise<void> {
    return async () => {
      try {
        await work();
        if (failing.delete(what)) log.info(`the ${what} works again`);
      } catch (error) {
        const code = faultOf(error);
        if (failing.get(what) !== code) log.error({ code }, `the ${what} failed and goes on trying`);
        failing.set(what, code);
        await queues.reset();
      }
    };
  }

  return {
    problem() {
      if (!backend.isReachable()) return `The queue in ${backend.name} cannot be reached.`;
      const [first] = failing;
      return first ? `Jobs do not get into the queue in ${backend.name} (${first.join(': ')}).` : null;
    },
    async close() {
      await Promise.all([relaying.stop(), sweeping.stop()]);
      await stopListening?.();
      await queues.reset();
    },
  };
}

function horizonOf({ now, timings }: RelayParts): Date {
  return new Date(now().getTime() + timings.horizonMs);
}

async function relayDue(parts: RelayParts, turns: FairTurns, isStopped: () => boolean): Promise<void> {
  const { backend, outbox, counts } = parts;
  for (let isMore = true; isMore && !isStopped() && backend.isReachable();) {
    const sent = await outbox.dispatch(horizonOf(parts), BATCH, (rows) => publish(rows, turns, parts));
    counts.relayed += sent.moved;
    ({ isMore } = sent);
  }
}

/** Adding many together costs as much as adding so many one by one: in PostgreSQL BullMQ makes two tables for it, and every connection hears of that. */
const FEW = 8;

async function publish(
  rows: readonly OutboxRow[],
  turns: FairTurns,
  { queues, kinds, now }: RelayParts,
): Promise<void> {
  const given = await turns.of(rows);
  const turnOf = new Map(rows.map((row, index) => [row, given[index] ?? 0]));
  for (const [lane, ofLane] of groupByLane(rows, kinds)) {
    try {
      const queue = await queues.of(lane);
      const jobs = ofLane.map((row) => jobFor(row, turnOf.get(row) ?? 0, now()));
      if (jobs.length > FEW) await queue.addBulk(jobs);
      else await Promise.all(jobs.map(({ name, data, opts }) => queue.add(name, data, opts)));
    } catch (error) {
      throw new QueueRefused(faultOf(error));
    }
  }
}

function groupByLane(rows: readonly OutboxRow[], { laneOf }: Kinds): Map<Lane, OutboxRow[]> {
  const lanes = new Map<Lane, OutboxRow[]>();
  for (const row of rows) lanes.set(laneOf(row.kind), [...(lanes.get(laneOf(row.kind)) ?? []), row]);
  return lanes;
}

/**
 * Sends rows again that were sent, are long due and not done, and whose job is gone or was failed by the queue itself.
 * A queue that was lost or emptied costs time only.
 */
async function redriveLost({
  queues,
  outbox,
  kinds,
  log,
  now,
  counts,
  timings,
}: RelayParts): Promise<number> {
  const dueBefore = new Date(now().getTime() - timings.reconcileMs);
  let redriven = 0;
  for (const row of await outbox.undone(dueBefore, SWEEP)) {
    const queue = await queues.of(kinds.laneOf(row.kind));
    if (UNDER_WAY.has(await queue.getJobState(jobIdOf(row)))) continue;
    // It may have been done or postponed since the rows were read.
    if (!(await outbox.open(row.outboxId, row.generation))) continue;
    await outbox.postpone(row.outboxId, now());
    redriven += 1;
  }
  if (redriven > 0) log.warn({ redriven }, 'jobs had been lost by the queue and are sent again');
  counts.redriven += redriven;
  return redriven;
}
