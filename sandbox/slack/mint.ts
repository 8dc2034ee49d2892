import { randomBytes } from 'node:crypto';
import type { Journal } from '../journal.ts';

/** Makes the ids of everything new. */
export interface Mint {
  /** Seconds and microseconds, `1700000000.000100`: rising, and never given twice, also after a restart. */
  ts(): string;
  /** The newest ts given out. */
  last(): string;
  /** An id as Slack's look: a letter or two and nine characters. */
  id(prefix: string): string;
}

const LAST_TS = 'last ts';

export function createMint(journal: Journal, now: () => Date): Mint {
  const meta = journal.table<string>('slack.meta');
  return {
    ts: () => {
      const micros = Math.max(now().getTime() * 1_000, microsOf(meta.get(LAST_TS)) + 1);
      const ts = `${Math.floor(micros / 1_000_000)}.${String(micros % 1_000_000).padStart(6, '0')}`;
      meta.set(LAST_TS, ts);
      return ts;
    },
    last: () => meta.get(LAST_TS) ?? '0000000000.000000',
    id: (prefix) =>
      prefix +
      BigInt(`0x${randomBytes(8).toString('hex')}`)
        .toString(36)
        .toUpperCase()
        .padStart(9, '0')
        .slice(-9),
  };
}

function microsOf(ts: string | undefined): number {
  return ts ? Number(ts.replace('.', '')) : 0;
}

/** The moment in a ts. */
export function dateOf(ts: string): Date {
  return new Date(Math.floor(Number(ts) * 1_000));
}
