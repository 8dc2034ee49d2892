import { SandboxRefusal, type UploadedFile } from '../platform.ts';
import { takeAway } from './api/chat.ts';
import { TEXT_MAX } from './api/content.ts';
import type { Ground } from './api/method.ts';
import { react } from './api/reactions.ts';
import { ownChannel, seenMessage } from './shown.ts';
import { keptText } from './typed-text.ts';
import { ApiRefusal, type StoredMessage } from './types.ts';

/** What people do with messages, without the app having a say. */
export interface Members {
  create(input: { as: string; channel: string; text: string; thread?: string; files?: UploadedFile[] }): {
    channel: string;
    message: string;
  };
  edit(input: { as: string; channel: string; message: string; text: string }): void;
  remove(input: { as: string; channel: string; message: string }): void;
  react(input: { as: string; channel: string; message: string; emoji: string; present: boolean }): void;
}

export function createMembers(ground: Ground): Members {
  const { directory, messages, events, emoji, mint } = ground;

  const text = (typed: string, files: number): string => {
    if (typed.trim() === '' && files === 0) throw new SandboxRefusal('no_text', 'There is nothing to send.');
    if (typed.length > TEXT_MAX)
      throw new SandboxRefusal('msg_too_long', `A message has at most ${TEXT_MAX} characters.`);
    return keptText(typed, directory, emoji);
  };
  const own = (input: { as: string; channel: string; message: string }, refusal: string): StoredMessage => {
    const message = seenMessage(ground, input.as, input.channel, input.message);
    if (message.user !== input.as) throw new SandboxRefusal(refusal, "It is somebody else's message.");
    return message;
  };
  const upload = (file: UploadedFile, user: string, channel: string): string => {
    const id = mint.id('F');
    const createdAt = Math.floor(Number(mint.last()));
    messages.saveFile({ id, ...file, user, channel, createdAt });
    return id;
  };

  return {
    create: ({ as, channel: channelId, text: typed, thread, files = [] }) => {
      const channel = ownChannel(ground, as, channelId);
      const kept = text(typed, files.length);
      const message: StoredMessage = {
        channel: channel.id,
        ts: '',
        thread: thread === undefined ? null : rootOf(ground, channel.id, thread),
        user: as,
        text: kept,
        reactions: [],
        files: files.map((file) => upload(file, as, channel.id)),
      };
      const sent = { ...message, ts: mint.ts() };
      messages.save(sent);
      events.posted(sent);
      return { channel: channel.id, message: sent.ts };
    },
    edit: (input) => {
      const message = own(input, 'cant_update_message');
      const edited = {
        ...message,
        text: text(input.text, message.files.length),
        edited: { user: input.as, ts: mint.ts() },
      };
      messages.save(edited);
      events.changed(edited, message);
    },
    remove: (input) => takeAway(ground, own(input, 'cant_delete_message')),
    react: ({ as, channel, message: ts, emoji: typed, present }) => {
      const message = seenMessage(ground, as, channel, ts);
      const name = emoji.nameOf(typed);
      if (message.ephemeralFor)
        throw new SandboxRefusal('not_reactable', 'Nobody can react to what only you see.');
      if (!name) throw new SandboxRefusal('invalid_name', 'There is no such emoji.');
      asRefusal(() => react(ground, message, as, name, present));
    },
  };
}

/** The root of the thread somebody replies in. A person who answers a reply answers in its thread. */
function rootOf({ messages }: Ground, channel: string, thread: string): string {
  const message = messages.get(channel, thread);
  if (!message || message.ephemeralFor)
    throw new SandboxRefusal('thread_not_found', 'There is no such thread.');
  return message.thread ?? message.ts;
}

function asRefusal(act: () => void): void {
  try {
    act();
  } catch (error) {
    if (error instanceof ApiRefusal) throw new SandboxRefusal(error.code, `Slack refuses it: ${error.code}.`);
    throw error;
  }
}
