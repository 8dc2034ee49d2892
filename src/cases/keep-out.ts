import { paragraph, person } from '../chat/rich.ts';
import type { Role, WorkspacePolicy } from '../policy/schema.ts';
import { isBarred, isStaffNamed, namedLeads, namedStaffWhoSee } from './access.ts';
import { caseName, type CaseFile, type Exclusion } from './case.ts';
import type { Change } from './change.ts';
import type { NewDelivery } from './delivery.ts';
import { leadsWhoSee } from './caretakers.ts';
import type { Involved } from './involved.ts';
import { noticeTo } from './notice.ts';

/** What keeping people out of a case comes to. */
export interface KeptOut {
  /** The case as it is for everybody afterwards: whom it is kept from, and whether it still has its handler. */
  file: CaseFile;
  change: Required<Pick<Change, 'exclude' | 'history' | 'deliveries'>> & Pick<Change, 'set'>;
}

/** The later in this list, the longer they stay where somebody has to: those who decide about the others come last. */
const LAST_TO_GO: readonly Role[] = ['lead', 'admin', 'management'];

/**
 * Keeps out of a case whoever its playbook says, whatever their role, and takes it from them where it is theirs. It cannot
 * lose the case: where nobody else whom the policy names as lead, management or admin would be left, one of them stays (of
 * previous handlers the one who had it longest ago), and those who see the case are told.
 */
export function keepOut(
  file: CaseFile,
  involved: Involved,
  workspace: WorkspacePolicy,
  prefix: string,
): KeptOut {
  const kept: Exclusion[] = [];
  const staying: Exclusion[] = [];
  for (const one of inOrder(involved, workspace)) {
    if ([...file.excluded, ...kept].some(({ userId }) => userId === one.userId)) continue;
    const excluded = [...file.excluded, ...kept];
    const isLast = sees(file, excluded, workspace) && !sees(file, [...excluded, one], workspace);
    (isLast ? staying : kept).push(one);
  }
  const isTaken = kept.some(({ userId }) => userId === file.case.handlerId);
  const set = { handlerId: isTaken ? null : file.case.handlerId };
  const after = { ...file, case: { ...file.case, ...set }, excluded: [...file.excluded, ...kept] };
  return {
    file: after,
    change: {
      exclude: kept.map((one) => ({ ...one, by: null })),
      history: kept.map(({ userId, reason }) => ({
        action: 'excluded',
        actorId: null,
        detail: { person: userId, reason },
      })),
      deliveries: staying.flatMap((one) => nobodyElse(after, one, workspace, prefix)),
      ...(isTaken && { set }),
    },
  };
}

/** Each once. Whoever is accused goes before a previous handler: of the two it is worse that they see it. */
function inOrder({ accused, previousHandlers }: Involved, { roles }: WorkspacePolicy): Exclusion[] {
  const rank = (userId: string) => LAST_TO_GO.findLastIndex((role) => roles[role].people.includes(userId));
  return [
    ...accused
      .toSorted((a, b) => rank(a) - rank(b))
      .map((userId) => ({ userId, reason: 'accused' as const })),
    ...previousHandlers.map((userId) => ({ userId, reason: 'previous_handler' as const })),
  ];
}

function sees({ case: found }: CaseFile, excluded: Exclusion[], workspace: WorkspacePolicy): boolean {
  const file = { case: found, excluded };
  // Where nobody is a lead by name, somebody at least has to be left of all who work on cases.
  if (namedLeads(workspace).length === 0 && isStaffNamed(workspace))
    return namedStaffWhoSee(workspace, file).length > 0;
  return namedLeads(workspace).some((userId) => !isBarred(workspace, file, userId));
}

function nobodyElse(
  file: CaseFile,
  { userId, reason }: Exclusion,
  workspace: WorkspacePolicy,
  prefix: string,
): NewDelivery[] {
  const { workspaceId, caseId, number } = file.case;
  const body = noticeTo({ type: 'dm' }, workspace, ({ rules: { notices } }) => {
    const stays = reason === 'accused' ? notices.accusedStays : notices.previousStays;
    return {
      title: notices.lastLeadTitle,
      blocks: [
        paragraph(...stays(person(userId))),
        paragraph(...notices.nameAnother(caseName(prefix, number), person(userId))),
      ],
    };
  });
  return leadsWhoSee(file, workspace).map((lead) => ({
    key: `stays-${caseId}-${userId}-${lead}`,
    place: { type: 'dm', workspaceId, userId: lead },
    body,
  }));
}
