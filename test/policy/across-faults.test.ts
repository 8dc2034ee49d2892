import { describe, expect, it } from '@jest/globals';
import { internalChannels, watches } from '../../src/policy/lookup.ts';
import { parsePolicy } from '../../src/policy/load.ts';
import { faultsOf, policyYaml } from './factory.ts';

/** The Slack workspace of `policyYaml`, and a Discord community whose department lives in it. */
const two = ({ slack = '', department = 'channel: C9' } = {}) =>
  policyYaml({
    workspace: `    triage: C1
    roles: { flagger: { everyone: true } }${slack}`,
    more: `  - id: discord:42
    name: Players
    triage: "71"
    roles: { flagger: { everyone: true } }
    departments:
      qa: { name: QA, workspace: slack:T1, ${department} }`,
  });

describe('a department that lives in another workspace', () => {
  it('is one of that workspace, as long as its channel is nobody else there', () => {
    expect(faultsOf(two())).toEqual([]);
    // A team that is a department of both has one channel.
    expect(faultsOf(two({ slack: '\n    departments: { qa: { name: QA, channel: C9 } }' }))).toEqual([]);
    // An id there says nothing about the same id here.
    expect(faultsOf(two({ department: 'channel: "71"' }))).toEqual([]);
  });

  it.each([
    ['the triage channel', { department: 'channel: C1' }],
    ['a watched channel', { slack: '\n    watch: [C9]' }],
    ['the public channel of the helpers', { slack: '\n    helpers: C9' }],
    ['the channel of a digest', { slack: '\n    digests: [{ name: Ours, channel: C9 }]' }],
    ['the triage channel', { department: 'channel: C9, cc: [C1]' }],
  ])('never gets %s of it', (what, parts) => {
    const faults = faultsOf(two(parts));
    expect(faults).toHaveLength(1);
    expect(faults[0]).toMatch(
      new RegExp(
        `^hearback.yaml:\\d+:\\d+ {2}workspaces\\[1\\].departments.qa.c.* is ${what} of workspace "?slack:T1`,
      ),
    );
  });

  it('lives in a workspace of the file', () => {
    const faults = faultsOf(two().replace('workspace: slack:T1', 'workspace: slack:T2'));
    expect(faults).toHaveLength(1);
    expect(faults[0]).toContain('there is no workspace');
    expect(faults[0]).toContain('slack:T1');
  });

  it('has its channel watched by nobody, and its own community counts it as internal over there alone', () => {
    const policy = parsePolicy(two({ department: 'channel: C9, cc: [C8]' }), 'hearback.yaml');
    const [slack, discord] = policy.workspaces;
    expect(['C7', 'C8', 'C9'].map((channel) => watches(slack!, channel, null))).toEqual([true, false, false]);
    expect(watches(slack!, 'THREAD', 'C9')).toBe(false);
    expect([...internalChannels(discord!, 'slack:T1')]).toEqual(['C9', 'C8']);
    expect([...internalChannels(discord!)]).toEqual(['71']);
    expect([...internalChannels(slack!)]).toEqual(['C1']);
  });
});
