import type { Community, Plan } from '../plan.ts';
import { COMMUNITIES } from '../plan.ts';
import { REMINDING, type Clock, type Times, type WatchedCase } from './case.ts';
import { emptyStaff, reachOf, STEPS, type Reach, type Staff, type Step } from './staff.ts';
import { UNNAMED, type Said } from './said.ts';
import { workMinutes } from './work-minutes.ts';

const DAY = 86_400_000;

/**
 * When more clocks than this of a community are due at a time, as after a day without the program, what belongs together may come
 * in several messages: docs/follow-up.md says so.
 */
const CROWD = 50;

/** What was found wrong, in words, and what the case has gone through, by the checker's reckoning. */
export interface Finding {
  about: 'missed' | 'twice' | 'late_after_action';
  words: string;
}

/** So much of a case's past is told with what is wrong with it. */
const PAST_MAX = 12;

/**
 * Knows from the log of life and the policy's numbers alone what is due when, and compares it with what was posted. It shares no
 * code with the program: it counts working minutes one by one and climbs its own ladder.
 */
export class Checker {
  readonly cases = new Map<string, WatchedCase>();
  readonly staff = new Map<string, Staff>();
  readonly findings: Finding[] = [];
  due = 0;
  fired = 0;
  private plan: Plan;
  private readonly around = new Map<
    string,
    { community: Community; work: Times['work']; departmentWork: Times['work'] }
  >();
  /** Words to members that life itself has set off, until they are seen. */
  private expected: Said[] = [];
  /** When somebody last did something about a case, for telling what came twice from what came too late. */
  private readonly actedAt = new Map<string, number>();
  private readonly saidAt = new Map<string, number>();
  /** How much more often than once somebody may have heard of a case at this moment. */
  private readonly inACrowd = new Map<string, number>();
  private readonly past = new Map<string, string[]>();

  constructor(plan: Plan) {
    this.plan = plan;
    for (const community of COMMUNITIES) {
      this.staff.set(community.id, emptyStaff(community));
      const work = workMinutes(community.week);
      this.around.set(community.id, {
        community,
        work,
        departmentWork: workMinutes(community.department.week),
      });
    }
  }

  timesFor(workspaceId: string): Times {
    const { work, departmentWork } = this.around.get(workspaceId)!;
    return { plan: this.plan, work, departmentWork };
  }

  communityOf({ workspaceId }: WatchedCase): Community {
    return this.around.get(workspaceId)!.community;
  }

  add(watched: WatchedCase): void {
    this.cases.set(keyOf(watched), watched);
  }

  find(workspaceId: string, number: number): WatchedCase | undefined {
    return this.cases.get(keyOf({ workspaceId, number }));
  }

  /** Words to the member are to be posted, because of what just happened. */
  expectWords({ workspaceId, number }: WatchedCase): void {
    this.expected.push({ workspaceId, number, what: 'words', to: 'member' });
  }

  noteAct(watched: WatchedCase, now: number): void {
    this.actedAt.set(keyOf(watched), now);
  }

  /** Keeps what happened to a case, for telling it with what is found wrong. */
  tell(watched: WatchedCase, now: number, what: string): void {
    const key = keyOf(watched);
    const line = `${new Date(now).toISOString()} ${what}; ${watched.state}, ${watched.clocks.map(inWords).join(', ')}`;
    this.past.set(key, [...(this.past.get(key) ?? []), line].slice(-PAST_MAX));
  }

  changePolicy(plan: Plan, now: number): void {
    this.plan = plan;
    for (const watched of this.cases.values()) watched.moved(now, this.timesFor(watched.workspaceId), false);
  }

  /** The next moment at which something is due. */
  nextDue(): number {
    let next = Number.POSITIVE_INFINITY;
    for (const { clocks } of this.cases.values())
      for (const { dueAt } of clocks) next = Math.min(next, dueAt);
    return next;
  }

  /** Everything due by now has been said, and nothing else. @param seen what was posted since the last time */
  compare(now: number, seen: readonly Said[], states: (watched: WatchedCase) => string | null): void {
    const closing: WatchedCase[] = [];
    const wanted = [...this.expected, ...this.ringAll(now, closing, seen)];
    this.expected = [];
    this.due += wanted.length + closing.length;
    const left = [...seen];
    for (const each of wanted) {
      const named = left.findIndex((one) => isSame(one, each));
      const index = named >= 0 ? named : left.findIndex((one) => isSame(one, { ...each, number: UNNAMED }));
      if (index < 0) this.wrong('missed', now, each);
      else {
        left.splice(index, 1);
        this.fired += 1;
        this.saidAt.set(textOf(each), now);
      }
    }
    for (const each of left)
      if (!this.isAgainInACrowd(each)) this.wrong(this.whyUnwanted(each, wanted), now, each);
    for (const watched of closing) {
      if (states(watched) === 'closed, not confirmed') this.fired += 1;
      else this.wrong('missed', now, { ...keyed(watched), what: 'words', to: 'its closing' });
    }
  }

