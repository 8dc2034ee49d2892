import { REST, type RequestData, type RouteLike } from 'discord.js';
import { PlatformUnavailable } from '../../errors.ts';
import { translate, type CallKind } from './errors.ts';

export const DISCORD_API = 'https://discord.com/api';

/** How long Discord may take for the first byte of an answer (ms). */
const ANSWER_WITHIN_MS = 10_000;

/** How long one call may take in all, waiting for its turn and reading the answer included (ms). */
const CALL_WITHIN_MS = 20_000;

/** How often a reading call that failed on the way is sent in all. */
const READ_TRIES = 2;

export interface Call {
  /** From discord.js' `Routes`. */
  route: RouteLike;
  query?: Record<string, string | number>;
  body?: unknown;
  /** Permissions by their names in Discord's API; for the error when one is missing. */
  needs?: readonly string[];
  where?: string;
  /** False for the calls whose route carries its own token (interactions). */
  auth?: boolean;
}

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
  /** Our own user id; also the application's. */
  self: () => Promise<string>;
}

type Method = 'get' | 'post' | 'put' | 'patch' | 'delete';

export function createApi(token: string, apiUrl: string): Api {
  const rest = createRest(apiUrl);

  async function once<T>(method: Method, call: Call): Promise<T> {
    const kind: CallKind = {
      writes: method !== 'get',
      needs: call.needs ?? ['VIEW_CHANNEL'],
      where: call.where ?? 'the server',
    };
    try {
      // A single 401 makes the client forget its token for good, and every later call would fail without being sent.
      rest.setToken(token);
      // Discord's published types are trusted here, at the one door they come in by.
      return (await rest[method](call.route, requestOf(call))) as T;
    } catch (error) {
      throw translate(error, kind);
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

  let self: string | null = null;
  return {
    get: read,
    post: (call) => once('post', call),
    put: (call) => once('put', call),
    patch: (call) => once('patch', call),
    delete: (call) => once('delete', call),
    self: async () => {
      self ??= (await read<{ id: string }>({ route: '/users/@me' })).id;
      return self;
    },
  };
}

/** A client that neither waits nor repeats. */
export function restOptions(apiUrl: string) {
  return { version: '10', api: apiUrl, retries: 0, rejectOnRateLimit: () => true, timeout: ANSWER_WITHIN_MS };
}

function createRest(apiUrl: string): REST {
  return new REST(restOptions(apiUrl));
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
