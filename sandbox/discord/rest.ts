import type { IncomingMessage, ServerResponse } from 'node:http';
import type { CallView } from '../platform.ts';
import { DISCORD_TOKEN } from '../seed.ts';
import type { NewFile } from './conversation.ts';
import type { Faults } from './faults.ts';
import { ApiRefusal } from './refusal.ts';
import { readBody } from './request-body.ts';
import type { Json } from './types.ts';

/** Where the API is, below the server's address. */
export const API_PATH = '/discord/api/v10';

/** One call of the app's, taken apart. */
export interface Call {
  params: Record<string, string>;
  query: URLSearchParams;
  body: Json;
  /** Files of a multipart body by the number in `files[n]`. */
  files: Map<number, NewFile>;
  /** Address the app reached the server by. */
  host: string;
}

export interface Reply {
  status: number;
  body: unknown;
}

/** `open` routes carry their own token in the path instead of the bot's. */
export interface Route {
  method: string;
  path: string;
  open?: boolean;
  run(call: Call): Reply | Promise<Reply>;
}

export const ok = (body: unknown): Reply => ({ status: 200, body });
export const nothing: Reply = { status: 204, body: null };

/** Calls remembered for tests. */
const CALLS_MAX = 2_000;

export interface Rest {
  handle(request: IncomingMessage, response: ServerResponse): Promise<void>;
  calls(): CallView[];
}

/** Finds the route of a call, runs it, and answers as Discord's HTTP API does, with the misbehaviour that is switched on. */
export function createRest(routes: Route[], faults: Faults, now: () => Date): Rest {
  const patterns = routes.map((route) => ({ route, pattern: patternOf(route.path) }));
  const calls: CallView[] = [];

  const find = (method: string, path: string) => {
    for (const { route, pattern } of patterns) {
      const match = route.method === method ? pattern.exec(path) : null;
      if (match) return { route, params: decodeParams(match.groups ?? {}) };
    }
    return null;
  };

  return {
    async handle(request, response) {
      const url = new URL(request.url ?? '/', 'http://localhost');
      const path = url.pathname.slice(API_PATH.length);
      const method = request.method ?? 'GET';
      const record = (status: number, error: string | null) => {
        calls.push({ at: now().toISOString(), method: `${method} ${withoutTokens(path)}`, status, error });
        if (calls.length > CALLS_MAX) calls.shift();
      };
      const parsed = await readBody(request).catch((error: unknown) => asRefusal(error));
      const early = misbehave(faults, `${method} ${path}`);
      if (early) {
        record(early.status, early.error);
        return send(response, early.status, early.body, early.headers);
      }
      const cut = faults.take('lost_answer', `${method} ${path}`) !== null;
      try {
        if (parsed instanceof ApiRefusal) throw parsed;
        const found = find(method, path);
        if (!found?.route.open && !isAuthorised(request)) return refuseUnauthorised(response, record);
        if (!found) throw new ApiRefusal(0);
        const host = request.headers.host ?? 'localhost';
        const reply = await found.route.run({
          ...parsed,
          params: found.params,
          query: url.searchParams,
          host,
        });
        record(reply.status, null);
        if (cut) return void request.socket.destroy();
        return send(response, reply.status, reply.body);
      } catch (error) {
        const refusal = asRefusal(error);
        record(refusal.status, String(refusal.code));
        if (cut) return void request.socket.destroy();
        return send(response, refusal.status, refusalBody(refusal));
      }
    },
    calls: () => calls.map((call) => ({ ...call })),
  };
}

/** `/channels/:channel/messages` as an expression with named groups. */
function patternOf(path: string): RegExp {
  return new RegExp(`^${path.replaceAll('@', '(?:@|%40)').replace(/:(\w+)/g, '(?<$1>[^/]+)')}/?$`);
}

function decodeParams(groups: Record<string, string>): Record<string, string> {
  try {
    return Object.fromEntries(
      Object.entries(groups).map(([name, value]) => [name, decodeURIComponent(value)]),
    );
  } catch {
    throw new ApiRefusal(0);
  }
}

function isAuthorised(request: IncomingMessage): boolean {
  return request.headers.authorization === `Bot ${DISCORD_TOKEN}`;
}

function refuseUnauthorised(response: ServerResponse, record: (status: number, error: string) => void): void {
  record(401, '0');
  send(response, 401, { message: '401: Unauthorized', code: 0 });
}

/** Interaction tokens are secrets for a quarter of an hour. */
function withoutTokens(path: string): string {
  return path.replace(/^\/(interactions|webhooks)\/([^/]+)\/[^/]+/, '/$1/$2/{token}');
}

function misbehave(
  faults: Faults,
  call: string,
): { status: number; error: string; body: Json; headers: Record<string, string> } | null {
  const limited = faults.take('rate_limit', call);
  if (limited) {
    const seconds = String(limited.retryAfterS);
    const headers = {
      'retry-after': seconds,
      'x-ratelimit-scope': 'user',
      'x-ratelimit-remaining': '0',
      'x-ratelimit-reset-after': seconds,
    };
    const body = { message: 'You are being rate limited.', retry_after: limited.retryAfterS, global: false };
    return { status: 429, error: '429', body, headers };
  }
  const broken = faults.take('server_error', call);
  if (!broken) return null;
  return {
    status: broken.status,
    error: String(broken.status),
    body: { message: `${broken.status}: Server Error`, code: 0 },
    headers: {},
  };
}

function asRefusal(error: unknown): ApiRefusal {
  if (error instanceof ApiRefusal) return error;
  throw error;
}

function refusalBody(refusal: ApiRefusal): Json {
  return {
    message: refusal.message,
    code: refusal.code,
    ...(refusal.errors ? { errors: refusal.errors } : {}),
    ...(refusal.status === 429 ? { retry_after: 1, global: false } : {}),
  };
}

function send(
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
): void {
  // A budget that is never used up: pacing is the app's own affair, and faults test the rest.
  const budget = {
    'x-ratelimit-limit': '50',
    'x-ratelimit-remaining': '49',
    'x-ratelimit-reset': String(Date.now() / 1_000 + 1),
    'x-ratelimit-reset-after': '1.000',
    'x-ratelimit-bucket': 'sandbox',
  };
  const retry = status === 429 ? { 'retry-after': '1' } : {};
  const all = { ...budget, ...retry, ...headers };
  if (status === 204) {
    response.writeHead(204, all).end();
    return;
  }
  response.writeHead(status, { ...all, 'content-type': 'application/json' }).end(JSON.stringify(body));
}
