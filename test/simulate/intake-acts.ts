import { WatchedCase } from './checker/case.ts';
import { cardOf } from './checker/read.ts';
import type { Community } from './communities.ts';
import { platformName } from './desk.ts';
import type { MemberActs } from './member-acts.ts';
import type { Kind } from './plan.ts';
import type { Scene } from './scene.ts';
import type { Source } from './sources.ts';

/** How cases come in: by a flag, and written down by staff. */
export class IntakeActs {
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
      hasAccount: source.told?.hasAccount !== false,
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
}
