import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { inviteLink } from '../../src/adapters/discord/invite.ts';
import { slackManifest } from '../../src/adapters/slack/manifest.ts';
import {
  completed,
  departmentNamed,
  guessed,
  PLACEHOLDERS,
  placeholdersIn,
} from '../../src/cli/init/community.ts';
import { envText } from '../../src/cli/init/env-text.ts';
import { NotPossible } from '../../src/errors.ts';
import { otherwise, policyText } from '../../src/cli/init/policy-text.ts';
import { playbookTexts } from '../../src/policy/playbooks.ts';
import { temporaryFolder } from '../support/folder.ts';
import { cliOf, type CliResult } from './cli.ts';

let folder: string;
beforeEach(() => {
  folder = temporaryFolder();
});

const file = (name: string) => readFileSync(join(folder, name), 'utf8');
const init = (...args: string[]): Promise<CliResult> => cliOf({})('init', '--folder', folder, ...args);
const check = (...args: string[]): Promise<CliResult> =>
  cliOf({ HEARBACK_CONFIG: join(folder, 'hearback.yaml') })('check', ...args);

describe('hearback init --yes without tokens', () => {
  it('writes a plan that is well, the manifest and a .env nobody else can read, and says what to click', async () => {
    const { code, out, notes } = await init('--yes');

    expect({ code, notes }).toEqual({
      code: 0,
      notes: 'slack-manifest.yaml: written.\n.env: written.\nhearback.yaml: written.',
    });
    expect(readdirSync(folder).toSorted()).toEqual(['.env', 'hearback.yaml', 'slack-manifest.yaml']);
    expect(statSync(join(folder, '.env')).mode & 0o777).toBe(0o600);
    expect(file('.env')).toBe(readFileSync('.env.example', 'utf8'));
    expect(file('slack-manifest.yaml')).toBe(slackManifest(null));
    for (const step of [
      'From a manifest',
      'SLACK_BOT_TOKEN',
      'connections:write',
      'Reset Token',
      'Message Content Intent',
      inviteLink('APPLICATION_ID'),
      'hearback check',
      'npm start',
    ])
      expect(out).toContain(step);
    // Nobody should take it for the real thing: without a token `npm start` starts the sandbox.
    expect(await check()).toMatchObject({
      code: 0,
      out: expect.stringMatching(/^note: settings {2}no token is set, so nobody was asked, .*sandbox/m),
    });
  });

  it('says which ids are still those of the example, and check says so too', async () => {
    const { out } = await init('--yes', '--platform', 'discord');
    expect(out).toContain('Lantern Quest: the triage channel (1122334455667788003)');
    expect(out).not.toContain('Slack:');
    expect((await check()).out).toMatch(
      /^note: hearback\.yaml:\d+:9 {2}Lantern Quest still has ids of the example: .*triage/m,
    );
  });

  it('takes what options say', async () => {
    const departments = 'qa=C2,Help Desk Two=C9';
    const apps = ['--platform', 'slack', '--slack', 'http', '--url', 'https://hear.example.org/'];
    const ids = [
      '--community',
      'slack:T1,discord:2',
      '--triage',
      'C1,3',
      '--handler',
      'U1',
      '--helpers',
      'C3',
    ];
    const people = ['--moderators', 'S1,U2', '--departments', departments];
    const locale = ['--language', 'da', '--time-zone', 'Europe/Copenhagen'];
    await init('--yes', ...apps, ...ids, ...people, ...locale);
    const policy = parse(file('hearback.yaml')) as { workspaces: unknown[] };
    expect(policy).toMatchObject({ language: 'da', timeZone: 'Europe/Copenhagen' });
    expect(policy.workspaces).toEqual([
      expect.objectContaining({
        id: 'slack:T1',
        triage: 'C1',
        helpers: 'C3',
        handler: 'U1',
        departments: {
          qa: { name: 'QA', channel: 'C2' },
          'help-desk-two': { name: 'Help desk two', channel: 'C9' },
        },
        roles: expect.objectContaining({ moderator: { people: ['U2'], groups: ['S1'] } }),
      }),
    ]);
    expect(file('slack-manifest.yaml')).toBe(slackManifest('https://hear.example.org'));
    expect(await check()).toMatchObject({ code: 0, out: expect.not.stringContaining('of the example') });
  });

  it.each([
    [['--platform', 'teams'], '--platform: write slack, discord or both.'],
    [['--slack', 'carrier-pigeon'], '--slack: write socket'],
    [['--slack', 'http'], 'Add --url with the address'],
    [['--url', 'http://hear.example.org'], '--url: write https://'],
    [['--departments', 'qa'], '--departments: write them as name=channel'],
    [['--language', 'xx'], '--language: write one of en, da, fr, pt.'],
    [['--time-zone', 'Mars/Olympus'], '--time-zone: not a time zone'],
    [['--community', 'slack:T1', '--triage', 'xoxb-1234567890-abcdefghij'], '--triage: write ids'],
    [['--community', 'T0123ABCD'], '--community: write slack: and'],
    [['--triage', '#feedback'], '--triage: write ids'],
    [['--handler', 'U1,U2'], '--handler: write one id for each platform'],
    [['--departments', 'qa=C1,quality=C2'], '--departments: two of them would be called "qa"'],
    [['--slack', 'socket', '--url', 'https://hear.example.org'], '--url is for --slack http'],
  ])('refuses %j in a sentence, and writes no plan', async (args, sentence) => {
    const { code, notes } = await init('--yes', ...args);
    expect({ code, notes }).toEqual({ code: 1, notes: expect.stringContaining(sentence) });
    expect(existsSync(join(folder, 'hearback.yaml'))).toBe(false);
    // What an option says wrongly is said before anything is written.
    if (sentence.startsWith('--')) expect(readdirSync(folder)).toEqual([]);
  });

  it('asks for --yes where nobody is there to answer, and for a folder that is there', async () => {
    expect(await init()).toMatchObject({ code: 1, notes: expect.stringContaining('Add --yes') });
    expect(await cliOf({})('init', '--yes', '--folder', join(folder, 'none'))).toMatchObject({
      code: 1,
      notes: expect.stringContaining('There is no folder'),
    });
    expect(readdirSync(folder)).toEqual([]);
  });
});

