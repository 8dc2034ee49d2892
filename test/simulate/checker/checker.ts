import { COMMUNITIES, START, type Community } from '../communities.ts';
import type { Plan } from '../plan.ts';
import { REMINDING, type Clock, type Times, type WatchedCase } from './case.ts';
import { climb, stepsOf } from './ladder.ts';
import { Mornings, type DueDigest, type DueList } from './mornings.ts';
import { Offers } from './offers.ts';
import { OF_MANY, UNNAMED, type Said } from './said.ts';
import { emptyStaff, leadsFor, responsible, type Around, type Reach, type Staff } from './staff.ts';
import { workMinutes } from './work-minutes.ts';

const DAY = 86_400_000;

/** What was found wrong, in words, and what the case has gone through, by the checker's reckoning. */
export interface Finding {
  about: 'missed' | 'twice' | 'late_after_action';
  words: string;
}

/** Somebody acted in the very instant of a ring: in which order the two came, as the record has it. */
export interface Raced {
  watched: WatchedCase;
  /** Clocks that rang and, as null, the act. */
  order: (Clock['kind'] | null)[];
  /** What the act changes. */
  act(): void;
}

/** So much of a case's past is told with what is wrong with it. */
const PAST_MAX = 12;

/** What a ring says, and to whom. */
type Rang = Reach | 'words' | null;

/**
 * Knows from the log of life and the policy's numbers alone what is due when, and compares it with what was posted. It shares no
 * code with the program: it counts working minutes one by one, climbs its own ladder and has its own calendar.
 */
export class Checker {
  readonly cases = new Map<string, WatchedCase>();
  readonly staff = new Map<string, Staff>();
  readonly offers = new Offers();
  readonly mornings: Mornings;
  readonly findings: Finding[] = [];
  due = 0;
  fired = 0;
  private plan: Plan;
  private readonly places = new Map<
    string,
    { community: Community; work: Times['work']; departmentWork: Times['work'] }
  >();
  /** What life itself has set off, until it is seen. */
  private expected: Said[] = [];
  private today: { digests: DueDigest[]; lists: (DueList & { before: number })[] } = {
    digests: [],
    lists: [],
  };
  /** When somebody last did something about a case, for telling what came twice from what came too late. */
  private readonly actedAt = new Map<string, number>();
  private readonly saidAt = new Map<string, number>();
  private readonly past = new Map<string, string[]>();

  constructor(plan: Plan) {
    this.plan = plan;
    this.mornings = new Mornings(plan.hasDigests ? COMMUNITIES : [], START);
    for (const community of COMMUNITIES) {
      this.staff.set(community.id, emptyStaff(community));
      this.places.set(community.id, {
        community,
        work: workMinutes(community.week),
        departmentWork: workMinutes(community.department.week),
      });
    }
  }

  timesFor(workspaceId: string): Times {
    const { work, departmentWork } = this.places.get(workspaceId)!;
    return { plan: this.plan, work, departmentWork };
  }

  communityOf({ workspaceId }: Pick<WatchedCase, 'workspaceId'>): Community {
    return this.places.get(workspaceId)!.community;
  }

  aroundOf(of: Pick<WatchedCase, 'workspaceId'>, now: number): Around {
    return { community: this.communityOf(of), staff: this.staff.get(of.workspaceId)!, now };
  }

  add(watched: WatchedCase): void {
    this.cases.set(keyOf(watched), watched);
  }

  /** Words to the member are to be posted, because of what just happened. */
  expectWords(watched: WatchedCase): void {
    this.expected.push({ ...keyed(watched), what: 'words', to: 'member' });
  }

  /** Whoever looks after a case is to hear what the member said. @param besides whoever else is */
  expectNotice(watched: WatchedCase, about: string, now: number, besides: readonly string[] = []): void {
    const around = this.aroundOf(watched, now);
    const people = new Set([...responsible(watched, around), ...besides]);
    // Of a restricted case the channel would read no more than its number.
    if (people.size === 0 && watched.excluded.size === 0) people.add(around.community.triage);
    for (const to of people) this.expected.push({ ...keyed(watched), what: 'notice', to, about });
  }

