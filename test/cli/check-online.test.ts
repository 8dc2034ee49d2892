import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { parse, parseDocument } from 'yaml';
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
  faults?: Fault[];
  args?: string[];
}

/** Runs it with a policy that differs in these values, with these settings, and with platforms that behave so. */
async function check(
  stage: Stage | null,
  { changes = [], env = {}, faults = [], args = [] }: Broken = {},
): Promise<CliResult> {
  const document = parseDocument(await readFile(world.env['HEARBACK_CONFIG']!, 'utf8'), {
    intAsBigInt: true,
  });
  for (const [path, value] of changes) document.setIn(path, value);
  const path = join(temporaryFolder(), 'hearback.yaml');
  await writeFile(path, document.toString());
  if (stage) for (const fault of faults) world.on(stage.platform).fault(fault);
  return cliOf({ ...world.env, ...env, HEARBACK_CONFIG: path })('check', ...args);
}

it('finds nothing wrong with what is well, tells on the way what it looked at, and leaves no trace', async () => {
  const { code, out, notes } = await check(null);
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
  expect(await check(null, { env, args: ['--offline'] })).toMatchObject({ code: 0, notes: '' });
  expect(world.sandbox.slack.calls()).toHaveLength(before);
});

it('prints JSON alone, and nothing on the way', async () => {
  const { code, out, notes } = await check(STAGES[0]!, {
    args: ['--json'],
    faults: [{ kind: 'missing_scope', scope: 'reactions:read' }],
  });
  expect(JSON.parse(out)).toMatchObject({ faults: [{ file: 'slack', line: null }], unasked: [] });
  expect({ code, lines: notes.split('\n').length }).toEqual({ code: 1, lines: 1 });
});

