import { SandboxRefusal, type SandboxPlatform } from '../platform.ts';
import { lengthOf } from './checks.ts';
import type { Conversation } from './conversation.ts';
import { emojiOfPerson, REACTIONS_MAX } from './emoji.ts';
import type { Faults } from './faults.ts';
import { mentionsIn } from './mentions.ts';
import { CONTENT_MAX } from './message-body.ts';
import { newFile } from './new-file.ts';
import { reactionOf } from './reactions.ts';
import type { Channel, StoredMessage } from './types.ts';
import type { Views } from './views.ts';
import type { World } from './world.ts';

type People = Pick<SandboxPlatform, 'createMessage' | 'editMessage' | 'deleteMessage' | 'react'>;

/** What people do with messages, with the refusals they would meet. */
export function createPeople(world: World, faults: Faults, conversation: Conversation, views: Views): People {
  const place = (as: string, channelId: string, threadId: string | undefined): Channel => {
    const channel = views.place(as, channelId);
    if (threadId === undefined || threadId === channel.id || world.threadOf(threadId)) {
      return views.place(as, channelId, threadId);
    }
    const root = views.find(as, channelId, threadId);
    if (channel.type !== 0 || root.ephemeralFor)
      throw new SandboxRefusal('50024', 'A thread cannot be made here.');
    return world.channel(conversation.startThread(root, titleOf(root.content), as).id)!;
  };
  const own = (as: string, channelId: string, messageId: string): StoredMessage => {
    const message = views.find(as, channelId, messageId);
    const channel = world.channel(message.channel)!;
    if (channel.stored?.type === 11 && world.isArchived(channel.stored)) {
      throw new SandboxRefusal('50083', 'The thread is archived.');
    }
    return message;
  };

  return {
    createMessage({ as, channel: channelId, text, thread, files = [] }) {
      refuseText(text, files.length > 0);
      const fresh = files.map(({ name, mime, base64 }) => newFile(name, mime, Buffer.from(base64, 'base64')));
      const channel = place(as, channelId, thread);
      if (channel.type === 15) {
        const draft = { channel: channel.id, author: as, content: text.trim() };
        return { channel: channel.id, message: conversation.startPost(titleOf(text), draft, fresh).id };
      }
      if (channel.stored?.locked) throw new SandboxRefusal('160005', 'The thread is locked.');
      const direct = channel.type === 1 ? channel.stored!.people.find((id) => id !== as) : undefined;
      if (direct !== undefined && faults.dmsClosed(direct)) {
        throw new SandboxRefusal('50007', 'This person accepts no direct messages.');
      }
      const message = conversation.post({ channel: channel.id, author: as, content: text.trim() }, fresh);
      return { channel: channel.parent ?? channel.id, message: message.id };
    },
    editMessage({ as, channel, message: id, text }) {
      const message = own(as, channel, id);
      if (message.author !== as) throw new SandboxRefusal('50005', 'Only the author can edit a message.');
      refuseText(text, message.attachments.length > 0);
      Object.assign(message, {
        content: text.trim(),
        ...mentionsIn(world, text),
        editedAt: world.now().toISOString(),
      });
      conversation.update(message, false);
    },
    deleteMessage({ as, channel, message: id }) {
      const message = own(as, channel, id);
      if (message.author !== as && message.ephemeralFor !== as) {
        throw new SandboxRefusal('50013', 'Only the author can delete a message.');
      }
      conversation.remove(message, false);
    },
    react({ as, channel, message: id, emoji: text, present }) {
      const message = own(as, channel, id);
      if (message.ephemeralFor)
        throw new SandboxRefusal('10008', 'Nobody can react to a message only they see.');
      const emoji = emojiOfPerson(world, text);
      if (!emoji) throw new SandboxRefusal('10014', 'That is not an emoji.');
      if (present && !reactionOf(message, emoji) && message.reactions.length >= REACTIONS_MAX) {
        throw new SandboxRefusal('30010', `A message takes ${REACTIONS_MAX} different reactions.`);
      }
      conversation.react(message, as, emoji, present);
    },
  };
}

/** As the client would fill it in. */
function titleOf(text: string): string {
  return text.split('\n')[0]!.slice(0, 100).trim() || 'Thread';
}

function refuseText(text: string, hasFiles: boolean): void {
  if (text.trim() === '' && !hasFiles) throw new SandboxRefusal('50006', 'Cannot send an empty message.');
  if (lengthOf(text) > CONTENT_MAX)
    throw new SandboxRefusal('50035', `A message has at most ${CONTENT_MAX} characters.`);
}
