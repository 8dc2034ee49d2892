import { NotPossible } from '../errors.ts';
import { departmentOf } from '../policy/lookup.ts';
import type { Policy, WorkspacePolicy } from '../policy/schema.ts';
import { assertForDepartments } from './audience.ts';
import type { CaseFile } from './case.ts';
import type { Change } from './change.ts';
import type { NewDelivery } from './delivery.ts';
import { whenRouted } from './clock-turns.ts';
import { assertOpen } from './states.ts';

/** The escalation card in the department's channel, and for reading in the channels it copies. */
export function routeDeliveries(
  file: CaseFile,
  department: string,
  workspace: WorkspacePolicy,
): NewDelivery[] {
  const { workspaceId, caseId } = file.case;
  const target = departmentOf(workspace, department);
  if (!target) return [];
  const card = (channelId: string, cc: boolean): NewDelivery => ({
    key: `escalation-${caseId}-${department}-${channelId}`,
    place: { type: 'channel', workspaceId, channelId },
    body: { type: 'escalation', department, cc },
  });
  return [card(target.channel, false), ...target.cc.map((channelId) => card(channelId, true))];
}

/** Brings a case to a department. @throws {NotPossible} when it is there already, unknown, or the case is done. */
export function route(
  file: CaseFile,
  department: string,
  by: string,
  workspace: WorkspacePolicy,
  policy: Policy,
  now: Date,
): Change {
  const target = departmentOf(workspace, department);
  if (!target) {
    const known = Object.entries(workspace.departments).map(([key, { name }]) => `${key} (${name})`);
    throw new NotPossible(
      known.length > 0
        ? `There is no department "${department}" here. Choose one of: ${known.join(', ')}.`
        : 'No departments are set up here yet. They are listed under "departments" in hearback.yaml.',
    );
  }
  assertOpen(file.case);
  assertForDepartments(file);
  if (file.departments.includes(department)) throw new NotPossible(`${target.name} already has this case.`);
  return {
    departments: [department],
    history: [{ action: 'routed', actorId: by, detail: { department } }],
    ...(file.case.state !== 'waiting_on_team' && { set: { state: 'waiting_on_team' as const } }),
    clocks: whenRouted(file, [department], policy, now),
    deliveries: routeDeliveries(file, department, workspace),
  };
}
