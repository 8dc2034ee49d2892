import type { WorkspaceId } from '../../chat/ref.ts';
import type { Policy, WorkspacePolicy } from '../../policy/schema.ts';
import type { Schedule } from '../../time/schedule.ts';
import type { CaseFile } from '../case.ts';
import { isRestricted } from '../exclude.ts';

/** One digest of a community: where it goes, when, and what it is about. */
export interface DigestPlan {
  workspaceId: WorkspaceId;
  /** What was sent is known by it. */
  key: string;
  /** What people call it; null: they have one, or know it by its channel. */
  name: string | null;
  channelId: string;
  schedule: Schedule;
  /** Only cases that were brought to one of these; null: all. */
  departments: readonly string[] | null;
  /** Only cases of these kinds; null: all. */
  kinds: readonly string[] | null;
}

/** Nine in the morning (minutes). */
const NINE = 9 * 60;

/** The digests of a community; where the policy does not say, one each Monday at nine, in the triage channel. */
export function digestsOf(policy: Policy, workspace: WorkspacePolicy): DigestPlan[] {
  const zone = workspace.timeZone ?? policy.timeZone;
  const written = workspace.digests ?? [{ on: { days: [0], weeks: 1, weekOf: null }, at: NINE }];
  return written.map((digest) => {
    const { name = null, channel = workspace.triage, departments = null, kinds = null } = digest;
    return {
      workspaceId: workspace.id,
      key: name ?? channel,
      name,
      channelId: channel,
      schedule: { zone, ...digest.on, at: digest.at },
      departments,
      kinds,
    };
  });
}

/** The plan a digest was made by; null once it is no longer in the policy. */
export function planOf(policy: Policy, workspace: WorkspacePolicy, key: string): DigestPlan | null {
  return digestsOf(policy, workspace).find((plan) => plan.key === key) ?? null;
}

/** Whether one of these digests names an item for the meeting, by the case it is about. */
export function isTold(
  plans: readonly DigestPlan[],
  about: Pick<CaseFile, 'case' | 'excluded' | 'departments'> | null,
): boolean {
  if (about && isRestricted(about)) return false;
  return plans.some(
    ({ kinds, departments }) =>
      (kinds === null || (about !== null && kinds.includes(about.case.kind))) &&
      (departments === null ||
        (about !== null && about.departments.some((each) => departments.includes(each)))),
  );
}

/** Whether a channel is one of a department: who reads there need not be staff. */
export function isOfDepartment({ departments }: WorkspacePolicy, channelId: string): boolean {
  return Object.values(departments).some(
    ({ channel, cc }) => channel === channelId || cc.includes(channelId),
  );
}
