import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Redis } from 'ioredis';
import { SETTINGS, type SettingName } from '../../src/settings.ts';
import { keyLine, newKey } from '../../src/store/keys.ts';
import { cliOf } from '../cli/cli.ts';
import { playOn, type Play } from '../support/play.ts';
import { startProgram, type Program } from '../support/program.ts';
import { hasRedis, testRedis, type TestRedis } from '../support/redis.ts';
import { openWorld, STAGES, type Stage, type World } from '../support/world.ts';

/** In everything people write in these stories, and in nothing else. */
const WORDS = 'zebra-quartz';
const DATABASE_PASSWORD = 'database-password-nobody-may-see';
const SIGNING_SECRET = 'signing-secret-nobody-may-see';
const CLIENT_SECRET = 'client-secret-nobody-may-see';
const KEY = newKey(new Date());
/** Nobody listens there, so that what fails is logged as well. */
const MAIL = {
  SMTP_URL: 'smtp://mailer:smtp-password-nobody-may-see@127.0.0.1:1',
  IMAP_URL: 'imap://mailer:imap-password-nobody-may-see@127.0.0.1:1/INBOX',
  MAIL_WEBHOOK_SECRET: 'mail-webhook-secret-nobody-may-see',
  MAIL_FROM: 'feedback@example.org',
  MAIL_REPLY_TO: 'feedback+{token}@example.org',
};

const secretNames = (Object.keys(SETTINGS) as SettingName[]).filter((name) => SETTINGS[name].secret);

/** A setting's value in every form in which it could slip out; of an address only the password is one. */
function formsOf(value: string): string[] {
  // A key is base64, which may have two slashes as well.
  const secret = /^[a-z]+:\/\//.test(value)
    ? decodeURIComponent(new URL(value).password)
    : (value.split(':').at(-1) ?? '');
  return [secret, encodeURIComponent(secret), Buffer.from(secret).toString('base64').replace(/=+$/, '')];
}

function expectNothingOf(found: string, secrets: Record<string, string>): void {
  const shown = Object.entries(secrets).filter(([, value]) =>
    formsOf(value).some((form) => found.includes(form)),
  );
  expect(shown.map(([name]) => name)).toEqual([]);
  const at = found.toLowerCase().indexOf(WORDS);
  expect(at < 0 ? '' : found.slice(Math.max(0, at - 300), at + 100)).toBe('');
}

describe('a program with all its secrets', () => {
  let world: World;
  let redis: TestRedis | null;
  let program: Program;
  let env: Record<string, string>;
  let secrets: Record<string, string>;

  beforeAll(async () => {
    world = await openWorld({ withoutBot: true });
    redis = hasRedis ? await testRedis() : null;
    const database = new URL(world.env['DATABASE_URL']!);
    database.password = DATABASE_PASSWORD;
    env = {
      ...world.env,
      LOG_LEVEL: 'trace',
      SLACK_SIGNING_SECRET: SIGNING_SECRET,
      SLACK_CLIENT_ID: '1.2',
      SLACK_CLIENT_SECRET: CLIENT_SECRET,
      PUBLIC_URL: 'own',
      HEARBACK_KEYS: keyLine(KEY),
      ...MAIL,
      DATABASE_URL: database.href,
      QUEUE_URL: redis?.url ?? database.href,
    };
    secrets = Object.fromEntries(secretNames.map((name) => [name, env[name] ?? '']));
    program = startProgram(env);
    const url = await program.url();
    world.sandbox.setBot(url);
    await world.until('it to be ready', async () => (await fetch(`${url}/readyz`)).ok);
  });
  afterAll(async () => {
    await program?.stop();
    await redis?.down();
    await world?.close();
  });

  it('is given each secret there is, so that each is looked for', () => {
    for (const name of secretNames)
      expect([name, formsOf(secrets[name] ?? '').every((form) => form.length > 8)]).toEqual([name, true]);
  });

  describe.each(STAGES)('that lives through a bad day on $platform', (stage) => {
    it('opens its cases all the same, and gives up what it may not do', async () => {
      const play = playOn(world, stage);
      const codes = join(world.env['HEARBACK_DATA_DIR']!, 'codes.csv');
      writeFileSync(codes, `${WORDS}-${stage.platform}`);
      const imported = await cliOf(env)(
        'gifts',
        'import',
        'voucher',
        codes,
        '--workspace',
        stage.workspaceId,
      );
      expect(imported.out).toContain('1 new');
      await badDay(world, stage, play);
    });
  });

  it('has shown no secret and nobody’s words in what it logged, serves, queues and noted of failures', async () => {
    const url = await program.url();
    const pages = await Promise.all(
      ['metrics', 'readyz', 'healthz', 'nowhere'].map(async (path) => (await fetch(`${url}/${path}`)).text()),
    );
    const failures = [
      ...(await world.sql('select kind, data, key, failure_code, failure_message from hearback.outbox')),
      ...(await world.sql('select key, failure_code, failure_message from hearback.delivery')),
      ...(await world.sql('select * from hearback.audit')),
    ];
    const queued = redis ? await everythingIn(redis.url) : await world.sql('select * from bullmq.job');
    expect(pages.join('')).toContain('hearback_events_total');
    expectNothingOf(program.output(), secrets);
    expectNothingOf(pages.join('\n'), secrets);
    expectNothingOf(JSON.stringify(failures), secrets);
    expectNothingOf(JSON.stringify(queued), secrets);
  });

  it('says what is wrong with a policy whose lines hold a secret and words, and shows neither', async () => {
    const path = env['HEARBACK_CONFIG']!;
    const good = readFileSync(path, 'utf8');
    const before = program.output().length;
    writeFileSync(path, `${good}\nprefix: xoxb-${WORDS}\nladder: ${env['SLACK_BOT_TOKEN']}\n  broken: [`);
    await world.until('the fault in the log', () => program.output().slice(before).includes('has faults'));
    writeFileSync(path, good);
    expectNothingOf(program.output(), secrets);
  });
});

