import type { Answer, ChatCommand } from '../../src/chat/command.ts';
import type { MessageSnapshot } from '../../src/chat/message.ts';
import { NotPossible } from '../../src/errors.ts';
import type { Checker } from './checker/checker.ts';
import { WatchedCase, type Clock } from './checker/case.ts';
import { cardOf, saidIn, stateOn } from './checker/read.ts';
import type { Said } from './checker/said.ts';
import type { Community, Kind, Plan, Severity } from './plan.ts';
import type { Programs } from './programs.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** A queue that was lost is missed by then (ms). */
const MISSED_MS = 1_000;
/** A case that rests until its member writes comes back by then (ms). */
const FORGOTTEN_MS = 90 * DAY;

/** Where people and the machine do things: each is done for real, told to the checker, and looked at. */
export class Stage {
  readonly programs: Programs;
  readonly checker: Checker;
  private plan: Plan;
  private isBroken = false;
  private seen = 0;
  private interactions = 0;
  /** Which case a message of a member is, and which message is its card. */
  private readonly caseOf = new Map<string, number>();
  private readonly sources = new Map<WatchedCase, { message: MessageSnapshot; card: string }>();

  constructor(programs: Programs, checker: Checker, plan: Plan) {
    this.programs = programs;
    this.checker = checker;
    this.plan = plan;
  }

  now(): number {
    return this.programs.now();
  }

