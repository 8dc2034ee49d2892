import { createHash } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import type { Faults } from './faults.ts';
import type { Counted } from './limits.ts';
import type { ApiRefusal } from './refusal.ts';

/** What goes back for one call. */
export interface Answer {
  status: number;
  body: unknown;
  headers: Record<string, string>;
  /** Discord's code, for the list of calls. */
  error: string | null;
  /** The connection is cut instead. */
  cut: boolean;
}

/** For a missing or wrong token. */
export const UNAUTHORISED: Answer = {
  status: 401,
  body: { message: '401: Unauthorized', code: 0 },
  headers: {},
  error: '0',
  cut: false,
};

/** What a fault makes of a call before it is carried out. */
export function misbehaviour(faults: Faults, call: string): Answer | null {
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
    return { status: 429, body, headers, error: '429', cut: false };
  }
  const broken = faults.take('server_error', call);
  if (!broken) return null;
  const { status } = broken;
  return {
    status,
    body: { message: `${status}: Server Error`, code: 0 },
    headers: {},
    error: String(status),
    cut: false,
  };
}

/** `{ message, code, errors? }` */
export function refusalAnswer({ status, message, code, errors, retryAfterS }: ApiRefusal): Answer {
  const later = status === 429;
  const body = {
    message,
    code,
    ...(errors ? { errors } : {}),
    ...(later ? { retry_after: retryAfterS, global: false } : {}),
  };
  return {
    status,
    body,
    headers: later ? { 'retry-after': String(retryAfterS) } : {},
    error: String(code),
    cut: false,
  };
}

/** One call too many. */
export function tooMany({ isGlobal, resetAfterMs }: Counted): Answer {
  const seconds = resetAfterMs / 1_000;
  return {
    status: 429,
    body: { message: 'You are being rate limited.', retry_after: seconds, global: isGlobal },
    headers: {
      'retry-after': String(Math.ceil(seconds)),
      'x-ratelimit-scope': isGlobal ? 'global' : 'user',
      ...(isGlobal && { 'x-ratelimit-global': 'true' }),
    },
    error: '429',
    cut: false,
  };
}

/**
 * @param route names the budget that the call counts against.
 * @param counted what is left of it; null while the sandbox keeps no limits: then it is one that is never used up.
 */
export function send(
  response: ServerResponse,
  { status, body, headers }: Answer,
  route: string,
  counted: Counted | null,
): void {
  const { bucket, limit, remaining, resetAfterMs } = counted ?? {
    bucket: route,
    limit: 50,
    remaining: 49,
    resetAfterMs: 1_000,
  };
  const budget = {
    'x-ratelimit-limit': String(limit),
    'x-ratelimit-remaining': String(remaining),
    'x-ratelimit-reset': String((Date.now() + resetAfterMs) / 1_000),
    'x-ratelimit-reset-after': (resetAfterMs / 1_000).toFixed(3),
    'x-ratelimit-bucket': createHash('sha256').update(bucket).digest('hex').slice(0, 32),
  };
  const all = { ...budget, ...headers };
  if (status === 204) response.writeHead(204, all).end();
  else response.writeHead(status, { ...all, 'content-type': 'application/json' }).end(JSON.stringify(body));
}
