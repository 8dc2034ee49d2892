import { setTimeout as pause } from 'node:timers/promises';
import type { Answer } from '../../src/chat/command.ts';
import type { Raced } from './checker/checker.ts';
import { WatchedCase, type Clock, type Times } from './checker/case.ts';
import { cardOf } from './checker/read.ts';
import type { Community } from './communities.ts';
import { platformName } from './desk.ts';
import type { MemberActs } from './member-acts.ts';
import type { Kind, Severity } from './plan.ts';
import type { Scene } from './scene.ts';
import type { Source } from './sources.ts';

const HOUR = 3_600_000;
/** A case that rests until its member writes comes back by then (ms). */
const FORGOTTEN_MS = 90 * 24 * HOUR;

/** Something somebody does with a case. */
interface Deed {
  found: WatchedCase;
  by: string;
  name: string;
  values?: Record<string, string>;
  /** What it changes. @returns the clocks it is about */
  change(times: Times): readonly Clock[];
  /** It says nothing of the case. */
  isOnlyLater?: boolean;
  /** What it brings with it once words have arrived. */
  afterwards?(): void;
  /** Set: somebody does it so soon after a clock rang, in that very moment (ms of real time). */
  raceMs?: number | undefined;
}

/** What staff and departments do, each for real, told to the checker and looked at. */
export class StaffActs {
  private readonly scene: Scene;
  private readonly member: MemberActs;

  constructor(scene: Scene, member: MemberActs) {
    this.scene = scene;
    this.member = member;
  }

  async flag(community: Community, kind: Kind, named: string, by: string): Promise<WatchedCase> {
    const { programs, sources } = this.scene;
    const { platform } = programs;
    const isDirect = kind.answer === 'private';
    const message = this.member.says(community, isDirect ? `${named}${sources.size}` : named);
    const { workspaceId, channelId, messageId } = message.ref;
    const now = this.scene.now();
    await programs.inbound(platformName(workspaceId)).onEvent({
      kind: 'reaction_added',
      workspaceId,
      eventId: null,
      at: new Date(now),
      channelId,
      messageId,
      parentChannelId: null,
      userId: platform.gone.has(by) ? community.handler : by,
      emoji: kind.emoji,
    });
    return this.watch(community, kind, { message, isDirect });
  }

  /** Somebody called, and it is written down. With an account of theirs the answer waits for a click, whatever the kind says. */
  async tell(
    community: Community,
    kind: Kind,
    { by, hasAccount, file }: { by: string; hasAccount: boolean; file: 'kept' | 'lost' | null },
  ): Promise<WatchedCase> {
    const { sources, programs } = this.scene;
    const { gone, lost } = programs.platform;
    const message = this.member.says(community, `TOLD${sources.size}`);
    const { text, author, ref } = message;
    const fileId = `F${ref.messageId}`;
    if (file === 'lost') lost.add(fileId);
    const who = { workspaceId: community.id, channelId: community.triage };
    const answer = await this.scene.desk.ask(
      { ...who, userId: gone.has(by) ? community.handler : by },
      'new',
      { text, origin: 'phone', kind: kind.key, ...(hasAccount && { member: author.userId }) },
      file === null ? [] : [{ fileId, name: `${fileId}.png`, mime: 'image/png', size: 1, url: '' }],
    );
    if (!answer) throw new Error('what somebody told was not recorded');
    return this.watch(community, kind, { message, isDirect: hasAccount, told: { hasAccount } });
  }

  /** What has just come in, and its card. */
  private async watch(community: Community, kind: Kind, source: Omit<Source, 'card'>): Promise<WatchedCase> {
    const { programs, checker, sources } = this.scene;
    const now = this.scene.now();
    const workspaceId = community.id;
    await programs.settled();
    const card = this.scene
      .unseen()
      .find(
        (post) =>
          post.place.workspaceId === workspaceId &&
          post.place.type === 'channel' &&
          post.place.channelId === community.triage &&
          cardOf(post) !== null,
      );
    const number = card && cardOf(card);
    if (!card || !number) throw new Error('what came in did not become a case');
    const watched = new WatchedCase({
      workspaceId,
      number,
      openedAt: now,
      severity: kind.severity,
      isRouted: kind.routed,
    });
    checker.add(watched);
    sources.add(watched, { ...source, card: card.ref.messageId });
    const times = checker.timesFor(workspaceId);
    watched.opened(now, times);
    const words = { promises: watched.promisedNow(now, times), asks: false };
    const { told } = source;
    if (told ? told.hasAccount : kind.answer === 'draft') watched.drafts.push(words);
    else if (!told) {
      watched.answered(words, now, times);
      checker.expectWords(watched);
    }
    checker.tell(watched, now, `${told ? 'told' : 'opened'} as ${kind.key}`);
    await this.scene.look();
    return watched;
  }

  note(found: WatchedCase, by: string, raceMs?: number): Promise<void> {
    return this.act({ found, by, raceMs, name: 'note', values: { text: 'looked at it' }, change: () => [] });
  }

