import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { readConfig } from '../src/config.ts';
import { temporaryFolder } from './support/folder.ts';

const SOCKET_MODE = { SLACK_BOT_TOKEN: 'xoxb-1-a', SLACK_APP_TOKEN: 'xapp-1-a' };

function fileWith(content: string): string {
  const path = join(temporaryFolder(), 'secret');
  writeFileSync(path, content);
  return path;
}

describe('readConfig', () => {
  it('fills in the documented defaults', () => {
    const config = readConfig({ DISCORD_TOKEN: 'a.b.c' });

    expect(config).toEqual({
      port: 3000,
      host: '127.0.0.1',
      publicUrl: null,
      trustProxy: [],
      dataDir: '.hearback',
      policyPath: 'hearback.yaml',
      roles: new Set(['gateway', 'worker', 'web']),
      logLevel: 'info',
      slack: null,
      discord: { token: 'a.b.c' },
      mail: null,
      databaseUrl: null,
      keys: null,
      queueUrl: null,
    });
  });

  it('lets the operator look after a Hearback without any token, and checks the rest all the same', () => {
    expect(() => readConfig({})).toThrow(/no platform is set up/);
    expect(readConfig({}, { withoutPlatform: true })).toMatchObject({ slack: null, discord: null });
    expect(() => readConfig({ PORT: 'x' }, { withoutPlatform: true })).toThrow(/PORT/);
    expect(() => readConfig({ SLACK_BOT_TOKEN: 'xoxb-1' }, { withoutPlatform: true })).toThrow(
      /SLACK_APP_TOKEN/,
    );
  });

  it('takes every setting from the environment', () => {
    const config = readConfig({
      PORT: '0',
      HOST: '0.0.0.0',
      PUBLIC_URL: 'https://feedback.example/',
      TRUST_PROXY: '10.0.0.5, uniquelocal,2001:db8::/32',
      HEARBACK_DATA_DIR: '/data',
      HEARBACK_CONFIG: '/etc/hearback.yaml',
      HEARBACK_ROLES: 'worker, web',
      LOG_LEVEL: 'debug',
      ...SOCKET_MODE,
      SLACK_SIGNING_SECRET: 's3cret',
      SLACK_API_URL: 'http://127.0.0.1:1/api/',
      DISCORD_TOKEN: 'a.b.c',
      DISCORD_API_URL: 'https://proxy.example/api',
      SMTP_URL: 'smtps://u:p@mail.example',
      MAIL_FROM: 'Hearback <feedback@x.example>',
      MAIL_REPLY_TO: 'feedback+{token}@x.example',
      IMAP_URL: 'imaps://u:p@mail.example/INBOX',
      MAIL_WEBHOOK_SECRET: 'sixteen letters and more',
      DATABASE_URL: 'postgres://u:p@db/hearback',
      HEARBACK_KEYS: `k2:${Buffer.alloc(32, 2).toString('base64')},k1:${Buffer.alloc(32, 1).toString('base64')}`,
      QUEUE_URL: 'rediss://:p@queue:6380',
    });

    expect(config).toEqual({
      port: 0,
      host: '0.0.0.0',
      publicUrl: 'https://feedback.example',
      trustProxy: ['10.0.0.5', 'uniquelocal', '2001:db8::/32'],
      dataDir: '/data',
      policyPath: '/etc/hearback.yaml',
      roles: new Set(['worker', 'web']),
      logLevel: 'debug',
      slack: {
        botToken: 'xoxb-1-a',
        appToken: 'xapp-1-a',
        signingSecret: 's3cret',
        apiUrl: 'http://127.0.0.1:1/api/',
      },
      discord: { token: 'a.b.c', apiUrl: 'https://proxy.example/api' },
      mail: {
        smtpUrl: 'smtps://u:p@mail.example',
        from: 'Hearback <feedback@x.example>',
        replyTo: 'feedback+{token}@x.example',
        imapUrl: 'imaps://u:p@mail.example/INBOX',
        webhookSecret: 'sixteen letters and more',
      },
      databaseUrl: 'postgres://u:p@db/hearback',
      keys: [
        { id: 'k2', bytes: Buffer.alloc(32, 2) },
        { id: 'k1', bytes: Buffer.alloc(32, 1) },
      ],
      queueUrl: 'rediss://:p@queue:6380',
    });
  });

  it('cannot be changed afterwards', () => {
    const config = readConfig({ ...SOCKET_MODE, DISCORD_TOKEN: 'a.b.c' });

    expect([config, config.slack, config.discord].every((part) => Object.isFrozen(part))).toBe(true);
  });

  it('counts empty and blank settings as not set', () => {
    const config = readConfig({
      PORT: '',
      LOG_LEVEL: '  ',
      ...SOCKET_MODE,
      DISCORD_TOKEN: '',
      QUEUE_URL: ' ',
    });

    expect(config).toMatchObject({ port: 3000, logLevel: 'info', discord: null, queueUrl: null });
  });

  it.each([
    ['Socket Mode', SOCKET_MODE, { botToken: 'xoxb-1-a', appToken: 'xapp-1-a' }],
    [
      'HTTP',
      { SLACK_BOT_TOKEN: 'xoxb-1-a', SLACK_SIGNING_SECRET: 'f00' },
      { botToken: 'xoxb-1-a', signingSecret: 'f00' },
    ],
  ])('runs Slack over %s', (_, env, slack) => {
    expect(readConfig(env).slack).toEqual(slack);
  });

  it('reads secrets from files, without the line break at their end', () => {
    const config = readConfig({
      DISCORD_TOKEN_FILE: fileWith('a.b.c\n'),
      QUEUE_URL_FILE: fileWith('redis://queue\n'),
    });

    expect(config).toMatchObject({ discord: { token: 'a.b.c' }, queueUrl: 'redis://queue' });
  });
});
