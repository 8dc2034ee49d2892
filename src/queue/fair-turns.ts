import type { Lane } from '../handlers/handler.ts';
import type { OutboxRow } from '../store/outbox.ts';

/** A community with fewer jobs than this under way in a lane is served as they come. It is what one process runs at a time. */
const AT_ONCE = 10;
/** What is under way is counted anew this often (ms), and so that the counting takes a twentieth of the time at most. */
const COUNT_EVERY_MS = 1_000;
const COUNT_SHARE = 20;
/** By so many turns at most a community is behind what it has under way: what is left of a flood does not hold up what comes after it. */
const BEHIND = 3;

/** How much is under way, as `Outbox.underWay` tells it. */
type UnderWay = readonly { workspaceId: string; kind: string; count: number }[];

/**
 * Whose turn it is. A job goes behind those of every community that has less under way in its lane: the flood of one delays nobody
 * else, and what is left of the time is the flood's. Those of one community stay in their order until most of them are done.
 */
export interface FairTurns {
  /** BullMQ's priority of each row, in the order given: 0 goes first, and the higher the later. */
  of(rows: readonly OutboxRow[]): Promise<number[]>;
}

/**
 * @param count what is under way now; asked for from time to time only
 * @param clock milliseconds since any moment
 */
export function createFairTurns(
  count: () => Promise<UnderWay>,
  laneOf: (kind: string) => Lane,
  clock: () => number = () => performance.now(),
): FairTurns {
  let loads = new Map<string, number>();
  let countAgainAt = Number.NEGATIVE_INFINITY;
  /** The turn a community's last job got while it had much under way: those that come later do not overtake it. */
  const turns = new Map<string, number>();
  const keyOf = (row: { workspaceId: string; kind: string }) => `${laneOf(row.kind)} ${row.workspaceId}`;

  async function refresh(): Promise<void> {
    const before = clock();
    if (before < countAgainAt) return;
    const next = new Map<string, number>();
    for (const each of await count()) next.set(keyOf(each), (next.get(keyOf(each)) ?? 0) + each.count);
    loads = next;
    for (const [key, turn] of turns) {
      const due = turnOf(loads.get(key) ?? 0);
      if (due === 0) turns.delete(key);
      else turns.set(key, Math.min(turn, due + BEHIND));
    }
    const now = clock();
    countAgainAt = now + Math.max(COUNT_EVERY_MS, (now - before) * COUNT_SHARE);
  }

  return {
    async of(rows) {
      await refresh();
      return rows.map((row) => {
        const key = keyOf(row);
        const load = loads.get(key) ?? 0;
        loads.set(key, load + 1);
        const turn = Math.max(turnOf(load), turns.get(key) ?? 0);
        if (turn > 0) turns.set(key, turn);
        return turn;
      });
    },
  };
}

/** 0 for little, and one more for each doubling: communities with about as much under way are served as they come. */
function turnOf(load: number): number {
  return load < AT_ONCE ? 0 : 1 + Math.floor(Math.log2(load / AT_ONCE));
}
