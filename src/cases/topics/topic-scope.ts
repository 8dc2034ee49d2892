import type { WorkspaceId } from '../../chat/ref.ts';
import { kindOf } from '../../policy/lookup.ts';
import type { Policy } from '../../policy/schema.ts';

/** With which cases one is compared; null when the policy compares none. */
export function topicScope(
  policy: Policy,
  now: Date,
): { workspaces: WorkspaceId[] | null; without: string[]; since: Date } | null {
  const { topics } = policy;
  if (topics === false) return null;
  return {
    workspaces: topics.across ? policy.workspaces.map(({ id }) => id) : null,
    without: Object.keys(policy.kinds).filter((kind) => isNoComplaint(policy, kind)),
    since: new Date(now.getTime() - topics.window),
  };
}

/** Kind words have nothing that could be fixed, and what is not legitimate counts for nothing. */
export function isNoComplaint(policy: Policy, kind: string): boolean {
  const { answer, playbook, passOn } = kindOf(policy, kind);
  return (
    answer === 'never' ||
    playbook === 'praise' ||
    kind === 'praise' ||
    (passOn !== null && passOn !== undefined)
  );
}
