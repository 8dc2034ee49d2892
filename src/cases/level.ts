import { NotPossible } from '../errors.ts';
import { departmentOf } from '../policy/lookup.ts';
import type { WorkspacePolicy } from '../policy/schema.ts';
import { paragraph, person } from '../chat/rich.ts';
import { isBarred } from './access.ts';
import { leadsWhoSee } from './caretakers.ts';
import { LEVELS, type CaseFile, type Level, type Raised } from './case.ts';
import type { Change } from './change.ts';
import type { NewDelivery, NoticeWords } from './delivery.ts';
import { leadsOfDepartment } from './department-leads.ts';
import { departmentPlaces } from './department-places.ts';
import { tellManagement } from './extremes.ts';
import { noticeTo, type Say } from './notice.ts';
import { assertOpen } from './states.ts';
import type { Texts, Wording } from '../texts/index.ts';

/** Longest reason (characters). */
export const REASON_MAX = 1_000;

/** Somebody else was first. */
export class RaisedAlready extends NotPossible {
  readonly raised: Raised | undefined;
  constructor(said: Wording, raised: Raised | undefined) {
    super(said);
    this.raised = raised;
  }
}

/** What somebody wants a case to go up to. */
export interface Escalation {
  level: Level;
  reason: string;
  by: string;
  /** The level it was at when they were asked: of two at once only one takes it up. */
  from?: Level | undefined;
  /** It goes to a department in the same step, which hears of it by that. */
  isRouted?: boolean;
}

/** The one above; the last has none. */
export function above(level: Level): Level {
  return LEVELS.find((each) => each > level) ?? level;
}

/**
 * Somebody takes a case up. At the second level its leads hear of it, and so does each department that has it; at the third,
 * management. @throws {NotPossible} when it is there already, or the case has ended
 */
export function escalate(
  file: CaseFile,
  { level, reason, by, from, isRouted = false }: Escalation,
  workspace: WorkspacePolicy,
): Change {
  assertOpen(file.case);
  const now = file.case.level;
  const words = reason.trim();
  if (words.length > REASON_MAX)
    throw new NotPossible(({ rules }) => rules.refusals.reasonTooLong(words.length, REASON_MAX));
  if (level <= now || (from !== undefined && from < now)) {
    const raised = file.raised.findLast((each) => each.level === now);
    throw new RaisedAlready(
      ({ rules: { refusals } }) => (now === 3 ? refusals.atTop : refusals.atLevel(now, above(now))),
      raised,
    );
  }
  const after = { ...file, case: { ...file.case, level } };
  return {
    raise: { level, why: 'person', reason: words, by },
    history: [{ action: 'escalated', actorId: by, detail: { level: `L${level}` } }],
    deliveries: told(after, { by, reason: words, isRouted }, workspace),
  };
}

/**
 * A change with what it does to the level: a case that goes to a department is at least at the second, one whose reminders have
 * reached management at the third, and none ever goes down. The line of the history that took it up says so.
 */
export function withLevel({ case: { level: before } }: CaseFile, change: Change): Change {
  const raise = raiseIn(change, before);
  const { level: _asked, ...set } = change.set ?? {};
  if (!raise) {
    if (change.set?.level === undefined) return change;
    return { ...change, set };
  }
  const cause = CAUSE[raise.why];
  const at = change.history.findIndex(({ action }) => action === cause);
  return {
    ...change,
    set: { ...set, level: raise.level },
    raise: { ...raise, by: raise.by ?? change.history[at]?.actorId ?? null },
    history: change.history.map((entry, index) =>
      index === at ? { ...entry, detail: { ...entry.detail, level: `L${raise.level}` } } : entry,
    ),
  };
}

/** Which line of the history takes a case up. */
const CAUSE: Readonly<Record<Raised['why'], string>> = {
  person: 'escalated',
  department: 'routed',
  ladder: 'reminded',
  member: 'said_not_yet',
};

