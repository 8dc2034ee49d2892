import type { RequestData } from 'discord.js';
import { unpaced, type Pace } from '../../chat/pace.ts';
import { PlatformUnavailable, TargetGone } from '../../errors.ts';
import { createMemo, type Memo } from '../../net/memo.ts';
import { createSharedCalls } from '../../net/shared-calls.ts';
import { ticketOf } from './budgets.ts';
import type { Call, Method } from './call.ts';
import { translate, type CallKind } from './errors.ts';
import { createRest, TooMany } from './rest.ts';
import { createTurns } from './turns.ts';

export type { Call } from './call.ts';

export const DISCORD_API = 'https://discord.com/api';

/** How long one call may take in all, waiting for those before it and reading the answer included (ms). */
const CALL_WITHIN_MS = 20_000;

/** How often a reading call that failed on the way is sent in all. */
const READ_TRIES = 2;

/** How long what Discord said of people, roles and channels holds (ms). Rights hang on it. */
const FRESH_MS = 60_000;
/** The same where a person waits for the answer (ms): long enough that one click asks everything once. */
const FRESH_FOR_CLICKS_MS = 5_000;
/** So many answers are remembered. */
const REMEMBERED = 5_000;

/**
 * Discord's REST API. Everything thrown is an AppError.
 * The client repeats nothing by itself: on a 5xx or a timeout it would repeat POSTs, and on a 429 it would sit and wait.
 * Answers are Discord's own types and not checked at run time: read what may be absent with `?.`.
 */
export interface Api {
  get: <T>(call: Call) => Promise<T>;
  /**
   * The same, or what was answered to it less than a minute ago; while a person waits, less than 5 s. So work that was put
   * off gets further each time. That something is not there is an answer too; other failures are not remembered.
   */
  recent: <T>(call: Call) => Promise<T>;
  /** What was answered to this call until now counts no more; null: to any. */
  forget: (call: Call | null) => void;
  post: <T>(call: Call) => Promise<T>;
  put: <T>(call: Call) => Promise<T>;
  patch: <T>(call: Call) => Promise<T>;
  delete: <T>(call: Call) => Promise<T>;
  /** Before the same call. @throws {RateLimited} */
  awaitTurn: (method: Method, call: Call) => Promise<void>;
  /** Our own user id; also the application's. */
  self: () => Promise<string>;
}

export function createApi(token: string, apiUrl: string, pace: Pace = unpaced): Api {
  const turns = createTurns(pace);
  // The client keeps the calls of a route in a row: those a person waits for have a row of their own.
  const calm = createRest(apiUrl, turns.heed);
  const urgent = createRest(apiUrl, turns.heed);

  async function once<T>(method: Method, call: Call): Promise<T> {
    const kind: CallKind = {
      writes: method !== 'get',
      needs: call.needs ?? ['VIEW_CHANNEL'],
      where: call.where ?? 'the server',
    };
    await turns.take(method, call);
    const rest = pace.isUrgent() || call.auth === false ? urgent : calm;
    try {
      // A single 401 makes the client forget its token for good, and every later call would fail without being sent.
      rest.setToken(token);
      // Discord's published types are trusted here, at the one door they come in by.
      return (await rest[method](call.route, requestOf(call))) as T;
    } catch (error) {
      throw error instanceof TooMany ? await turns.refused(error, method, call) : translate(error, kind);
    }
  }

  const read = <T>(call: Call): Promise<T> => again(() => once<T>('get', call));
  const shared = createSharedCalls();
  // Who asks after something was forgotten waits for no call that began before.
  let forgotten = 0;
  const get = <T>(call: Call): Promise<T> =>
    shared(`${forgotten} ${pace.isUrgent() ? 'urgent' : ''}${ticketOf('get', call)}`, () => read<T>(call));
  const memo = createMemo(REMEMBERED);
  let self: string | null = null;
  return {
    get,
    recent: createRecent(get, pace, memo),
    forget: (call) => {
      forgotten += 1;
      memo.forget(call ? ticketOf('get', call) : undefined);
    },
    post: (call) => once('post', call),
    put: (call) => once('put', call),
    patch: (call) => once('patch', call),
    delete: (call) => once('delete', call),
    awaitTurn: turns.ahead,
    self: async () => {
      self ??= (await read<{ id: string }>({ route: '/users/@me' })).id;
      return self;
    },
  };
}

async function again<T>(read: () => Promise<T>): Promise<T> {
  for (let left = READ_TRIES - 1; ; left -= 1) {
    try {
      return await read();
    } catch (error) {
      if (left === 0 || !(error instanceof PlatformUnavailable)) throw error;
    }
  }
}

function createRecent(get: Api['get'], pace: Pace, memo: Memo): Api['recent'] {
  return async <T>(call: Call) => {
    const maxAgeMs = pace.isUrgent() ? FRESH_FOR_CLICKS_MS : FRESH_MS;
    const found = await memo(ticketOf('get', call), maxAgeMs, () => get<T>(call).catch(orGone));
    if (found instanceof TargetGone) throw found;
    return found;
  };
}

/** What is not there, as an answer. */
function orGone(error: unknown): TargetGone {
  if (error instanceof TargetGone) return error;
  throw error;
}

function requestOf({ query, body, files, auth }: Call): RequestData {
  const parameters = new URLSearchParams(
    Object.entries(query ?? {}).map(([key, value]): [string, string] => [key, String(value)]),
  );
  return {
    signal: AbortSignal.timeout(CALL_WITHIN_MS),
    ...(query && { query: parameters }),
    ...(body !== undefined && { body }),
    ...(files && { files }),
    ...(auth === false && { auth: false }),
  };
}
