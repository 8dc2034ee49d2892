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
import { isRecord } from './records.ts';

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
const NEEDED: Readonly<Record<string, string>> = {
  invalid_auth: 'SLACK_BOT_TOKEN is not valid; copy it again from OAuth & Permissions',
  not_authed: 'SLACK_BOT_TOKEN is missing',
  account_inactive:
    'the app was removed from the workspace; install it again and set the new SLACK_BOT_TOKEN',
  token_revoked: 'the token was revoked; install the app again and set the new SLACK_BOT_TOKEN',
  token_expired: 'the token has expired; install the app again and set the new SLACK_BOT_TOKEN',
  not_allowed_token_type: 'SLACK_BOT_TOKEN must be a bot token (xoxb-…)',
  team_access_not_granted: 'the app has no access to this workspace; an organisation owner must grant it',
  no_permission: 'the workspace does not allow this to the app; ask an admin',
  restricted_action: 'a workspace setting forbids posting there; ask an admin',
  restricted_action_read_only_channel: 'the channel is read-only; allow the app to post in it',
  restricted_action_thread_only_channel: 'only threads are allowed in the channel; choose another one',
  restricted_action_non_threadable_channel: 'the channel allows no threads; choose another one',
  ekm_access_denied: 'the organisation has suspended access to its messages',
};
/** What to do about those that name nothing themselves. */
const ADVICE: Readonly<Record<string, string>> = {
  is_archived:
    'the channel is archived; unarchive it and invite the bot again, or name another one in hearback.yaml',
  message_not_found: 'the message was deleted',
  thread_not_found: 'the message the thread hung from was deleted',
  user_not_found: 'nobody has this id in the workspace',
  file_deleted: 'the file was deleted',
  messages_tab_disabled:
    'nobody can write with the app; switch on "Messages Tab" under App Home of the Slack app',
  cannot_dm_bot: 'this is a bot',
  user_disabled: 'the account was deactivated',
  user_not_visible: 'the app may not see this person; they are in another workspace',
  user_is_restricted: 'this is a guest, whom the app may not write to; an admin can allow it',
  cannot_reply_to_message: 'this kind of message takes no answers',
};
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
    return new PermissionMissing(
      'slack',
      `invite the bot to the channel: /invite @hearback (${code})`,
      error,
    );
  const needed = NEEDED[code];
  if (needed) return new PermissionMissing('slack', needed, error);
  if (BUSY.has(code)) return new PlatformUnavailable('slack', code, error);
  const advice = ADVICE[code];
  const what = advice ? `${code}: ${advice}` : code;
  if (GONE.has(code)) return new TargetGone('slack', what, error);
  if (DM_CLOSED.has(code)) return new PersonUnreachable('slack', what, error);
  return new PlatformRefused('slack', what, error);
}

function scopeAdvice({ data }: WebAPIPlatformError): string {
  const needed = 'needed' in data && typeof data['needed'] === 'string' ? data['needed'] : 'this needs';
  return `add the scope ${needed} (OAuth & Permissions) and reinstall the app`;
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
