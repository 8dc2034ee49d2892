import { describe, expect, it } from '@jest/globals';
import { faultsOf, policyYaml } from './factory.ts';

describe('what the schema does not allow', () => {
  it.each<[string, string, string[]]>([
    [
      'an unknown key at the top',
      policyYaml({ top: 'prefx: FB' }),
      ['1:1  prefx is not a key of the policy; did you mean "prefix"?'],
    ],
    [
      'an unknown key like no other',
      policyYaml({ kinds: '  feedback: { name: F, answer: none, colour: red }' }),
      [
        '4:38  kinds.feedback.colour is not a key of the policy; remove it, or write one of name, playbook, severity, answer, steps, details, route, next, tell, clocks, checklist, keepOut, audience, keepHandler, recommend, passOn, community, gift, whenAnswered',
      ],
    ],
    [
      'a missing key',
      policyYaml().replace(
        '  normal: { firstResponse: 4h, updateDue: 3d }',
        '  normal: { firstResponse: 4h }',
      ),
      ['7:11  severities.normal.updateDue is missing; add "updateDue: …" here, see hearback.example.yaml'],
    ],
    [
      'a wrong type',
      policyYaml({ kinds: '  feedback: { name: 7, answer: none }' }),
      ['4:21  kinds.feedback.name must be a text, and 7 is not one; put it in quotes'],
    ],
    [
      'a text for a list',
      policyYaml({ kinds: '  feedback: { name: F, steps: thank }' }),
      [
        '4:13  kinds.feedback has nothing to answer with; add steps, or write answer: none',
        '4:31  kinds.feedback.steps must be a list, each line beginning with "- "; write - in front, or put it in [ ]',
      ],
    ],
    [
      'a value for a map',
      policyYaml().replace('ladder: { lead: 4h }', 'ladder: 4h'),
      ['10:9  ladder must be keys with values, each in a line of its own'],
    ],
    [
      'a text for a number',
      policyYaml({ top: 'contextMessages: many' }),
      ['1:18  contextMessages must be a number'],
    ],
    [
      'too many',
      policyYaml({ top: 'contextMessages: 21' }),
      ['1:18  contextMessages is too big; write at most 20'],
    ],
    [
      'too few',
      policyYaml({ top: 'files: { maxBytes: 0 }' }),
      ['1:20  files.maxBytes is too small; write more than 0'],
    ],
    [
      'an empty text',
      policyYaml({ kinds: '  feedback: { name: "", answer: none }' }),
      ['4:21  kinds.feedback.name is empty; write something'],
    ],
    [
      'an empty list',
      policyYaml({ workspace: '    triage: C1\n    watch: []\n    roles: { lead: { everyone: true } }' }),
      ['15:12  workspaces[0].watch is empty; write at least 1'],
    ],
    [
      'a word for channels',
      policyYaml({ workspace: '    triage: C1\n    watch: some\n    roles: { lead: { everyone: true } }' }),
      ['15:12  workspaces[0].watch is "some", which does not fit; write all, or a list of channel ids'],
    ],
    [
      'a bad length of time',
      policyYaml({ top: 'undoWindow: 30 seconds' }),
      ['1:13  undoWindow is not a length of time; write for example 30s, 15m, 4h, 3d or 1h 30m'],
    ],
    [
      'a bare number for a length of time',
      policyYaml({ top: 'undoWindow: 30' }),
      ['1:13  undoWindow is not a length of time; write for example 30s, 15m, 4h, 3d or 1h 30m'],
    ],
    [
      'an endless length of time',
      policyYaml({ top: 'undoWindow: 99999w' }),
      ['1:13  undoWindow is longer than a year; write a shorter time'],
    ],
    [
      'a word that is not possible',
      policyYaml({ kinds: '  feedback: { name: F, answer: nome }' }),
      [
        '4:13  kinds.feedback has nothing to answer with; add steps, or write answer: none',
        '4:32  kinds.feedback.answer is "nome", which is not possible; did you mean none? Possible are auto, draft, private, none, never',
      ],
    ],
    [
      'a bad prefix',
      policyYaml({ top: 'prefix: fb' }),
      ['1:9  prefix is "fb", which does not fit; use two to six capital letters'],
    ],
    [
      'a bad kind key',
      policyYaml({ kinds: '  feedback: { name: F, answer: none }\n  Big Bug: { name: F, answer: none }' }),
      ['5:3  kinds.Big Bug has a wrong name; use up to 20 small letters, digits and dashes, a letter first'],
    ],
    [
      'a workspace without its platform',
      policyYaml().replace('slack:T1', 'T1'),
      [
        '12:9  workspaces[0].id is "T1", which does not fit; write the platform in front, such as slack:T0123ABCD or discord:1122334455',
      ],
    ],
    [
      'an emoji that is none',
      policyYaml().replace('🚩: ', 'flag: '),
      [
        '2:11  emojis.flag has a wrong name; write one emoji such as 🚩, or the name of a custom one between colons in quotes, such as ":feedback:"',
      ],
    ],
  ])('is told with its place and what to write: %s', (_, yaml, expected) => {
    expect(faultsOf(yaml)).toEqual(expected.map((line) => `hearback.yaml:${line}`));
  });

  it('is listed fifty times at most', () => {
    const faults = faultsOf(
      `${policyYaml()}\n${Array.from({ length: 80 }, (_, index) => `key${index}: 1`).join('\n')}`,
    );

    expect(faults).toHaveLength(51);
    expect(faults.at(-1)).toBe('and 30 more');
  });
});
