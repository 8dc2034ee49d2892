import type { Community } from '../communities.ts';
import type { Plan, Severity } from '../plan.ts';
import type { WorkMinutes } from './work-minutes.ts';

const DAY = 86_400_000;

export type ClockKind =
  | 'first_response'
  | 'next_response'
  | 'update_due'
  | 'department_answer'
  | 'resolution'
  | 'silence'
  | 'wake';

/** A clock as the checker knows it. All moments are milliseconds. */
export interface Clock {
  kind: ClockKind;
  startedAt: number;
  deadline: number;
  dueAt: number;
  /** How many steps of its ladder have been taken, or how often the member was asked again. */
  step: number;
  /** It has rung, or somebody acted since: a new policy leaves it alone. */
  isPutOff: boolean;
  /** When people last heard of it. */
  heardAt?: number;
}

export type State = 'open' | 'waiting' | 'solved' | 'closed' | 'closed_unconfirmed' | 'dismissed';

/** What the program would count with: the policy's numbers, and when people work. */
export interface Times {
  plan: Plan;
  work: WorkMinutes;
  departmentWork: WorkMinutes;
}

/** Words that wait for a click, and by when they say that the member hears again. */
export interface Draft {
  promises: number | null;
  asks: boolean;
  /** Who wrote it; absent: the program. */
  author?: string;
  /** It says how things stand, and nothing else. */
  isUpdate?: boolean;
}

/** Clocks of which staff are reminded. */
export const REMINDING: ReadonlySet<ClockKind> = new Set([
  'first_response',
  'next_response',
  'update_due',
  'department_answer',
  'resolution',
]);

/** One case, by docs/follow-up.md: what happened to it, and which clocks run because of that. */
export class WatchedCase {
  readonly workspaceId: string;
  readonly number: number;
  readonly openedAt: number;
  severity: Severity;
  handler: string | null = null;
  level = 1;
  /** Whom it is kept from. */
  readonly excluded = new Set<string>();
  state: State = 'open';
  isRouted: boolean;
  /** Words can reach its member: not somebody who called, and has no account here. */
  readonly hasAccount: boolean;
  isAnswered = false;
  snoozedUntil: number | null = null;
  drafts: Draft[] = [];
  clocks: Clock[] = [];
  /** The question whether it is solved stands, and was not answered. */
  isAsked = false;
  /** The member has said that it is solved, and may rate. */
  isConfirmed = false;
  /** Who took it on, was given it, answered or ended it, and when last. */
  private readonly hands = new Map<string, number>();
  private readonly authors = new Set<string>();

  constructor(about: {
    workspaceId: string;
    number: number;
    openedAt: number;
    severity: Severity;
    isRouted: boolean;
    hasAccount?: boolean;
  }) {
    this.workspaceId = about.workspaceId;
    this.number = about.number;
    this.openedAt = about.openedAt;
    this.severity = about.severity;
    this.isRouted = about.isRouted;
    this.hasAccount = about.hasAccount ?? true;
  }

  get isOpen(): boolean {
    return this.state === 'open' || this.state === 'waiting';
  }

  clock(kind: ClockKind): Clock | undefined {
    return this.clocks.find((each) => each.kind === kind);
  }

  stop(...kinds: ClockKind[]): void {
    this.clocks = this.clocks.filter(({ kind }) => !kinds.includes(kind));
  }

  stopAll(): void {
    this.clocks = [];
  }

  start(kind: ClockKind, now: number, times: Times): void {
    this.stop(kind);
    this.clocks.push({ kind, startedAt: now, step: 0, isPutOff: false, ...this.timesOf(kind, now, times) });
  }

  opened(now: number, times: Times): void {
    this.start('first_response', now, times);
    this.start('resolution', now, times);
    if (this.isRouted) this.start('department_answer', now, times);
  }

  /** Somebody took it on, was given it, answered or ended it. */
  handled(by: string, now: number): void {
    this.hands.set(by, now);
  }

  /** Words of ours have reached the member. */
  answered({ promises, asks, author }: Draft, now: number, times: Times): void {
    this.isAnswered = true;
    if (author !== undefined) this.authors.add(author);
    if (!this.isOpen) return;
    this.stop('first_response', 'next_response');
    if (asks) {
      this.state = 'waiting';
      this.stop('update_due');
      this.startSilence(now, times.plan.silence.nudges[0] ?? times.plan.silence.close);
      return;
    }
    if (this.state === 'waiting') return this.stop('update_due');
    this.start('update_due', now, times);
    const promise = this.clock('update_due');
    if (promise && promises !== null && promises > now) {
      promise.deadline = promises;
      promise.dueAt = remindedAt(now, promises, times);
    }
  }

