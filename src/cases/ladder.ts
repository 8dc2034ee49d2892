import { departmentOf, hoursOf, peopleOf } from '../policy/lookup.ts';
import type { Policy, WorkspacePolicy } from '../policy/schema.ts';
import { addWorkingTime } from '../time/working-time.ts';
import { isBarred } from './access.ts';
import { EVERYBODY_IN, type Attendance } from './attendance.ts';
import { askable, inCharge, leadsOnLadder, standInFor, type Around, type Found } from './caretakers.ts';
import type { CaseFile, Clock, ClockKind } from './case.ts';
import type { Change } from './change.ts';
import type { NewDelivery } from './delivery.ts';
import { departmentPlaces } from './department-places.ts';
import { RUNGS, type Rung } from './rung.ts';
import { isOpen } from './states.ts';

const DAY_MS = 86_400_000;

/** Clocks that remind people. The others have somebody else to turn to, or bring a case back. */
export const REMINDING: ReadonlySet<ClockKind> = new Set([
  'first_response',
  'next_response',
  'update_due',
  'department_answer',
  'resolution',
]);

/** Where a clock has got to: whom it reaches now, and what comes after that. */
interface Reached extends Found {
  rung: Rung;
  /** Of `rungsOf`; as many as there are when only the last one is left. */
  next: number;
}

/** The ladder of a clock, from the bottom; its step counts in here. */
export function rungsOf(kind: ClockKind): readonly Rung[] {
  return kind === 'department_answer' ? RUNGS : RUNGS.slice(1);
}

/**
 * A clock ran out: whoever is next on the ladder is reminded. A step with nobody whom the case is for, or who is there, is passed
 * over at once. After the last one that one is repeated, every day at the most: nothing is lost because nobody looked.
 * @param attendance who is there; it was asked for before the case was locked
 */
export function ring(
  file: CaseFile,
  clock: Clock,
  workspace: WorkspacePolicy,
  policy: Policy,
  now: Date,
  attendance: Attendance = EVERYBODY_IN,
): Change {
  if (!isOpen(file.case)) return { history: [], clocks: [{ op: 'stop', kind: clock.kind }] };
  const reached = climb(clock, { file, workspace, attendance }, policy);
  const { clockId, generation, kind } = clock;
  const { rung, people, skipped, channelId, next } = reached;
  const rang = { clockId, generation, rung, skipped };
  return {
    history: [
      {
        action: 'reminded',
        actorId: null,
        detail: { clock: kind, step: String(clock.step), rung, people: people.join(' ') },
      },
    ],
    clocks: [{ op: 'again', clockId, step: next, dueAt: nextDue(clock, next, workspace, policy, now) }],
    ...(channelId === null
      ? { reminders: people.map((personId) => ({ ...rang, personId })) }
      : { deliveries: inChannels(workspace, clock, channelId, { ...rang, people }) }),
  };
}

/** The first step from the clock's own on that reaches anybody; else the last one that does; else the moderator channel. */
function climb({ kind, step, subject }: Clock, around: Around, policy: Policy): Reached {
  const rungs = rungsOf(kind);
  const skipped: Found['skipped'] = [];
  const steps = rungs
    .map((_, index) => index)
    .filter((index) => index === 0 || isOn(rungs[index]!, kind, policy));
  const reachedAt = (index: number): Reached | null => {
    const rung = rungs[index]!;
    const found = reachedBy(rung, subject, around);
    skipped.push(...found.skipped);
    if (found.channelId === null && found.people.length === 0) return null;
    return {
      ...found,
      skipped: once(skipped),
      rung,
      next: steps.find((each) => each > index) ?? rungs.length,
    };
  };
  for (const index of steps.filter((each) => each >= step)) {
    const reached = reachedAt(index);
    if (reached) return reached;
  }
  const below = steps.filter((each) => each < step && rungs[each] !== 'department').toReversed();
  for (const index of below) {
    const reached = reachedAt(index);
    if (reached) return { ...reached, next: rungs.length };
  }
  return {
    rung: 'moderators',
    people: [],
    channelId: around.workspace.triage,
    skipped: once(skipped),
    next: rungs.length,
  };
}

