import { describe, expect, it } from '@jest/globals';
import { parsePolicy } from '../../src/policy/load.ts';
import { internalChannels, kindOf, watches, workspaceOf } from '../../src/policy/lookup.ts';
import type { Policy, WorkspacePolicy } from '../../src/policy/schema.ts';
import { policyYaml } from './factory.ts';

const DEPARTMENTS = '    departments: { qa: { name: QA, channel: CQA, cc: [CLEADS] } }';

function policyWatching(watch: string): { policy: Policy; workspace: WorkspacePolicy } {
  const workspace = `    triage: CTRIAGE\n    watch: ${watch}\n    roles: { lead: { everyone: true } }\n${DEPARTMENTS}`;
  const policy = parsePolicy(policyYaml({ workspace }), 'hearback.yaml');
  return { policy, workspace: policy.workspaces[0]! };
}

describe('workspaceOf', () => {
  it('finds a workspace by its id with the platform, and no other', () => {
    const { policy, workspace } = policyWatching('all');

    expect(workspaceOf(policy, 'slack:T1')).toBe(workspace);
    expect([workspaceOf(policy, 'discord:T1'), workspaceOf(policy, 'T1'), workspaceOf(policy, '')]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });
});

describe('kindOf', () => {
  it('answers nothing by itself for a kind that is no longer in the policy', () => {
    const { policy } = policyWatching('all');

    expect(kindOf(policy, 'feedback').name).toBe('Feedback');
    for (const gone of ['gone', 'constructor'])
      expect(kindOf(policy, gone)).toMatchObject({ name: gone, answer: 'none', steps: [] });
  });
});

describe('watches', () => {
  it('counts every channel but the internal ones where all are watched', () => {
    const { workspace } = policyWatching('all');

    expect(watches(workspace, 'CANY', null)).toBe(true);
    expect(['CTRIAGE', 'CQA', 'CLEADS'].some((channel) => watches(workspace, channel, null))).toBe(false);
    expect([...internalChannels(workspace)].toSorted()).toEqual(['CLEADS', 'CQA', 'CTRIAGE']);
  });

  it('counts the channels of a list only', () => {
    const { workspace } = policyWatching('[CA, CB]');

    expect(['CA', 'CB', 'CC'].map((channel) => watches(workspace, channel, null))).toEqual([
      true,
      true,
      false,
    ]);
  });

  it('counts a thread with the channel it hangs from', () => {
    const list = policyWatching('[CA]').workspace;
    const all = policyWatching('all').workspace;

    expect([watches(list, 'THREAD', 'CA'), watches(list, 'THREAD', 'CC')]).toEqual([true, false]);
    expect([watches(all, 'THREAD', 'CA'), watches(all, 'THREAD', 'CTRIAGE')]).toEqual([true, false]);
  });
});