  /** Several clocks of one case have rung for one person, and came in as many messages as there may be then. */
  private isAgainInACrowd(each: Said): boolean {
    const many = this.inACrowd.get(textOf(each)) ?? 0;
    this.inACrowd.set(textOf(each), many - 1);
    return many > 0;
  }

  private whyUnwanted(each: Said, wanted: readonly Said[]): Finding['about'] {
    if (wanted.some((one) => isSame(one, each))) return 'twice';
    const acted = this.actedAt.get(keyOf(each)) ?? 0;
    const said = this.saidAt.get(textOf(each));
    return said !== undefined && said > acted ? 'twice' : 'late_after_action';
  }

  private wrong(about: Finding['about'], now: number, each: Said): void {
    const past = this.past.get(keyOf(each)) ?? [];
    const words = [`${new Date(now).toISOString()} ${about}: ${textOf(each)}`, ...past].join('\n    ');
    this.findings.push({ about, words });
  }

  /** What everything that is due says; and what is due for the same people shortly after comes along. */
  private ringAll(now: number, closing: WatchedCase[], seen: readonly Said[]): Said[] {
    this.inACrowd.clear();
    const crowded = new Set(
      [...this.around.keys()].filter((workspaceId) => this.isCrowded(workspaceId, now)),
    );
    const said = new Map<string, Said>();
    const inChannels: Said[] = [];
    const reminded = new Set<string>();
    const fire = (watched: WatchedCase, clock: Clock) => {
      const isUnsure = clock.mayHaveRung === true;
      delete clock.mayHaveRung;
      const reach = this.fire(watched, clock, now, closing);
      this.tell(
        watched,
        now,
        `${clock.kind} rings for ${reach === 'words' ? 'the member' : [reach?.channel, ...(reach?.people ?? [])].join(' ')}`,
      );
      if (reach === 'words') inChannels.push({ ...keyed(watched), what: 'words', to: 'member' });
      else if (reach?.channel) inChannels.push({ ...keyed(watched), what: 'reminder', to: reach.channel });
      else
        for (const person of reach?.people ?? []) {
          const one: Said = { ...keyed(watched), what: 'reminder', to: person };
          if (isUnsure && !seen.some((each) => isSame(each, one))) continue;
          if (said.has(textOf(one)) && crowded.has(watched.workspaceId))
            this.inACrowd.set(textOf(one), (this.inACrowd.get(textOf(one)) ?? 0) + 1);
          said.set(textOf(one), one);
          reminded.add(`${watched.workspaceId} ${person}`);
        }
    };
    // It may come along, and is known to have when it was seen and nothing else of its case was.
    const comeInACrowd = (watched: WatchedCase, clock: Clock) => {
      const { people } = this.climb(watched, clock, now).reach;
      const each = people.map((to): Said => ({ ...keyed(watched), what: 'reminder', to }));
      if (each.some((one) => said.has(textOf(one)))) clock.mayHaveRung = true;
      else if (each.some((one) => seen.some((other) => isSame(one, other)))) fire(watched, clock);
    };
    for (const watched of this.cases.values())
      for (const clock of watched.clocks.slice())
        if (clock.dueAt <= now && watched.clocks.includes(clock)) fire(watched, clock);
    for (let before = -1; before < reminded.size;) {
      before = reminded.size;
      for (const watched of this.cases.values())
        for (const clock of watched.clocks.slice())
          if (this.comesAlong(watched, clock, reminded, now)) {
            if (!crowded.has(watched.workspaceId)) fire(watched, clock);
            else if (!clock.mayHaveRung) comeInACrowd(watched, clock);
          }
    }
    return [...said.values(), ...inChannels];
  }

  private isCrowded(workspaceId: string, now: number): boolean {
    const clocks = [...this.cases.values()].flatMap((each) =>
      each.workspaceId === workspaceId ? each.clocks : [],
    );
    const by = now + this.plan.ladder.together;
    return clocks.filter(({ kind, dueAt }) => REMINDING.has(kind) && dueAt <= by).length > CROWD;
  }

