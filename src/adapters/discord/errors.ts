import { DiscordAPIError, HTTPError, RateLimitError } from 'discord.js';
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
import { textsIn, type Texts, type Wording } from '../../texts/index.ts';
import { localeOf } from '../../texts/locale.ts';

const DISCORD = 'Discord';

/** How long to wait when Discord says "too many" but not for how long (ms). */
const UNSAID_WAIT_MS = 5_000;

/** Discord gives no time for its limit on edits of messages older than an hour (ms). */
const OLD_EDITS_WAIT_MS = 60_000;

/** Codes we act on. https://docs.discord.com/developers/topics/opcodes-and-status-codes#json */
export const CODE = {
  unknownChannel: 10003,
  unknownGuild: 10004,
  unknownMessage: 10008,
  unknownMember: 10007,
  unknownEmoji: 10014,
  unknownInteraction: 10062,
  tooManyOldEdits: 30046,
  openingDmsTooFast: 40003,
  alreadyAcknowledged: 40060,
  wrongChannelType: 50024,
  archived: 50083,
  threadExists: 160004,
  threadLocked: 160005,
} as const;

/** Unknown account, channel, guild, message, user, webhook: what was meant is not there any more. */
const GONE = new Set<number>([10001, 10003, 10004, 10007, 10008, 10013, 10015]);

/** Closed by the person, no server in common, or too many conversations opened at once: none of them passes by retrying. */
const UNREACHABLE = new Set<number>([50007, 50278, CODE.openingDmsTooFast]);

/** 50001 no access, 50013 no permission, 160005 locked thread, 40333/20026 and the like stay "refused". */
const FORBIDDEN = new Set<number>([50001, 50013, CODE.threadLocked]);

/** By Discord's codes; for those that are not in it there are no words. */
const english: Readonly<Record<number, string>> = textsIn('en').says.advice.discord;

/** The connection was never made, so nothing was done. */
const NOT_SENT = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

export interface CallKind {
  /** It changes something, so an unclear outcome must be looked up. */
  writes: boolean;
  /** What the bot needs for it, as Discord's API calls it: `SEND_MESSAGES`. */
  needs: readonly string[];
  /** Where it needs it: `channel 1234`, or `dm`. */
  where: string;
}

/** Discord's own code of an error we have translated, or of Discord's error itself; null when there is none. */
export function discordCode(error: unknown): number | null {
  const source = error instanceof AppError ? error.cause : error;
  return source instanceof DiscordAPIError && typeof source.code === 'number' ? source.code : null;
}

/**
 * Everything the REST client can throw, as one of ours. Told apart by class and code only.
 * https://docs.discord.com/developers/topics/opcodes-and-status-codes
 */
export function translate(error: unknown, kind: CallKind): AppError {
  if (error instanceof AppError) return error;
  if (error instanceof RateLimitError) return new RateLimited(DISCORD, waitOf(error), error);
  if (error instanceof DiscordAPIError) return fromApi(error, kind);
  if (error instanceof HTTPError) {
    return kind.writes
      ? new OutcomeUnknown(DISCORD, error)
      : new PlatformUnavailable(DISCORD, `HTTP ${error.status}`, error);
  }
  const code = textCode(error);
  if (NOT_SENT.has(code)) return new PlatformUnavailable(DISCORD, code, error);
  return kind.writes ? new OutcomeUnknown(DISCORD, error) : new PlatformUnavailable(DISCORD, code, error);
}

function waitOf({ retryAfter, timeToReset }: RateLimitError): number {
  const ms = Math.max(retryAfter, timeToReset);
  return Number.isFinite(ms) && ms > 0 ? Math.ceil(ms) : UNSAID_WAIT_MS;
}

function fromApi(error: DiscordAPIError, { needs, where }: CallKind): AppError {
  const code = typeof error.code === 'number' ? error.code : 0;
  if (error.status === 401)
    return new PermissionMissing(DISCORD, ({ says }) => says.advice.tokenRefused, error);
  if (code === CODE.tooManyOldEdits) return new RateLimited(DISCORD, OLD_EDITS_WAIT_MS, error);
  const what: string | Wording = Object.hasOwn(english, code)
    ? ({ says }) => `${code}: ${(says.advice.discord as typeof english)[code]}`
    : String(code || error.status);
  if (GONE.has(code)) return new TargetGone(DISCORD, what, error);
  if (UNREACHABLE.has(code)) return new PersonUnreachable(DISCORD, what, error);
  if (FORBIDDEN.has(code)) return new PermissionMissing(DISCORD, forbidden(code, needs, where), error);
  // No code of Discord's own: a proxy in front of it answered, such as Cloudflare's ban after too many invalid requests.
  if (code === 0 && error.status !== 404 && error.status !== 400) {
    return new PlatformUnavailable(DISCORD, `HTTP ${error.status}`, error);
  }
  return new PlatformRefused(DISCORD, what, error);
}

/** For logs and operators. */
export const TOKEN_REFUSED = textsIn('en').says.advice.tokenRefused;

function forbidden(code: number, needs: readonly string[], where: string): Wording {
  if (code === CODE.threadLocked)
    return (texts) =>
      texts.says.advice.locked(placeIn(where, texts), howToGrant(['MANAGE_THREADS'], where)(texts));
  return howToGrant(code === 50001 ? [...new Set(['VIEW_CHANNEL', ...needs])] : needs, where);
}

/** What an operator has to do, by the names in Discord's settings (`"Add Reactions" (ADD_REACTIONS)`). */
export function howToGrant(needs: readonly string[], where: string): Wording {
  const list = needs.map((name) => `"${settingName(name)}" (${name})`);
  return (texts) => texts.says.advice.grant(listIn(list, texts), placeIn(where, texts));
}

function listIn(names: readonly string[], { common }: Texts): string {
  return new Intl.ListFormat(localeOf(common.code), { type: 'conjunction' }).format(names);
}

/** `channel 1234` or `dm` in words; anything else as it is. */
function placeIn(where: string, { says }: Texts): string {
  const places: Readonly<Record<string, string>> = says.advice.places;
  return where.replace(/^[a-z]+(?= |$)/, (kind) =>
    Object.hasOwn(places, kind) ? (places[kind] ?? kind) : kind,
  );
}

/** A permission as Discord's settings call it: `ADD_REACTIONS` is "Add Reactions". */
export function settingName(permission: string): string {
  const words = permission.toLowerCase().split('_');
  return words.map((word) => (word === 'in' ? word : word.charAt(0).toUpperCase() + word.slice(1))).join(' ');
}

/** The textual code of a system, socket or discord.js error, else its name. */
export function textCode(error: unknown): string {
  if (typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string')
    return error.code;
  return error instanceof Error ? error.name : 'unknown';
}
