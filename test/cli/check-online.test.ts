import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { parse, parseDocument } from 'yaml';
import { createInspectors } from '../../src/adapters/index.ts';
import { createLog } from '../../src/log.ts';
import type { Fault } from '../../sandbox/platform.ts';
import { temporaryFolder } from '../support/folder.ts';
import { openWorld, STAGES, type PolicyChange, type Stage, type World } from '../support/world.ts';
import { cliOf, type CliResult } from './cli.ts';

// What `hearback check` says of the sandbox's two communities when all is well, and when one thing is wrong.

let world: World;
beforeAll(async () => {
  world = await openWorld({ withoutBot: true });
});
afterAll(() => world?.close());
afterEach(() => {
  world.sandbox.slack.clearFaults();
  world.sandbox.discord.clearFaults();
});

interface Broken {
  changes?: PolicyChange[];
  env?: Record<string, string>;
  faults?: [platform: 'slack' | 'discord', fault: Fault][];
  args?: string[];
}

/** Runs it with a policy that differs in these values, with these settings, and with platforms that behave so. */
async function check({ changes = [], env = {}, faults = [], args = [] }: Broken = {}): Promise<
  CliResult & { faults: string[] }
> {
  const document = parseDocument(await readFile(world.env['HEARBACK_CONFIG']!, 'utf8'), {
    intAsBigInt: true,
  });
  for (const [path, value] of changes) document.setIn(path, value);
  const path = join(temporaryFolder(), 'hearback.yaml');
  await writeFile(path, document.toString());
  for (const [platform, fault] of faults) world.on(platform).fault(fault);
  const result = await cliOf({ ...world.env, ...env, HEARBACK_CONFIG: path })('check', ...args);
  return { ...result, faults: result.out.split('\n').filter((line) => !/^(note|not asked): /.test(line)) };
}

/** What has to be put right: these lines in this order, and no other that only follows from them. */
async function expectFaults(broken: Broken, ...lines: (RegExp | string)[]): Promise<void> {
  const { code, faults, notes } = await check(broken);
  expect({ code, faults }).toEqual({ code: 1, faults: lines.map((line) => expect.stringMatching(line)) });
  expect(notes).toMatch(/^\d+ things? ha(?:s|ve) to be put right\./m);
}

const [slack, discord] = STAGES as [Stage, Stage];
const [onSlack, onDiscord] = [0, 1].map((index) => (...path: (string | number)[]) => [
  'workspaces',
  index,
  ...path,
]) as [(...path: string[]) => string[], (...path: string[]) => string[]];

it('finds nothing wrong with what is well, tells on the way what it looked at, and leaves no trace', async () => {
  const { code, out, notes } = await check();
  expect({ code, out }).toEqual({ code: 0, out: expect.stringMatching(/^(?:note: .*\n)*All is well/) });
  expect(notes.split('\n')).toEqual([
    expect.stringMatching(/^Database: PostgreSQL \S+ answers. Its record is up to date\.$/),
    ...(world.env['QUEUE_URL'] ? [expect.stringMatching(/^Queue: Redis \S+ answers\.$/)] : []),
    'Slack: the token is good, for Riverside Makers. All is well.',
    'Discord: the token is good, for Lantern Quest. All is well.',
    'Riverside Makers: channels, people and groups. All is well.',
    'Lantern Quest: channels, people and groups. All is well.',
  ]);
  const calls = [...world.sandbox.slack.calls(), ...world.sandbox.discord.calls()].map(
    ({ method }) => method,
  );
  expect(calls.filter((call) => /chat\.|^(POST|PUT|PATCH|DELETE) /.test(call))).toEqual([]);
});

