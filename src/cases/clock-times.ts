import type { Policy } from '../policy/schema.ts';

/** Keys of the policy, wherever they stand, that say when people work. */
const OF_HOURS: ReadonlySet<string> = new Set(['hours', 'holidays', 'timeZone']);

/**
 * All of a policy that clocks follow, as one text: two policies with the same text give every clock the same times. The order in
 * which people write their keys makes no difference.
 */
export function clockTimes(policy: Policy): string {
  const { kinds, severities, updates, workspaces } = policy;
  return JSON.stringify(
    inOrder({
      severities,
      remindBefore: updates.remindBefore,
      kinds: each(kinds, ({ clocks, community }) => ({ clocks, wait: community?.wait })),
      around: hoursIn(policy),
      workspaces: workspaces.map((workspace) => ({
        id: workspace.id,
        hours: hoursIn(workspace),
        departments: each(workspace.departments, hoursIn),
      })),
    }),
  );
}

/** The same of all policies there are. */
export function clockTimesOf(policies: readonly Policy[]): string {
  return policies.map(clockTimes).join('\n');
}

function hoursIn(part: object): object {
  return Object.fromEntries(Object.entries(part).filter(([name]) => OF_HOURS.has(name)));
}

function each<T>(map: Record<string, T>, pick: (value: T) => object): object {
  return Object.fromEntries(Object.entries(map).map(([name, value]) => [name, pick(value)]));
}

/** The same with its keys sorted. */
function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder);
  if (typeof value !== 'object' || value === null) return value;
  const sorted = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(sorted.map(([name, inner]) => [name, inOrder(inner)]));
}
