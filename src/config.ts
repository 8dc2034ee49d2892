import { readFileSync } from 'node:fs';
import type { z } from 'zod';
import { AppError } from './errors.ts';
import { codeOf } from './policy/system-code.ts';
import type { Key } from './store/keys.ts';
import { environment, SETTINGS, type ProcessRole, type SettingName } from './settings.ts';

/** How mail goes out and comes back. */
export interface MailSettings {
  readonly smtpUrl: string;
  readonly from: string;
  /** An address with `{token}` in it; null: mail cannot be answered. */
  readonly replyTo: string | null;
  readonly imapUrl: string | null;
  readonly webhookSecret: string | null;
}

/** All settings, checked and frozen. A platform without tokens is null: switched off. */
export interface Config {
  readonly port: number;
  readonly host: string;
  /** Scheme, host and port browsers come to; `own`: where the web server listens; null: there is no dashboard. */
  readonly publicUrl: string | null;
  /** Addresses and ranges of proxies whose X-Forwarded-For is believed. */
  readonly trustProxy: readonly string[];
  readonly dataDir: string;
  readonly policyPath: string;
  readonly roles: ReadonlySet<ProcessRole>;
  readonly logLevel: z.infer<typeof environment>['LOG_LEVEL'];
  /** With `appToken` Slack comes by Socket Mode, else over HTTP, which `signingSecret` makes safe. */
  readonly slack: null | Readonly<{
    /** For one workspace. */
    botToken?: string;
    /** For those in which the app is installed. */
    oauth?: Readonly<{ clientId: string; clientSecret: string }>;
    appToken?: string;
    signingSecret?: string;
    apiUrl?: string;
  }>;
  readonly discord: null | Readonly<{ token: string; apiUrl?: string; shardCount?: number }>;
  /** Null: departments are reached in channels alone. */
  readonly mail: null | MailSettings;
  /** Null: the embedded PostgreSQL in `dataDir`. */
  readonly databaseUrl: string | null;
  /** The first seals, all open. Null: those of the file in `dataDir`. */
  readonly keys: readonly [Key, ...Key[]] | null;
  /** Null: the queue is kept in the database. */
  readonly queueUrl: string | null;
}

/** Variables by name, as in `process.env`. */
export type Environment = Readonly<Record<string, string | undefined>>;

type Values = Partial<Record<SettingName, string>>;

/** No secret is longer; a longer file is the wrong one (characters). */
const SECRET_MAX = 4_096;

/**
 * Reads every setting once, at start. A secret may be in a file named in `<NAME>_FILE`; an empty setting counts as unset.
 * @throws {AppError} CONFIG_INVALID with every fault at once, one a line: `NAME: what is wrong; what to do`.
 * Never a value: it may be a secret.
 * @param options `withoutPlatform` for the operator's commands, which need none: then no platform has to be set up.
 */
export function readConfig(env: Environment, { withoutPlatform = false } = {}): Config {
  const { values, faults } = gather(env);
  const parsed = environment.safeParse(values);
  const found = (parsed.error?.issues ?? []).map(({ path, message }) => `${String(path[0])}: ${message}`);
  const all = [...faults, ...found, ...missingPartners(values, faults, withoutPlatform)];
  if (!parsed.success || all.length > 0) throw new AppError('CONFIG_INVALID', all.join('\n'), 'never');
  const { data } = parsed;
  return Object.freeze({
    port: data.PORT,
    host: data.HOST,
    publicUrl: data.PUBLIC_URL ?? null,
    trustProxy: data.TRUST_PROXY ?? [],
    dataDir: data.HEARBACK_DATA_DIR,
    policyPath: data.HEARBACK_CONFIG,
    roles: data.HEARBACK_ROLES,
    logLevel: data.LOG_LEVEL,
    slack: slackOf(data),
    discord: discordOf(data),
    mail: mailOf(data),
    databaseUrl: data.DATABASE_URL ?? null,
    keys: data.HEARBACK_KEYS ?? null,
    queueUrl: data.QUEUE_URL ?? null,
  });
}

function gather(env: Environment): { values: Values; faults: string[] } {
  const values: Values = {};
  const faults: string[] = [];
  for (const name of environment.keyof().options) {
    const written = given(env[name]);
    const file = SETTINGS[name].secret ? given(env[`${name}_FILE`]) : undefined;
    if (written !== undefined && file !== undefined)
      faults.push(`${name}: set twice; keep ${name} or ${name}_FILE`);
    const value =
      written ?? (file === undefined ? undefined : secretIn(file, name, faults)) ?? SETTINGS[name].default;
    if (value !== null) values[name] = value;
  }
  return { values, faults };
}

/**
 * Secrets the policy names by their variables, besides our own settings: read when they are used. `<NAME>_FILE` works as for the
 * others.
 * @returns null for one that is not set, or whose file cannot be read
 */
export function secretsOf(env: Environment): (name: string) => string | null {
  return (name) => {
    const file = given(env[`${name}_FILE`]);
    return given(env[name]) ?? (file === undefined ? null : (secretIn(file, name, []) ?? null));
  };
}

function given(value: string | undefined): string | undefined {
  return value?.trim() || undefined;
}

function secretIn(file: string, name: string, faults: string[]): string | undefined {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    faults.push(`${name}_FILE: the file cannot be read (${codeOf(error)}); check its name and permissions`);
    return undefined;
  }
  const value = given(text);
  if (value !== undefined && value.length <= SECRET_MAX) return value;
  faults.push(
    `${name}_FILE: the file ${value === undefined ? 'is empty' : 'is too long'}; put nothing but the secret into it`,
  );
  return undefined;
}

