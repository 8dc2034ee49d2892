import { createHash } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import type { Faults } from './faults.ts';
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

/** @param route names the budget that the call counts against. */
export function send(response: ServerResponse, { status, body, headers }: Answer, route: string): void {
  // A budget that is never used up: pacing is the app's own affair, and faults test the rest.
  const budget = {
    'x-ratelimit-limit': '50',
    'x-ratelimit-remaining': '49',
    'x-ratelimit-reset': String(Date.now() / 1_000 + 1),
    'x-ratelimit-reset-after': '1.000',
    'x-ratelimit-bucket': createHash('sha256').update(route).digest('hex').slice(0, 32),
  };
  const all = { ...budget, ...headers };
  if (status === 204) response.writeHead(204, all).end();
  else response.writeHead(status, { ...all, 'content-type': 'application/json' }).end(JSON.stringify(body));
}