describe('what is there already', () => {
  it('stays, byte for byte, and the second time nothing changes', async () => {
    writeFileSync(join(folder, 'hearback.yaml'), 'mine');
    writeFileSync(join(folder, '.env'), 'DISCORD_TOKEN=mine\n');
    chmodSync(join(folder, '.env'), 0o644);
    const first = await init('--yes', '--offline', '--platform', 'both');
    const second = await init('--yes', '--offline', '--platform', 'both');

    expect(first).toMatchObject({
      code: 0,
      notes: expect.stringContaining('hearback.yaml: there already, and kept'),
    });
    expect(second.notes).toContain('slack-manifest.yaml: is as it should be.');
    expect([file('hearback.yaml'), file('.env')]).toEqual(['mine', 'DISCORD_TOKEN=mine\n']);
    // Others could read it before.
    expect(statSync(join(folder, '.env')).mode & 0o777).toBe(0o600);
    expect(first.out).not.toContain('Reset Token');
  });

  it('is written anew with --force, and stays beside the new one, however often', async () => {
    writeFileSync(join(folder, 'hearback.yaml'), 'mine');
    await init('--yes', '--force');
    writeFileSync(join(folder, 'hearback.yaml'), 'mine again');
    expect(await init('--yes', '--force')).toMatchObject({ code: 0 });

    expect([file('hearback.yaml.old'), file('hearback.yaml.old-2')]).toEqual(['mine', 'mine again']);
    expect(await check()).toMatchObject({ code: 0 });
  });

  it('keeps what only its owner may read so, follows a link, and opens nothing further than it was', async () => {
    const behind = join(folder, 'behind');
    mkdirSync(behind);
    for (const name of ['.env', 'hearback.yaml']) {
      writeFileSync(join(behind, name), 'A=mine\n', { mode: 0o600 });
      symlinkSync(join(behind, name), join(folder, name));
    }
    expect(await init('--yes', '--force', '--offline')).toMatchObject({ code: 0 });
    expect(lstatSync(join(folder, 'hearback.yaml')).isSymbolicLink()).toBe(true);
    expect(file('behind/hearback.yaml')).toContain('workspaces:');
    expect(file('behind/hearback.yaml.old')).toBe('A=mine\n');
    expect(file('behind/.env')).toBe('A=mine\n');
    for (const name of ['.env', 'hearback.yaml', 'hearback.yaml.old'])
      expect(statSync(join(behind, name)).mode & 0o777).toBe(0o600);
  });

  it('says what to do where .env is a folder, as Docker makes one', async () => {
    mkdirSync(join(folder, '.env'));
    expect(await init('--yes')).toMatchObject({
      code: 1,
      notes: expect.stringMatching(/\.env cannot be read \(EISDIR\)\. It has to be a file/),
    });
    expect(readdirSync(folder)).toEqual(['.env']);
  });

  it('says what to do where the folder cannot be written to', async () => {
    mkdirSync(join(folder, 'hearback.yaml'));
    const { code, notes } = await init('--yes', '--force');
    expect({ code, notes }).toEqual({ code: 1, notes: expect.stringContaining('hearback.yaml') });
  });
});

