import { idIn } from '../chat/account.ts';
import { AppError } from '../errors.ts';
import type { Place, WorkspaceId } from '../chat/ref.ts';
import type { Policy, WorkspacePolicy } from '../policy/schema.ts';
import { isBarred } from './access.ts';
import type { DueCase } from './cards/reminders.ts';
import type { CaseFile, Clock } from './case.ts';
import { isWaiting } from './acted.ts';
import { assertInternal, type Surroundings } from './leaks.ts';
import { isAsked, rungsOf } from './ladder.ts';
import { hasLostRole } from './lost-role.ts';
import type { Rang, Rung } from './rung.ts';

/** One message with reminders, to one person. */
interface Reminding {
  deliveryId: number;
  workspaceId: WorkspaceId;
  place: Place;
}

/** Where it is on record what they are of. */
interface Reading {
  store: {
    remindersIn(deliveryId: number): Promise<(Rang & { caseId: number })[]>;
    read(key: { workspaceId: WorkspaceId; caseId: number }): Promise<CaseFile | null>;
  };
  workspace: WorkspacePolicy;
  policy: Policy;
}

/** What still counts of somebody's reminders. */
interface DueCases {
  theirs: DueCase[];
  /** Not for this person (any more), who is told nothing of them: somebody else has to be. */
  others: DueCase[];
}

/**
 * Cases on which nobody has acted since they rang. Everything else is left out.
 * @param around null where nothing is posted anew and the platform is not asked
 */
export async function dueCases(
  { deliveryId, workspaceId, place }: Reminding,
  { store, workspace, policy }: Reading,
  around: Surroundings | null,
): Promise<DueCases> {
  if (place.type !== 'dm') return { theirs: [], others: [] };
  const reminders = await store.remindersIn(deliveryId);
  const found = await Promise.all(
    reminders.map(async (rang): Promise<{ due: DueCase; isTheirs: boolean } | null> => {
      const file = await store.read({ workspaceId, caseId: rang.caseId });
      const clock = file?.clocks.find(({ clockId }) => clockId === rang.clockId);
      if (!file || !clock || !isWaiting(file, rang)) return null;
      const due: DueCase = {
        view: { file, workspace, policy, earlier: [] },
        clock: clock.kind,
        step: stepOf(rang.rung, clock, file, workspace),
        rang,
        running: clock,
      };
      return { due, isTheirs: await isFor(place, file, workspace, around) };
    }),
  );
  const waiting = found.filter((each) => each !== null);
  return {
    theirs: onePerCase(waiting.filter(({ isTheirs }) => isTheirs).map(({ due }) => due)),
    others: onePerCase(waiting.filter(({ isTheirs }) => !isTheirs).map(({ due }) => due)),
  };
}

/** 0: nobody was asked before. A department that could not be asked was passed over. */
function stepOf(rung: Rung, { kind, subject }: Clock, file: CaseFile, workspace: WorkspacePolicy): number {
  const first = rungsOf(kind).indexOf(rung);
  return kind === 'department_answer' && !isAsked(subject, file, workspace) ? Math.max(0, first - 1) : first;
}

/** Several clocks of one case are one reminder: the first of them says why. */
function onePerCase(dues: readonly DueCase[]): DueCase[] {
  const seen = new Map<number, DueCase>();
  for (const due of dues) {
    const { caseId } = due.view.file.case;
    if (!seen.has(caseId)) seen.set(caseId, due);
  }
  return [...seen.values()];
}

async function isFor(
  place: Extract<Place, { type: 'dm' }>,
  file: CaseFile,
  workspace: WorkspacePolicy,
  around: Surroundings | null,
): Promise<boolean> {
  const reader = idIn(workspace.id, place);
  if (!around) return !isBarred(workspace, file, reader) && !hasLostRole(file, reader);
  try {
    await assertInternal(place, file, workspace, around);
    return true;
  } catch (error) {
    if (error instanceof AppError && error.code === 'WOULD_LEAK') return false;
    throw error;
  }
}