  /** Whether words say that the member hears again at a moment that is over: they are written anew and not sent. */
  isStale({ promises }: Draft, now: number): boolean {
    return promises !== null && promises <= now;
  }

  /** When words that are composed now say that the member hears again. */
  promisedNow(now: number, { plan }: Times): number {
    return now + plan.waits[this.severity].updateDue;
  }

  memberWrote(now: number, times: Times): void {
    if (this.state === 'solved' || this.state === 'closed_unconfirmed') return this.reopened(now, times);
    if (!this.isOpen) return;
    this.endSnooze(now, times);
    this.snoozedUntil = null;
    if (!this.clock('first_response') && !this.clock('next_response'))
      this.start('next_response', now, times);
    if (this.state !== 'waiting') return;
    this.state = 'open';
    this.stop('silence');
    this.start('update_due', now, times);
  }

  reopened(now: number, times: Times): void {
    this.stopAll();
    this.state = 'open';
    this.snoozedUntil = null;
    this.isAsked = false;
    this.isConfirmed = false;
    if (this.isAnswered) {
      this.start('next_response', now, times);
      this.start('update_due', now, times);
    } else this.start('first_response', now, times);
    this.start('resolution', now, times);
  }

  resolved(isTold: boolean, now: number, { plan }: Times): void {
    this.stopAll();
    this.drafts = [];
    this.snoozedUntil = null;
    this.state = isTold ? 'solved' : 'closed_unconfirmed';
    if (!isTold) return;
    this.isAnswered = true;
    this.isAsked = true;
    this.startSilence(now, plan.silence.confirm);
  }

  /** The member says that it is solved, be it late. */
  confirmed(): void {
    this.ended('closed');
    this.isAsked = false;
    this.isConfirmed = true;
  }

