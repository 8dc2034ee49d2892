import { NotPossible } from '../errors.ts';
import type { WorkspacePolicy } from '../policy/schema.ts';
import { isNamedLead } from './access.ts';
import type { Audience, CaseFile } from './case.ts';
import type { Change } from './change.ts';

/**
 * From now on only leads see a case, or all staff again. Narrowed, it is taken from a handler who is no lead; whoever is kept
 * out of it by name stays out either way.
 * @param by a lead who sees it
 */
export function setAudience(
  file: CaseFile,
  audience: Audience,
  by: string,
  workspace: WorkspacePolicy,
): Change {
  if (file.case.audience === audience)
    throw new NotPossible(({ rules: { refusals } }) =>
      audience === 'leads' ? refusals.leadsAlready : refusals.staffAlready,
    );
  if (audience === 'staff')
    return { set: { audience }, history: [{ action: 'opened_to_staff', actorId: by }] };
  return {
    set: { audience, ...handlerAmongLeads(file, workspace, by) },
    // Whoever was asked for help in public is waited for no longer: the case would go on to departments.
    clocks: [{ op: 'stop', kind: 'community' }],
    history: [{ action: 'kept_to_leads', actorId: by }],
  };
}

/**
 * Who handles a case once only leads see it: whoever did, if the policy names them a lead; else nobody, until a lead claims it.
 * @param by somebody who is known to be a lead, if that is known of anybody
 */
export function handlerAmongLeads(
  { case: { handlerId } }: Pick<CaseFile, 'case'>,
  workspace: WorkspacePolicy,
  by: string | null = null,
): { handlerId: string | null } {
  const isLead = handlerId !== null && (handlerId === by || isNamedLead(workspace, handlerId));
  return { handlerId: isLead ? handlerId : null };
}

/** Departments see none of it: nothing of what only leads see goes to them. @throws {NotPossible} */
export function assertForDepartments({ case: { audience } }: Pick<CaseFile, 'case'>): void {
  if (audience === 'leads') throw new NotPossible(({ rules }) => rules.refusals.notForDepartments);
}
