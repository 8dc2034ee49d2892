import { EventEmitter, once } from 'node:events';
import { setTimeout as after } from 'node:timers/promises';
import type { HeldShard, Shard, ShardSession } from '../../chat/shards.ts';
import { AppError } from '../../errors.ts';
import { textCode, TOKEN_REFUSED } from './errors.ts';
import { createGatewayClient, type GatewayEvents, type GatewayOptions } from './gateway-client.ts';
import { createInbox, type Inbox, type InboxOptions } from './inbox.ts';
import { INTENTS_OFF, TOO_FEW_SHARDS, waitMs } from './wait-longer.ts';

/** How long what is under way may take before a shard is handed on (ms): what has not ended by then comes once more. */
const DRAIN_WITHIN_MS = 10_000;

const CONNECTING = 'connecting to Discord; no events arrive yet.';
const LOST = 'the connection to Discord was lost; it is being made again.';
/** How often it is looked whether the shard is ours again before it is connected anew (ms). */
const LOOK_EVERY_MS = 50;

export interface ConnectionOptions extends GatewayOptions, InboxOptions {
  /** Whatever has to be known before the first event. @throws {AppError} */
  prepare: () => Promise<void>;
  /** Its session was gone on with where somebody else ended: Discord does not tell anew which servers there are. */
  onAdopted: () => void;
  /** Another number of shards is needed. */
  onWrongCount: () => void;
  /** Whether nobody else is to have the shard: else it is not connected anew. */
  isSure: () => boolean;
}

/** One shard we hold. */
export interface Connection {
  shard: Shard;
  /** Resolves when the first attempt has succeeded or failed; goes on by itself until `close`. */
  open: () => Promise<void>;
  /** Deals with what came while it was not certain whose it is. */
  flush: () => void;
  /** Deals with what is under way, and disconnects. @returns where the next one goes on */
  handOver: () => Promise<ShardSession | null>;
  /** Disconnects: the shard is somebody else's. What waited is theirs. */
  drop: () => Promise<void>;
  /** Null while it is connected. */
  problem: () => string | null;
  said: () => HeldShard;
}

/** What is known of one shard's connection. */
interface Running {
  options: ConnectionOptions;
  shard: Shard;
  inbox: Inbox;
  closing: AbortSignal;
  state: {
    problem: string | null;
    session: { sessionId: string; resumeUrl: string } | null;
    /** The session is still somebody else's. */
    isAdopted: boolean;
  };
}

/** Called with every connection made, and every one lost. */
interface Told {
  up: () => void;
  lost: () => void;
}

/** Keeps one shard connected, with a new client whenever one can go on no more. @param from where whoever held it before has got to */
export function createConnection(
  options: ConnectionOptions,
  shard: Shard,
  from: ShardSession | null,
): Connection {
  const closing = new AbortController();
  const inbox = createInbox(options, from?.sequence ?? 0);
  const state: Running['state'] = { problem: CONNECTING, session: from, isAdopted: from !== null };
  const running: Running = { options, shard, inbox, closing: closing.signal, state };
  let kept: Promise<void> | null = null;
  const close = async () => {
    inbox.close();
    closing.abort();
    await kept;
  };

  return {
    shard,
    open: () =>
      new Promise((resolve) => {
        kept ??= keep(running, resolve);
      }),
    flush: inbox.flush,
    handOver: async () => {
      inbox.close();
      await Promise.race([inbox.idle(), after(DRAIN_WITHIN_MS, null, { ref: false })]);
      await close();
      return reached(running);
    },
    drop: close,
    problem: () => state.problem,
    said: () => ({ ...shard, isHeard: state.problem === null, session: reached(running) }),
  };
}

/** Where whoever comes next goes on. */
function reached({ state: { session }, inbox }: Running): ShardSession | null {
  return session && { sessionId: session.sessionId, resumeUrl: session.resumeUrl, sequence: inbox.upTo() };
}

async function keep(running: Running, firstOutcome: () => void): Promise<void> {
  const { options, shard, closing, state } = running;
  for (let failures = 0; !closing.aborted; failures += 1) {
    const up = () => {
      failures = -1;
      firstOutcome();
    };
    const why = await live(running, { up, lost: firstOutcome });
    state.problem = why;
    if (closing.aborted) break;
    options.log.error({ problem: why, ...shard }, 'no connection to Discord');
    firstOutcome();
    await after(waitMs(why, Math.max(0, failures)), null, { signal: closing }).catch(() => null);
  }
  firstOutcome();
}

/** @param end called with why a client can go on no more, as a problem for people */
function eventsOf(running: Running, { up, lost }: Told, end: (why: string) => void): GatewayEvents {
  const { options, inbox, state } = running;
  return {
    onPacket: inbox.take,
    onUp: (session, isResumed) => {
      const isTheirs = state.isAdopted && isResumed;
      if (!isResumed) inbox.begin();
      Object.assign(state, { session, problem: null, isAdopted: false });
      if (isTheirs) options.onAdopted();
      up();
    },
    onLost: () => {
      state.problem ??= LOST;
      lost();
    },
    onEnd: (code) => {
      if (code === CLOSE.shardingRequired || code === CLOSE.invalidShard) options.onWrongCount();
      end(problemOfClose(code));
    },
    mayConnect: () => untilSure(running),
  };
}

/** Resolves when the shard may be connected, or is not to be connected any more. */
async function untilSure({ options, closing }: Running): Promise<void> {
  while (!options.isSure() && !closing.aborted) await after(LOOK_EVERY_MS);
}

/** One client from login until it can go on no more. @returns why, as a problem for people */
async function live(running: Running, told: Told): Promise<string> {
  const { options, shard, closing } = running;
  await untilSure(running);
  try {
    await options.prepare();
  } catch (error) {
    return `Discord cannot be reached (${error instanceof AppError ? error.code : textCode(error)}); it is tried again.`;
  }
  const hearsOfMembers = (await options.mayHearOfMembers?.()) ?? false;
  if (closing.aborted) return '';
  const ended = new EventEmitter();
  const why = once(ended, 'why') as Promise<[string]>;
  const end = (reason: string) => void ended.emit('why', reason);
  const client = createGatewayClient(
    { ...options, hearsOfMembers },
    shard,
    reached(running),
    eventsOf(running, told, end),
  );
  client.connect().catch(() => end(LOST));
  const stop = () => end('');
  closing.addEventListener('abort', stop);
  const [reason] = await why;
  closing.removeEventListener('abort', stop);
  await client.destroy();
  return reason;
}

/** https://docs.discord.com/developers/topics/opcodes-and-status-codes#gateway-gateway-close-event-codes */
const CLOSE = {
  authenticationFailed: 4004,
  invalidShard: 4010,
  shardingRequired: 4011,
  disallowedIntents: 4014,
};

function problemOfClose(code: number): string {
  if (code === CLOSE.authenticationFailed) return TOKEN_REFUSED;
  if (code === CLOSE.disallowedIntents) return INTENTS_OFF;
  if (code === CLOSE.shardingRequired) return TOO_FEW_SHARDS;
  return `Discord closed the connection for good (${code}); it is tried again.`;
}