  /**
   * The member says that it is not: one level up, to somebody who had no part in it. It is kept from everybody who had, the
   * latest first, unless it would be lost to all who lead.
   */
  notYet(now: number, times: Times, { leads, management }: Community): void {
    const latestFirst = [...this.hands].toSorted((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
    const heads = [...leads, ...management];
    for (const person of [...latestFirst.map(([each]) => each), ...this.authors]) {
      const seeing = heads.filter((each) => !this.excluded.has(each));
      if (seeing.length !== 1 || seeing[0] !== person) this.excluded.add(person);
    }
    this.handler = null;
    this.level = Math.min(3, this.level + 1);
    this.reopened(now, times);
  }

  ended(state: 'closed' | 'closed_unconfirmed' | 'dismissed'): void {
    this.stopAll();
    this.drafts = [];
    this.snoozedUntil = null;
    this.state = state;
  }

  /** Somebody said that they have looked after it. @param isSaid what was told another way is answered so too @returns the clocks this is about */
  done(now: number, times: Times, isSaid: boolean): Clock[] {
    const before = [...this.clocks];
    this.endSnooze(now, times);
    this.snoozedUntil = null;
    this.stop('first_response', 'next_response');
    const promise = this.clock('update_due');
    if (isSaid && this.state === 'waiting') this.stop('update_due');
    else if (isSaid) this.start('update_due', now, times);
    else if (promise) {
      rest(
        promise,
        promise.deadline <= now
          ? times.work.add(now, times.plan.remindBefore)
          : remindedAt(now, promise.deadline, times),
      );
    } else if (this.state !== 'waiting') this.start('update_due', now, times);
    for (const clock of before) {
      if (clock.step === 0 || !this.clocks.includes(clock)) continue;
      if (clock.kind === 'department_answer' || clock.kind === 'resolution')
        rest(clock, this.hours(clock.kind, times).add(now, this.waitMs(clock.kind, times)));
    }
    return before.filter(({ kind }) => kind !== 'silence');
  }

  snoozed(until: number, now: number, times: Times): void {
    this.snoozedUntil = until;
    for (const clock of this.clocks) {
      const isKept = clock.step === 0 && (!clock.isPutOff || clock.deadline > now);
      if (!REMINDING.has(clock.kind) || (clock.kind === 'update_due' && isKept)) continue;
      const later = times.work.add(until, times.plan.ladder.again);
      // What was promised is asked for again when it should be kept, at the latest.
      const back =
        clock.kind === 'update_due' && clock.deadline > now ? Math.min(later, clock.deadline) : later;
      if (clock.step > 0 || clock.dueAt < back) rest(clock, back);
    }
    this.stop('wake');
    this.clocks.push({
      kind: 'wake',
      startedAt: now,
      deadline: until,
      dueAt: until,
      step: 0,
      isPutOff: false,
    });
  }

  /** Its time is not over, but somebody goes on with it: what was put off is as it would have been. */
  endSnooze(now: number, times: Times): void {
    if (!this.clock('wake')) return;
    this.stop('wake');
    for (const clock of this.clocks) {
      if (!REMINDING.has(clock.kind) || clock.step > 0 || clock.dueAt <= clock.deadline) continue;
      const { startedAt, deadline } = clock;
      const due = clock.kind === 'update_due' ? remindedAt(startedAt, deadline, times) : deadline;
      rest(clock, due > now ? due : times.work.add(now, times.plan.ladder.again));
    }
  }

  /** Somebody of the staff did something: what has rung rests, and begins at the bottom of its ladder. */
  acted(
    isOfDepartment: boolean,
    touched: readonly Clock[],
    rang: readonly Clock[],
    now: number,
    times: Times,
  ): void {
    for (const clock of rang) {
      if (!this.clocks.includes(clock) || touched.includes(clock)) continue;
      if (isOfDepartment && clock.kind === 'department_answer') continue;
      if (clock.kind === 'wake') this.stop('wake');
      else if (REMINDING.has(clock.kind)) rest(clock, times.work.add(now, times.plan.ladder.again));
    }
    if (isOfDepartment) this.stop('department_answer');
  }

  /** The policy, or the severity, has other times. @param isWish the severity: what rests is looked at as well */
  moved(now: number, times: Times, isWish: boolean): void {
    for (const clock of this.clocks) {
      if (clock.kind === 'silence' || clock.kind === 'wake' || (clock.isPutOff && !isWish)) continue;
      // A start by a clock that was ahead counts as now.
      const startedAt = Math.min(clock.startedAt, now);
      const { deadline, dueAt } = this.timesOf(clock.kind, startedAt, times);
      const isPromise = clock.kind === 'update_due';
      let due = isPromise ? remindedAt(startedAt, Math.min(clock.deadline, deadline), times) : dueAt;
      if (clock.isPutOff && due <= now) due = clock.dueAt;
      const before = clock.deadline;
      if (!isPromise) clock.deadline = deadline;
      if (!isPromise && this.snoozedUntil !== null && this.snoozedUntil > now)
        due = Math.max(due, this.snoozedUntil);
      // Whoever changes the severity has acted.
      if (isWish && (due !== clock.dueAt || (!isPromise && deadline !== before))) clock.step = 0;
      clock.dueAt = due;
    }
  }

  startSilence(now: number, ms: number): void {
    this.stop('silence');
    this.clocks.push({
      kind: 'silence',
      startedAt: now,
      deadline: now + ms,
      dueAt: now + ms,
      step: 0,
      isPutOff: false,
    });
  }

  private timesOf(kind: ClockKind, startedAt: number, times: Times): Pick<Clock, 'deadline' | 'dueAt'> {
    if (kind === 'update_due') {
      const deadline = startedAt + times.plan.waits[this.severity].updateDue;
      return { deadline, dueAt: remindedAt(startedAt, deadline, times) };
    }
    const deadline = this.hours(kind, times).add(startedAt, this.waitMs(kind, times));
    return { deadline, dueAt: deadline };
  }

  private hours(kind: ClockKind, { work, departmentWork }: Times): WorkMinutes {
    return kind === 'department_answer' ? departmentWork : work;
  }

  private waitMs(kind: ClockKind, { plan }: Times): number {
    const waits = plan.waits[this.severity];
    switch (kind) {
      case 'first_response':
        return waits.firstResponse;
      case 'next_response':
        return waits.nextResponse;
      case 'department_answer':
        return waits.departmentAnswer;
      case 'resolution':
        return waits.resolution;
      case 'update_due':
        return waits.updateDue;
      case 'silence':
      case 'wake':
        return DAY;
    }
  }
}

function rest(clock: Clock, dueAt: number): void {
  Object.assign(clock, { dueAt, step: 0, isPutOff: true });
}

/** While there is time to keep the promise, but not before half of the working time until then is over. */
function remindedAt(from: number, deadline: number, { plan, work }: Times): number {
  const worked = work.between(from, deadline);
  // A moment is a whole number of milliseconds.
  if (worked === 0) return Math.floor((from + deadline) / 2);
  return Math.floor(work.subtract(deadline, Math.min(plan.remindBefore, worked / 2)));
}
