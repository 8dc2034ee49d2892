import type { Checker, Raced } from './checker/checker.ts';
import type { WatchedCase } from './checker/case.ts';
import { saidIn, stateOn } from './checker/read.ts';
import type { Said } from './checker/said.ts';
import { CaseActs } from './case-acts.ts';
import { Desk } from './desk.ts';
import { IntakeActs } from './intake-acts.ts';
import { MemberActs } from './member-acts.ts';
import type { Plan } from './plan.ts';
import type { Post } from './platform.ts';
import type { Asked, Programs } from './programs.ts';
import { Sources } from './sources.ts';
import type { Scene } from './scene.ts';
import { StaffActs } from './staff-acts.ts';

const DAY = 86_400_000;
/** A queue that was lost is missed by then (ms). */
const MISSED_MS = 1_000;

/** Where time passes, and what befalls the machine; what is due is looked at after each. */
export class Stage implements Scene {
  readonly programs: Programs;
  readonly checker: Checker;
  readonly desk: Desk;
  readonly sources = new Sources();
  /** What people do. */
  readonly intake: IntakeActs;
  readonly casework: CaseActs;
  readonly staff: StaffActs;
  readonly member: MemberActs;
  private plan: Plan;
  private isBroken = false;
  /** So many digests and lists of the day have not come, and are not waited for again. */
  private missing: Asked = { digests: 0, lists: 0 };
  private seen = 0;

  constructor(programs: Programs, checker: Checker, plan: Plan) {
    this.programs = programs;
    this.checker = checker;
    this.plan = plan;
    this.desk = new Desk(programs);
    this.member = new MemberActs(this);
    this.intake = new IntakeActs(this, this.member);
    this.casework = new CaseActs(this);
    this.staff = new StaffActs(this);
  }

  now(): number {
    return this.programs.now();
  }

  /** When something is due next, in the record or by the checker's reckoning; infinite: nothing is. */
  async next(): Promise<number> {
    const inRecord = (await this.programs.nextInRecord()) ?? Number.POSITIVE_INFINITY;
    return Math.min(inRecord, this.checker.nextDue(this.now()));
  }

  /** Nobody does anything until then. */
  async rest(until: number): Promise<void> {
    for (let next = await this.next(); next <= until; next = await this.next()) {
      this.programs.setNow(Math.max(next, this.now()));
      await this.look();
    }
    this.programs.setNow(until);
    await this.look();
  }

  async look(race: (() => Promise<Raced>) | null = null): Promise<void> {
    // Programs look at the clock on the wall every moment.
    if (this.checker.morning(this.now())) await this.askedFor();
    await this.programs.settled();
    const raced = race && (await race());
    const posts = this.unseen();
    this.seen += posts.length;
    const said = posts.flatMap((post) => saidIn(post, (place) => this.sources.caseIn(place)));
    for (const watched of this.checker.compare(this.now(), said, raced))
      this.checker.closed(watched, this.now(), await this.isShownClosed(watched));
  }

  unseen(): Post[] {
    return this.programs.platform.posts.slice(this.seen);
  }

  /** All that people have heard so far, and when. */
  heard(): (Said & { at: number })[] {
    return this.programs.platform.posts.flatMap((post) =>
      saidIn(post, (place) => this.sources.caseIn(place)).map((said) => ({ ...said, at: post.at })),
    );
  }

  /** Something is done to the record while no program runs. The checker knows nothing of it and is asked no more. */
  async stopped(work: () => Promise<void>): Promise<void> {
    await this.stopAll();
    await work();
    await this.programs.startOne();
    await this.programs.settled();
  }

  async restart(downMs: number): Promise<void> {
    if (this.isBroken) return;
    await this.stopAll();
    this.programs.setNow(this.now() + downMs);
    await this.programs.startOne();
    await this.look();
  }

  /** It was killed right after what was due got into the queue, and then the queue was lost. */
  async loseJobs(): Promise<void> {
    if (this.isBroken) return;
    await this.stopAll();
    const due = this.checker.nextDue(this.now());
    if (due < this.now() + DAY) this.programs.setNow(Math.max(due, this.now()));
    await this.programs.loseJobs();
    this.programs.setNow(this.now() + MISSED_MS);
    await this.programs.startOne();
    await this.look();
  }

  async wipeQueue(): Promise<void> {
    await this.programs.wipeQueue();
    await this.look();
  }

  async second(): Promise<void> {
    if (this.isBroken || this.programs.running() > 1) return;
    await this.programs.startOne();
    await this.look();
  }

  /** The clock of the machine is a day ahead for a while. */
  async jump(meanwhile: () => Promise<void>): Promise<void> {
    const before = this.now();
    this.programs.setNow(before + DAY);
    await this.look();
    await meanwhile();
    this.programs.setNow(before);
    await this.look();
  }

  async breakPolicy(): Promise<void> {
    if (this.isBroken) return;
    this.isBroken = true;
    await this.programs.breakPolicyFile();
    await this.look();
  }

  async mendPolicy(): Promise<void> {
    if (!this.isBroken) return;
    await this.programs.writePlan(this.plan);
    this.isBroken = false;
    await this.look();
  }

  async changePolicy(plan: Plan): Promise<void> {
    await this.mendPolicy();
    while (this.programs.running() > 1) await this.programs.stopOne();
    await this.programs.writePlan(plan);
    this.plan = plan;
    this.checker.changePolicy(plan, this.now());
    await this.look();
  }

  private async askedFor(): Promise<void> {
    const { digests, lists } = this.checker.mornings.made();
    const left = await this.programs.asked({
      digests: digests - this.missing.digests,
      lists: lists - this.missing.lists,
    });
    this.missing.digests += Math.max(0, left.digests);
    this.missing.lists += Math.max(0, left.lists);
  }

  private async stopAll(): Promise<void> {
    while (this.programs.running() > 0) await this.programs.stopOne();
  }

  /** On its card; where that shows no more than a number, to somebody who may see the case. */
  private async isShownClosed(watched: WatchedCase): Promise<boolean> {
    const state =
      watched.excluded.size > 0
        ? await this.staff.stateOf(watched)
        : stateOn(this.programs.platform.cards.get(this.sources.of(watched).card));
    return state === 'closed, not confirmed';
  }
}
