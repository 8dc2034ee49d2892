import { createServer, connect, type AddressInfo, type Socket } from 'node:net';
import { once } from 'node:events';

/** Where the real server is, as `net.connect` takes it. */
export type Address = { path: string } | { host: string; port: number };

/**
 * When in the life of a statement: `before` it reaches the server; `committed` when the server has committed its transaction
 * and the program has not heard of it; `told` when it has.
 */
export type Phase = 'before' | 'committed' | 'told';

/** What happens at a moment. True when whoever was speaking is gone: what it said last is not passed on. */
export type Strike = () => Promise<boolean>;

/** The wire between one process of the program and the database, which knows what passes. */
export interface DatabaseWire {
  port: number;
  /** Calls `strike` the next time a statement with these words comes to that phase; it is not passed on before that ends. @returns what disarms it */
  when(words: string, phase: Phase, strike: Strike): () => void;
  /** Nothing passes in either direction, and nobody is told: a network that is gone without a word. */
  darken(): void;
  /** What was held back passes. */
  lighten(): void;
  /** Cuts what is open, and refuses what comes until `lighten`. */
  cut(): void;
  close(): Promise<void>;
}

interface Watch {
  words: string;
  phase: Phase;
  strike: Strike;
}

export async function openDatabaseWire(server: Address): Promise<DatabaseWire> {
  const watches = new Set<Watch>();
  const pairs = new Set<{ client: Socket; upstream: Socket }>();
  const state = { dark: false, refuses: false };

  const listener = createServer((client) => {
    if (state.refuses) return client.destroy();
    const upstream = connect(server);
    const pair = { client, upstream };
    pairs.add(pair);
    const end = () => {
      client.destroy();
      upstream.destroy();
      pairs.delete(pair);
    };
    for (const socket of [client, upstream]) socket.setNoDelay(true).on('error', end).on('close', end);
    follow(client, upstream, watches);
    if (state.dark) hold(pair);
    return undefined;
  });
  listener.listen(0, '127.0.0.1');
  await once(listener, 'listening');
  const hold = ({ client, upstream }: { client: Socket; upstream: Socket }) => {
    client.pause();
    upstream.pause();
  };

  return {
    port: (listener.address() as AddressInfo).port,
    when(words, phase, strike) {
      const watch = { words, phase, strike };
      watches.add(watch);
      return () => void watches.delete(watch);
    },
    darken() {
      state.dark = true;
      pairs.forEach(hold);
    },
    lighten() {
      [state.dark, state.refuses] = [false, false];
      for (const { client, upstream } of pairs) {
        client.resume();
        upstream.resume();
      }
    },
    cut() {
      state.refuses = true;
      for (const { client, upstream } of pairs) {
        client.destroy();
        upstream.destroy();
      }
    },
    async close() {
      listener.close();
      for (const { client, upstream } of pairs) {
        client.destroy();
        upstream.destroy();
      }
      await once(listener, 'close');
    },
  };
}

/** Passes on what is said, in order, and finds the statements in it: the driver sends their text in the clear. */
function follow(client: Socket, upstream: Socket, watches: Set<Watch>): void {
  let spoken: Watch[] = [];
  let awaited: Watch[] = [];
  let asking = Promise.resolve();
  let answering = Promise.resolve();

  const use = async (met: Watch[], phase: Phase): Promise<boolean> => {
    let isGone = false;
    for (const watch of met)
      if (watch.phase === phase && watches.delete(watch)) isGone = (await watch.strike()) || isGone;
    return isGone;
  };
  const ask = async (chunk: Buffer): Promise<void> => {
    if (watches.size > 0) {
      const text = chunk.toString('latin1');
      const met = [...watches].filter(({ words }) => text.includes(words));
      if (await use(met, 'before')) upstream.destroy();
      spoken.push(...met.filter(({ phase }) => phase !== 'before'));
      if (text.includes('rollback\0')) spoken = [];
      if (text.includes('commit\0')) [awaited, spoken] = [spoken, []];
    }
    if (!upstream.destroyed) upstream.write(chunk);
  };
  const answer = async (chunk: Buffer): Promise<void> => {
    const met = awaited;
    awaited = [];
    await use(met, 'committed');
    if (!client.destroyed) client.write(chunk);
    await use(met, 'told');
  };
  client.on('data', (chunk: Buffer) => {
    asking = asking.then(() => ask(chunk));
  });
  upstream.on('data', (chunk: Buffer) => {
    answering = answering.then(() => answer(chunk));
  });
}