/** The first step is always there; a department is followed by whoever is responsible. */
function isOn(rung: Rung, kind: ClockKind, { ladder }: Policy): boolean {
  if (rung === 'department') return true;
  if (rung === 'responsible') return kind === 'department_answer';
  return ladder[rung] !== undefined;
}

function reachedBy(rung: Rung, department: string, around: Around): Found {
  const { file, workspace } = around;
  switch (rung) {
    case 'department':
      return departmentItself(department, around);
    case 'responsible':
    case 'again':
      return inCharge(around);
    case 'standIn': {
      const { people } = inCharge(around);
      const found = people.map((person) => standInFor(person, around));
      return {
        people: once(found.flatMap((each) => each.people)).filter((person) => !people.includes(person)),
        skipped: found.flatMap((each) => each.skipped),
        channelId: null,
      };
    }
    case 'lead':
      return askable(leadsOnLadder(file, workspace), 'lead', around);
    case 'management':
      return askable(workspace.roles.management.people, 'management', around);
    case 'moderators':
      return { people: [], skipped: [], channelId: workspace.triage };
  }
}

/** Whether a department is asked: what only leads see goes to none, and a case is asked for where it was brought to only. */
export function isAsked(
  key: string,
  { case: found, departments }: CaseFile,
  workspace: WorkspacePolicy,
): boolean {
  return (
    departmentOf(workspace, key) !== undefined && found.audience !== 'leads' && departments.includes(key)
  );
}

function departmentItself(key: string, { file, workspace, attendance }: Around): Found {
  const department = departmentOf(workspace, key);
  if (!department || !isAsked(key, file, workspace)) return { people: [], skipped: [], channelId: null };
  const people = peopleOf(workspace, department).filter(
    (person) =>
      !isBarred(workspace, file, person) &&
      !attendance.isGone(person) &&
      attendance.awayUntil(person) === null,
  );
  // One that has an address alone is asked there, by `inChannel`.
  return { people, skipped: [], channelId: department.channel || key };
}

/** In working time. Rung a little early, with another one of the same person, it goes on as if it had been in time. */
function nextDue(
  { kind, dueAt }: Clock,
  next: number,
  workspace: WorkspacePolicy,
  policy: Policy,
  now: Date,
): Date {
  const from = dueAt > now ? dueAt : now;
  const rungs = rungsOf(kind);
  const rung = rungs[next];
  const due = addWorkingTime(hoursOf(workspace), from, waitOf(rung ?? lastOf(rungs, kind, policy), policy));
  if (rung !== undefined) return due;
  return new Date(Math.max(due.getTime(), from.getTime() + DAY_MS));
}

function lastOf(rungs: readonly Rung[], kind: ClockKind, policy: Policy): Rung {
  return rungs.findLast((rung) => isOn(rung, kind, policy)) ?? 'responsible';
}

/** How long a step waits after the one before (ms). */
function waitOf(rung: Rung, { ladder }: Policy): number {
  if (rung === 'department' || rung === 'responsible')
    return ladder.again ?? ladder.standIn ?? ladder.lead ?? DAY_MS;
  return ladder[rung] ?? DAY_MS;
}

function inChannels(
  workspace: WorkspacePolicy,
  { clockId, generation, kind, step, subject }: Clock,
  channelId: string,
  { people, ...rang }: Pick<Reached, 'people' | 'rung' | 'skipped'> & { clockId: number; generation: number },
): NewDelivery[] {
  const asked = rang.rung === 'department' ? departmentPlaces(workspace, subject) : [];
  const triage = { type: 'channel' as const, workspaceId: workspace.id, channelId };
  const places = asked.length > 0 ? asked : [triage];
  return places.map((place, index) => ({
    key: `reminder-${clockId}-${generation}-${rang.rung}${index === 0 ? '' : `-${place.channelId}`}`,
    place,
    body: {
      type: 'reminder',
      clock: kind,
      step,
      personId: '',
      rang,
      ...(rang.rung === 'department' && { department: subject, people }),
    },
  }));
}

/** Each once, in the order in which they came. */
function once<T>(values: readonly T[]): T[] {
  return [...new Map(values.map((value) => [JSON.stringify(value), value])).values()];
}
