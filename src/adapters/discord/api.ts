import type { RequestData } from 'discord.js';
import { unpaced, type Pace } from '../../chat/pace.ts';
import { PlatformUnavailable } from '../../errors.ts';
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

/**
 * Discord's REST API. Everything thrown is an AppError.
 * The client repeats nothing by itself: on a 5xx or a timeout it would repeat POSTs, and on a 429 it would sit and wait.
 * Answers are Discord's own types and not checked at run time: read what may be absent with `?.`.
 */
export interface Api {
  get: <T>(call: Call) => Promise<T>;
  post: <T>(call: Call) => Promise<T>;
  put: <T>(call: Call) => Promise<T>;
  patch: <T>(call: Call) => Promise<T>;
  delete: <T>(call: Call) => Promise<T>;
  /** Before a post of the same. @throws {RateLimited} */
  awaitTurn: (call: Call) => Promise<void>;
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

  async function read<T>(call: Call): Promise<T> {
    for (let left = READ_TRIES - 1; ; left -= 1) {
      try {
        return await once<T>('get', call);
      } catch (error) {
        if (left === 0 || !(error instanceof PlatformUnavailable)) throw error;
      }
    }
  }

  const shared = createSharedCalls();
  let self: string | null = null;
  return {
    get: (call) => shared(`${pace.isUrgent() ? 'urgent' : ''}${ticketOf('get', call)}`, () => read(call)),
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

function requestOf({ query, body, auth }: Call): RequestData {
  const parameters = new URLSearchParams(
    Object.entries(query ?? {}).map(([key, value]): [string, string] => [key, String(value)]),
  );
  return {
    signal: AbortSignal.timeout(CALL_WITHIN_MS),
    ...(query && { query: parameters }),
    ...(body !== undefined && { body }),
    ...(auth === false && { auth: false }),
  };
}
