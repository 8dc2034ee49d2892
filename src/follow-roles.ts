import type { ChatAdapter } from './chat/adapter.ts';
import type { RolesChanged } from './chat/group.ts';
import { platformOf } from './chat/ref.ts';
import type { Lifecycle } from './lifecycle.ts';
import type { Log } from './log.ts';
import { communitiesIn } from './policy/lookup.ts';
import type { Policies } from './policy/policies.ts';
import type { Policy } from './policy/schema.ts';
import { repeat } from './queue/repeat.ts';
import type { Roles } from './store/roles-port.ts';

/** How often roles are looked at where the platform has told of no change (ms): it does not tell of each. */
const LOOK_MS = 3_600_000;
/** How soon it is noticed that another policy is in force (ms): it may give other roles. */
const POLICY_MS = 20_000;
/** When it looks first (ms): a platform that has just connected has them looked at as well, and twice at a time is once more after ten seconds. */
const FIRST_MS = 2_000;

/** What this program knows of people's roles, and when it is old. */
export interface RolesInForce {
  /** Another number whenever something that was known counts no more. */
  epoch(): number;
  /** They may be others now: forgotten in every program, and looked at. */
  changed(changed: RolesChanged): Promise<void>;
}

/**
 * Forgets what is known of people's groups as soon as any program hears that they have changed.
 * @param looks whether this program looks at them from time to time as well
 */
export async function followRoles(
  roles: Roles,
  {
    adapters,
    policies,
    looks,
    log,
  }: {
    adapters: readonly ChatAdapter[];
    policies: () => Policies;
    looks: boolean;
    log: Log;
  },
  life: Lifecycle,
): Promise<RolesInForce> {
  let epoch = 0;
  const forget = (changed: RolesChanged) => {
    for (const adapter of adapters)
      if (adapter.platform === platformOf(changed.workspaceId)) adapter.forgetRoles(changed);
  };
  const stop = await roles.listen((changed) => {
    epoch += 1;
    for (const each of changed ? [changed] : everybodyIn(policies().all)) forget(each);
  });
  life.add('roles', stop);
  const inForce: RolesInForce = {
    epoch: () => epoch,
    changed: async (changed) => {
      epoch += 1;
      forget(changed);
      await roles.changed(changed, communitiesIn(policies().of(changed.workspaceId), changed.workspaceId));
    },
  };
  if (looks) {
    life.add('looking at roles', lookAgain(inForce, policies, log));
  }
  return inForce;
}

function everybodyIn(policies: readonly Policy[]): RolesChanged[] {
  return policies.flatMap(({ workspaces }) =>
    workspaces.map(({ id }) => ({ workspaceId: id, people: null })),
  );
}

/** Soon, once an hour, and when another policy is in force, in its communities. @returns what stops it */
function lookAgain(inForce: RolesInForce, policies: () => Policies, log: Log): () => Promise<void> {
  let seen: { all: ReadonlySet<Policy>; at: number } | null = null;
  const look = async () => {
    const { all } = policies();
    const at = performance.now();
    const isLongAgo = seen === null || at - seen.at >= LOOK_MS;
    const due = all.filter((policy) => isLongAgo || !seen?.all.has(policy));
    if (due.length === 0) return;
    try {
      for (const each of everybodyIn(due)) await inForce.changed(each);
      seen = { all: new Set(all), at: isLongAgo || seen === null ? at : seen.at };
    } catch (error) {
      log.warn({ err: error }, 'roles could not be looked at yet');
    }
  };
  const looking = repeat(POLICY_MS, look, FIRST_MS);
  return () => looking.stop();
}
