import { describe, expect, it } from '@jest/globals';
import { faultsOf, policyYaml } from './factory.ts';

/** A workspace that watches C7 and C8 and has triage in C1. */
function department(body: string): string {
  return `    triage: C1\n    watch: [C7, C8]\n    roles: { lead: { people: [U1] } }\n    departments:\n${body}`;
}

describe('what does not fit together', () => {
  it.each<[string, string, string[]]>([
    [
      'an emoji to no kind',
      policyYaml().replace('🚩: feedback', '🚩: feedbak'),
      ['2:15  emojis.🚩: there is no kind "feedbak"; did you mean "feedback"?'],
    ],
    [
      'an emoji to an inherited name',
      policyYaml().replace('🚩: feedback', '🚩: constructor'),
      ['2:15  emojis.🚩: there is no kind "constructor"; write one of feedback, or add it'],
    ],
    [
      'the same emoji twice',
      policyYaml().replace('🚩: feedback', '👍: feedback, ":+1:": feedback'),
      ['2:25  emojis: ":+1:" is the same emoji as "👍"; keep one of them'],
    ],
    [
      'management told of no kind',
      `extremes: { kinds: [feedbak] }\n${policyYaml()}`,
      ['1:21  extremes.kinds[0]: there is no kind "feedbak"; did you mean "feedback"?'],
    ],
    [
      'management in the channel of the moderators',
      policyYaml({
        workspace: '    triage: C1\n    management: C1\n    roles: { lead: { everyone: true } }',
      }),
      [
        '15:17  workspaces[0].management is the same channel as workspaces[0].triage; use another private channel for management',
      ],
    ],
    [
      'management where members read along',
      policyYaml({
        workspace:
          '    triage: C1\n    management: C2\n    watch: [C2]\n    roles: { lead: { everyone: true } }',
      }),
      [
        '15:17  workspaces[0].management is also in watch, so members could read internal text; use a private channel of its own for management',
      ],
    ],
    [
      'a route to no department',
      policyYaml({ kinds: '  feedback: { name: F, answer: none, route: [qa] }' }),
      [
        '4:46  kinds.feedback.route[0]: workspaces[0] has no department "qa"; there are none yet; add it or take it out here',
      ],
    ],
    [
      'an answer without steps',
      policyYaml({ kinds: '  feedback: { name: F, answer: auto }' }),
      ['4:13  kinds.feedback has nothing to answer with; add steps, or write answer: none'],
    ],
    [
      'helpers asked in an internal channel',
      policyYaml({ workspace: '    triage: C1\n    helpers: C1\n    roles: { lead: { everyone: true } }' }),
      [
        '15:14  workspaces[0].helpers is the same channel as workspaces[0].triage, which is internal; use a public channel for the helpers',
      ],
    ],
    [
      'the community asked without a channel for it',
      policyYaml({ kinds: '  feedback: { name: F, answer: none, community: { wait: 1h } }' }),
      [
        '4:49  kinds.feedback.community: workspaces[0] has no helpers channel to ask in; add helpers: <channel id> there',
      ],
    ],
    [
      'the community asked about what is private',
      policyYaml({
        kinds: '  feedback: { name: F, answer: private, steps: [a], community: { wait: 1h } }',
        workspace: '    triage: C1\n    helpers: C9\n    roles: { lead: { everyone: true } }',
      }),
      [
        '4:64  kinds.feedback.community: the community is asked in public, which does not go with answer: private or audience: leads; take one of them out',
      ],
    ],
    [
      'an unknown time zone',
      policyYaml({ top: 'timeZone: Copenhagen' }),
      ['1:11  timeZone: "Copenhagen" is not a time zone; did you mean Europe/Copenhagen?'],
    ],
    [
      'a time zone like no other',
      policyYaml({ top: 'timeZone: Mars' }),
      ['1:11  timeZone: "Mars" is not a time zone; write a name such as Europe/Copenhagen or UTC'],
    ],
    [
      'an unknown language',
      policyYaml({ top: 'language: klingon-ish' }),
      ['1:11  language: "klingon-ish" is not a language; write a tag such as en, da, fr, pt or pt-BR'],
    ],
    [
      'a language with an underscore',
      policyYaml({ top: 'language: da_DK' }),
      ['1:11  language: "da_DK" is not a language; did you mean da-DK?'],
    ],
    [
      'a time zone of a workspace',
      policyYaml({
        workspace: '    triage: C1\n    timeZone: Nowhere\n    roles: { lead: { everyone: true } }',
      }),
      [
        '15:15  workspaces[0].timeZone: "Nowhere" is not a time zone; write a name such as Europe/Copenhagen or UTC',
      ],
    ],
    [
      'nobody with a role',
      policyYaml({ workspace: '    triage: C1\n    roles: { lead: { people: [] } }' }),
      [
        '15:12  workspaces[0].roles: nobody has a role, so nobody could flag; name people or groups for at least one',
      ],
    ],
    [
      'a handler who may not handle',
      policyYaml({
        workspace:
          '    triage: C1\n    handler: U9\n    roles: { flagger: { people: [U9] }, lead: { people: [U1] } }',
      }),
      ['15:14  workspaces[0].handler has no role that may work on cases; add "U9" to roles.handler.people'],
    ],
    [
      'somebody who takes turns and may not handle',
      policyYaml({
        workspace: '    triage: C1\n    duty: { people: [U1, U9] }\n    roles: { lead: { people: [U1] } }',
      }),
      [
        '15:26  workspaces[0].duty.people[1] has no role that may work on cases; add "U9" to roles.handler.people',
      ],
    ],
    [
      'the same workspace twice',
      policyYaml({ more: '  - { id: slack:T1, name: B, triage: C2, roles: { lead: { everyone: true } } }' }),
      ['16:11  workspaces[1].id is the same as workspaces[0].id; keep one of the two workspaces'],
    ],
    [
      'triage in a watched channel',
      policyYaml({ workspace: '    triage: C1\n    watch: [C1]\n    roles: { lead: { everyone: true } }' }),
      [
        '14:13  workspaces[0].triage is also in watch, so members could read internal text; use a private channel of its own for triage',
      ],
    ],
    [
      'a department in a watched channel',
      policyYaml({ workspace: department('      qa: { name: QA, channel: C7 }') }),
      [
        '18:32  workspaces[0].departments.qa.channel is also in watch, so members could read internal text; use a private channel of its own for the department',
      ],
    ],
    [
      'a copy to a watched channel',
      policyYaml({ workspace: department('      qa: { name: QA, channel: C2, cc: [C3, C8] }') }),
      [
        '18:45  workspaces[0].departments.qa.cc[1] is also in watch, so members could read internal text; use a private channel of its own for the copy',
      ],
    ],
    [
      'a department in triage',
      policyYaml({ workspace: department('      qa: { name: QA, channel: C1 }') }),
      [
        '18:32  workspaces[0].departments.qa.channel is the same channel as workspaces[0].triage; use another private channel for the department',
      ],
    ],
    [
      'two departments in one channel',
      policyYaml({
        workspace: department('      qa: { name: QA, channel: C2 }\n      dev: { name: Dev, channel: C2 }'),
      }),
      [
        '19:34  workspaces[0].departments.dev.channel is the same channel as workspaces[0].departments.qa.channel; use another private channel for the department',
      ],
    ],
    [
      'a copy to the department itself',
      policyYaml({ workspace: department('      qa: { name: QA, channel: C2, cc: [C2] }') }),
      [
        '18:41  workspaces[0].departments.qa.cc[0] is the same channel as workspaces[0].departments.qa.channel; use another private channel for the copy',
      ],
    ],
  ])('is told with its place and what to write: %s', (_, yaml, expected) => {
    expect(faultsOf(yaml)).toEqual(expected.map((line) => `hearback.yaml:${line}`));
  });

  it('is not seen in a handler who could be in a group', () => {
    const roles = 'roles: { moderator: { groups: [S1] } }';

    expect(faultsOf(policyYaml({ workspace: `    triage: C1\n    handler: U9\n    ${roles}` }))).toEqual([]);
  });

  it('is not seen in a copy two departments send to the same channel', () => {
    expect(
      faultsOf(
        policyYaml({
          workspace: department(
            '      qa: { name: QA, channel: C2, cc: [C4] }\n      dev: { name: Dev, channel: C3, cc: [C4] }',
          ),
        }),
      ),
    ).toEqual([]);
  });

  it('is a step without a template, when the templates are known', () => {
    const yaml = policyYaml({ kinds: '  feedback: { name: F, steps: [apologize, thank] }' });

    expect(faultsOf(yaml, ['apologise', 'thank'])).toEqual([
      'hearback.yaml:4:32  kinds.feedback.steps[0]: there is no template "apologize"; did you mean "apologise"?',
    ]);
    expect(faultsOf(yaml)).toEqual([]);
  });

  it('never hides another: all are told at once, in the order of the file', () => {
    const yaml = policyYaml({
      top: 'prefx: FB\ntimeZone: Mars',
      kinds: '  feedback: { name: 7, answer: none, route: [qa] }',
    })
      .replace('🚩: feedback', '🚩: bug')
      .replace('lead: 4h', 'lead: soon');

    expect(faultsOf(yaml).map((line) => line.split('  ')[1]?.split(/[ :]/)[0])).toEqual([
      'prefx',
      'timeZone',
      'emojis.🚩',
      'kinds.feedback.name',
      'kinds.feedback.route[0]',
      'ladder.lead',
    ]);
  });
});
