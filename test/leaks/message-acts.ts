import type { MessageRef } from '../../src/chat/ref.ts';
import { COMMUNITIES, type Community } from '../simulate/communities.ts';
import { platformName } from '../simulate/desk.ts';
import { directChannel, threadChannel } from '../simulate/platform.ts';
import { numberOn } from './asked.ts';
import type { Desk } from './desk.ts';
import { emojisOf } from './policy.ts';
import { peopleOf } from './readers.ts';
import type { Scene } from './scene.ts';

const EMOJIS = emojisOf();

/** What people do with messages: flag them, and write where it belongs to a case. */
export class MessageActs {
  private readonly scene: Scene;
  private readonly desk: Desk;
  private readonly talk: { ref: MessageRef; community: Community; number: number; by: string }[] = [];

  constructor(scene: Scene, desk: Desk) {
    this.scene = scene;
    this.desk = desk;
  }

  async flag(): Promise<void> {
    const community = this.scene.chance.pick(COMMUNITIES);
    const message = this.scene.said(community, this.scene.chance.pick(community.members));
    const { workspaceId, channelId, messageId } = message.ref;
    const by = this.scene.chance.pick(peopleOf(community.id).staff);
    if (this.scene.chance.below(3) === 0) {
      await this.desk.ask(by, { from: 'menu', name: 'flag', values: {}, target: message });
      return;
    }
    await this.scene.programs.inbound(platformName(workspaceId)).onEvent({
      kind: 'reaction_added',
      workspaceId,
      channelId,
      messageId,
      eventId: null,
      parentChannelId: null,
      at: new Date(this.scene.programs.now()),
      userId: by.userId,
      emoji: this.scene.chance.pick(EMOJIS),
    });
  }

  /** Somebody says something below a card, changes what they said, or takes it back. */
  async talkBelow(): Promise<void> {
    const { platform } = this.scene.programs;
    if (this.talk.length > 0 && this.scene.chance.below(4) === 0) return this.change();
    const cards = platform.posts.filter(
      ({ place, content }) =>
        place.type === 'channel' && content.type === 'card' && numberOn(content.card.title),
    );
    const card = cards[Math.max(0, cards.length - 1 - this.scene.chance.below(30))];
    if (!card || card.content.type !== 'card' || card.place.type !== 'channel') return;
    const number = numberOn(card.content.card.title)!;
    const { workspaceId, channelId } = card.place;
    const home = COMMUNITIES.find(({ id, open }) => id === workspaceId && open !== channelId);
    const by =
      home &&
      this.scene
        .everybody()
        .find((each) => this.scene.isIn(each, card.place) && this.scene.chance.below(2) === 0);
    if (!by) return;
    // A department's channel abroad shows cases of the other community.
    const community = channelId === 'CNMAKERS' ? COMMUNITIES[1]! : home;
    const root = card.ref.messageId;
    const thread = threadChannel(workspaceId, channelId, root);
    const messageId = `T${this.scene.next()}`;
    const ref = { workspaceId, channelId: thread, messageId };
    this.talk.push({ ref, community, number, by: by.userId });
    const text = this.scene.text(
      'internal',
      { workspaceId: community.id, number },
      by,
      `below a card in ${channelId}`,
    );
    await this.scene.programs.inbound(platformName(workspaceId)).onEvent({
      kind: 'message_posted',
      ...ref,
      eventId: null,
      at: new Date(this.scene.programs.now()),
      parentChannelId: thread === channelId ? null : channelId,
      isDirect: false,
      message: { ...this.scene.snapshot(ref, by.userId, text), threadRoot: { channelId, messageId: root } },
    });
  }

  /** The member of a case goes on, in public or to the bot alone. */
  async memberWrites(): Promise<void> {
    const { platform } = this.scene.programs;
    const replies = platform.posts.filter(({ content }) => content.type === 'reply');
    const reply = replies[Math.max(0, replies.length - 1 - this.scene.chance.below(20))];
    if (!reply) return;
    const { place, ref } = reply;
    const number = this.scene.next();
    const messageId = `W${number}`;
    const { workspaceId } = place;
    const at = { eventId: null, at: new Date(this.scene.programs.now()), workspaceId, messageId };
    if (place.type === 'dm') {
      const channelId = directChannel(place.userId);
      // Which of their cases it belongs to is for the program to say: to us alone it is all the same.
      const text = `I would like to know more about it ${number}`;
      return this.scene.programs.inbound(platformName(workspaceId)).onEvent({
        kind: 'message_posted',
        ...at,
        channelId,
        parentChannelId: null,
        isDirect: true,
        message: this.scene.snapshot({ workspaceId, channelId, messageId }, place.userId, text),
        answers: ref.messageId,
        ...(platformName(workspaceId) === 'discord' && { communities: [workspaceId] }),
      });
    }
    if (place.type !== 'thread') return;
    const author = platform.messages.get(place.messageId)?.author.userId;
    if (!author) return;
    const thread = threadChannel(workspaceId, place.channelId, place.messageId);
    await this.scene.programs.inbound(platformName(workspaceId)).onEvent({
      kind: 'message_posted',
      ...at,
      channelId: thread,
      parentChannelId: thread === place.channelId ? null : place.channelId,
      isDirect: false,
      message: {
        ...this.scene.snapshot(
          { workspaceId, channelId: thread, messageId },
          author,
          `It is still there ${number}`,
        ),
        threadRoot: { channelId: place.channelId, messageId: place.messageId },
      },
    });
  }

  private async change(): Promise<void> {
    const { ref, community, number, by } = this.scene.chance.pick(this.talk);
    const at = { ...ref, eventId: null, at: new Date(this.scene.programs.now()), parentChannelId: null };
    const inbound = this.scene.programs.inbound(platformName(ref.workspaceId));
    if (this.scene.chance.below(2) === 0) return inbound.onEvent({ kind: 'message_deleted', ...at });
    const who = { workspaceId: ref.workspaceId, userId: by, channelId: ref.channelId };
    const text = this.scene.text(
      'internal',
      { workspaceId: community.id, number },
      who,
      'an edit below a card',
    );
    await inbound.onEvent({ kind: 'message_edited', ...at, text, threadRoot: null });
  }
}