  claim(found: WatchedCase, by: string, raceMs?: number): Promise<void> {
    return this.act({
      found,
      by,
      raceMs,
      name: 'claim',
      change: () => {
        found.handler = by;
        found.handled(by, this.scene.now());
        return [];
      },
    });
  }

  handOver(found: WatchedCase, by: string, to: string): Promise<void> {
    return this.act({
      found,
      by,
      name: 'assign',
      values: { person: to, sure: 'yes' },
      change: () => {
        if (found.excluded.has(to)) throw new Error(`FB-${found.number} went to somebody it is kept from`);
        found.handler = to;
        found.handled(to, this.scene.now());
        return [];
      },
    });
  }

  async reply(found: WatchedCase, by: string, asks: boolean): Promise<void> {
    const text = asks ? 'Would a call help you?' : 'It is being looked at.';
    let isWritten = false;
    await this.act({
      found,
      by,
      name: 'reply',
      values: { text },
      change: () => {
        isWritten = true;
        found.drafts.push({ promises: null, asks, author: by });
        return [];
      },
    });
    if (isWritten) await this.send(found, by);
  }

  send(found: WatchedCase, by: string): Promise<void> {
    const { checker } = this.scene;
    const now = this.scene.now();
    const deed: Deed = {
      found,
      by,
      name: 'send',
      change: (times) => {
        const draft = found.drafts.at(-1);
        if (!draft)
          throw new Error(`FB-${found.number}: something was sent that the checker knows nothing of`);
        // The moment it names is over: it is written anew, and shown before it is sent.
        if (found.isStale(draft, now)) {
          draft.promises = found.promisedNow(now, times);
          return [];
        }
        found.drafts.pop();
        found.handled(by, now);
        checker.expectWords(found);
        // Words that arrive start and stop clocks after the act itself.
        deed.afterwards = () => found.answered(draft, now, times);
        return [];
      },
    };
    return this.act(deed);
  }

  done(found: WatchedCase, by: string, raceMs?: number): Promise<void> {
    return this.act({
      found,
      by,
      raceMs,
      name: 'done',
      change: (times) => found.done(this.scene.now(), times, this.scene.sources.of(found).told !== undefined),
    });
  }

  snooze(found: WatchedCase, by: string, hours: number | null, raceMs?: number): Promise<void> {
    return this.act({
      found,
      by,
      raceMs,
      name: 'snooze',
      values: { for: hours === null ? 'member' : `${hours}h` },
      change: (times) => {
        const now = this.scene.now();
        found.snoozed(now + (hours === null ? FORGOTTEN_MS : hours * HOUR), now, times);
        return found.clocks;
      },
      isOnlyLater: true,
    });
  }

  severity(found: WatchedCase, by: string, severity: Severity, raceMs?: number): Promise<void> {
    return this.act({
      found,
      by,
      raceMs,
      name: 'severity',
      values: { severity },
      change: (times) => {
        const before = new Map(found.clocks.map((clock) => [clock, `${clock.dueAt} ${clock.deadline}`]));
        found.severity = severity;
        found.moved(this.scene.now(), times, true);
        return found.clocks.filter((clock) => before.get(clock) !== `${clock.dueAt} ${clock.deadline}`);
      },
    });
  }

  resolve(found: WatchedCase, by: string, isTold: boolean): Promise<void> {
    return this.act({
      found,
      by,
      name: 'resolve',
      values: { tell: isTold ? 'yes' : 'no' },
      change: (times) => {
        found.resolved(isTold, this.scene.now(), times);
        found.handled(by, this.scene.now());
        if (isTold) this.scene.checker.expectWords(found);
        return [];
      },
    });
  }

  dismiss(found: WatchedCase, by: string, raceMs?: number): Promise<void> {
    return this.act({
      found,
      by,
      raceMs,
      name: 'dismiss',
      values: { reason: 'nothing to do' },
      change: () => {
        found.ended('dismissed');
        found.handled(by, this.scene.now());
        return [];
      },
    });
  }

  reopen(found: WatchedCase, by: string): Promise<void> {
    return this.act({
      found,
      by,
      name: 'reopen',
      change: (times) => {
        found.reopened(this.scene.now(), times);
        return [];
      },
    });
  }

  /** Somebody has a quarter of an hour. @param wish whether they give back what they have first */
  async next(community: Community, by: string, wish: 'another' | null): Promise<void> {
    const answer = await this.ask(community, by, 'next', wish === null ? {} : { wish });
    if (!answer) return;
    const { checker } = this.scene;
    const now = this.scene.now();
    if (wish !== null) checker.offers.pass(community.id, by, now);
    const named = answer.type === 'card' ? /^FB-(\d+)/.exec(answer.card.title) : null;
    checker.given(community.id, by, named ? Number(named[1]) : null, now);
    await this.scene.look();
  }

