import type { ChatEvent } from '../../src/chat/event.ts';
import type { MessageSnapshot } from '../../src/chat/message.ts';
import type { MessageRef } from '../../src/chat/ref.ts';
import type { WatchedCase } from './checker/case.ts';
import type { Community } from './communities.ts';
import { platformName } from './desk.ts';
import { directChannel, threadChannel } from './platform.ts';
import type { Scene } from './scene.ts';
import { wordOf } from './word-of.ts';

const NOTICES = {
  open: 'The member has answered',
  closed: 'The member has written about a closed case',
  edited: 'The member has changed what they wrote',
  notYet: 'Not solved yet, says the member',
};

/** What members do, each for real: in public, and to the bot alone. */
export class MemberActs {
  private readonly scene: Scene;
  private written = 0;
  private said = 0;

  constructor(scene: Scene) {
    this.scene = scene;
  }

  /** Something that may be flagged. */
  says({ id, open }: Community, member: string): MessageSnapshot {
    const { platform } = this.scene.programs;
    const messageId = `S${platform.messages.size + 1}`;
    const message = this.words({ workspaceId: id, channelId: open, messageId }, member);
    platform.messages.set(messageId, message);
    return message;
  }

  /** In the thread, or by direct message. */
  async writes(found: WatchedCase): Promise<void> {
    const { scene } = this;
    const { isDirect, told } = scene.sources.of(found);
    // What is written to the bot about a dismissed case belongs to none.
    if (isDirect && found.state === 'dismissed') return;
    // Whoever called is written to first.
    if (told && !found.isAnswered) return;
    await scene.programs.inbound(platformName(found.workspaceId)).onEvent(this.posted(found));
    const now = scene.now();
    if (found.state !== 'dismissed')
      scene.checker.expectNotice(found, found.state === 'closed' ? NOTICES.closed : NOTICES.open, now);
    found.memberWrote(now, scene.checker.timesFor(found.workspaceId));
    await this.done(found, 'the member wrote');
  }

  /** What was flagged reads otherwise now. The platform says so twice. */
  async edits(found: WatchedCase): Promise<void> {
    const { scene } = this;
    const { message, told } = scene.sources.of(found);
    if (told) return;
    const { ref } = message;
    const now = scene.now();
    const inbound = scene.programs.inbound(platformName(found.workspaceId));
    const event: ChatEvent = {
      kind: 'message_edited',
      ...ref,
      eventId: null,
      at: new Date(now),
      parentChannelId: null,
      text: this.unheardOf(),
      threadRoot: null,
    };
    await inbound.onEvent(event);
    if (found.state !== 'dismissed') scene.checker.expectNotice(found, NOTICES.edited, now);
    if (found.isOpen) found.memberWrote(now, scene.checker.timesFor(found.workspaceId));
    await this.done(found, 'the member edited');
    await inbound.onEvent(event);
    await scene.look();
  }

  async saysSolved(found: WatchedCase): Promise<void> {
    if (!found.isAsked || !(await this.answers(found, 'solved', { say: 'yes' }))) return;
    found.confirmed();
    await this.done(found, 'the member said solved');
  }

  async saysNotYet(found: WatchedCase): Promise<void> {
    if (!found.isAsked || !(await this.answers(found, 'solved', { say: 'no', reason: 'It is slow' }))) return;
    const { checker } = this.scene;
    const now = this.scene.now();
    found.notYet(now, checker.timesFor(found.workspaceId), checker.communityOf(found));
    checker.expectNotice(found, NOTICES.notYet, now, checker.headsOf(found));
    await this.done(found, 'the member said not yet');
  }

  /** The first number counts; another one is told so. */
  async rates(found: WatchedCase, rating: number): Promise<void> {
    if (!found.isConfirmed) return;
    const first = await this.answers(found, 'rate', { rating: String(rating) });
    const again = await this.answers(found, 'rate', { rating: String(6 - rating) });
    const isTaken = (answer: unknown, number: number) => JSON.stringify(answer).includes(`${number}`);
    this.scene.checker.rated(found, this.scene.now(), isTaken(first, rating) && !isTaken(again, 6 - rating));
    found.isConfirmed = false;
    await this.answers(found, 'comment', { text: 'Thank you' });
    await this.done(found, 'the member rated');
  }

  private async done(found: WatchedCase, what: string): Promise<void> {
    const { checker } = this.scene;
    checker.noteAct(found, this.scene.now());
    checker.tell(found, this.scene.now(), what);
    await this.scene.look();
  }

  private answers(found: WatchedCase, name: string, values: Record<string, string>): Promise<unknown> {
    const { ref, author } = this.scene.sources.of(found).message;
    return this.scene.desk.ask({ ...ref, userId: author.userId }, name, {
      case: `FB-${found.number}`,
      ...values,
    });
  }

  private posted(found: WatchedCase): ChatEvent {
    const { message, isDirect } = this.scene.sources.of(found);
    const { workspaceId, channelId, messageId: root } = message.ref;
    const messageId = `W${(this.written += 1)}`;
    const { userId } = message.author;
    const isDiscord = platformName(workspaceId) === 'discord';
    const at = { eventId: null, at: new Date(this.scene.now()), messageId, workspaceId };
    if (isDirect) {
      const channel = directChannel(userId);
      const said = this.words({ workspaceId, channelId: channel, messageId }, userId);
      const answered = this.scene.programs.platform.posts.findLast(
        ({ place, content }) => content.type === 'reply' && place.type === 'dm' && place.userId === userId,
      );
      return {
        kind: 'message_posted',
        ...at,
        channelId: channel,
        parentChannelId: null,
        message: said,
        isDirect: true,
        ...(isDiscord && { communities: [workspaceId] }),
        // Every other time by Reply.
        ...(answered && this.written % 2 === 0 && { answers: answered.ref.messageId }),
      };
    }
    const thread = threadChannel(workspaceId, channelId, root);
    const said = this.words({ workspaceId, channelId: thread, messageId }, userId);
    return {
      kind: 'message_posted',
      ...at,
      channelId: thread,
      parentChannelId: isDiscord ? channelId : null,
      message: { ...said, threadRoot: { channelId, messageId: root } },
      isDirect: false,
    };
  }

  /** No two are alike: what belongs together by its words is not what this month is about. */
  private unheardOf(): string {
    this.said += 1;
    return `It is ${Array.from({ length: 8 }, (_, place) => wordOf(this.said * 8 + place)).join(' ')}`;
  }

  private words(ref: MessageRef, userId: string): MessageSnapshot {
    return {
      ref,
      author: { userId, name: userId, isBot: false },
      text: this.unheardOf(),
      postedAt: new Date(this.scene.now()),
      permalink: `https://example.com/${ref.messageId}`,
      files: [],
    };
  }
}