it.each([
  [
    'a database that nobody runs',
    { DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none' },
    'database  DATABASE_URL: nobody answers there; start PostgreSQL, or correct host and port (ECONNREFUSED)',
  ],
  [
    'a Redis that nobody runs',
    { QUEUE_URL: 'redis://127.0.0.1:1' },
    'queue  QUEUE_URL: nobody answers there; start Redis, or correct host and port (ECONNREFUSED)',
  ],
])('says what to do about %s', async (_, env, line) => {
  const { code, out } = await check(null, { env });
  expect({ code, out: out.split('\n') }).toEqual({ code: 1, out: expect.arrayContaining([line]) });
});

describe.each(STAGES)('on $platform', (stage) => {
  const isSlack = stage.platform === 'slack';
  const index = isSlack ? 0 : 1;
  const at = (...path: (string | number)[]) => ['workspaces', index, ...path];
  const token = isSlack ? 'SLACK_BOT_TOKEN' : 'DISCORD_TOKEN';

  const BROKEN: [string, Broken, RegExp][] = [
    [
      'a token that is not valid',
      { env: { [token]: isSlack ? 'xoxb-0-0-wrong' : 'wrong.token.here' } },
      isSlack
        ? /^slack {2}slack: SLACK_BOT_TOKEN is not valid; copy it again from OAuth & Permissions$/m
        : /^discord {2}Discord: the bot token was refused. Copy a new one from the Developer Portal .* into DISCORD_TOKEN/m,
    ],
    [
      isSlack ? 'a missing scope' : 'a missing permission',
      { faults: [{ kind: 'missing_scope', scope: isSlack ? 'chat:write' : 'SEND_MESSAGES' }] },
      isSlack
        ? /^slack {2}the scope chat:write is missing \(post answers, cards and reminders\); add it under OAuth & Permissions .* "Reinstall to Workspace"$/m
        : /^hearback\.yaml:\d+:\d+ {2}Discord: the bot needs "Send Messages" \(SEND_MESSAGES\) in #feedback-triage\. Grant it/m,
    ],
    [
      'a right that is needed to ask',
      { faults: [{ kind: 'missing_scope', scope: isSlack ? 'groups:read' : 'VIEW_CHANNEL' }] },
      isSlack
        ? /^slack {2}the scope groups:read is missing \(make sure that a channel is private.*"Reinstall to Workspace"$/m
        : /^hearback\.yaml:\d+:\d+ {2}Discord: the bot needs "View Channel" \(VIEW_CHANNEL\) in channel \d+\. Grant it/m,
    ],
    [
      'a triage channel without the bot',
      { changes: [[at('triage'), stage.channels.withoutBot]] },
      isSlack
        ? /^hearback\.yaml:\d+:13 {2}the bot is not in #no-bots-here; type "\/invite @hearback" in it$/m
        : /^hearback\.yaml:\d+:13 {2}Discord: the bot needs "View Channel" \(VIEW_CHANNEL\) in channel \d+\. Grant it/m,
    ],
    [
      'a public triage channel',
      { changes: [[at('triage'), stage.channels.general]] },
      /^hearback\.yaml:\d+:13 {2}.*#general is public, and internal cards would be read by everybody; open .*private/m,
    ],
    [
      'a channel that is not there',
      { changes: [[at('departments', 'qa', 'channel'), isSlack ? 'C0NOWHERE' : '1100000000000009999']] },
      isSlack
        ? /^hearback\.yaml:\d+:\d+ {2}the bot sees no channel C0NOWHERE; if it is a private one, type "\/invite/m
        : /^hearback\.yaml:\d+:\d+ {2}Discord: there is no channel 1100000000000009999; correct the id/m,
    ],
    [
      'a group that is not there',
      { changes: [[at('roles', 'moderator', 'groups'), [isSlack ? 'S0GONE' : '1100000000000009998']]] },
      /^hearback\.yaml:\d+:\d+ {2}.*The group \S+ is not there any more\. .* Name another group/m,
    ],
    [
      'a person who is not there',
      { changes: [[at('roles', 'lead', 'people'), [isSlack ? 'U0NOBODY' : '1100000000000009997']]] },
      /^hearback\.yaml:\d+:\d+ {2}nobody in the community has the id (?:U0NOBODY|1100000000000009997); correct it, or take it out$/m,
    ],
    [
      'another community than that of the token',
      { changes: [[at('id'), isSlack ? 'slack:T0OTHER' : 'discord:1100000000000009996']] },
      new RegExp(
        `^hearback\\.yaml:\\d+:9 {2}the token reaches ${stage.workspaceId} \\(.*\\), not .*; correct the id, or in`,
        'm',
      ),
    ],
    [
      'a slip in the policy',
      { changes: [[['kinds', 'feedback', 'playbook'], 'prodct']] },
      /^hearback\.yaml:\d+:\d+ {2}kinds\.feedback\.playbook: there is no playbook "prodct"; did you mean "product"\?$/m,
    ],
  ];

  it.each(BROKEN)('says what to do about %s', async (_, broken, line) => {
    const { code, out, notes } = await check(stage, broken);
    expect({ code, out }).toEqual({ code: 1, out: expect.stringMatching(line) });
    // One thing is wrong, and not ten follow from it.
    expect(out.split('\n').filter((each) => !/^(note|not asked): /.test(each)).length).toBeLessThan(10);
    expect(notes).toMatch(/^\d+ things? ha(?:s|ve) to be put right\./m);
  });

  it('does not take a platform that is down for one that is set up wrongly', async () => {
    const { code, out, notes } = await check(stage, {
      faults: [{ kind: 'server_error', times: 500, status: 503 }],
    });
    expect({ code, out }).toEqual({ code: 2, out: expect.stringMatching(/^not asked: /m) });
    expect(notes).toMatch(/could not be asked, so it is not known whether all is well/);
  });
});

it('says which intent to switch on', async () => {
  const faults: Fault[] = [{ kind: 'missing_scope', scope: 'MESSAGE_CONTENT' }];
  const { code, out } = await check(STAGES[1]!, { faults });
  expect({ code, out }).toEqual({
    code: 1,
    out: expect.stringMatching(
      /^discord {2}Discord: the "Message Content Intent" is switched off .*Privileged Gateway Intents, switch on "Message Content Intent" and save$/m,
    ),
  });
});

it('says how to make a token for Socket Mode', async () => {
  const { code, out } = await check(null, { env: { SLACK_APP_TOKEN: 'xapp-wrong' } });
  expect({ code, out }).toEqual({
    code: 1,
    out: expect.stringMatching(/^slack {2}slack: SLACK_APP_TOKEN is not valid; .* connections:write/m),
  });
});

it('says that a platform of the policy has no token', async () => {
  const { code, out } = await check(null, { env: { DISCORD_TOKEN: '' } });
  expect({ code, out }).toEqual({
    code: 1,
    out: expect.stringMatching(
      /^hearback\.yaml:\d+:9 {2}DISCORD_TOKEN is not set, so discord:\S+ is not heard; put it into \.env, or take this workspace out$/m,
    ),
  });
});

describe('hearback init', () => {
  const { channels: slack } = STAGES[0]!;
  const { channels: discord } = STAGES[1]!;
  const filesIn = (folder: string) => readFile(join(folder, 'hearback.yaml'), 'utf8');
  const checked = (folder: string) =>
    cliOf({ ...world.env, HEARBACK_CONFIG: join(folder, 'hearback.yaml') })('check');

  it('finds channels and people by itself with --yes, and what it writes is green', async () => {
    const folder = temporaryFolder();
    const { code, out } = await cliOf(world.env)('init', '--yes', '--folder', folder);
    expect(code).toBe(0);
    expect(out).not.toMatch(/those of the example|xoxb-|APPLICATION_ID/);
    const { workspaces } = parse(await filesIn(folder)) as { workspaces: object[] };
    expect(workspaces).toMatchObject(
      [slack, discord].map(({ triage, help, qa, support }, index) => ({
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
      [/moderators work/, discord.triage],
      [/departments/, [discord.support]],
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
        { handler: STAGES[1]!.handler.id, departments: { support: { channel: discord.support } } },
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
});
