import { z } from 'zod';
import { nearest } from './policy/nearest.ts';
import {
  address,
  ORIGIN_ADVICE,
  originOf,
  PROXY_ADVICE,
  proxiesOf,
  refuse,
  token,
} from './setting-shapes.ts';
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
  HEARBACK_CONFIG: plain(
    'The policy file, or a folder of them with communities of its own in each: emojis, kinds, departments, people, clocks.',
    'hearback.yaml',
  ),
  HEARBACK_ROLES: plain(
    'What this process does, with commas between: gateway listens to the platforms, worker does the work, web serves HTTP.',
    PROCESS_ROLES.join(','),
  ),
  LOG_LEVEL: plain(`How much is logged: ${LOG_LEVELS.join(', ')}.`, 'info'),
  SLACK_BOT_TOKEN: secret(
    'Bot token of the Slack app (xoxb-…), for one workspace; without it and without SLACK_CLIENT_ID Slack is off.',
  ),
  SLACK_CLIENT_ID: plain(
    'Client ID of the Slack app: it can be installed in every workspace that hearback.yaml names, at /slack/install of PUBLIC_URL.',
  ),
  SLACK_CLIENT_SECRET: secret('Client secret of the Slack app, which goes with SLACK_CLIENT_ID.'),
  SLACK_APP_TOKEN: secret('App-level token (xapp-…) for Socket Mode, which needs no public address.'),
  SLACK_SIGNING_SECRET: secret(
    'Signing secret of the Slack app, for Slack over HTTP in place of Socket Mode.',
  ),
  SLACK_API_URL: plain('Another base address of the Slack Web API, such as a proxy.'),
  DISCORD_TOKEN: secret('Bot token of the Discord application; without it Discord is off.'),
  DISCORD_API_URL: plain('Another base address of the Discord API, such as a proxy.'),
  DISCORD_SHARDS: plain(
    'How many shards the events of Discord come in, shared out among all processes; by default as many as Discord recommends.',
  ),
  SMTP_URL: secret(
    'The mail server for departments that are reached by e-mail (smtps://user:password@host or smtp://…:587); without it no mail is sent.',
  ),
  MAIL_FROM: plain('Who the mail is from, such as Hearback <feedback@example.org>.'),
  MAIL_REPLY_TO: plain(
    'Where answers to a mail go, with {token} in place of what says to which case, such as feedback+{token}@example.org; without it mail cannot be answered.',
  ),
  IMAP_URL: secret(
    'The mailbox in which those answers arrive (imaps://user:password@host/INBOX); or they come by MAIL_WEBHOOK_SECRET.',
  ),
  MAIL_WEBHOOK_SECRET: secret(
    'Lets a mail server hand answers over by POST to /hooks/mail; 16 characters and more.',
  ),
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
  SLACK_CLIENT_ID: z
    .string()
    .regex(/^[\w.-]{3,100}$/, 'no client ID; write the one from "Basic Information" of your Slack app')
    .optional(),
  SLACK_CLIENT_SECRET: token(null, 'the client secret from "Basic Information" of your Slack app'),
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
  DISCORD_SHARDS: z
    .string()
    .regex(/^[1-9]\d{0,3}$/, 'not a number of shards; write a number from 1, or leave it out')
    .transform(Number)
    .optional(),
  SMTP_URL: address(
    ['smtp', 'smtps'],
    'smtps://user:password@host or smtp://user:password@host:587',
  ).optional(),
  MAIL_FROM: z
    .string()
    .regex(
      /^(?:[^<>@\r\n]*<[^\s@<>]+@[^\s@<>]+>|[^\s@<>]+@[^\s@<>]+)$/,
      'not a sender; write for example Hearback <feedback@example.org>',
    )
    .optional(),
  MAIL_REPLY_TO: z
    .string()
    .regex(
      /^[^\s@<>{}]{0,20}\{token\}@[^\s@<>{}]+$/,
      'not an address with {token} in it; write for example feedback+{token}@example.org, with at most 20 characters in front of {token}',
    )
    .optional(),
  IMAP_URL: address(['imap', 'imaps'], 'imaps://user:password@host/INBOX').optional(),
  MAIL_WEBHOOK_SECRET: z
    .string()
    .min(16, 'too short; write 16 characters and more, such as what openssl rand -hex 24 prints')
    .optional(),
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