it('keeps the secrets that were typed until somebody pressed Ctrl-C', async () => {
  const token = 'xoxb-1234567890-typed';
  const stop = () => Promise.reject(new NotPossible('Stopped.'));
  const questions = {
    one: async (_: string, __: unknown, initial: string) => initial,
    many: stop,
    line: stop,
    secret: (question: string) => (question.startsWith('SLACK_BOT_TOKEN') ? Promise.resolve(token) : stop()),
  };
  const typed = cliOf({}, undefined, { questions });
  const { code, out, notes } = await typed('init', '--folder', folder, '--platform', 'slack');
  expect({ code, out, last: notes.split('\n').at(-1) }).toEqual({ code: 1, out: '', last: 'Stopped.' });
  expect(parseEnv(file('.env'))['SLACK_BOT_TOKEN']).toBe(token);
  expect(notes).not.toContain(token);
});

describe('a .env', () => {
  it.each([
    ['', 'A=1\n'],
    ['# words\nA=\n', '# words\nA=1\n'],
    ['A=""\nB=2', 'A=1\nB=2'],
    ['A= # put it here\nB=2', 'A=1\nB=2'],
    ["A=' '\r\nB=2", 'A=1\r\nB=2'],
    ['A=mine\n', 'A=mine\n'],
    ['export A=mine', 'export A=mine'],
    ['B=2', 'B=2\nA=1\n'],
    ['# A=\nAA=\n', '# A=\nAA=\nA=1\n'],
  ])('%j has A=1 put in where nobody has filled it in', (before, after) => {
    expect(envText(before, { A: '1' })).toBe(after);
  });

  it.each(['plain', 'with # hash', "it's", 'a b', '$x `y`'])('gives back %j as it was', (value) => {
    expect(parseEnv(envText('', { A: value }))).toEqual({ A: value });
  });
});

