import { fetch } from 'undici';
import type { z } from 'zod';
import {
  type AppError,
  OutcomeUnknown,
  PermissionMissing,
  PlatformRefused,
  PlatformUnavailable,
  RateLimited,
} from '../errors.ts';
import { readAtMost } from '../net/outside.ts';
import { retryAfterMs } from '../net/retry-after.ts';

/** How long a tracker may take to answer (ms). */
const ANSWER_WITHIN_MS = 30_000;
/** A list of a hundred issues with long texts is far below (bytes). */
const ANSWER_MAX = 20_971_520;
/** Whoever asks at the very moment a limit ends may be too early (ms). */
const AFTER_RESET_MS = 1_000;

/** An answer that is no error for the caller. */
export interface TrackerAnswer {
  status: number;
  header(name: string): string | null;
  /** @throws {AppError} PLATFORM_UNAVAILABLE when the answer has another shape: something else stands in front of the tracker */
  read<T>(shape: z.ZodType<T>): T;
}

export interface Ask {
  method?: 'GET' | 'POST';
  path: string;
  headers?: Record<string, string>;
  body?: unknown;
  /** Answers besides 2xx that the caller understands. */
  accept?: readonly number[];
}

/** Asks a tracker. What goes wrong comes back as an error of ours; never with what was sent or answered in it. */
export type AskTracker = (ask: Ask) => Promise<TrackerAnswer>;

/**
 * @param base address in front of every path
 * @param headers who asks
 * @param now for limits that say when they end
 */
export function createAskTracker(
  who: string,
  base: string,
  headers: Record<string, string>,
  now: () => Date,
): AskTracker {
  const root = base.replace(/\/+$/, '');
  return async ({ method = 'GET', path, headers: more = {}, body, accept = [] }) => {
    let response;
    let bytes: Uint8Array | null;
    try {
      response = await fetch(`${root}${path}`, {
        method,
        // A redirect says that something was moved, which the caller wants to know; and it may lead anywhere.
        redirect: 'manual',
        headers: {
          'user-agent': 'Hearback',
          ...headers,
          ...more,
          ...(body !== undefined && { 'content-type': 'application/json' }),
        },
        ...(body !== undefined && { body: JSON.stringify(body) }),
        signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
      });
      bytes = await readAtMost(response, ANSWER_MAX);
    } catch (error) {
      throw lost(who, method, error);
    }
    const { status } = response;
    if ((status < 200 || status > 299) && !accept.includes(status))
      throw refusal(who, method, status, response.headers, now());
    return {
      status,
      header: (name) => response.headers.get(name),
      read: (shape) => {
        const read = bytes && shape.safeParse(parsed(bytes));
        if (!read?.success) throw unclear(who, method, status);
        return read.data;
      },
    };
  };
}

function parsed(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return undefined;
  }
}

const REFUSED_BEFORE = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'UND_ERR_CONNECT_TIMEOUT']);

/** No answer: certainly nothing happened only where there was no connection, or where nothing was to be changed. */
function lost(who: string, method: string, error: unknown): AppError {
  const { cause } = error instanceof Error ? error : {};
  const code = typeof cause === 'object' && cause !== null && 'code' in cause ? String(cause.code) : '';
  if (method === 'GET' || REFUSED_BEFORE.has(code))
    return new PlatformUnavailable(who, code.replaceAll(/[^\w-]/g, '') || 'no_answer', null);
  return new OutcomeUnknown(who, null);
}

function unclear(who: string, method: string, status: number): AppError {
  return method === 'GET'
    ? new PlatformUnavailable(who, `unclear_answer_${status}`, null)
    : new OutcomeUnknown(who, null);
}

function refusal(
  who: string,
  method: string,
  status: number,
  headers: { get(name: string): string | null },
  now: Date,
): AppError {
  const limit = limitMs(status, headers, now);
  if (limit !== null) return new RateLimited(who, limit, null);
  if (status === 401) return new PermissionMissing(who, ({ says }) => says.advice.tokenWrong, null);
  if (status === 403) return new PermissionMissing(who, ({ says }) => says.advice.tokenMayNot, null);
  if (status >= 500)
    return method === 'GET'
      ? new PlatformUnavailable(who, String(status), null)
      : new OutcomeUnknown(who, null);
  return new PlatformRefused(who, String(status), null);
}

/** 429, or GitHub's 403 with nothing left. */
function limitMs(status: number, headers: { get(name: string): string | null }, now: Date): number | null {
  const asked = headers.get('retry-after');
  const isSpent = headers.get('x-ratelimit-remaining') === '0';
  if (status !== 429 && !(status === 403 && (isSpent || asked !== null))) return null;
  const reset = Number(headers.get('x-ratelimit-reset'));
  if (asked === null && isSpent && reset > 0)
    return retryAfterMs(
      String(Math.max(0, reset * 1_000 + AFTER_RESET_MS - now.getTime()) / 1_000),
      now.getTime(),
    );
  return retryAfterMs(asked, now.getTime());
}