/** The highest it goes to, and only where that is up. */
function raiseIn({ raise, set, departments, reminders }: Change, before: Level): Change['raise'] | null {
  const bare = (level: Level, why: Raised['why']) => ({ level, why, reason: '', by: null });
  const wished = [
    ...(raise ? [raise] : []),
    ...(set?.level === undefined ? [] : [bare(set.level, 'member')]),
    ...(departments && departments.length > 0 ? [bare(2, 'department')] : []),
    ...(reminders?.some(({ rung }) => rung === 'management') ? [bare(3, 'ladder')] : []),
  ];
  const highest = wished.reduce<(typeof wished)[number] | null>(
    (best, each) => (best !== null && best.level >= each.level ? best : each),
    null,
  );
  return highest !== null && highest.level > before ? highest : null;
}

/** Everybody who hears of it. */
function told(
  file: CaseFile,
  { by, reason, isRouted }: Required<Pick<Escalation, 'by' | 'reason' | 'isRouted'>>,
  workspace: WorkspacePolicy,
): NewDelivery[] {
  const departments = file.departments.flatMap((key) => toDepartment(file, key, by, reason, workspace));
  if (file.case.level === 3)
    return [
      ...toLeads(file, by, reason, workspace),
      ...departments,
      ...tellManagement(file, 'level', workspace, by),
    ];
  const isAlone = !isRouted && departments.length === 0 && leadsWhoSee(file, workspace).length === 0;
  return isAlone
    ? [toTriage(file, by, reason, workspace)]
    : [...toLeads(file, by, reason, workspace), ...departments];
}

/** Nobody is known by name whom it could be told to. */
function toTriage(file: CaseFile, by: string, reason: string, workspace: WorkspacePolicy): NewDelivery {
  const { caseId, workspaceId, level } = file.case;
  const place = { type: 'channel' as const, workspaceId, channelId: workspace.triage };
  return {
    key: `escalated-${caseId}-${level}-nobody`,
    place,
    body: noticeTo(place, workspace, (texts) => {
      const { title, blocks } = wordsOf(level, by, reason, texts);
      return {
        title,
        blocks: [...blocks, paragraph(texts.rules.notices.noLead(texts.cards.buttons.routeTo))],
      };
    }),
  };
}

function toLeads(file: CaseFile, by: string, reason: string, workspace: WorkspacePolicy): NewDelivery[] {
  const { caseId, workspaceId, level } = file.case;
  const body = noticeTo({ type: 'dm' }, workspace, (texts) => wordsOf(level, by, reason, texts));
  return leadsWhoSee(file, workspace)
    .filter((userId) => userId !== by)
    .map((userId) => ({
      key: `escalated-${caseId}-${level}-${userId}`,
      place: { type: 'dm', workspaceId, userId },
      body,
    }));
}

/** A department that has it hears in its channel, and so do its leads. */
function toDepartment(
  file: CaseFile,
  key: string,
  by: string,
  reason: string,
  workspace: WorkspacePolicy,
): NewDelivery[] {
  const { caseId, level } = file.case;
  const department = departmentOf(workspace, key);
  if (!department || file.case.audience === 'leads') return [];
  const say: Say = (texts) => wordsOf(level, by, reason, texts);
  return [
    ...departmentPlaces(workspace, key).map((place, index): NewDelivery => ({
      key: `escalated-${caseId}-${level}-in-${key}${index === 0 ? '' : `-${place.channelId}`}`,
      place,
      body: { ...noticeTo(place, workspace, say), department: key },
    })),
    ...leadsOfDepartment(department, workspace)
      .filter(({ asWritten }) => asWritten !== by && !isBarred(workspace, file, asWritten))
      .map(({ place, asWritten }): NewDelivery => ({
        key: `escalated-${caseId}-${level}-${key}-${asWritten}`,
        place,
        body: noticeTo(place, workspace, say),
      })),
  ];
}

function wordsOf(level: Level, by: string, reason: string, { rules: { notices } }: Texts): NoticeWords {
  return {
    title: notices.escalated(level),
    blocks: [
      paragraph(...(reason ? notices.tookUp(person(by)) : notices.tookUpUnsaid(person(by)))),
      ...(reason ? [{ type: 'quote' as const, children: [{ type: 'text' as const, text: reason }] }] : []),
      paragraph(notices.openShows),
    ],
  };
}