  /** Somebody wants their list each morning. @param at minutes since midnight; null: no more */
  async toDo(community: Community, by: string, at: number | null): Promise<void> {
    const typed = at === null ? 'off' : `${Math.floor(at / 60)}:${String(at % 60).padStart(2, '0')}`;
    if (!(await this.ask(community, by, 'to-do', { at: typed }))) return;
    this.scene.checker.mornings.wants(community, by, at);
    await this.scene.look();
  }

  async away(community: Community, who: string, hours: number, standIn: string | null): Promise<void> {
    const values = { until: `${hours}h`, ...(standIn !== null && { 'stand-in': standIn }) };
    if (!isDone(await this.ask(community, who, 'away', values), 'away')) return;
    const staff = this.scene.checker.staff.get(community.id)!;
    staff.away.set(who, this.scene.now() + hours * HOUR);
    if (standIn !== null) staff.standIns.set(who, standIn);
    await this.scene.look();
  }

  async back(community: Community, who: string): Promise<void> {
    if (isDone(await this.ask(community, who, 'away', { until: 'back' }), 'away'))
      this.scene.checker.staff.get(community.id)?.away.delete(who);
    await this.scene.look();
  }

  leave(community: Community, who: string): void {
    this.scene.programs.platform.gone.add(who);
    this.scene.checker.staff.get(community.id)?.gone.add(who);
  }

  /** The state of a case, as somebody is shown it who may see it. */
  async stateOf(found: WatchedCase): Promise<string | null> {
    const community = this.scene.checker.communityOf(found);
    const { gone } = this.scene.programs.platform;
    const able = [
      ...community.leads,
      ...community.management,
      ...community.handlers,
      ...community.moderators,
    ];
    const by = able.find((person) => !found.excluded.has(person) && !gone.has(person));
    const shown = by && (await this.ask(community, by, 'show', { case: `FB-${found.number}` }));
    return shown && shown.type === 'card'
      ? (/^FB-\d+ · [^·]+ · (.+)$/.exec(shown.card.title)?.[1] ?? null)
      : null;
  }

  private async ask(
    { id, triage }: Community,
    userId: string,
    name: string,
    values: Record<string, string>,
  ): Promise<Answer | null> {
    if (this.scene.programs.platform.gone.has(userId)) return null;
    return this.scene.desk.ask({ workspaceId: id, channelId: triage, userId }, name, values);
  }

  private async act(deed: Deed): Promise<void> {
    const { found, by, name, values = {}, raceMs } = deed;
    const { programs, checker, desk } = this.scene;
    if (programs.platform.gone.has(by)) return raceMs === undefined ? undefined : this.scene.look();
    const { department, triage } = checker.communityOf(found);
    const channelId = department.people.includes(by) ? department.channel : triage;
    if (raceMs !== undefined) {
      await programs.hurry();
      await pause(raceMs);
    }
    const answer = await desk.ask({ workspaceId: found.workspaceId, channelId, userId: by }, name, {
      case: `FB-${found.number}`,
      ...values,
    });
    if (!isDone(answer, name)) {
      checker.tell(found, this.scene.now(), `${by}: ${name} refused`);
      return raceMs === undefined ? undefined : this.scene.look();
    }
    if (found.excluded.has(by)) throw new Error(`${by} acted on FB-${found.number}, which is kept from them`);
    if (raceMs !== undefined) return this.scene.look(() => this.raced(deed));
    this.carriedOut(deed);
    await this.scene.look();
  }

  /** What the act changes, by the checker's reckoning. */
  private carriedOut(deed: Deed): void {
    const { found, by, name, values = {}, isOnlyLater } = deed;
    const { checker } = this.scene;
    const now = this.scene.now();
    const isOfDepartment = checker.communityOf(found).department.people.includes(by);
    const times = checker.timesFor(found.workspaceId);
    const rang = found.clocks.filter(({ step }) => step > 0);
    const touched = deed.change(times);
    found.acted(isOfDepartment && !isOnlyLater, touched, rang, now, times);
    deed.afterwards?.();
    checker.offers.acted(found, by);
    checker.noteAct(found, now);
    checker.tell(found, now, `${by}: ${name} ${Object.values(values).join(' ')}`);
  }

  /** Which of the two came first is for the record to say. */
  private async raced(deed: Deed): Promise<Raced> {
    const { found, by } = deed;
    const history = await this.scene.programs.historyNow(found.workspaceId, found.number);
    const order: Raced['order'] = [];
    for (const { action, by: actor, detail } of history) {
      if (action === 'reminded') order.push((detail?.['clock'] ?? null) as Clock['kind'] | null);
      else if (actor === by && !order.includes(null)) order.push(null);
    }
    if (!order.includes(null)) order.push(null);
    return { watched: found, order, act: () => this.carriedOut(deed) };
  }
}

/** A card in the place of a sentence asks whether it is really meant; only words for a member are shown as one. */
function isDone(answer: Answer | null, name: string): boolean {
  if (!answer || answer.type === 'form') return false;
  return answer.type !== 'card' || name === 'reply' || name === 'send';
}
