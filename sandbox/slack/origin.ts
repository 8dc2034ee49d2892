import type { Journal } from '../journal.ts';
import { ORIGIN } from './wire.ts';

/** Learns from its callers under which address the emulator is reached, and writes it into what goes out. */
export interface Origin {
  /** @param host the Host header of a request. */
  learn(host: string | undefined): void;
  /** JSON of a value, with the address filled in. */
  json(value: unknown): string;
  address(): string;
}

const ADDRESS = 'address';

export function createOrigin(journal: Journal): Origin {
  const meta = journal.table<string>('slack.meta');
  const address = () => meta.get(ADDRESS) ?? 'http://127.0.0.1';
  return {
    learn: (host) => {
      if (host && address() !== `http://${host}`) meta.set(ADDRESS, `http://${host}`);
    },
    json: (value) => JSON.stringify(value).replaceAll(ORIGIN, address()),
    address,
  };
}
