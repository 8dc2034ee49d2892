import type { AttendanceSources } from './attendance.ts';
import { isStaff, type Standing } from './access.ts';
import type { InCare } from './caretakers.ts';
import { dueFirst, type Due, type Waiting } from './tasks.ts';
import { yoursToLookAt } from './yours-to-look-at.ts';

/** A case somebody has something to do with, and the answers they have begun in it. */
interface Begun extends Due {
  drafts: number;
  /** The newest of them; null when there is none. */
  draftId: number | null;
}

export type MyCase = Begun & { waiting: Waiting };

/** What somebody has done in the last seven days. */
export interface MyWeek {
  /** Answers of theirs that members got. */
  answered: number;
  /** Cases they look after that have ended. */
  ended: number;
}

/** Where it is on record; each reads only what `eyes` may see. */
export interface MyRecord {
  tasks(eyes: Standing): Promise<Begun[]>;
  untaken(eyes: Standing): Promise<(Begun & { guard: InCare })[]>;
  alongside(eyes: Standing): Promise<Begun[]>;
  week(eyes: Standing): Promise<MyWeek>;
}

/** Everything of somebody's, the most pressing first. A case is in one list alone. */
export interface MyCases {
  /** Theirs, and something is to be done by them. */
  due: MyCase[];
  /** Nobody has taken these on, and their reminders come to them. */
  untaken: MyCase[];
  /** Theirs, and somebody else is waited for. */
  waiting: MyCase[];
  /** Of others, in which they have begun an answer. */
  begun: MyCase[];
  /** They follow or read these; whoever works in a department alone, those that were brought to it. */
  alongside: MyCase[];
  week: MyWeek;
}

/** What somebody finds on their page, as it stands at this moment. */
export async function gatherMyCases(
  record: MyRecord,
  standing: Standing,
  sources: AttendanceSources,
): Promise<MyCases> {
  const { now } = sources;
  const worksHere = isStaff(standing);
  const tasks = worksHere ? dueFirst(await record.tasks(standing), now) : [];
  const untaken = worksHere
    ? dueFirst(await yoursToLookAt(await record.untaken(standing), standing.userId, sources), now)
    : [];
  const own = tasks.filter((each) => each.case.handlerId === standing.userId);
  return {
    due: own.filter(isTheirs),
    untaken: untaken.filter(isTheirs),
    waiting: own.filter((each) => !isTheirs(each)),
    begun: tasks.filter((each) => each.case.handlerId !== standing.userId),
    alongside: dueFirst(await record.alongside(standing), now),
    week: await record.week(standing),
  };
}

/** Nobody else is waited for. */
function isTheirs({ waiting }: MyCase): boolean {
  return waiting.for === 'you' || waiting.for === 'nobody';
}

/** All of them, in the order of the page. */
export function allOf({ due, untaken, waiting, begun, alongside }: MyCases): MyCase[] {
  return [...due, ...untaken, ...waiting, ...begun, ...alongside];
}

/** When a page drawn at `now` says something else although nothing has happened: something becomes overdue, or comes back. */
export function nextTurn(mine: MyCases, now: Date): Date | null {
  const moments = allOf(mine)
    .flatMap(({ case: { snoozedUntil }, clocks }) => [
      snoozedUntil,
      ...clocks.map(({ deadline }) => deadline),
    ])
    .filter((at) => at !== null)
    .filter((at) => at > now);
  return moments.length === 0 ? null : new Date(Math.min(...moments.map((at) => at.getTime())));
}
