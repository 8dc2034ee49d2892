import ipaddr from 'ipaddr.js';
import { z } from 'zod';
import { nearest } from './policy/nearest.ts';
import { parseKeys } from './store/keys.ts';

/** What one process does. */
export const PROCESS_ROLES = ['gateway', 'worker', 'web'] as const;
export type ProcessRole = (typeof PROCESS_ROLES)[number];

/** From quiet to talkative, as pino knows them; `silent` logs nothing. */
const LOG_LEVELS = ['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace'] as const;

/** One environment variable as people read about it. */
export interface Setting {
  meaning: string;
  /** Null: unset. */
  default: string | null;
  /** A secret, which can also be in a file named in `<NAME>_FILE`. */
  secret: boolean;
}

const plain = (meaning: string, fallback: string | null = null): Setting => ({
  meaning,
  default: fallback,
  secret: false,
});
const secret = (meaning: string): Setting => ({ meaning, default: null, secret: true });

/** Every setting there is: the only list of them. `.env.example` and docs/configuration.md are checked against it. */
export const SETTINGS = {
  PORT: plain('Port of the web server (health, metrics, Slack over HTTP); 0 takes any free one.', '3000'),
  HOST: plain('Address the web server listens on; 0.0.0.0 lets other machines in.', '127.0.0.1'),
  PUBLIC_URL: plain(
    'Where browsers reach the web server, such as https://feedback.example.org, or own for a browser on this machine; without it there is no dashboard.',
  ),
  TRUST_PROXY: plain(
    'Addresses of the reverse proxies in front of the web server, with commas between, such as 10.0.0.5 or loopback; only theirs is X-Forwarded-For believed.',
  ),
  HEARBACK_DATA_DIR: plain('Folder of the embedded database; it is made when it is missing.', '.hearback'),
  HEARBACK_CONFIG: plain('The policy file: emojis, kinds, departments, people, clocks.', 'hearback.yaml'),
  HEARBACK_ROLES: plain(
    'What this process does, with commas between: gateway listens to the platforms, worker does the work, web serves HTTP.',
    PROCESS_ROLES.join(','),
  ),
  LOG_LEVEL: plain(`How much is logged: ${LOG_LEVELS.join(', ')}.`, 'info'),
  SLACK_BOT_TOKEN: secret('Bot token of the Slack app (xoxb-…); without it Slack is off.'),
  SLACK_APP_TOKEN: secret('App-level token (xapp-…) for Socket Mode, which needs no public address.'),
  SLACK_SIGNING_SECRET: secret(
    'Signing secret of the Slack app, for Slack over HTTP in place of Socket Mode.',
  ),
  SLACK_API_URL: plain('Another base address of the Slack Web API, such as a proxy.'),
  DISCORD_TOKEN: secret('Bot token of the Discord application; without it Discord is off.'),
  DISCORD_API_URL: plain('Another base address of the Discord API, such as a proxy.'),
  DATABASE_URL: secret(
    'A PostgreSQL server (postgres://…); without it one runs embedded in the data folder.',
  ),
  HEARBACK_KEYS: secret(
    'The keys attachments are sealed (encrypted) with, as id:key with commas between: the first seals, all open. Without it they are in the file "keys" of the data folder.',
  ),
  QUEUE_URL: secret(
    'Where the queue lives (redis://…, rediss://… or postgres://…); without it in the database. On one Redis each Hearback needs a database number of its own, such as redis://host:6379/1.',
  ),
} as const satisfies Record<string, Setting>;

export type SettingName = keyof typeof SETTINGS;

/** What each setting has to look like. Messages say what is wrong and what to do, never the value. */
export const environment = z.object({
  PORT: z.string().transform((written, ctx) => {
    const port = /^\d{1,5}$/.test(written) ? Number(written) : NaN;
    return port <= 65_535 ? port : refuse(ctx, 'not a port; write a number from 0 to 65535');
  }),
  HOST: z
    .string()
    .regex(/^[\w.:-]+$/, 'not an address to listen on; write 127.0.0.1, 0.0.0.0, :: or a host name'),
  PUBLIC_URL: z
    .string()
    .transform((written, ctx) => originOf(written) ?? refuse(ctx, ORIGIN_ADVICE))
    .optional(),
  TRUST_PROXY: z
    .string()
    .transform((written, ctx) => proxiesOf(written) ?? refuse(ctx, PROXY_ADVICE))
    .optional(),
  HEARBACK_DATA_DIR: z.string(),
  HEARBACK_CONFIG: z.string(),
  HEARBACK_ROLES: z
    .string()
    .transform((written, ctx) => rolesOf(written) ?? refuse(ctx, rolesAdvice(written))),
  LOG_LEVEL: z.enum(LOG_LEVELS, `no such level; write one of ${LOG_LEVELS.join(', ')}`),
  SLACK_BOT_TOKEN: token('xoxb-', 'the bot token from "OAuth & Permissions" of your Slack app'),
  SLACK_APP_TOKEN: token(
    'xapp-',
    'an app-level token from "Basic Information" of your Slack app, with connections:write',
  ),
  SLACK_SIGNING_SECRET: token(null, 'the signing secret from "Basic Information" of your Slack app'),
  SLACK_API_URL: address(['http', 'https'], 'https://slack.example.com/api/').optional(),
  DISCORD_TOKEN: token(null, 'the token from the page "Bot" of your Discord application').refine(
    (value) => value === undefined || !/^(?:\d+|[0-9a-f]{64}|[\w-]{32})$/.test(value),
    'an id, public key or client secret, not a token; write the token from the page "Bot" of your Discord application',
  ),
  DISCORD_API_URL: address(['http', 'https'], 'https://discord.example.com/api').optional(),
  DATABASE_URL: address(['postgres', 'postgresql'], 'postgres://user:password@host:5432/database').optional(),
  HEARBACK_KEYS: z
    .string()
    .transform((written, ctx) => {
      const parsed = parseKeys(written);
      return 'keys' in parsed ? parsed.keys : refuse(ctx, parsed.fault);
    })
    .optional(),
  QUEUE_URL: address(
    ['redis', 'rediss', 'postgres', 'postgresql'],
    'redis://host:6379, rediss://host:6379 or postgres://user:password@host:5432/database',
  ).optional(),
});