  /** Who is told besides, when a case goes up. */
  headsOf(watched: WatchedCase): string[] {
    const { management, ...community } = this.communityOf(watched);
    const able = management.filter((person) => !watched.excluded.has(person));
    return watched.level >= 3 && able.length > 0 ? able : leadsFor(watched, { management, ...community });
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
  nextDue(now: number): number {
    let next = this.mornings.nextDue(now);
    for (const { clocks } of this.cases.values())
      for (const { dueAt } of clocks) next = Math.min(next, dueAt);
    return next;
  }

  /** Digests and lists of the day that are due now are expected. @returns whether there are any */
  morning(now: number): boolean {
    const digests = this.mornings.dueDigests(now);
    const isGone = ({ id }: Community, person: string) => this.staff.get(id)!.gone.has(person);
    const lists = this.mornings
      .dueLists(now, isGone)
      .map((list) => ({ ...list, before: this.countFor(list, now) }));
    this.today = { digests, lists };
    return digests.length + lists.length > 0;
  }

  /**
   * Everything due by now has been said, and nothing else.
   * @param seen what was posted since the last time
   * @returns cases that are closed by now, which nobody is told
   */
  compare(now: number, seen: readonly Said[], raced: Raced | null = null): WatchedCase[] {
    const closing: WatchedCase[] = [];
    const mayBeLeftOut = new Set<string>();
    const rung = this.ringAll(now, closing, raced, mayBeLeftOut);
    const wanted = [...this.expected, ...rung, ...this.expectedToday(now, seen)];
    this.expected = [];
    const left = [...seen];
    for (const each of wanted) {
      const named = left.findIndex((one) => isSame(one, each));
      const index = named >= 0 ? named : left.findIndex((one) => isSame(one, { ...each, number: UNNAMED }));
      if (index < 0 && mayBeLeftOut.has(textOf(each))) continue;
      this.due += 1;
      if (index < 0) this.wrong('missed', now, each);
      else {
        left.splice(index, 1);
        this.fired += 1;
        this.saidAt.set(textOf(each), now);
      }
    }
    for (const each of left) this.wrong(this.whyUnwanted(each, wanted), now, each);
    return closing;
  }

  /** What came of a case that is closed by now. */
  closed(watched: WatchedCase, now: number, isClosed: boolean): void {
    this.due += 1;
    if (isClosed) this.fired += 1;
    else this.wrong('missed', now, { ...keyed(watched), what: 'words', to: 'its closing' });
  }

  /** Somebody asked for the case that most needs an answer. */
  given(workspaceId: string, person: string, number: number | null, now: number): void {
    const meant = this.offers.give(this.cases.values(), workspaceId, person, now);
    this.due += 1;
    if ((meant?.number ?? null) === number) this.fired += 1;
    else {
      const to = `${person} by next, who got ${number === null ? 'none' : `FB-${number}`}`;
      this.wrong('missed', now, { workspaceId, number: meant?.number ?? OF_MANY, what: 'list', to });
    }
  }

  /** A member has rated: the first number counts, and no other. */
  rated(watched: WatchedCase, now: number, isRight: boolean): void {
    this.due += 1;
    if (isRight) this.fired += 1;
    else this.wrong('missed', now, { ...keyed(watched), what: 'words', to: 'whoever rated it' });
  }

  /** A case of which nothing but a reminder is due at that moment; null: there is none. */
  remindedAt(at: number): WatchedCase | null {
    for (const watched of this.cases.values()) {
      const due = watched.clocks.filter(({ dueAt }) => dueAt === at);
      if (due.some(({ kind }) => REMINDING.has(kind)) && due.every(({ kind }) => kind !== 'silence'))
        return watched;
    }
    return null;
  }

  private expectedToday(now: number, seen: readonly Said[]): Said[] {
    const { digests, lists } = this.today;
    this.today = { digests: [], lists: [] };
    return [
      ...digests.map(({ workspaceId, channel, title }): Said => ({
        workspaceId,
        number: OF_MANY,
        what: 'digest',
        to: channel,
        about: title,
      })),
      ...lists.flatMap((list): Said[] => {
        const { workspaceId, person: to, before } = list;
        const of = { workspaceId, number: OF_MANY, what: 'list', to } as const;
        const after = this.countFor(list, now);
        if (before === after) return after === 0 ? [] : [{ ...of, about: String(after) }];
        // What rang in the same moment counts, or does not yet.
        const [least, most] = [Math.min(before, after), Math.max(before, after)];
        const came = seen.find(
          (each) => each.what === 'list' && each.to === to && each.workspaceId === workspaceId,
        );
        if (!came && least === 0) return [];
        const isWithin = came && Number(came.about) >= least && Number(came.about) <= most;
        return [{ ...of, about: isWithin ? came.about! : String(after) }];
      }),
    ];
  }

  /** In how many cases something waits for somebody: their own, and those nobody has that are theirs to look at. */
  private countFor({ workspaceId, person, until }: DueList, now: number): number {
    const around = this.aroundOf({ workspaceId }, now);
    const waits = ({ clocks, drafts }: WatchedCase) =>
      drafts.length > 0 ||
      clocks.some(
        ({ kind, deadline, dueAt }) =>
          kind === 'first_response' || kind === 'next_response' || Math.min(deadline, dueAt) < until,
      );
    const isTheirs = (watched: WatchedCase) =>
      watched.handler === person ||
      (watched.handler === null && responsible(watched, around).includes(person));
    return [...this.cases.values()].filter(
      (each) =>
        each.workspaceId === workspaceId &&
        each.isOpen &&
        (each.snoozedUntil ?? 0) < until &&
        !each.excluded.has(person) &&
        waits(each) &&
        isTheirs(each),
    ).length;
  }

  private whyUnwanted(each: Said, wanted: readonly Said[]): Finding['about'] {
    if (each.number === OF_MANY || wanted.some((one) => isSame(one, each))) return 'twice';
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
  private ringAll(
    now: number,
    closing: WatchedCase[],
    raced: Raced | null,
    mayBeLeftOut: Set<string>,
  ): Said[] {
    const said = new Map<string, Said>();
    const inChannels: Said[] = [];
    const reminded = new Set<string>();
    const fire = (watched: WatchedCase, clock: Clock) => {
      const reach = this.fire(watched, clock, now, closing);
      const whom = reach === 'words' ? ['the member'] : [reach?.channel, ...(reach?.people ?? [])];
      this.tell(watched, now, `${clock.kind} rings for ${whom.join(' ')}`);
      if (reach === 'words') inChannels.push({ ...keyed(watched), what: 'words', to: 'member' });
      else if (reach?.channel) inChannels.push({ ...keyed(watched), what: 'reminder', to: reach.channel });
      else
        for (const person of reach?.people ?? []) {
          const one: Said = { ...keyed(watched), what: 'reminder', to: person };
          said.set(textOf(one), one);
          reminded.add(`${watched.workspaceId} ${person}`);
        }
    };
    if (raced) {
      this.replay(raced, fire, () => {
        // What rang before somebody acted is not sent any more, if it was not yet.
        for (const each of [...said.values(), ...inChannels]) mayBeLeftOut.add(textOf(each));
      });
    }
    for (const watched of this.cases.values())
      for (const clock of watched.clocks.slice())
        if (clock.dueAt <= now && watched.clocks.includes(clock)) fire(watched, clock);
    for (let before = -1; before < reminded.size;) {
      before = reminded.size;
      for (const watched of this.cases.values())
        for (const clock of watched.clocks.slice())
          if (this.comesAlong(watched, clock, reminded, now)) fire(watched, clock);
    }
    return [...said.values(), ...inChannels];
  }

  private replay(
    { watched, order, act }: Raced,
    fire: (watched: WatchedCase, clock: Clock) => void,
    acted: () => void,
  ): void {
    for (const kind of order) {
      const clock = kind === null ? null : watched.clock(kind);
      if (clock) fire(watched, clock);
      if (kind !== null) continue;
      acted();
      act();
    }
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
    const { reach } = climb(watched, clock, this.aroundOf(watched, now));
    return reach.people.some((person) => reminded.has(`${watched.workspaceId} ${person}`));
  }

  private fire(watched: WatchedCase, clock: Clock, now: number, closing: WatchedCase[]): Rang {
    if (clock.kind === 'silence') return this.fireSilence(watched, clock, now, closing);
    if (clock.kind === 'wake') {
      if (clock.step > 0 && watched.clocks.length > 1) {
        watched.stop('wake');
        return null;
      }
      watched.snoozedUntil = null;
    }
    const isFirst = clock.step === 0;
    const { reach, next } = climb(watched, clock, this.aroundOf(watched, now));
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
    if (clock.kind === 'update_due' && isFirst && watched.state === 'open' && watched.hasAccount && isRoom)
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
        Object.assign(clock, { dueAt: later, deadline: later });
        return null;
      }
      clock.step += 1;
      const dueAt = now + (nudges[clock.step] ?? close);
      Object.assign(clock, { dueAt, deadline: dueAt });
      return 'words';
    }
    watched.ended('closed_unconfirmed');
    closing.push(watched);
    return null;
  }
}

function keyed({ workspaceId, number }: WatchedCase): Pick<Said, 'workspaceId' | 'number'> {
  return { workspaceId, number };
}

function keyOf({ workspaceId, number }: { workspaceId: string; number: number }): string {
  return `${workspaceId} FB-${number}`;
}

function textOf({ what, to, about, ...of }: Said): string {
  return `${keyOf(of)}: ${about ?? what} to ${to}`;
}

function isSame(one: Said, other: Said): boolean {
  return textOf(one) === textOf(other);
}

function inWords({ kind, step, dueAt }: Clock): string {
  return `${kind} (${step}) ${new Date(dueAt).toISOString()}`;
}
