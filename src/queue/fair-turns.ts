import type { Lane } from '../handlers/handler.ts';
import type { OutboxRow } from '../store/outbox.ts';

/** A community with fewer jobs than this under way in a lane is served as they come. It is what one process runs at a time. */
const AT_ONCE = 10;
/** What is under way is counted anew this often (ms), and so that the counting takes a twentieth of the time at most. */
const COUNT_EVERY_MS = 1_000;
const COUNT_SHARE = 20;
/** By so many turns at most a community is behind what it has under way: what is left of a flood does not hold up what comes after it. */
const BEHIND = 3;
/** By so many turns what can wait is behind the rest of its community: a card is drawn again when four times as many answers are said. */
const BEHIND_THE_REST = 2;

/** How much is under way, as `Outbox.underWay` tells it. */
type UnderWay = readonly { workspaceId: string; kind: string; count: number }[];

/**
 * Whose turn it is. A job goes behind those of every community that has less under way in its lane: the flood of one delays nobody
 * else, and what is left of the time is the flood's. Those of one community stay in their order until most of them are done, but for what
 * can wait: that goes behind the rest.
 */
export interface FairTurns {
  /** BullMQ's priority of each row, in the order given: 0 goes first, and the higher the later. */
  of(rows: readonly OutboxRow[]): Promise<number[]>;
}

/** How the kinds of jobs stand to each other. */
export interface Kinds {
  laneOf(kind: string): Lane;
  canWait(kind: string): boolean;
}

/**
 * @param count what is under way now; asked for from time to time only
 * @param clock milliseconds since any moment
 */
export function createFairTurns(
  count: () => Promise<UnderWay>,
  { laneOf, canWait }: Kinds,
  clock: () => number = () => performance.now(),
): FairTurns {
  let loads = new Map<string, number>();
  let countAgainAt = Number.NEGATIVE_INFINITY;
  /** The turn a community's last job got while it had much under way: those that come later do not overtake it. */
  const turns = new Map<string, number>();
  const placeOf = ({ workspaceId, kind }: { workspaceId: string; kind: string }) => {
    const lane = `${laneOf(kind)} ${workspaceId}`;
    return canWait(kind) ? { key: `${lane} later`, rest: lane } : { key: lane, rest: null };
  };

  // What is to be said was put off until its own moment, and the platform keeps more than a little of it from coming at once.
  const hasStoodInLine = ({ kind, generation }: OutboxRow) =>
    generation > 1 && laneOf(kind) === 'deliver' && !canWait(kind);

  async function refresh(): Promise<void> {
    const before = clock();
    if (before < countAgainAt) return;
    const next = new Map<string, number>();
    for (const each of await count()) add(next, placeOf(each).key, each.count);
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
        if (hasStoodInLine(row)) return 0;
        const { key, rest } = placeOf(row);
        const load = add(loads, key, 1) - 1;
        const due = rest === null ? turnOf(load) : behind(turnOf(load + (loads.get(rest) ?? 0)));
        const turn = Math.max(due, turns.get(key) ?? 0);
        if (turn > 0) turns.set(key, turn);
        return turn;
      });
    },
  };
}

/** @returns how many there are now */
function add(loads: Map<string, number>, key: string, count: number): number {
  const sum = (loads.get(key) ?? 0) + count;
  loads.set(key, sum);
  return sum;
}

function behind(turn: number): number {
  return turn === 0 ? 0 : turn + BEHIND_THE_REST;
}

/** 0 for little, and one more for each doubling: communities with about as much under way are served as they come. */
function turnOf(load: number): number {
  return load < AT_ONCE ? 0 : 1 + Math.floor(Math.log2(load / AT_ONCE));
}
