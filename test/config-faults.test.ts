import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { readConfig, type Environment } from '../src/config.ts';
import { AppError } from '../src/errors.ts';
import { SETTINGS } from '../src/settings.ts';
import { temporaryFolder } from './support/folder.ts';

const SOCKET_MODE = { SLACK_BOT_TOKEN: 'xoxb-1-a', SLACK_APP_TOKEN: 'xapp-1-a' };

/** What is said about an environment that cannot be used, a line each. */
function faultsOf(env: Environment): string[] {
  try {
    readConfig(env);
  } catch (error) {
    expect(error).toBeInstanceOf(AppError);
    expect(error).toMatchObject({ code: 'CONFIG_INVALID', retry: 'never' });
    return (error as AppError).message.split('\n');
  }
  return [];
}

function fileWith(content: string): string {
  const path = join(temporaryFolder(), 'secret');
  writeFileSync(path, content);
  return path;
}

describe('an environment that cannot be used', () => {
  it.each<[string, Environment, RegExp]>([
    ['no platform', {}, /^SLACK_BOT_TOKEN, DISCORD_TOKEN: no platform is set up; add/],
    [
      'a client ID alone',
      { ...SOCKET_MODE, SLACK_CLIENT_ID: '1.2', PUBLIC_URL: 'own' },
      /^SLACK_CLIENT_SECRET: missing/,
    ],
    [
      'an app that nobody could install',
      { ...SOCKET_MODE, SLACK_CLIENT_ID: '1.2', SLACK_CLIENT_SECRET: 'x' },
      /^PUBLIC_URL: missing, though SLACK_CLIENT_ID/,
    ],
    ['a bot token alone', { SLACK_BOT_TOKEN: 'xoxb-1' }, /^SLACK_APP_TOKEN: missing; .*SLACK_SIGNING_SECRET/],
    [
      'an app token alone',
      { SLACK_APP_TOKEN: 'xapp-1' },
      /^SLACK_BOT_TOKEN: missing, though SLACK_APP_TOKEN/,
    ],
    [
      'a signing secret alone',
      { SLACK_SIGNING_SECRET: 'x' },
      /^SLACK_BOT_TOKEN: missing, though SLACK_SIGNING/,
    ],
    [
      'mail that nobody sends',
      { ...SOCKET_MODE, MAIL_FROM: 'a@x.example' },
      /^SMTP_URL: missing, though MAIL_FROM is set; add the mail server/,
    ],
    [
      'mail from nobody',
      { ...SOCKET_MODE, SMTP_URL: 'smtps://mail.example' },
      /^MAIL_FROM: missing, though SMTP_URL is set/,
    ],
    [
      'a password with a bare %',
      { ...SOCKET_MODE, SMTP_URL: 'smtps://u:50%off@mail.example', MAIL_FROM: 'a@x.example' },
      /^SMTP_URL: has a % that is not followed by two digits; .* write %25/,
    ],
    [
      'answers by mail that nobody reads',
      {
        ...SOCKET_MODE,
        SMTP_URL: 'smtps://mail.example',
        MAIL_FROM: 'a@x.example',
        MAIL_REPLY_TO: 'a+{token}@x.example',
      },
      /^IMAP_URL, MAIL_WEBHOOK_SECRET: missing, though MAIL_REPLY_TO is set/,
    ],
    [
      'an address for answers without a place for the case',
      {
        ...SOCKET_MODE,
        SMTP_URL: 'smtps://mail.example',
        MAIL_FROM: 'a@x.example',
        MAIL_REPLY_TO: 'a@x.example',
        IMAP_URL: 'imaps://mail.example',
      },
      /^MAIL_REPLY_TO: not an address with \{token\} in it/,
    ],
    [
      'an app token for a bot token',
      { ...SOCKET_MODE, SLACK_BOT_TOKEN: 'xapp-2' },
      /^SLACK_BOT_TOKEN: this is a Slack app-level/,
    ],
    [
      'a bot token for an app token',
      { ...SOCKET_MODE, SLACK_APP_TOKEN: 'xoxb-2' },
      /^SLACK_APP_TOKEN: this is a Slack bot token/,
    ],
    [
      "a user's token",
      { ...SOCKET_MODE, SLACK_BOT_TOKEN: 'xoxp-2' },
      /^SLACK_BOT_TOKEN: this is a Slack user's token/,
    ],
    [
      'another word',
      { ...SOCKET_MODE, SLACK_BOT_TOKEN: 'hello' },
      /^SLACK_BOT_TOKEN: does not begin with xoxb-/,
    ],
    ['a Slack token for Discord', { DISCORD_TOKEN: 'xoxb-2' }, /^DISCORD_TOKEN: this is a Slack bot token/],
    [
      'an application id',
      { DISCORD_TOKEN: '1122334455667788990' },
      /^DISCORD_TOKEN: an id, public key or client/,
    ],
    ['the word Bot', { DISCORD_TOKEN: 'Bot a.b.c' }, /^DISCORD_TOKEN: this is a header with the word Bot/],
    ['quotes', { DISCORD_TOKEN: '"a.b.c"' }, /^DISCORD_TOKEN: has quotes around it/],
    ['a torn token', { DISCORD_TOKEN: 'a.b .c' }, /^DISCORD_TOKEN: has a space or a line break/],
    [
      'a port that is none',
      { ...SOCKET_MODE, PORT: '65536' },
      /^PORT: not a port; write a number from 0 to 65535$/,
    ],
    ['a port in words', { ...SOCKET_MODE, PORT: '3e3' }, /^PORT: not a port/],
    ['a host with a space', { ...SOCKET_MODE, HOST: 'my host' }, /^HOST: not an address/],
    [
      'a public address without https',
      { ...SOCKET_MODE, PUBLIC_URL: 'http://feedback.example' },
      /^PUBLIC_URL: not an address browsers/,
    ],
    [
      'a public address with a path',
      { ...SOCKET_MODE, PUBLIC_URL: 'https://example.org/feedback' },
      /^PUBLIC_URL: not/,
    ],
    [
      'a public address with a password',
      { ...SOCKET_MODE, PUBLIC_URL: 'https://me:secret@example.org' },
      /^PUBLIC_URL: not(?!.*secret)/,
    ],
    ['everybody as a proxy', { ...SOCKET_MODE, TRUST_PROXY: '0.0.0.0/0' }, /^TRUST_PROXY: not addresses/],
    ['a proxy by name', { ...SOCKET_MODE, TRUST_PROXY: 'true' }, /^TRUST_PROXY: not addresses/],
    [
      'an unknown role',
      { ...SOCKET_MODE, HEARBACK_ROLES: 'gatway' },
      /^HEARBACK_ROLES: no such role; did you mean gateway/,
    ],
    [
      'no role at all',
      { ...SOCKET_MODE, HEARBACK_ROLES: ',' },
      /^HEARBACK_ROLES: no such role; write some of/,
    ],
    [
      'an unknown level',
      { ...SOCKET_MODE, LOG_LEVEL: 'loud' },
      /^LOG_LEVEL: no such level; write one of silent/,
    ],
    ['another scheme', { ...SOCKET_MODE, SLACK_API_URL: 'file:///etc' }, /^SLACK_API_URL: not an address/],
    ['no address', { DISCORD_TOKEN: 'a', DISCORD_API_URL: 'discord' }, /^DISCORD_API_URL: not an address/],
    [
      'another database',
      { ...SOCKET_MODE, DATABASE_URL: 'mysql://h/d' },
      /^DATABASE_URL: not an address of this kind/,
    ],
    ['another queue', { ...SOCKET_MODE, QUEUE_URL: 'amqp://h' }, /^QUEUE_URL: not an address of this kind/],
    [
      'a missing file',
      { DISCORD_TOKEN_FILE: '/nowhere/at/all' },
      /^DISCORD_TOKEN_FILE: the file cannot be read \(ENOENT\)/,
    ],
    ['an empty file', { DISCORD_TOKEN_FILE: fileWith('\n') }, /^DISCORD_TOKEN_FILE: the file is empty/],
    [
      'a long file',
      { DISCORD_TOKEN_FILE: fileWith('x'.repeat(5_000)) },
      /^DISCORD_TOKEN_FILE: the file is too long/,
    ],
    ['both', { DISCORD_TOKEN: 'a', DISCORD_TOKEN_FILE: fileWith('b') }, /^DISCORD_TOKEN: set twice; keep/],
  ])('refuses %s in one line', (_, env, expected) => {
    const faults = faultsOf(env);

    expect(faults).toEqual([expect.stringMatching(expected)]);
  });

  it('names every fault at once', () => {
    const faults = faultsOf({ PORT: 'x', LOG_LEVEL: 'x', SLACK_BOT_TOKEN: 'x', QUEUE_URL: 'x' });

    expect(faults.map((fault) => fault.split(':')[0])).toEqual([
      'PORT',
      'LOG_LEVEL',
      'SLACK_BOT_TOKEN',
      'QUEUE_URL',
      'SLACK_APP_TOKEN',
    ]);
  });

  it('never prints a value, whatever is wrong with it', () => {
    const marked = Object.keys(SETTINGS).map((name): [string, string] => [
      name,
      `"s3cr3t ${name} \u0000 s3cr3t`,
    ]);
    const inFiles = Object.keys(SETTINGS).map((name): [string, string] => [
      `${name}_FILE`,
      fileWith('"s3cr3t s3cr3t'),
    ]);

    for (const env of [marked, inFiles]) {
      const faults = faultsOf(Object.fromEntries(env));

      expect(faults.length).toBeGreaterThan(5);
      expect(faults.join('\n')).not.toContain('s3cr3t');
    }
  });
});
