import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { AppError } from '../../src/errors.ts';
import { loadPolicy, parsePolicy } from '../../src/policy/load.ts';
import { policyYaml } from './factory.ts';

/** What is said about a policy that cannot be used, a line each. */
function faultsOf(yaml: string, templates: readonly string[] | null = null): string[] {
  try {
    parsePolicy(yaml, 'hearback.yaml', templates);
  } catch (error) {
    return linesOf(error);
  }
  return [];
}

function linesOf(error: unknown): string[] {
  expect(error).toBeInstanceOf(AppError);
  expect(error).toMatchObject({ code: 'CONFIG_INVALID', retry: 'never' });
  return (error as AppError).message.split('\n');
}

function fileWith(content: string | Uint8Array): string {
  const path = join(mkdtempSync(join(tmpdir(), 'hearback-')), 'hearback.yaml');
  writeFileSync(path, content);
  return path;
}

describe('a policy that can be used', () => {
  it('has its defaults filled in', () => {
    const policy = parsePolicy(policyYaml(), 'hearback.yaml');

    expect(policy).toMatchObject({
      prefix: 'FB',
      language: 'en',
      timeZone: 'UTC',
      kinds: { feedback: { severity: 'normal', answer: 'none', steps: [], route: [], details: [] } },
      undoWindow: 30_000,
      files: { maxBytes: 10_485_760 },
      contextMessages: 5,
      workspaces: [{ watch: 'all', departments: {}, roles: { lead: { everyone: false, people: [], groups: [] } } }],
    });
  });

  it('has lengths of time as milliseconds', () => {
    const { severities, ladder } = parsePolicy(policyYaml(), 'hearback.yaml');

    expect(severities.urgent).toEqual({ firstResponse: 900_000, followUp: 14_400_000 });
    expect(ladder.lead).toBe(14_400_000);
  });

  it('keeps Discord ids digit by digit without quotes', () => {
    const workspace = '    triage: 1122334455667788990\n    watch: [1122334455667788991]\n    roles: { flagger: { people: [1122334455667788993] } }';
    const [found] = parsePolicy(policyYaml({ workspace }), 'hearback.yaml').workspaces;

    expect(found).toMatchObject({
      triage: '1122334455667788990',
      watch: ['1122334455667788991'],
      roles: { flagger: { people: ['1122334455667788993'] } },
    });
  });

  it('has emojis as events carry them', () => {
    const yaml = policyYaml().replace('🚩: feedback', '":bug:": feedback, ❤️: feedback, 👍🏽: feedback, ":Ours:": feedback');

    expect(Object.keys(parsePolicy(yaml, 'hearback.yaml').emojis)).toEqual(['🐛', '❤', '👍', ':ours:']);
  });

  it('cannot be changed, and has no keys nobody wrote', () => {
    const { kinds, emojis, workspaces } = parsePolicy(policyYaml(), 'hearback.yaml');

    expect(Object.isFrozen(kinds['feedback'])).toBe(true);
    expect([kinds['constructor'], emojis['toString'], workspaces[0]?.departments['valueOf']]).toEqual([undefined, undefined, undefined]);
  });

  it('may leave a value out behind its key, begin with a byte order mark, have Windows line ends and share parts by alias', () => {
    const yaml = policyYaml({ top: '\uFEFFprefix:\n', workspace: '    triage: C1\n    departments:\n    roles: { flagger: &all { everyone: true }, lead: *all }' });
    const policy = parsePolicy(yaml.replaceAll('\n', '\r\n'), 'hearback.yaml');

    expect(policy).toMatchObject({ prefix: 'FB', workspaces: [{ departments: {}, roles: { lead: { everyone: true } } }] });
  });
});

