import type { Answer } from '../../src/chat/command.ts';
import type { WatchedCase } from './checker/case.ts';
import type { Community } from './communities.ts';
import { isDone } from './desk.ts';
import type { Scene } from './scene.ts';

const HOUR = 3_600_000;

/** What staff do about their own work, each for real: the next case, the list of the day, being away. */
export class StaffActs {
  private readonly scene: Scene;

  constructor(scene: Scene) {
    this.scene = scene;
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
}
