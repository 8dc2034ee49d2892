import { kindOf } from '../policy/lookup.ts';
import type { Policy, WorkspacePolicy } from '../policy/schema.ts';
import type { CaseFile } from './case.ts';
import type { Change } from './change.ts';
import { whenRouted } from './clock-turns.ts';
import { routeDeliveries } from './route.ts';

/** The departments its kind names get the case, as far as they have not got it. What only leads see goes to none. */
export function toDepartments(file: CaseFile, workspace: WorkspacePolicy, policy: Policy, now: Date): Change {
  const route = file.case.audience === 'leads' ? [] : kindOf(policy, file.case.kind).route;
  const departments = route.filter((key) => key in workspace.departments && !file.departments.includes(key));
  return {
    history: departments.map((department) => ({
      action: 'routed',
      actorId: null,
      detail: { department },
    })),
    ...(departments.length > 0 && { departments, set: { state: 'waiting_on_team' as const } }),
    clocks: whenRouted(file, departments, policy, now),
    deliveries: departments.flatMap((department) => routeDeliveries(file, department, workspace)),
  };
}