describe('a fault in the policy', () => {
  const department = (body: string) => `    triage: C1\n    watch: [C7, C8]\n    roles: { lead: { people: [U1] } }\n    departments:\n${body}`;

  it.each<[string, string, string[]]>([
    ['an unknown key at the top', policyYaml({ top: 'prefx: FB' }), ['1:1  prefx is not a key of the policy; did you mean "prefix"?']],
    [
      'an unknown key like no other',
      policyYaml({ kinds: '  feedback: { name: F, answer: none, colour: red }' }),
      ['4:38  kinds.feedback.colour is not a key of the policy; remove it, or write one of name, severity, answer, steps, route, details'],
    ],
    ['a missing key', policyYaml().replace('ladder: { lead: 4h }', 'ladder: {}'), ['10:9  ladder.lead is missing; add "lead: …" here, see hearback.example.yaml']],
    ['a wrong type', policyYaml({ kinds: '  feedback: { name: 7, answer: none }' }), ['4:21  kinds.feedback.name must be a text, and 7 is not one; put it in quotes']],
    ['a text for a list', policyYaml({ kinds: '  feedback: { name: F, steps: thank }' }), [
      '4:13  kinds.feedback has nothing to answer with; add steps, or write answer: none',
      '4:31  kinds.feedback.steps must be a list, each line beginning with "- "; write - in front, or put it in [ ]',
    ]],
    ['a value for a map', policyYaml().replace('ladder: { lead: 4h }', 'ladder: 4h'), ['10:9  ladder must be keys with values, each in a line of its own']],
    ['a text for a number', policyYaml({ top: 'contextMessages: many' }), ['1:18  contextMessages must be a number']],
    ['too many', policyYaml({ top: 'contextMessages: 21' }), ['1:18  contextMessages is too big; write at most 20']],
    ['too few', policyYaml({ top: 'files: { maxBytes: 0 }' }), ['1:20  files.maxBytes is too small; write more than 0']],
    ['an empty text', policyYaml({ kinds: '  feedback: { name: "", answer: none }' }), ['4:21  kinds.feedback.name is empty; write something']],
    ['an empty list', policyYaml({ workspace: '    triage: C1\n    watch: []\n    roles: { lead: { everyone: true } }' }), ['15:12  workspaces[0].watch is empty; write at least 1']],
    ['a word for channels', policyYaml({ workspace: '    triage: C1\n    watch: some\n    roles: { lead: { everyone: true } }' }), ['15:12  workspaces[0].watch is "some", which does not fit; write all, or a list of channel ids']],
    ['a bad length of time', policyYaml({ top: 'undoWindow: 30 seconds' }), ['1:13  undoWindow is not a length of time; write for example 30s, 15m, 4h, 3d or 1h 30m']],
    ['a bare number for a length of time', policyYaml({ top: 'undoWindow: 30' }), ['1:13  undoWindow is not a length of time; write for example 30s, 15m, 4h, 3d or 1h 30m']],
    ['an endless length of time', policyYaml({ top: 'undoWindow: 99999w' }), ['1:13  undoWindow is longer than a year; write a shorter time']],
    ['a word that is not possible', policyYaml({ kinds: '  feedback: { name: F, answer: nome }' }), [
      '4:13  kinds.feedback has nothing to answer with; add steps, or write answer: none',
      '4:32  kinds.feedback.answer is "nome", which is not possible; did you mean none? Possible are auto, draft, private, none',
    ]],
    ['a bad prefix', policyYaml({ top: 'prefix: fb' }), ['1:9  prefix is "fb", which does not fit; use two to six capital letters']],
    ['a bad kind key', policyYaml({ kinds: '  feedback: { name: F, answer: none }\n  Big Bug: { name: F, answer: none }' }), ['5:3  kinds.Big Bug has a wrong name; use up to 20 small letters, digits and dashes, a letter first']],
    ['a workspace without its platform', policyYaml().replace('slack:T1', 'T1'), ['12:9  workspaces[0].id is "T1", which does not fit; write the platform in front, such as slack:T0123ABCD or discord:1122334455']],
    ['an emoji that is none', policyYaml().replace('🚩: ', 'flag: '), ['2:11  emojis.flag has a wrong name; write one emoji such as 🚩, or the name of a custom one between colons in quotes, such as ":feedback:"']],
    ['an emoji to no kind', policyYaml().replace('🚩: feedback', '🚩: feedbak'), ['2:15  emojis.🚩: there is no kind "feedbak"; did you mean "feedback"?']],
    ['an emoji to an inherited name', policyYaml().replace('🚩: feedback', '🚩: constructor'), ['2:15  emojis.🚩: there is no kind "constructor"; write one of feedback, or add it']],
    ['the same emoji twice', policyYaml().replace('🚩: feedback', '👍: feedback, ":+1:": feedback'), ['2:25  emojis: ":+1:" is the same emoji as "👍"; keep one of them']],
    ['a route to no department', policyYaml({ kinds: '  feedback: { name: F, answer: none, route: [qa] }' }), ['4:46  kinds.feedback.route[0]: workspaces[0] has no department "qa"; there are none yet; add it or take it out here']],
    ['an answer without steps', policyYaml({ kinds: '  feedback: { name: F, answer: auto }' }), ['4:13  kinds.feedback has nothing to answer with; add steps, or write answer: none']],
    ['an unknown time zone', policyYaml({ top: 'timeZone: Copenhagen' }), ['1:11  timeZone: "Copenhagen" is not a time zone; did you mean Europe/Copenhagen?']],
    ['a time zone like no other', policyYaml({ top: 'timeZone: Mars' }), ['1:11  timeZone: "Mars" is not a time zone; write a name such as Europe/Copenhagen or UTC']],
    ['an unknown language', policyYaml({ top: 'language: klingon-ish' }), ['1:11  language: "klingon-ish" is not a language; write a tag such as en, da, fr, pt or pt-BR']],
    ['a language with an underscore', policyYaml({ top: 'language: da_DK' }), ['1:11  language: "da_DK" is not a language; did you mean da-DK?']],
    ['a time zone of a workspace', policyYaml({ workspace: '    triage: C1\n    timeZone: Nowhere\n    roles: { lead: { everyone: true } }' }), ['15:15  workspaces[0].timeZone: "Nowhere" is not a time zone; write a name such as Europe/Copenhagen or UTC']],
    ['nobody with a role', policyYaml({ workspace: '    triage: C1\n    roles: { lead: { people: [] } }' }), ['15:12  workspaces[0].roles: nobody has a role, so nobody could flag; name people or groups for at least one']],
    ['the same workspace twice', policyYaml({ more: '  - { id: slack:T1, name: B, triage: C2, roles: { lead: { everyone: true } } }' }), ['16:11  workspaces[1].id is the same as workspaces[0].id; keep one of the two workspaces']],
    ['triage in a watched channel', policyYaml({ workspace: '    triage: C1\n    watch: [C1]\n    roles: { lead: { everyone: true } }' }), ['14:13  workspaces[0].triage is also in watch, so members could read internal text; use a private channel of its own for triage']],
    ['a department in a watched channel', policyYaml({ workspace: department('      qa: { name: QA, channel: C7 }') }), ['18:32  workspaces[0].departments.qa.channel is also in watch, so members could read internal text; use a private channel of its own for the department']],
    ['a copy to a watched channel', policyYaml({ workspace: department('      qa: { name: QA, channel: C2, cc: [C3, C8] }') }), ['18:45  workspaces[0].departments.qa.cc[1] is also in watch, so members could read internal text; use a private channel of its own for the copy']],
    ['a department in triage', policyYaml({ workspace: department('      qa: { name: QA, channel: C1 }') }), ['18:32  workspaces[0].departments.qa.channel is the same channel as workspaces[0].triage; use another private channel for the department']],
    ['two departments in one channel', policyYaml({ workspace: department('      qa: { name: QA, channel: C2 }\n      dev: { name: Dev, channel: C2 }') }), ['19:34  workspaces[0].departments.dev.channel is the same channel as workspaces[0].departments.qa.channel; use another private channel for the department']],
    ['a copy to the department itself', policyYaml({ workspace: department('      qa: { name: QA, channel: C2, cc: [C2] }') }), ['18:41  workspaces[0].departments.qa.cc[0] is the same channel as workspaces[0].departments.qa.channel; use another private channel for the copy']],
  ])('is told with its place and what to write: %s', (_, yaml, expected) => {
    expect(faultsOf(yaml)).toEqual(expected.map((line) => `hearback.yaml:${line}`));
  });

  it('may not be a copy two departments send to the same channel', () => {
    expect(faultsOf(policyYaml({ workspace: department('      qa: { name: QA, channel: C2, cc: [C4] }\n      dev: { name: Dev, channel: C3, cc: [C4] }') }))).toEqual([]);
  });

  it('is a step without a template, when the templates are known', () => {
    const yaml = policyYaml({ kinds: '  feedback: { name: F, steps: [apologize, thank] }' });

    expect(faultsOf(yaml, ['apologise', 'thank'])).toEqual(['hearback.yaml:4:32  kinds.feedback.steps[0]: there is no template "apologize"; did you mean "apologise"?']);
    expect(faultsOf(yaml)).toEqual([]);
  });

  it('never hides another: all are told at once, in the order of the file', () => {
    const yaml = policyYaml({ top: 'prefx: FB\ntimeZone: Mars', kinds: '  feedback: { name: 7, answer: none, route: [qa] }' })
      .replace('🚩: feedback', '🚩: bug')
      .replace('lead: 4h', 'lead: soon');

    expect(faultsOf(yaml).map((line) => line.split('  ')[1]?.split(/[ :]/)[0])).toEqual(['prefx', 'timeZone', 'emojis.🚩', 'kinds.feedback.name', 'kinds.feedback.route[0]', 'ladder.lead']);
  });

  it.each<[string, string, RegExp]>([
    ['a tab', 'emojis:\n\t🚩: feedback', /^hearback\.yaml:2:1 {2}a tab as indentation; use spaces$/],
    ['a key twice', policyYaml({ top: 'prefix: FB\nprefix: FX' }), /^hearback\.yaml:2:1 {2}this key is there twice; keep one of them$/],
    ['an open bracket', 'emojis: { a: b\n', /^hearback\.yaml:\d:\d+ {2}wrong indentation or an open bracket;/],
    ['an open quote', "prefix: 'FB\n", /^hearback\.yaml:2:1 {2}a quote, bracket or space is missing;/],
    ['two colons in a line', 'prefix: FB: x\n', /^hearback\.yaml:1:9 {2}two keys in one line;/],
    ['a reserved sign', 'prefix: @FB\n', /^hearback\.yaml:1:9 {2}a value cannot start with this sign; put it in quotes$/],
    ['a tag', policyYaml({ top: 'prefix: !secret FB' }), /^hearback\.yaml:1:9 {2}tags with "!" are not known here;/],
    ['a second document', `${policyYaml()}---\na: b\n`, /^hearback\.yaml:17:1 {2}a second document begins here;/],
    ['an alias to nothing', policyYaml({ top: 'prefix: *nothing' }), /^hearback\.yaml:1:1 {2}an alias \(\*name\) has no anchor before it/],
    ['an alias to itself', '&a [*a]', /^hearback\.yaml:1:1 {2}an alias/],
    ['no YAML at all', '<html>: [\n', /^hearback\.yaml:\d:\d+ {2}\S/],
    ['nothing', ' \n# only a comment\n', /^hearback\.yaml:1:1 {2}the file is empty; start from hearback\.example\.yaml$/],
    ['a list', '- a\n- b\n', /^hearback\.yaml:1:1 {2}the file must be keys with values/],
    ['too many levels', '['.repeat(100_000), /^hearback\.yaml:1:\d+ {2}nested too deeply/],
  ])('is told in words when it is no YAML: %s', (_, yaml, expected) => {
    expect(faultsOf(yaml)[0]).toMatch(expected);
  });

  it('is an alias that multiplies without end', () => {
    const levels = 'bcdefghijkl'.split('').map((name, index) => `${name}: &${name} [${`*${'abcdefghijkl'[index]},`.repeat(9)}]`);
    const bomb = [`a: &a [x]`, ...levels].join('\n');

    expect(faultsOf(bomb)).toEqual([expect.stringMatching(/an alias \(\*name\) .* is repeated too often/)]);
  });

  it('is listed fifty times at most', () => {
    const faults = faultsOf(`${policyYaml()}\n${Array.from({ length: 80 }, (_, index) => `key${index}: 1`).join('\n')}`);

    expect(faults).toHaveLength(51);
    expect(faults.at(-1)).toBe('and 30 more');
  });
});

