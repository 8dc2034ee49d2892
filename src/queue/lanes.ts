import type { Handler, Lane } from '../handlers/handler.ts';
import type { Kinds } from './fair-turns.ts';

/** One BullMQ queue and one worker each: a slow lane does not hold up a quick one. */
export const LANES: readonly Lane[] = ['record', 'deliver', 'files', 'scan', 'programs'];

/**
 * How many jobs of a lane one process runs at a time. Files are large and nobody waits for them; a look back is long,
 * and has a lane of its own so that nobody waits behind it. Other programs may be slow or away, and are in nobody's way either.
 */
export const CONCURRENCY: Readonly<Record<Lane, number>> = {
  record: 10,
  deliver: 10,
  files: 2,
  scan: 2,
  programs: 6,
};

/**
 * So many times rarer than elsewhere it is looked whether a worker has vanished: nobody waits for a file, a look back or another program
 * for as long as it takes to find that out.
 */
export const PATIENCE: Readonly<Record<Lane, number>> = {
  record: 1,
  deliver: 1,
  files: 4,
  scan: 4,
  programs: 4,
};

/** BullMQ's name of a lane's queue. The queues of other programs may stand next to it. */
export function queueName(lane: Lane): string {
  return `hearback-${lane}`;
}

/** Tells how a row is dealt with by its kind. A kind nobody handles goes where its failing is soon seen. */
export function kindsOf(handlers: readonly Pick<Handler, 'name' | 'lane' | 'canWait'>[]): Kinds {
  const byName = new Map(handlers.map((handler) => [handler.name, handler]));
  return {
    laneOf: (kind) => byName.get(kind)?.lane ?? 'record',
    canWait: (kind) => byName.get(kind)?.canWait ?? false,
  };
}
