import { DateTime } from 'luxon';
import type { Standing } from './cases/access.ts';
import type { Log } from './log.ts';
import { eachCommunity } from './policy/lookup.ts';
import type { Policies } from './policy/policies.ts';
import type { Role, WorkspacePolicy } from './policy/schema.ts';
import { repeat, type Repeat } from './queue/repeat.ts';
import type { FigureBook } from './store/figures-port.ts';

/** When a program that has just started has nothing more urgent to do, and how often after that (ms): what is kept of a day is for a week. */
const SOON_MS = 60_000;
const AGAIN_MS = 6 * 3_600_000;

interface Around {
  now: () => Date;
  log: Log;
  soonMs?: number;
}

/**
 * Counts a year of large communities before anybody looks, as their staff, their leads and each of their departments see it. What was
 * counted of a day that is over is kept, so that nobody waits a second and more at the first look.
 */
export function countAhead(
  figures: Pick<FigureBook, 'large' | 'barometer' | 'playbooks'>,
  policies: () => Policies,
  { now, log, soonMs = SOON_MS }: Around,
): Repeat {
  const countOrSay = () =>
    countAll().catch((error: unknown) =>
      log.warn({ err: error }, 'figures could not be counted ahead; whoever looks first waits for them'),
    );
  const counting = repeat(AGAIN_MS, countOrSay, soonMs);
  const countAll = async () => {
    const large = new Set(await figures.large());
    for (const [policy, workspace] of eachCommunity(policies().all)) {
      if (!large.has(workspace.id)) continue;
      const time = lastYear(now(), workspace.timeZone ?? policy.timeZone);
      for (const eyes of sightsOf(workspace)) {
        if (counting.isStopped()) return;
        const scope = { workspaceId: workspace.id, eyes };
        await figures.barometer(scope, time, 0);
        if (eyes.roles.size > 0) await figures.playbooks(scope, time, new Map());
      }
    }
  };
  return counting;
}

/** Whole days: what is kept is the same for every time they are in. */
function lastYear(now: Date, zone: string) {
  const until = DateTime.fromJSDate(now, { zone }).plus({ days: 1 }).startOf('day');
  const from = until.minus({ days: 366 });
  return { from: from.toJSDate(), until: until.toJSDate(), step: 'month' as const, timeZone: zone };
}

/** Nobody in particular, with the rights of each. */
function sightsOf({ id: workspaceId, departments }: WorkspacePolicy): Standing[] {
  const nobody = { workspaceId, userId: '', colleagues: [], fellowLeads: [] };
  const roles = (['moderator', 'lead'] satisfies Role[]).map((role) => ({
    ...nobody,
    roles: new Set([role]),
    departments: new Set<string>(),
  }));
  const own = Object.keys(departments).map((department) => ({
    ...nobody,
    roles: new Set<Role>(),
    departments: new Set([department]),
  }));
  return [...roles, ...own];
}
