import { describe, expect, it } from '@jest/globals';
import { digestsOf } from '../../src/cases/digest/plan.ts';
import { parsePolicy } from '../../src/policy/load.ts';
import { internalChannels } from '../../src/policy/lookup.ts';
import { AROUND, faultsOf, policyYaml } from './factory.ts';

const rest = `    watch: [C9]
    triage: C1
    helpers: C8
    roles: { flagger: { everyone: true } }
    departments:
      qa: { name: QA, channel: C2, cc: [C3] }
      support: { name: Support, channel: C4 }
`;
const yaml = (digests: string) => policyYaml({ workspace: `${rest}    digests: ${digests}` });
const plans = (text: string) => {
  const policy = parsePolicy(text, 'hearback.yaml', AROUND.names);
  return { policy, plans: digestsOf(policy, policy.workspaces[0]!) };
};

describe('digests in hearback.yaml', () => {
  it.each([
    ['[{ channel: C9 }]', 'digests[0].channel is also in watch'],
    ['[{ channel: C8 }]', 'digests[0].channel is the channel of the helpers'],
    ['[{ channel: C2 }]', 'add departments: [qa]'],
    ['[{ channel: C3, departments: [support] }]', 'add departments: [qa]'],
    ['[{ departments: [qaa] }]', 'there is no department "qaa"; did you mean "qa"'],
    ['[{ kinds: [feedbakc] }]', 'there is no kind "feedbakc"; did you mean "feedback"'],
    ['[{}, { at: "10:00" }]', 'has the same name or channel as workspaces[0].digests[0]'],
    ['[{ on: mondays }]', 'write a day such as monday'],
    ['[{ on: [] }]', 'digests[0].on'],
    ['[{ on: { every: 2 moons, from: 2026-11-23 } }]', 'or { every: 2 weeks, from: 2026-11-23 }'],
    ['[{ on: { every: 2 weeks, from: 2026-02-31 } }]', 'or { every: 2 weeks, from: 2026-11-23 }'],
    ['[{ on: { every: 99 weeks, from: 2026-11-23 } }]', 'or { every: 2 weeks, from: 2026-11-23 }'],
    ['[{ at: "25:00" }]', 'write a time of the day in quotes'],
    ['[{ at: 9 }]', 'digests[0].at'],
    ['[{ when: monday }]', 'when'],
  ])('%s is told with its line', (digests, said) => {
    const faults = faultsOf(yaml(digests));
    expect(faults.join('\n')).toContain(said);
    expect(faults[0]).toMatch(/^hearback.yaml:\d+:\d+ /);
  });

  it('are one each Monday at nine in the triage channel where nothing is written, and none where that is', () => {
    expect(plans(policyYaml({ workspace: rest })).plans).toEqual([
      expect.objectContaining({
        key: 'C1',
        channelId: 'C1',
        departments: null,
        schedule: { zone: 'UTC', days: [0], weeks: 1, weekOf: null, at: 540 },
      }),
    ]);
    expect(plans(yaml('[]')).plans).toEqual([]);
  });

  it('can be for a department in its own channel, and make a channel internal', () => {
    const read = plans(
      yaml(
        '[{ channel: C2, departments: [qa] }, { name: Team, channel: C7, on: [thursday, mon], at: "8:05" }]',
      ),
    );
    expect(read.plans.map(({ key, schedule }) => [key, schedule.days, schedule.at])).toEqual([
      ['C2', [0], 540],
      ['Team', [0, 3], 485],
    ]);
    expect(internalChannels(read.policy.workspaces[0]!)).toContain('C7');
  });
});
