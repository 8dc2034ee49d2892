import { idIn } from '../chat/account.ts';
import type { Place } from '../chat/ref.ts';
import { homeOf } from '../policy/lookup.ts';
import type { WorkspacePolicy } from '../policy/schema.ts';

/** The leads of a department: how each is reached, and as whom the record of the community writes them. */
export function leadsOfDepartment(
  department: Pick<WorkspacePolicy['departments'][string], 'workspace' | 'leads'>,
  workspace: WorkspacePolicy,
): { place: Extract<Place, { type: 'dm' }>; asWritten: string }[] {
  const workspaceId = homeOf(workspace, department);
  return [...new Set(department.leads ?? [])].map((userId) => ({
    place: { type: 'dm', workspaceId, userId },
    asWritten: idIn(workspace.id, { workspaceId, userId }),
  }));
}
