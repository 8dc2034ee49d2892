import type { z } from 'zod';
import type { WorkingHours } from '../time/working-hours.ts';
import { closedDays } from './holidays.ts';
import type { policySchema } from './schema.ts';

type Read = z.infer<typeof policySchema>;
type ReadWorkspace = Read['workspaces'][number];

/** What says when people work. Each of the three counts whole: who has holidays of their own has none of those further up. */
type Times = Pick<ReadWorkspace, 'hours' | 'holidays' | 'timeZone'>;

/** The workspace and its departments with the times at which people work: their own, else the ones further up. */
export function withWorkingHours(workspace: ReadWorkspace, policy: Read) {
  const here = under(policy, workspace);
  const departments = Object.entries(workspace.departments).map(
    ([key, department]) => [key, { ...department, working: working(under(here, department)) }] as const,
  );
  const { timeZone = 'UTC' } = here;
  return { ...workspace, timeZone, working: working(here), departments: Object.fromEntries(departments) };
}

function under(above: Times, { hours, holidays, timeZone }: Times): Times {
  return {
    // Null is hours of one's own too: around the clock.
    hours: hours === undefined ? above.hours : hours,
    holidays: holidays ?? above.holidays,
    timeZone: timeZone ?? above.timeZone,
  };
}

function working({ hours, holidays, timeZone = 'UTC' }: Times): WorkingHours | null {
  if (!hours) return null;
  return { zone: timeZone, week: hours, closed: holidays ? closedDays(holidays) : new Set() };
}