it('connects to nothing where it is told not to', async () => {
  const before = world.sandbox.slack.calls().length;
  const env = { DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none', SLACK_BOT_TOKEN: 'xoxb-wrong' };
  expect(await check({ env, args: ['--offline'] })).toMatchObject({ code: 0, notes: '' });
  expect(world.sandbox.slack.calls()).toHaveLength(before);
});

it('prints JSON alone, and nothing on the way', async () => {
  const { code, out, notes } = await check({
    args: ['--json'],
    faults: [['slack', { kind: 'missing_scope', scope: 'reactions:read' }]],
  });
  expect(JSON.parse(out)).toMatchObject({ faults: [{ file: 'slack', line: null }], unasked: [] });
  expect({ code, lines: notes.split('\n').length }).toEqual({ code: 1, lines: 1 });
});

describe('says what to do about', () => {
  it('tokens that are not valid', () =>
    expectFaults(
      { env: { SLACK_BOT_TOKEN: 'xoxb-0-0-wrong', DISCORD_TOKEN: 'wrong.token.here' } },
      /^discord {2}Discord: the bot token was refused. Copy a new one from the Developer Portal .* into DISCORD_TOKEN/,
      /^slack {2}slack: SLACK_BOT_TOKEN is not valid; copy it again from OAuth & Permissions$/,
    ));

  it('rights that are missing', () =>
    expectFaults(
      {
        faults: [
          ['slack', { kind: 'missing_scope', scope: 'chat:write' }],
          ['discord', { kind: 'missing_scope', scope: 'SEND_MESSAGES' }],
        ],
      },
      ...['feedback-triage', 'help-forum', 'dept-qa', 'dept-support'].map(
        (name) =>
          new RegExp(
            `^hearback\\.yaml:\\d+:\\d+ {2}Discord: the bot needs "Send Messages" \\(SEND_MESSAGES\\) in #${name}\\. Grant it`,
          ),
      ),
      /^slack {2}the scope chat:write is missing \(post answers, cards and reminders\); add it under OAuth & Permissions .* "Reinstall to Workspace"$/,
    ));

  it('rights that are needed to ask, each once', async () => {
    const { code, faults } = await check({
      faults: [
        ['slack', { kind: 'missing_scope', scope: 'groups:read' }],
        ['discord', { kind: 'missing_scope', scope: 'VIEW_CHANNEL' }],
      ],
    });
    expect({ code, faults }).toEqual({
      code: 1,
      faults: expect.arrayContaining([
        expect.stringMatching(
          /^slack {2}the scope groups:read is missing \(make sure that a channel is private.*"Reinstall to Workspace"$/,
        ),
        expect.stringMatching(
          /^hearback\.yaml:\d+:\d+ {2}Discord: the bot needs "View Channel" \(VIEW_CHANNEL\) in channel \d+\. Grant it/,
        ),
      ]),
    });
    expect(new Set(faults).size).toBe(faults.length);
    expect(faults.length).toBeLessThan(15);
  });

  it('channels, people and groups that cannot be used', () =>
    expectFaults(
      {
        changes: [
          [onSlack('triage'), slack.channels.withoutBot],
          [onSlack('departments', 'qa', 'channel'), slack.channels.general],
          [onSlack('departments', 'support', 'channel'), 'C0NOWHERE'],
          [onSlack('roles', 'moderator', 'groups'), ['S0GONE']],
          [onSlack('roles', 'lead', 'people'), ['U0NOBODY']],
          [onDiscord('triage'), discord.channels.withoutBot],
          [onDiscord('departments', 'qa', 'channel'), discord.channels.general],
          [onDiscord('departments', 'support', 'channel'), '1100000000000009999'],
          [onDiscord('roles', 'moderator', 'groups'), ['1100000000000009998']],
          [onDiscord('roles', 'lead', 'people'), ['1100000000000009997']],
        ],
      },
      ...[slack, discord].flatMap(({ platform }) =>
        platform === 'slack'
          ? [
              /:13 {2}the bot is not in #no-bots-here; type "\/invite @hearback" in it$/,
              /:13 {2}#no-bots-here is public/,
              /The group \S+ is not there any more\. .* Name another group/,
              /nobody in the community has the id U0NOBODY; correct it, or take it out$/,
              /#general is public, and internal cards would be read by everybody; open .*private/,
              /the bot sees no channel C0NOWHERE; if it is a private one, type "\/invite/,
            ]
          : [
              /:13 {2}Discord: the bot needs "View Channel" \(VIEW_CHANNEL\) in channel \d+\. Grant it/,
              /The group \S+ is not there any more\. .* Name another group/,
              /nobody in the community has the id 1100000000000009997; correct it, or take it out$/,
              /#general is public, and internal cards would be read by everybody; open .*private/,
              /Discord: there is no channel 1100000000000009999; correct the id/,
            ],
      ),
    ));

  it('bots in place of people, and people who do not see what they work on', async () => {
    const { faults, out } = await check({
      changes: [
        [onSlack('roles', 'lead', 'people'), ['U0HEARBACK']],
        [onSlack('roles', 'moderator', 'people'), [slack.member.id]],
        [onDiscord('roles', 'moderator', 'people'), [discord.member.id]],
      ],
    });
    expect(faults).toEqual([expect.stringMatching(/\(U0HEARBACK\) is a bot; name a person$/)]);
    for (const { member } of [slack, discord])
      expect(out).toMatch(
        new RegExp(`^note: .*${member.id}\\) works on cases but cannot see the triage`, 'm'),
      );
  });

  it('other communities than those of the tokens', () =>
    expectFaults(
      {
        changes: [
          [onSlack('id'), 'slack:T0OTHER'],
          [onDiscord('id'), 'discord:1100000000000009996'],
        ],
      },
      ...[slack, discord].map(
        ({ workspaceId }) =>
          new RegExp(
            `^hearback\\.yaml:\\d+:9 {2}the token reaches ${workspaceId} \\(.*\\), not .*; correct the id, or in`,
          ),
      ),
    ));

  it('a slip in the policy, and a token for Socket Mode', () =>
    expectFaults(
      {
        changes: [[['kinds', 'feedback', 'playbook'], 'prodct']],
        env: { SLACK_APP_TOKEN: 'xapp-wrong' },
      },
      /^hearback\.yaml:\d+:\d+ {2}kinds\.feedback\.playbook: there is no playbook "prodct"; did you mean "product"\?$/,
      /^slack {2}slack: SLACK_APP_TOKEN is not valid; .* connections:write/,
    ));

  it('an intent that is switched off', () =>
    expectFaults(
      { faults: [['discord', { kind: 'missing_scope', scope: 'MESSAGE_CONTENT' }]] },
      /^discord {2}Discord: the "Message Content Intent" is switched off .*Privileged Gateway Intents, switch on "Message Content Intent" and save$/,
    ));

  it('servers that nobody runs, and a platform of the policy without a token', () =>
    expectFaults(
      {
        env: {
          DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none',
          QUEUE_URL: 'redis://127.0.0.1:1',
          DISCORD_TOKEN: '',
        },
      },
      /^database {2}DATABASE_URL: nobody answers there; start PostgreSQL, or correct host and port \(ECONNREFUSED\)$/,
      /^hearback\.yaml:\d+:9 {2}DISCORD_TOKEN is not set, so discord:\S+ is not heard; put it into \.env, or take this workspace out$/,
      /^queue {2}QUEUE_URL: nobody answers there; start Redis, or correct host and port \(ECONNREFUSED\)$/,
    ));
});

it('leaves it to whoever asked to wait as long as a platform wants', async () => {
  const { SLACK_BOT_TOKEN: botToken = '', SLACK_API_URL: apiUrl = '' } = world.env;
  const { DISCORD_TOKEN: token = '', DISCORD_API_URL: discordUrl = '' } = world.env;
  const settings = { slack: { botToken, apiUrl }, discord: { token, apiUrl: discordUrl } };
  for (const inspector of createInspectors(settings, createLog('silent'))) {
    const stage = inspector.platform === 'slack' ? slack : discord;
    world.on(stage.platform).fault({ kind: 'rate_limit', times: 2, retryAfterS: 60 });
    await expect(inspector.lookAtApp()).rejects.toMatchObject({ afterMs: 60_000 });
    const { triage } = stage.channels;
    await expect(inspector.lookAtChannel(stage.workspaceId, triage, 'internal')).rejects.toMatchObject({
      code: 'RATE_LIMITED',
    });
  }
});

it('does not take platforms that are down for some that are set up wrongly', async () => {
  const down: Fault = { kind: 'server_error', times: 500, status: 503 };
  const { code, out, notes } = await check({
    faults: [
      ['slack', down],
      ['discord', down],
    ],
  });
  expect({ code, lines: out.split('\n').filter((line) => !line.startsWith('note: ')) }).toEqual({
    code: 2,
    lines: [
      expect.stringMatching(/^not asked: discord {2}Discord is not available/),
      expect.stringContaining(`${slack.workspaceId} could not be asked about`),
      expect.stringContaining(`${discord.workspaceId} could not be asked about`),
      expect.stringMatching(/^not asked: slack {2}slack is not available/),
    ],
  });
  expect(notes).toMatch(/could not be asked, so it is not known whether all is well/);
});

describe('hearback init', () => {
  const filesIn = (folder: string) => readFile(join(folder, 'hearback.yaml'), 'utf8');
  const checked = (folder: string) =>
    cliOf({ ...world.env, HEARBACK_CONFIG: join(folder, 'hearback.yaml') })('check');

  it('finds channels and people by itself with --yes, and what it writes is green', async () => {
    const folder = temporaryFolder();
    const { code, out } = await cliOf(world.env)('init', '--yes', '--folder', folder);
    expect(code).toBe(0);
    expect(out).not.toMatch(/those of the example|xoxb-|APPLICATION_ID|make a private channel/);
    const { workspaces } = parse(await filesIn(folder)) as { workspaces: object[] };
    expect(workspaces).toMatchObject(
      [slack.channels, discord.channels].map(({ triage, help, qa, support }, index) => ({
        id: STAGES[index]!.workspaceId,
        triage,
        helpers: help,
        departments: { qa: { channel: qa }, support: { channel: support } },
      })),
    );
    // The tokens came from the environment, and stay there.
    expect(await readFile(join(folder, '.env'), 'utf8')).not.toMatch(/sandbox/);
    const green = await checked(folder);
    expect(green).toMatchObject({ code: 0, out: expect.stringMatching(/^(?:note: .*\n)*All is well/) });
  });

  it('asks who is there, keeps what they type for .env alone, and lets them choose', async () => {
    const folder = temporaryFolder();
    const asked: string[] = [];
    const answers: [RegExp, string | string[]][] = [
      [/Where is your community/, 'discord'],
      [/DISCORD_TOKEN/, world.env['DISCORD_TOKEN']!],
      [/moderators work/, discord.channels.triage],
      [/departments/, [discord.channels.support]],
      [/new cases/, STAGES[1]!.handler.id],
      [/language/, 'pt'],
      [/time zone/, 'Europe/Lisbon'],
    ];
    const answer = <T>(question: string) => {
      asked.push(question);
      return Promise.resolve(answers.find(([about]) => about.test(question))?.[1] as T);
    };
    const questions = {
      one: answer<string>,
      many: answer<string[]>,
      line: answer<string>,
      secret: answer<string>,
    };
    const { DISCORD_API_URL } = world.env;
    const typed = cliOf({ DISCORD_API_URL }, undefined, { questions });
    const { code, out, notes } = await typed('init', '--folder', folder);
    expect({ code, asked: asked.length }).toEqual({ code: 0, asked: answers.length });
    expect(parse(await filesIn(folder))).toMatchObject({
      language: 'pt',
      timeZone: 'Europe/Lisbon',
      workspaces: [
        { handler: STAGES[1]!.handler.id, departments: { support: { channel: discord.channels.support } } },
      ],
    });
    expect(await readFile(join(folder, '.env'), 'utf8')).toContain(
      `DISCORD_TOKEN=${world.env['DISCORD_TOKEN']}\n`,
    );
    expect(`${out}${notes}${await filesIn(folder)}`).not.toContain(world.env['DISCORD_TOKEN']);
    expect(await checked(folder)).toMatchObject({ code: 0 });
  });

  it('writes what it knows where a token is refused, and says what the platform said', async () => {
    const folder = temporaryFolder();
    const env = { ...world.env, SLACK_BOT_TOKEN: 'xoxb-0-0-wrong' };
    const { code, out, notes } = await cliOf(env)('init', '--yes', '--folder', folder, '--platform', 'slack');
    expect({ code, notes }).toEqual({
      code: 0,
      notes: expect.stringContaining('! slack: SLACK_BOT_TOKEN is not valid'),
    });
    expect(out).toContain('those of the example');
  });

  it('says which community a token reaches in place of the one that is wanted', async () => {
    const folder = temporaryFolder();
    const wanted = ['--platform', 'slack', '--community', 'slack:T0OTHER'];
    const { code, notes } = await cliOf(world.env)('init', '--yes', '--folder', folder, ...wanted);
    expect({ code, notes }).toEqual({
      code: 0,
      notes: expect.stringContaining(
        `! The token reaches Riverside Makers (${slack.workspaceId}), not slack:T0OTHER. Correct --community`,
      ),
    });
    expect(parse(await filesIn(folder))).toMatchObject({ workspaces: [{ id: 'slack:T0OTHER' }] });
  });
});
