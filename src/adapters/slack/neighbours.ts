import { isSpoken, type NativeMessage } from './snapshot.ts';

/** So many messages are asked for with one that was flagged: what stood before it is wanted next, and Slack counts calls, not messages. */
export const WITH_NEIGHBOURS = 15;
/** Of so many messages the neighbours are remembered, and for so long (ms). */
const REMEMBERED = 100;
const FRESH_MS = 30_000;

/** What came along with a message that was read. */
export interface Neighbours {
  /** @param older newest first, without the message itself. @param isAll there is nothing older than these. */
  remember(channel: string, ts: string, older: NativeMessage[], isAll: boolean): void;
  /** The last `limit` that were said before it, newest first; null when they have to be asked for. Each is given once. */
  take(channel: string, ts: string, limit: number): NativeMessage[] | null;
}

export function createNeighbours(): Neighbours {
  const kept = new Map<string, { older: NativeMessage[]; isAll: boolean; at: number }>();
  return {
    remember: (channel, ts, older, isAll) => {
      kept.set(`${channel} ${ts}`, { older: older.filter(isSpoken), isAll, at: Date.now() });
      const [oldest] = kept.keys();
      if (kept.size > REMEMBERED && oldest !== undefined) kept.delete(oldest);
    },
    take: (channel, ts, limit) => {
      const found = kept.get(`${channel} ${ts}`);
      kept.delete(`${channel} ${ts}`);
      if (!found || Date.now() - found.at > FRESH_MS) return null;
      return found.isAll || found.older.length >= limit ? found.older.slice(0, limit) : null;
    },
  };
}