describe('a secret in the policy', () => {
  const discordToken = ['MTEyMjMzNDQ1NTY2Nzc4ODk5', 'GaBcDe', 'x1y2z3x1y2z3x1y2z3x1y2z3x1y2z3'].join('.');
  const secrets = ['xoxb-12-34-AbCd', 'xapp-1-A1-2-f00d', 'xoxp-99-zz', 'xoxe.xoxp-1-Mi0', discordToken, 'postgres://bot:hunter2@db/x', 'redis://:hunter2@queue:6379'];
  const places: [string, (secret: string) => string][] = [
    ['as a name', (secret) => policyYaml({ kinds: `  feedback: { name: "${secret}", answer: none }` })],
    ['as a length of time', (secret) => policyYaml({ top: `undoWindow: "${secret}"` })],
    ['as a time zone', (secret) => policyYaml({ top: `timeZone: "${secret}"` })],
    ['as a language', (secret) => policyYaml({ top: `language: "${secret}"` })],
    ['as a prefix', (secret) => policyYaml({ top: `prefix: "${secret}"` })],
    ['as an answer', (secret) => policyYaml({ kinds: `  feedback: { name: F, answer: "${secret}" }` })],
    ['as a step', (secret) => policyYaml({ kinds: `  feedback: { name: F, steps: ["${secret}"] }` })],
    ['as a kind an emoji points to', (secret) => policyYaml().replace('🚩: feedback', `🚩: "${secret}"`)],
    ['as a route', (secret) => policyYaml({ kinds: `  feedback: { name: F, answer: none, route: ["${secret}"] }` })],
    ['as a channel', (secret) => policyYaml({ workspace: `    triage: "${secret}"\n    watch: ["${secret}"]\n    roles: { lead: { everyone: true } }` })],
    ['as an unknown key', (secret) => policyYaml({ top: `"${secret}": yes` })],
    ['as a kind', (secret) => policyYaml({ kinds: `  "${secret}": { name: F, steps: [x] }` })],
    ['as an emoji', (secret) => policyYaml().replace('🚩: feedback', `"${secret}": feedback`)],
    ['in broken YAML', (secret) => `prefix: FB: ${secret}\n  ${secret}: [`],
    ['as an alias', (secret) => `prefix: *${secret.replace(/\W/g, '')}`],
    ['as a tag', (secret) => policyYaml({ top: `prefix: !${secret.replace(/\W/g, '')} x` })],
  ];

  it.each(places)('is never printed: %s', (_, yamlWith) => {
    for (const secret of secrets) {
      const faults = faultsOf(yamlWith(secret), ['thank']);

      expect(faults).not.toEqual([]);
      for (const part of [secret, secret.replace(/\W/g, ''), 'hunter2']) expect(faults.join('\n')).not.toContain(part);
    }
  });

  it('is a fault even where any text may stand', () => {
    for (const secret of secrets) {
      expect(faultsOf(policyYaml({ kinds: `  feedback: { name: "${secret}", answer: none }` }))).toEqual([
        expect.stringMatching(/^hearback\.yaml:4:21 {2}kinds\.feedback\.name looks like a token or password; take it out/),
      ]);
    }
  });

  it('is not seen in honest values', () => {
    const yaml = policyYaml({ kinds: '  feedback: { name: "See https://example.com/a:b@c (v1.2.3)", answer: none, details: ["mail: a@b.example"] }' });

    expect(faultsOf(yaml)).toEqual([]);
  });
});