function refuse(ctx: z.RefinementCtx, message: string): never {
  ctx.addIssue({ code: 'custom', message });
  return z.NEVER;
}

function address(schemes: string[], example: string) {
  return z
    .string()
    .refine(
      (url) => URL.canParse(url) && schemes.includes(new URL(url).protocol.slice(0, -1)),
      `not an address of this kind; write for example ${example}`,
    );
}

const ORIGIN_ADVICE =
  'not an address browsers can come to; write https:// and the host alone, such as https://feedback.example.org (http:// only for this machine, such as http://localhost:3000), or own';

/** Scheme, host and port, and nothing else. Without https everybody on the way could read the links. */
function originOf(written: string): string | null {
  if (written === 'own') return written;
  if (!URL.canParse(written)) return null;
  const url = new URL(written);
  const isHere = /^(?:localhost|127(?:\.\d+){3}|\[::1\])$/.test(url.hostname);
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isHere)) return null;
  return url.href === `${url.origin}/` ? url.origin : null;
}

/** Names fastify knows for ranges. */
const RANGES = ['loopback', 'linklocal', 'uniquelocal'];

const PROXY_ADVICE =
  'not addresses of proxies; write addresses or ranges such as 10.0.0.5, 10.0.0.0/8, loopback or uniquelocal, with commas between';

function proxiesOf(written: string): readonly string[] | null {
  const parts = written
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean);
  const isKnown = (part: string) =>
    RANGES.includes(part) ||
    ipaddr.IPv4.isValidFourPartDecimal(part) ||
    ipaddr.IPv6.isValid(part) ||
    isRange(part);
  return parts.length > 0 && parts.every(isKnown) ? parts : null;
}

/** Nobody's proxies are half the internet. */
function isRange(part: string): boolean {
  return ipaddr.isValidCIDR(part) && ipaddr.parseCIDR(part)[1] >= 8;
}

/** Whose token it is, by how it begins. https://docs.slack.dev/authentication/tokens */
const TOKEN_KINDS = [
  ['xoxb-', 'a Slack bot token'],
  ['xapp-', 'a Slack app-level token'],
  ['xoxp-', "a Slack user's token"],
  ['xoxe', 'a Slack refresh or configuration token'],
  ['Bot ', 'a header with the word Bot'],
] as const;

/** @param prefix how the right one begins; null where it has no sign of its own */
function token(prefix: string | null, wanted: string) {
  return z
    .string()
    .optional()
    .superRefine((value, ctx) => {
      if (value === undefined) return;
      const kind = TOKEN_KINDS.find(([start]) => value.startsWith(start));
      if (/^["']|["']$/.test(value)) refuse(ctx, 'has quotes around it; take them out');
      else if (kind && kind[0] !== prefix) refuse(ctx, `this is ${kind[1]}; write ${wanted}`);
      else if (prefix !== null && !kind) refuse(ctx, `does not begin with ${prefix}; write ${wanted}`);
      else if (/\s/.test(value)) refuse(ctx, 'has a space or a line break in it; copy it again');
    });
}

function rolesOf(written: string): ReadonlySet<ProcessRole> | null {
  const names = roleNames(written);
  const known = PROCESS_ROLES.filter((role) => names.includes(role));
  return names.length > 0 && names.every((name) => PROCESS_ROLES.some((role) => role === name))
    ? new Set(known)
    : null;
}

function rolesAdvice(written: string): string {
  const unknown = roleNames(written).find((name) => !PROCESS_ROLES.some((role) => role === name)) ?? '';
  const meant = nearest(unknown, PROCESS_ROLES);
  return `no such role; ${meant ? `did you mean ${meant}? Possible are` : 'write some of'} ${PROCESS_ROLES.join(', ')}`;
}

function roleNames(written: string): string[] {
  return written
    .split(',')
    .map((name) => name.trim())
    .filter(Boolean);
}