  private comesAlong(
    watched: WatchedCase,
    clock: Clock,
    reminded: ReadonlySet<string>,
    now: number,
  ): boolean {
    const { together } = this.plan.ladder;
    if (!REMINDING.has(clock.kind) || clock.dueAt > now + together || !watched.isOpen) return false;
    // Nobody hears of the same twice so soon.
    const { heardAt = 0 } = clock;
    if (heardAt > now - together && heardAt <= now + together) return false;
    const { reach } = this.climb(watched, clock, now);
    return reach.people.some((person) => reminded.has(`${watched.workspaceId} ${person}`));
  }

  private fire(
    watched: WatchedCase,
    clock: Clock,
    now: number,
    closing: WatchedCase[],
  ): Reach | 'words' | null {
    if (clock.kind === 'silence') return this.fireSilence(watched, clock, now, closing);
    if (clock.kind === 'wake') {
      if (clock.step > 0 && watched.clocks.length > 1) {
        watched.stop('wake');
        return null;
      }
      watched.snoozedUntil = null;
    }
    const isFirst = clock.step === 0;
    const { reach, next } = this.climb(watched, clock, now);
    const steps = stepsOf(clock);
    const { ladder } = this.plan;
    const from = Math.max(clock.dueAt, now);
    const waits = { department: ladder.again, responsible: ladder.again, ...ladder }[
      steps[next] ?? 'management'
    ];
    const dueAt = this.timesFor(watched.workspaceId).work.add(from, waits);
    Object.assign(clock, {
      step: next,
      isPutOff: true,
      dueAt: next < steps.length ? dueAt : Math.max(dueAt, from + DAY),
    });
    const isRoom = watched.drafts.every((draft) => draft.isUpdate && watched.isStale(draft, now));
    if (clock.kind === 'update_due' && isFirst && watched.state === 'open' && isRoom)
      watched.drafts = [
        {
          promises: watched.promisedNow(now, this.timesFor(watched.workspaceId)),
          asks: false,
          isUpdate: true,
        },
      ];
    if (reach.people.length > 0) clock.heardAt = now;
    return reach;
  }

  /** The first step from its own on that reaches anybody; above the last one, the last that does. */
  private climb(watched: WatchedCase, clock: Clock, now: number): { reach: Reach; next: number } {
    const { community } = this.around.get(watched.workspaceId)!;
    const staff = this.staff.get(watched.workspaceId)!;
    const steps = stepsOf(clock);
    const reached = (index: number) => {
      const step = steps[index]!;
      if (step === 'department' && !watched.isRouted) return null;
      return reachOf(step, watched, community, staff, now);
    };
    for (let index = clock.step; index < steps.length; index += 1) {
      const reach = reached(index);
      if (reach) return { reach, next: index + 1 };
    }
    for (let index = Math.min(clock.step, steps.length) - 1; index >= 0; index -= 1) {
      const reach = steps[index] === 'department' ? null : reached(index);
      if (reach) return { reach, next: steps.length };
    }
    return { reach: { people: [], channel: community.triage }, next: steps.length };
  }

  private fireSilence(
    watched: WatchedCase,
    clock: Clock,
    now: number,
    closing: WatchedCase[],
  ): 'words' | null {
    const { nudges, close } = this.plan.silence;
    if (watched.state === 'waiting' && clock.step < nudges.length) {
      const later = this.timesFor(watched.workspaceId).work.next(now);
      if (later > now) {
        clock.dueAt = later;
        return null;
      }
      clock.step += 1;
      clock.dueAt = now + (nudges[clock.step] ?? close);
      return 'words';
    }
    watched.ended('closed_unconfirmed');
    closing.push(watched);
    return null;
  }
}

function stepsOf({ kind }: Clock): readonly Step[] {
  return kind === 'department_answer' ? STEPS : STEPS.slice(1);
}

function keyed({ workspaceId, number }: WatchedCase): Pick<Said, 'workspaceId' | 'number'> {
  return { workspaceId, number };
}

function keyOf({ workspaceId, number }: { workspaceId: string; number: number }): string {
  return `${workspaceId} FB-${number}`;
}

function textOf({ what, to, ...of }: Said): string {
  return `${keyOf(of)}: ${what} to ${to}`;
}

function isSame(one: Said, other: Said): boolean {
  return textOf(one) === textOf(other);
}

function inWords({ kind, step, dueAt }: Clock): string {
  return `${kind} (${step}) ${new Date(dueAt).toISOString()}`;
}