describe('loadPolicy', () => {
  const faultsIn = async (path: string) => linesOf(await loadPolicy(path).catch((error: unknown) => error));

  it('reads a file', async () => {
    const policy = await loadPolicy(fileWith(policyYaml({ top: 'prefix: CARE' })));

    expect(policy.prefix).toBe('CARE');
  });

  it('names the file and the place of a fault', async () => {
    expect(await faultsIn(fileWith(policyYaml({ top: 'prefix: 1' })))).toEqual([expect.stringMatching(/^hearback\.yaml:1:9 {2}prefix/)]);
  });

  it.each<[string, () => string, RegExp]>([
    ['there is none', () => '/nowhere/hearback.yaml', /hearback\.yaml {2}does not exist; copy hearback\.example\.yaml to it/],
    ['it is a folder', () => tmpdir(), /is a folder; name the policy file in HEARBACK_CONFIG/],
    ['it is not UTF-8', () => fileWith(Buffer.from([0x70, 0xe6, 0x0a])), /is not UTF-8 text; save it as UTF-8/],
    ['it is too long', () => fileWith(`# ${'x'.repeat(1_048_576)}`), /has 1048578 bytes; a policy has at most 1048576/],
  ])('says what to do when %s', async (_, path, expected) => {
    expect(await faultsIn(path())).toEqual([expect.stringMatching(expected)]);
  });
});
