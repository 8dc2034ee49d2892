import { AppError, RateLimited } from '../../errors.ts';
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
  let client: SocketClient | null = null;
  let problem: string | null = 'connecting';

  const open = async (current: SocketClient): Promise<AppError | null> => {
    try {
      await helloFrom(current);
    } catch (error) {
      const failure = translated(error, 'read');
      problem = slackCode(error) ?? failure.code;
      options.log.warn({ code: failure.code, reason: problem }, 'slack: could not connect');
      return failure;
    }
    problem = null;
    options.onOpen();
    return null;
  };
  const keep = async (first: SocketClient, firstOpened: Promise<AppError | null>) => {
    let opened: { client: SocketClient; failure: AppError | null } = { client: first, failure: await firstOpened };
    for (let failures = 0; ; ) {
      const heldMs = opened.failure ? 0 : await untilClosed(opened.client);
      if (!opened.failure) {
        problem = 'disconnected';
        options.onClosed(opened.client.refreshAsked);
      }
      failures = heldMs < HELD_MS ? failures + 1 : 0;
      const waitMs = opened.failure instanceof RateLimited ? opened.failure.afterMs : 0;
      await pause(Math.max(waitMs, backOffMs(failures, WAIT_FIRST_MS, WAIT_MAX_MS)), stopping.signal);
      if (stopping.signal.aborted) return;
      client = createClient(options);
      opened = { client, failure: await open(client) };
    }
  };
  return { problem: () => problem, attempted: Promise.resolve(), stop: async () => {} };
}