/** Everything people can do, with the platform failing in between, each with words that are looked for. */
async function badDay(world: World, stage: Stage, play: Play): Promise<void> {
  const people = world.on(stage.platform);
  const { channels, member, handler } = stage;
  const { message, name } = await play.openCase(`My ${WORDS} does not work`);
  people.editMessage({ as: member.id, channel: channels.open, message, text: `My ${WORDS} still does not` });
  people.createMessage({
    as: member.id,
    channel: channels.open,
    thread: message,
    text: `Here is the ${WORDS}`,
    files: [{ name: `${WORDS}.txt`, mime: 'text/plain', base64: Buffer.from(WORDS).toString('base64') }],
  });
  people.fault({ kind: 'server_error', times: 2, status: 500 });
  people.fault({ kind: 'lost_answer', times: 1 });
  people.fault({ kind: 'rate_limit', times: 1, retryAfterS: 1 });
  people.fault({ kind: 'dms_closed', person: member.id });
  people.fault({ kind: 'drop_socket', ms: 50 });
  for (const typed of [
    `/feedback gift ${name} voucher Sorry about the ${WORDS}`,
    `/feedback send ${name}`,
    `/feedback note ${name} A note about the ${WORDS}`,
    `/feedback reply ${name} We look at the ${WORDS}`,
    `/feedback list ${WORDS}`,
    `/feedback ${WORDS}`,
    `/feedback show FB-${WORDS}`,
    `/feedback remind ${name} ${WORDS}`,
    `/feedback dismiss ${name} because of the ${WORDS}`,
  ])
    await play.type(typed).catch(() => null);
  const { form } = await people.command({ as: handler.id, channel: channels.triage, text: '/feedback new' });
  if (form)
    await people.submit({
      as: handler.id,
      form: form.id,
      values: { text: `The ${WORDS} came twice`, from: `Mrs ${WORDS}`, origin: 'phone', kind: 'feedback' },
    });
  people.clearFaults();
  const scope = stage.platform === 'slack' ? 'reactions:write' : 'ADD_REACTIONS';
  people.fault({ kind: 'missing_scope', scope });
  await play.openCase(`Another ${WORDS}, with a scope gone`);
  await world.until(
    'a delivery to be given up',
    async () =>
      (
        await world.sql("select from hearback.delivery where workspace_id = $1 and state = 'failed'", [
          stage.workspaceId,
        ])
      ).length > 0,
  );
  people.clearFaults();
}

async function everythingIn(url: string): Promise<unknown[]> {
  const client = new Redis(url);
  const found: unknown[] = [];
  for (const key of await client.keys('*')) {
    const type = await client.type(key);
    const read =
      type === 'hash'
        ? client.hgetall(key)
        : type === 'zset'
          ? client.zrange(key, '0', '-1')
          : type === 'list'
            ? client.lrange(key, 0, -1)
            : type === 'set'
              ? client.smembers(key)
              : type === 'stream'
                ? client.xrange(key, '-', '+')
                : client.get(key);
    found.push([key, await read]);
  }
  await client.quit();
  return found;
}

describe('a program that is refused', () => {
  let world: World;
  const running: Program[] = [];
  const refused = 'refused-password-nobody-may-see';

  beforeAll(async () => {
    world = await openWorld({ withoutBot: true });
  });
  afterAll(async () => {
    await Promise.all(running.map((program) => program.stop()));
    await world.close();
  });

  const ways: [by: string, change: Record<string, string>, signs: RegExp[]][] = [
    [
      'its database',
      { DATABASE_URL: `postgres://somebody:${refused}@127.0.0.1:1/hearback` },
      [/could not start/],
    ],
    [
      'its queue and both platforms',
      {
        QUEUE_URL: `redis://:${refused}@127.0.0.1:1`,
        SLACK_BOT_TOKEN: `xoxb-${refused}`,
        SLACK_APP_TOKEN: `xapp-${refused}`,
        DISCORD_TOKEN: `${refused}.${refused}`,
      },
      [/SLACK_BOT_TOKEN is not valid/, /bot token was refused/, /Redis cannot be reached/],
    ],
  ];
  it.each(ways)('by %s says so without showing a secret', async (_, change, signs) => {
    const program = startProgram({ ...world.env, LOG_LEVEL: 'trace', ...change });
    running.push(program);
    await world.until('it to say so', () => signs.every((sign) => sign.test(program.output())));
    expectNothingOf(program.output(), { ...change, refused });
  });
});