  /** When something is due next, in the record or by the checker's reckoning; infinite: nothing is. */
  async next(): Promise<number> {
    return Math.min((await this.programs.nextInRecord()) ?? Number.POSITIVE_INFINITY, this.checker.nextDue());
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

  /** Everything that is due has happened: it is compared with what should have. */
  async look(): Promise<void> {
    await this.programs.settled();
    const posts = this.programs.platform.posts.slice(this.seen);
    this.seen += posts.length;
    const said = posts.flatMap((post) => saidIn(post, (message) => this.caseOf.get(message)));
    this.checker.compare(this.now(), said, (watched) => {
      const card = this.sources.get(watched)?.card;
      return card === undefined ? null : stateOn(this.programs.platform.cards.get(card));
    });
  }

  /** All that people have heard so far, and when. */
  heard(): (Said & { at: number })[] {
    return this.programs.platform.posts.flatMap((post) =>
      saidIn(post, (message) => this.caseOf.get(message)).map((said) => ({ ...said, at: post.at })),
    );
  }

  /** Something is done to the record while no program runs. The checker knows nothing of it and is asked no more. */
  async stopped(work: () => Promise<void>): Promise<void> {
    await this.stopAll();
    await work();
    await this.programs.startOne();
    await this.programs.settled();
  }

  async flag(community: Community, kind: Kind, member: string, by: string): Promise<WatchedCase> {
    const { platform } = this.programs;
    const messageId = `S${platform.messages.size + 1}`;
    const ref = { workspaceId: community.id, channelId: community.open, messageId };
    const message = this.words(ref, member);
    platform.messages.set(messageId, message);
    await this.programs.inbound().onEvent({
      kind: 'reaction_added',
      workspaceId: community.id,
      eventId: null,
      at: new Date(this.now()),
      channelId: community.open,
      messageId,
      parentChannelId: null,
      userId: platform.gone.has(by) ? community.handler : by,
      emoji: kind.emoji,
    });
    await this.programs.settled();
    const card = platform.posts
      .slice(this.seen)
      .find(
        (post) =>
          post.place.workspaceId === community.id &&
          post.place.type === 'channel' &&
          post.place.channelId === community.triage &&
          cardOf(post) !== null,
      );
    const number = card && cardOf(card);
    if (!card || !number) throw new Error('a flag did not become a case');
    this.caseOf.set(messageId, number);
    const watched = new WatchedCase({
      workspaceId: community.id,
      number,
      severity: kind.severity,
      isRouted: kind.routed,
    });
    this.checker.add(watched);
    this.sources.set(watched, { message, card: card.ref.messageId });
    const times = this.checker.timesFor(community.id);
    watched.opened(this.now(), times);
    const words = { promises: watched.promisedNow(this.now(), times), asks: false };
    if (kind.answer === 'draft') watched.drafts.push(words);
    else {
      watched.answered(words, this.now(), times);
      this.checker.expectWords(watched);
    }
    this.checker.tell(watched, this.now(), `opened as ${kind.key}`);
    await this.look();
    return watched;
  }

  note(found: WatchedCase, by: string): Promise<void> {
    return this.act(found, by, 'note', { text: 'looked at it' }, () => []);
  }

  claim(found: WatchedCase, by: string): Promise<void> {
    return this.act(found, by, 'claim', {}, () => {
      found.handler = by;
      return [];
    });
  }

  handOver(found: WatchedCase, by: string, to: string): Promise<void> {
    return this.act(found, by, 'assign', { person: to, sure: 'yes' }, () => {
      found.handler = to;
      return [];
    });
  }

  async reply(found: WatchedCase, by: string, asks: boolean): Promise<void> {
    const text = asks ? 'Would a call help you?' : 'It is being looked at.';
    let isWritten = false;
    await this.act(found, by, 'reply', { text }, () => {
      isWritten = true;
      found.drafts.push({ promises: null, asks });
      return [];
    });
    if (isWritten) await this.send(found, by);
  }

  send(found: WatchedCase, by: string): Promise<void> {
    return this.act(found, by, 'send', {}, (times) => {
      const draft = found.drafts.at(-1);
      if (!draft) throw new Error(`FB-${found.number}: something was sent that the checker knows nothing of`);
      // The moment it names is over: it is written anew, and shown before it is sent.
      if (draft.promises !== null && draft.promises <= this.now()) {
        draft.promises = found.promisedNow(this.now(), times);
        return [];
      }
      found.drafts.pop();
      this.checker.expectWords(found);
      // Words that arrive start and stop clocks after the act itself.
      this.afterwards = () => found.answered(draft, this.now(), times);
      return [];
    });
  }

  done(found: WatchedCase, by: string): Promise<void> {
    return this.act(found, by, 'done', {}, (times) => found.done(this.now(), times));
  }

  snooze(found: WatchedCase, by: string, hours: number | null): Promise<void> {
    return this.act(
      found,
      by,
      'snooze',
      { for: hours === null ? 'member' : `${hours}h` },
      (times) => {
        found.snoozed(this.now() + (hours === null ? FORGOTTEN_MS : hours * HOUR), this.now(), times);
        return found.clocks;
      },
      true,
    );
  }

  severity(found: WatchedCase, by: string, severity: Severity): Promise<void> {
    return this.act(found, by, 'severity', { severity }, (times) => {
      const before = new Map(found.clocks.map((clock) => [clock, `${clock.dueAt} ${clock.deadline}`]));
      found.severity = severity;
      found.moved(this.now(), times, true);
      return found.clocks.filter((clock) => before.get(clock) !== `${clock.dueAt} ${clock.deadline}`);
    });
  }

  resolve(found: WatchedCase, by: string, isTold: boolean): Promise<void> {
    return this.act(found, by, 'resolve', { tell: isTold ? 'yes' : 'no' }, (times) => {
      found.resolved(isTold, this.now(), times);
      if (isTold) this.checker.expectWords(found);
      return [];
    });
  }

  dismiss(found: WatchedCase, by: string): Promise<void> {
    return this.act(found, by, 'dismiss', { reason: 'nothing to do' }, () => {
      found.ended('dismissed');
      return [];
    });
  }

  reopen(found: WatchedCase, by: string): Promise<void> {
    return this.act(found, by, 'reopen', {}, (times) => {
      found.reopened(this.now(), times);
      return [];
    });
  }

  async memberWrites(found: WatchedCase): Promise<void> {
    const { message } = this.sources.get(found)!;
    const messageId = `W${(this.interactions += 1)}`;
    const { workspaceId, channelId } = message.ref;
    const said = {
      ...this.words({ workspaceId, channelId, messageId }, message.author.userId),
      threadRoot: { channelId, messageId: message.ref.messageId },
    };
    await this.programs.inbound().onEvent({
      kind: 'message_posted',
      workspaceId,
      eventId: null,
      at: new Date(this.now()),
      channelId,
      messageId,
      parentChannelId: null,
      message: said,
      isDirect: false,
    });
    found.memberWrote(this.now(), this.checker.timesFor(workspaceId));
    this.checker.noteAct(found, this.now());
    this.checker.tell(found, this.now(), 'the member wrote');
    await this.look();
  }

  async memberSaysSolved(found: WatchedCase): Promise<void> {
    if (found.state !== 'solved') return;
    const { message } = this.sources.get(found)!;
    if (
      !(await this.command(found.workspaceId, message.ref.channelId, message.author.userId, 'solved', {
        case: `FB-${found.number}`,
        say: 'yes',
      }))
    )
      return;
    found.ended('closed');
    this.checker.noteAct(found, this.now());
    await this.look();
  }

  async away(community: Community, who: string, hours: number, standIn: string | null): Promise<void> {
    if (this.programs.platform.gone.has(who)) return;
    const values = { until: `${hours}h`, ...(standIn !== null && { 'stand-in': standIn }) };
    if (!(await this.command(community.id, community.triage, who, 'away', values))) return;
    const staff = this.checker.staff.get(community.id)!;
    staff.away.set(who, this.now() + hours * HOUR);
    if (standIn !== null) staff.standIns.set(who, standIn);
    await this.look();
  }

  async back(community: Community, who: string): Promise<void> {
    if (this.programs.platform.gone.has(who)) return;
    if (await this.command(community.id, community.triage, who, 'away', { until: 'back' }))
      this.checker.staff.get(community.id)?.away.delete(who);
    await this.look();
  }

  leave(community: Community, who: string): void {
    this.programs.platform.gone.add(who);
    this.checker.staff.get(community.id)?.gone.add(who);
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
    const due = this.checker.nextDue();
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

  private async stopAll(): Promise<void> {
    while (this.programs.running() > 0) await this.programs.stopOne();
  }

  /** What an act brings with it once words have arrived. */
  private afterwards: (() => void) | null = null;

  private async act(
    found: WatchedCase,
    by: string,
    name: string,
    values: Record<string, string>,
    change: (times: ReturnType<Checker['timesFor']>) => readonly Clock[],
    isOnlyLater = false,
  ): Promise<void> {
    if (this.programs.platform.gone.has(by)) return;
    const community = this.checker.communityOf(found);
    const isOfDepartment = community.department.people.includes(by);
    const channel = isOfDepartment ? community.department.channel : community.triage;
    const isTaken = await this.command(found.workspaceId, channel, by, name, {
      case: `FB-${found.number}`,
      ...values,
    });
    if (!isTaken) return this.checker.tell(found, this.now(), `${by}: ${name} refused`);
    const times = this.checker.timesFor(found.workspaceId);
    const rang = found.clocks.filter(({ step }) => step > 0);
    const touched = change(times);
    found.acted(isOfDepartment && !isOnlyLater, touched, rang, this.now(), times);
    this.afterwards?.();
    this.afterwards = null;
    this.checker.noteAct(found, this.now());
    this.checker.tell(found, this.now(), `${by}: ${name} ${Object.values(values).join(' ')}`);
    await this.look();
  }

  /** @returns false where the program refuses it in a sentence */
  private async command(
    workspaceId: string,
    channelId: string,
    userId: string,
    name: string,
    values: Record<string, string>,
  ): Promise<boolean> {
    const asked: ChatCommand = {
      interactionId: `I${(this.interactions += 1)}`,
      workspaceId,
      channelId,
      threadRoot: null,
      by: { userId, name: userId, groups: [], locale: null },
      from: 'typed',
      name,
      values,
      target: null,
    };
    try {
      return isDone(await this.programs.inbound().onCommand(asked), name);
    } catch (error) {
      if (error instanceof NotPossible) return false;
      throw error;
    }
  }

  private words(ref: MessageSnapshot['ref'], userId: string): MessageSnapshot {
    return {
      ref,
      author: { userId, name: userId, isBot: false },
      text: 'It stopped working after the last update and I cannot open it any more',
      postedAt: new Date(this.now()),
      permalink: `https://example.com/${ref.messageId}`,
      files: [],
    };
  }
}

/** A card in the place of a sentence asks whether it is really meant; only words for a member are shown as one. */
function isDone({ type }: Answer, name: string): boolean {
  return type !== 'form' && (type !== 'card' || name === 'reply' || name === 'send');
}
