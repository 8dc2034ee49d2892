import { expect, it } from '@jest/globals';
import { isOfDepartment, isTold, type DigestPlan } from '../../src/cases/digest/plan.ts';
import { aFile, workspace } from '../support/factories.ts';

const plan = (over: Partial<DigestPlan> = {}): DigestPlan => ({
  workspaceId: workspace.id,
  key: 'C1',
  name: null,
  channelId: 'C1',
  schedule: { zone: 'UTC', days: [0], weeks: 1, weekOf: null, at: 540 },
  departments: null,
  kinds: null,
  ...over,
});
const ofQa = plan({ departments: ['qa'] });
const accused = [{ userId: 'U1', reason: 'accused' as const }];

it.each([
  ['a digest of everything', [plan()], null, true],
  ['a digest of everything', [plan()], aFile(), true],
  ['the digest of one department', [ofQa], null, false],
  ['the digest of one department', [ofQa], aFile(), false],
  ['the digest of its department', [ofQa], aFile({ departments: ['qa'] }), true],
  ['the digest of other kinds', [plan({ kinds: ['praise'] })], aFile(), false],
  ['the digest of its kind', [plan({ kinds: ['feedback'] })], aFile(), true],
  ['no digest', [], null, false],
  ['a digest everybody reads, about a case for few', [plan()], aFile({ excluded: accused }), false],
  [
    'a digest everybody reads, about a case for leads',
    [plan()],
    aFile({ case: { audience: 'leads' } }),
    false,
  ],
])('says whether %s names an item', (_name, plans, about, told) => {
  expect(isTold(plans, about)).toBe(told);
});

it('knows the channels of departments from those of staff', () => {
  const { channel } = Object.values(workspace.departments)[0]!;
  expect(isOfDepartment(workspace, channel)).toBe(true);
  expect(isOfDepartment(workspace, workspace.triage)).toBe(false);
});
