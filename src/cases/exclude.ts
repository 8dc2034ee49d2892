import { NotPossible } from '../errors.ts';
import type { WorkspacePolicy } from '../policy/schema.ts';
import { namedStaffWhoSee } from './access.ts';
import type { CaseFile, Exclusion } from './case.ts';
import type { Change } from './change.ts';

/**
 * Keeps somebody out of a case, whatever their role, and takes it from them when it is theirs.
 * @param by sees the case, or could not ask
 * @throws {NotPossible} when nobody would be left who is known to see it
 */
export function exclude(
  file: CaseFile,
  { userId, reason }: Exclusion,
  by: string,
  workspace: WorkspacePolicy,
): Change {
  if (file.excluded.some((each) => each.userId === userId && each.reason === reason))
    throw new NotPossible(({ rules }) => rules.refusals.keptOut);
  const after = { case: file.case, excluded: [...file.excluded, { userId, reason }] };
  const left = new Set([...namedStaffWhoSee(workspace, after), ...(by === userId ? [] : [by])]);
  if (left.size === 0) throw new NotPossible(({ rules }) => rules.refusals.lastToSee);
  return {
    exclude: [{ userId, reason, by }],
    ...(file.case.handlerId === userId && { set: { handlerId: null } }),
    history: [{ action: 'excluded', actorId: by, detail: { person: userId, reason } }],
  };
}

/** Lets somebody in again. What was drawn without words meanwhile stays so where it was an old reminder or notice. */
export function include(file: CaseFile, userId: string, by: string): Change {
  const kept = file.excluded.filter((each) => each.userId === userId);
  if (kept.length === 0) throw new NotPossible(({ rules }) => rules.refusals.notKeptOut);
  return {
    // Whoever is out by another account of theirs is let in with that one.
    include: [...new Set(kept.map(({ of }) => of ?? userId))],
    history: [{ action: 'included', actorId: by, detail: { person: userId } }],
  };
}

/** Whether channels are told no more of it than its number. */
export function isRestricted({ case: { audience }, excluded }: Pick<CaseFile, 'case' | 'excluded'>): boolean {
  return audience === 'leads' || excluded.length > 0;
}
