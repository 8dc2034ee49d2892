import { RateLimited } from '../../errors.ts';
import type { Log } from '../../log.ts';
import { clientOptions, silent } from './clients.ts';
import { slackCode, translated } from './errors.ts';
import { SocketClient, type Envelope } from './socket-client.ts';
import { backOffMs, pause, within } from './waiting.ts';

/** Between attempts to connect: the first wait and the longest (ms). */
const WAIT_FIRST_MS = 250;
const WAIT_MAX_MS = 30_000;
/** A connection that held this long (ms) was a good one: the next is opened at once. */
const HELD_MS = 10_000;
/** How long Slack may take to say hello, and to close (ms). */
const HELLO_WITHIN_MS = 30_000;
const CLOSE_WITHIN_MS = 3_000;

/** Slack's reason for ending a connection when Socket Mode was switched off in the app's settings. */
export const LINK_DISABLED = 'link_disabled';

export interface SocketOptions {
  appToken: string;
  apiUrl: string | undefined;
  log: Log;
  onEnvelope: (envelope: Envelope) => void;
  onOpen: () => void;
  /** @param refreshed Slack has asked for it, and sends what it has to our other connections. */
  onClosed: (refreshed: boolean) => void;
}

/** One Socket Mode connection that is opened again, for ever, whenever it ends or cannot be opened. */
export interface Socket {
  /** Null while it is open; else Slack's code or ours for why not. */
  problem: () => string | null;
  /** Resolves once the first attempt to open it has succeeded or failed. */
  attempted: Promise<void>;
  stop: () => Promise<void>;
}

export function keepSocketOpen(options: SocketOptions): Socket {
  const stopping = new AbortController();
  const state: State = { problem: 'connecting', client: null };
  const first = attempt(options, state, stopping.signal);
  const kept = keep(first, options, state, stopping.signal);
  return {
    problem: () => state.problem,
    attempted: first.then(() => undefined),
    stop: async () => {
      stopping.abort();
      if (state.client) await close(state.client);
      await kept;
    },
  };
}

interface State {
  problem: string | null;
  client: SocketClient | null;
}

/** `ended` resolves with how long the connection held (ms); 0 for one that was never open. */
interface Attempt {
  ended: Promise<number>;
  /** Slack has asked to wait so long (ms). */
  waitMs: number;
}

async function keep(
  first: Promise<Attempt>,
  options: SocketOptions,
  state: State,
  signal: AbortSignal,
): Promise<void> {
  let failures = 0;
  for (let next = first; ; next = attempt(options, state, signal)) {
    const { ended, waitMs } = await next;
    failures = (await ended) < HELD_MS ? failures + 1 : 0;
    await pause(Math.max(waitMs, backOffMs(failures, WAIT_FIRST_MS, WAIT_MAX_MS)), signal);
    if (signal.aborted) return;
  }
}

/** Resolves when the connection is open, or cannot be opened. */
async function attempt(options: SocketOptions, state: State, signal: AbortSignal): Promise<Attempt> {
  const client = createClient(options);
  state.client = client;
  const closed = new Promise<void>((resolve) => {
    client.once('disconnected', () => resolve());
  });
  try {
    await helloFrom(client, signal);
  } catch (error) {
    const failure = translated(error, 'read');
    state.problem = problemAfter(state.problem, client, slackCode(error) ?? failure.code);
    if (!signal.aborted)
      options.log.warn({ code: failure.code, reason: state.problem }, 'slack: could not connect');
    return { ended: Promise.resolve(0), waitMs: failure instanceof RateLimited ? failure.afterMs : 0 };
  }
  const since = Date.now();
  state.problem = null;
  options.onOpen();
  const ended = closed.then(() => {
    state.problem = problemAfter(null, client, 'disconnected');
    options.onClosed(client.askedAway !== null && client.askedAway !== LINK_DISABLED);
    return Date.now() - since;
  });
  return { ended, waitMs: 0 };
}

/** That somebody has switched Socket Mode off stays the reason until a connection opens, whatever else is said on the way. */
function problemAfter(before: string | null, { askedAway }: SocketClient, otherwise: string): string {
  return before === LINK_DISABLED || askedAway === LINK_DISABLED ? LINK_DISABLED : otherwise;
}

function createClient({ appToken, apiUrl, onEnvelope }: SocketOptions): SocketClient {
  const client = new SocketClient({
    appToken,
    autoReconnectEnabled: false,
    logger: silent(),
    clientOptions: clientOptions(apiUrl, 0),
  });
  client.onEventless = onEnvelope;
  client.on('slack_event', onEnvelope);
  return client;
}

/** @throws whatever Slack's client throws, and when Slack says nothing in time. The connection is given up then. */
async function helloFrom(client: SocketClient, signal: AbortSignal): Promise<void> {
  const starting = client.start().then(() => 'hello' as const);
  try {
    const heard = await Promise.race([within(HELLO_WITHIN_MS, starting), stopped(signal)]);
    if (heard !== 'hello') throw new Error('no hello');
  } catch (error) {
    // It may still open later, and nobody hears of its failure any more; unheard that would end the process.
    starting.then(
      () => close(client),
      () => undefined,
    );
    throw error;
  }
}

function stopped(signal: AbortSignal): Promise<null> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve(null);
    signal.addEventListener('abort', () => resolve(null), { once: true });
  });
}

async function close(client: SocketClient): Promise<void> {
  await within(CLOSE_WITHIN_MS, client.disconnect());
  // A peer that never answers the close is left behind, not waited for.
  client.emit('disconnected');
}