describe('a new plan', () => {
  const sources = {
    example: readFileSync('hearback.example.yaml', 'utf8'),
    playbooks: playbookTexts('playbooks'),
  };
  const slack = completed('slack', { departments: [departmentNamed('dept-qa', 'C5')], helpers: 'C6' });
  const discord = completed('discord', {
    departments: [departmentNamed('QA', '5'), departmentNamed('support', '6')],
    helpers: '7',
  });
  const made = (...communities: Parameters<typeof policyText>[0]['communities']) =>
    policyText({ communities, language: 'fr', timeZone: 'Europe/Paris' }, sources);

  it('begins with the ids of the example where nothing else is known', () => {
    const { workspaces } = parse(sources.example, { intAsBigInt: true }) as {
      workspaces: { id: string; name: string; triage: unknown; handler: unknown }[];
    };
    for (const [index, platform] of (['slack', 'discord'] as const).entries()) {
      const { id, name, triage, handler } = workspaces[index]!;
      expect({ id, name, triage: String(triage), handler: String(handler) }).toEqual(PLACEHOLDERS[platform]);
    }
    expect(placeholdersIn(completed('slack', { triage: 'C1' }))).toHaveLength(2);
  });

  it('names only departments that every community has', () => {
    const { kinds } = parse(made(slack, discord)) as { kinds: Record<string, Record<string, unknown>> };
    expect(kinds['defect']).toMatchObject({ route: ['qa'], next: ['qa'] });
    expect(kinds['praise']).toMatchObject({ passOn: { praised: true, departments: [] } });
    expect(kinds['refund']).toMatchObject({ recommend: { to: 'triage' } });
    expect(kinds['question']).toMatchObject({ community: { wait: '2h' } });
    expect(otherwise({ route: ['qa'], passOn: { consent: 'qa' } }, new Set(['qa']))).toEqual({});
  });

  it('takes names as names, whatever is in them', () => {
    const name = 'Makers: "x" # y\n    roles: { admin: { everyone: true } }\n- &a !!js *b';
    const department = { ...departmentNamed('qa: #1\n', 'C5'), name };
    const { workspaces } = parse(made({ ...slack, name, departments: [department] })) as {
      workspaces: { name: string; roles: object; departments: object }[];
    };
    expect(workspaces).toHaveLength(1);
    expect(workspaces[0]).toMatchObject({ name, departments: { [department.key]: { name, channel: 'C5' } } });
    expect(workspaces[0]?.roles).toMatchObject({ admin: { people: [slack.handler] } });
  });

  it('explains each key once, and asks no community that has no channel for it', () => {
    const text = made(slack, { ...discord, helpers: null });
    expect(text.match(/The PRIVATE channel where moderators see and work on cases/g)).toHaveLength(1);
    expect(Object.keys((parse(text) as { kinds: object }).kinds)).not.toContain('question');
    expect(text).not.toMatch(/explained at "event"|Copy this file/);
  });
});

describe('channels', () => {
  const channel = (name: string, isPrivate = true) => ({ channelId: name.toUpperCase(), name, isPrivate });

  it('are known by their names', () => {
    const all = [
      channel('general', false),
      channel('community-help', false),
      channel('mods'),
      channel('feedback-triage'),
      channel('dept-qa'),
      channel('support'),
      channel('leads'),
      channel('team_finance'),
    ];
    expect(guessed(all)).toEqual({
      triage: 'FEEDBACK-TRIAGE',
      helpers: 'COMMUNITY-HELP',
      departments: [
        { key: 'qa', name: 'QA', channel: 'DEPT-QA' },
        { key: 'support', name: 'Support', channel: 'SUPPORT' },
        { key: 'finance', name: 'Finance', channel: 'TEAM_FINANCE' },
      ],
    });
  });

  it('that are public are never taken for private work, and names that tell nothing are left', () => {
    expect(guessed([channel('feedback-triage', false), channel('qa', false)])).toEqual({
      triage: null,
      helpers: null,
      departments: [],
    });
    expect(departmentNamed('dept-Ægir & Søn', 'C1')).toEqual({
      key: expect.stringMatching(/^[a-z0-9-]+$/),
      name: expect.any(String),
      channel: 'C1',
    });
  });
});
