import {
  WebAPIHTTPError,
  WebAPIPlatformError,
  WebAPIRateLimitedError,
  WebAPIRequestError,
} from '@slack/web-api';
import {
  AppError,
  OutcomeUnknown,
  PermissionMissing,
  PersonUnreachable,
  PlatformRefused,
  PlatformUnavailable,
  RateLimited,
  TargetGone,
} from '../../errors.ts';
import { textsIn, type Wording } from '../../texts/index.ts';
import { isRecord } from './records.ts';

/** By Slack's codes; for those that are not in it there are no words. */
const english = textsIn('en').says.advice;

/** A read changes nothing; of a write without an answer it is not known whether it was carried out. */
export type Call = 'read' | 'write';

const GONE = new Set([
  'message_not_found',
  'thread_not_found',
  'user_not_found',
  'users_not_found',
  'bot_not_found',
  'file_not_found',
  'file_deleted',
  'is_archived',
  'team_not_found',
]);
const DM_CLOSED = new Set([
  'messages_tab_disabled',
  'cannot_dm_bot',
  'user_disabled',
  'user_not_visible',
  'user_is_restricted',
]);
/** https://docs.slack.dev/reference/methods/chat.postMessage#errors */
const NOT_INVITED = new Set(['not_in_channel', 'channel_not_found', 'access_denied']);
/** Slack may have done it before it failed. https://docs.slack.dev/reference/methods/chat.postMessage#errors */
const UNCLEAR = new Set(['fatal_error', 'internal_error', 'request_timeout']);
const BUSY = new Set(['service_unavailable', 'team_added_to_org']);
/** Codes of Node's network errors after which the request cannot have reached Slack. */
const NEVER_SENT = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ENETUNREACH',
  'EHOSTUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
  'CERT_HAS_EXPIRED',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
]);

/** Runs a call to Slack. @throws {AppError} whatever goes wrong, told apart by Slack's and Node's codes. */
export async function asking<T>(call: Call, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw translated(error, call);
  }
}

/** Slack's own code in an error of its client, such as `already_reacted`; null for any other error. */
export function slackCode(error: unknown): string | null {
  return error instanceof WebAPIPlatformError ? error.data.error : null;
}

/** One of our errors for one of Slack's. */
export function translated(error: unknown, call: Call): AppError {
  if (error instanceof AppError) return error;
  if (error instanceof WebAPIRateLimitedError)
    return new RateLimited('slack', error.retryAfter * 1_000, error);
  if (error instanceof WebAPIPlatformError) return refused(error, call);
  if (error instanceof WebAPIRequestError && NEVER_SENT.has(networkCode(error.original)))
    return new PlatformUnavailable('slack', networkCode(error.original), error);
  const what = error instanceof WebAPIHTTPError ? `http_${error.statusCode}` : 'no_answer';
  return call === 'write'
    ? new OutcomeUnknown('slack', error)
    : new PlatformUnavailable('slack', what, error);
}

function refused(error: WebAPIPlatformError, call: Call): AppError {
  const code = error.data.error;
  // The client puts an answer that is no JSON, such as a proxy's error page, where the code should be.
  if (!/^[a-z0-9_]{1,80}$/.test(code) || UNCLEAR.has(code))
    return call === 'write'
      ? new OutcomeUnknown('slack', error)
      : new PlatformUnavailable('slack', 'no_answer', error);
  if (code === 'ratelimited' || code === 'rate_limited')
    return new RateLimited('slack', waitOf(error), error);
  if (code === 'missing_scope') return new PermissionMissing('slack', scopeAdvice(error), error);
  if (NOT_INVITED.has(code))
    return new PermissionMissing('slack', ({ says }) => says.advice.notInvited(code), error);
  if (isKeyOf(english.slackNeeds, code))
    return new PermissionMissing('slack', ({ says }) => says.advice.slackNeeds[code], error);
  if (BUSY.has(code)) return new PlatformUnavailable('slack', code, error);
  const what: string | Wording = isKeyOf(english.slack, code)
    ? ({ says }) => `${code}: ${says.advice.slack[code]}`
    : code;
  if (GONE.has(code)) return new TargetGone('slack', what, error);
  if (DM_CLOSED.has(code)) return new PersonUnreachable('slack', what, error);
  return new PlatformRefused('slack', what, error);
}

function scopeAdvice({ data }: WebAPIPlatformError): Wording {
  const needed = 'needed' in data && typeof data['needed'] === 'string' ? data['needed'] : null;
  return ({ says: { advice } }) => advice.scope(needed ?? advice.someScope);
}

function isKeyOf<T extends object>(table: T, code: string): code is Extract<keyof T, string> {
  return Object.hasOwn(table, code);
}

function waitOf({ data }: WebAPIPlatformError): number {
  return (data.response_metadata?.retryAfter ?? 1) * 1_000;
}

/** Node hides the reason of a failed fetch in a chain of causes. */
function networkCode(error: unknown): string {
  for (let at = error, depth = 0; isRecord(at) && depth < 5; at = at['cause'], depth += 1)
    if (typeof at['code'] === 'string') return at['code'];
  return 'unknown';
}