/** What has to be there because something else is, or because nothing would work without. */
function missingPartners(values: Values, faults: string[], withoutPlatform: boolean): string[] {
  const has = (name: SettingName) =>
    values[name] !== undefined || faults.some((fault) => fault.startsWith(`${name}_FILE`));
  return [...missingForMail(has), ...missingPlatform(has, withoutPlatform)];
}

/** Mail that nobody sends, or whose answers nobody would read. */
function missingForMail(has: (name: SettingName) => boolean): string[] {
  const partner = (['MAIL_FROM', 'MAIL_REPLY_TO', 'IMAP_URL', 'MAIL_WEBHOOK_SECRET'] as const).find(has);
  const ways = (['IMAP_URL', 'MAIL_WEBHOOK_SECRET'] as const).filter(has);
  if (!has('SMTP_URL'))
    return partner === undefined
      ? []
      : [`SMTP_URL: missing, though ${partner} is set; add the mail server, or take ${partner} out`];
  return [
    ...(has('MAIL_FROM') ? [] : ['MAIL_FROM: missing, though SMTP_URL is set; add who the mail is from']),
    ...(has('MAIL_REPLY_TO') && ways.length === 0
      ? [
          'IMAP_URL, MAIL_WEBHOOK_SECRET: missing, though MAIL_REPLY_TO is set, so nobody would read the answers; set one of them, or take MAIL_REPLY_TO out',
        ]
      : []),
    ...(!has('MAIL_REPLY_TO') && ways[0] !== undefined
      ? [`MAIL_REPLY_TO: missing, though ${ways[0]} is set; add the address answers go to`]
      : []),
  ];
}

function missingPlatform(has: (name: SettingName) => boolean, withoutPlatform: boolean): string[] {
  const needsBot = (['SLACK_APP_TOKEN', 'SLACK_SIGNING_SECRET'] as const).find(has);
  const isSlack = has('SLACK_BOT_TOKEN') || has('SLACK_CLIENT_ID');
  const missing = missingForOAuth(has);
  if (!isSlack && needsBot) {
    missing.push(
      `SLACK_BOT_TOKEN: missing, though ${needsBot} is set; add the bot token (xoxb-…) of the same app, or SLACK_CLIENT_ID for several workspaces`,
    );
  } else if (isSlack && !needsBot) {
    missing.push(
      'SLACK_APP_TOKEN: missing; add an app-level token (xapp-…) for Socket Mode, or SLACK_SIGNING_SECRET for Slack over HTTP',
    );
  }
  if (missing.length > 0 || withoutPlatform || isSlack || has('DISCORD_TOKEN')) return missing;
  return [
    'SLACK_BOT_TOKEN, DISCORD_TOKEN: no platform is set up; add the tokens of Slack, of Discord, or of both',
  ];
}

/** The app cannot be installed in a workspace without all three. */
function missingForOAuth(has: (name: SettingName) => boolean): string[] {
  const isAny = has('SLACK_CLIENT_ID') || has('SLACK_CLIENT_SECRET');
  const because = has('SLACK_CLIENT_ID') ? 'SLACK_CLIENT_ID' : 'SLACK_CLIENT_SECRET';
  const advice = {
    SLACK_CLIENT_ID: 'add the client ID',
    SLACK_CLIENT_SECRET: 'add the client secret',
    PUBLIC_URL: 'add where browsers reach the web server: people install the app there',
  };
  const names = ['SLACK_CLIENT_ID', 'SLACK_CLIENT_SECRET', 'PUBLIC_URL'] as const;
  return names
    .filter((name) => isAny && !has(name))
    .map((name) => `${name}: missing, though ${because} is set; ${advice[name]}, or take ${because} out`);
}

type Checked = z.infer<typeof environment>;

function slackOf(checked: Checked): Config['slack'] {
  const {
    SLACK_BOT_TOKEN: botToken,
    SLACK_CLIENT_ID: clientId,
    SLACK_CLIENT_SECRET: clientSecret,
    SLACK_APP_TOKEN: appToken,
    SLACK_SIGNING_SECRET: signingSecret,
    SLACK_API_URL: apiUrl,
  } = checked;
  const oauth = clientId && clientSecret ? Object.freeze({ clientId, clientSecret }) : null;
  if (botToken === undefined && !oauth) return null;
  return Object.freeze({
    ...(botToken && { botToken }),
    ...(oauth && { oauth }),
    ...(appToken && { appToken }),
    ...(signingSecret && { signingSecret }),
    ...(apiUrl && { apiUrl }),
  });
}

function mailOf(checked: Checked): Config['mail'] {
  const {
    SMTP_URL: smtpUrl,
    MAIL_FROM: from,
    MAIL_REPLY_TO: replyTo = null,
    IMAP_URL: imapUrl = null,
    MAIL_WEBHOOK_SECRET: webhookSecret = null,
  } = checked;
  if (smtpUrl === undefined || from === undefined) return null;
  return Object.freeze({ smtpUrl, from, replyTo, imapUrl, webhookSecret });
}

function discordOf(checked: Checked): Config['discord'] {
  const { DISCORD_TOKEN: token, DISCORD_API_URL: apiUrl, DISCORD_SHARDS: shardCount } = checked;
  if (token === undefined) return null;
  return Object.freeze({ token, ...(apiUrl && { apiUrl }), ...(shardCount && { shardCount }) });
}
