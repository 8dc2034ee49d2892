import type { Channel } from '../directory.ts';
import { ApiRefusal, type StoredMessage } from '../types.ts';
import type { Args } from './args.ts';
import { filesShown, readContent, type SentContent } from './content.ts';
import { bot, type Ground, type Method } from './method.ts';
import { existingMessage, visibleChannel } from './reach.ts';

/**
 * Longest text an existing message can be given (bytes, after escaping), a tenth of a new one's.
 * https://docs.slack.dev/reference/methods/chat.update , https://gitlab.com/gitlab-org/gitlab/-/merge_requests/258898
 */
const UPDATED_TEXT_MAX_BYTES = 4_000;

/** chat.*: what the bot says. */
export const chatMethods: Record<string, Method> = {
  'chat.postMessage': bot('chat:write', (args, ground) => {
    const channel = writableChannel(args, ground);
    const message = say(
      ground,
      channel,
      readContent(args),
      threadOf(args, channel, ground),
      args.flag('reply_broadcast'),
    );
    return { channel: channel.id, ts: message.ts, message: ground.wire.message(message, true) };
  }),

  'chat.postEphemeral': bot('chat:write', (args, ground) => {
    const channel = writableChannel(args, ground);
    const user = args.text('user') ?? '';
    if (!channel.members.includes(user)) throw new ApiRefusal('user_not_in_channel');
    const message = newMessage(ground, channel, readContent(args), threadOf(args, channel, ground));
    ground.messages.save({ ...message, ephemeralFor: user });
    return { message_ts: message.ts };
  }),

  'chat.update': bot('chat:write', (args, ground) => {
    const channel = visibleChannel(args, ground);
    const message = ownMessage(args, channel, ground, 'cant_update_message');
    if (channel.archived) throw new ApiRefusal('is_archived');
    const content = readContent(args);
    share(content, channel, ground);
    const { text, blocks, attachments, metadata } = content;
    if (Buffer.byteLength(text) > UPDATED_TEXT_MAX_BYTES) throw new ApiRefusal('msg_too_long');
    const { blocks: _blocks, attachments: _attachments, ...kept } = message;
    const updated: StoredMessage = {
      ...kept,
      text,
      // What is not sent again is gone: text without blocks removes the blocks.
      ...(blocks ? { blocks } : {}),
      ...(attachments ? { attachments } : {}),
      ...(metadata ? { metadata } : {}),
      edited: { user: ground.directory.bot.id, ts: ground.mint.ts() },
    };
    ground.messages.save(updated);
    ground.events.changed(updated, message);
    return { channel: channel.id, ts: message.ts, text, message: ground.wire.message(updated, true) };
  }),

  'chat.delete': bot('chat:write', (args, ground) => {
    const channel = visibleChannel(args, ground);
    const message = ownMessage(args, channel, ground, 'cant_delete_message');
    takeAway(ground, message);
    return { channel: channel.id, ts: message.ts };
  }),

  'chat.getPermalink': bot(null, (args, ground) => {
    const channel = visibleChannel(args, ground);
    const message = existingMessage(channel, args.text('message_ts'), ground);
    return { channel: channel.id, permalink: ground.wire.permalink(message) };
  }),
};

/** Posts as the bot, and tells the app as it tells of everybody's messages. */
export function say(
  ground: Ground,
  channel: Channel,
  content: SentContent,
  thread: string | null,
  broadcast = false,
): StoredMessage {
  const message: StoredMessage = {
    ...newMessage(ground, channel, content, thread),
    ...(broadcast && thread !== null ? { broadcast: true as const } : {}),
  };
  ground.messages.save(message);
  ground.events.posted(message);
  return message;
}

/** Whoever reads the message may see the files it shows. */
function share(content: SentContent, channel: Channel, ground: Ground): void {
  for (const id of filesShown(content, ground)) {
    const file = ground.messages.file(id);
    if (file) ground.messages.saveFile({ ...file, channel: channel.id });
  }
}

export function newMessage(
  ground: Ground,
  channel: Channel,
  content: SentContent,
  thread: string | null,
): StoredMessage {
  const { mint, directory } = ground;
  share(content, channel, ground);
  return {
    channel: channel.id,
    ts: mint.ts(),
    thread,
    user: directory.bot.id,
    ...content,
    reactions: [],
    files: [],
  };
}

/**
 * Deletes a message. The root of a thread with replies becomes a tombstone, of which Slack tells with message_changed;
 * when its last reply goes, so does the stone.
 */
export function takeAway(
  { messages, events }: Pick<Ground, 'messages' | 'events'>,
  message: StoredMessage,
): void {
  if (messages.replies(message.channel, message.ts).length > 0) {
    const { channel, ts, thread, user } = message;
    const stone: StoredMessage = {
      channel,
      ts,
      thread,
      user,
      text: '',
      reactions: [],
      files: [],
      tombstone: true,
    };
    messages.save(stone);
    events.changed(stone, message);
    return;
  }
  messages.remove(message);
  events.deleted(message);
  const root = message.thread === null ? undefined : messages.get(message.channel, message.thread);
  if (root?.tombstone && messages.replies(root.channel, root.ts).length === 0) {
    messages.remove(root);
    events.deleted(root);
  }
}

/** A channel by id or name, or a person's direct messages by the person's id. @throws {ApiRefusal} */
function writableChannel(args: Args, ground: Ground): Channel {
  const { directory, faults } = ground;
  const asked = args.text('channel') ?? '';
  const named = directory.channels().find(({ name }) => name === asked.replace(/^#/, ''));
  const person = directory.person(asked);
  if (person?.isBot) throw new ApiRefusal('channel_not_found');
  const channel = person
    ? directory.openDm(directory.bot.id, person.id)
    : (directory.channel(asked) ?? named);
  const isMember = channel?.members.includes(directory.bot.id) ?? false;
  if (!channel || (channel.kind !== 'channel' && !isMember)) throw new ApiRefusal('channel_not_found');
  if (channel.archived) throw new ApiRefusal('is_archived');
  if (!isMember) throw new ApiRefusal('not_in_channel');
  if (channel.kind === 'im' && channel.members.some((member) => faults.refusesDms(member)))
    throw new ApiRefusal('channel_not_found');
  return channel;
}

/**
 * Where `thread_ts` puts a message. A reply's ts misplaces it, in a thread of its own that nobody sees;
 * the ts of a message that is gone leaves it in the channel, for all to see.
 * https://github.com/botman/botman/issues/327 , https://github.com/slackapi/python-slack-events-api/issues/87
 */
function threadOf(args: Args, channel: Channel, { messages }: Ground): string | null {
  const ts = args.text('thread_ts');
  if (ts === undefined || ts === '') return null;
  if (!/^\d{10}\.\d{6}$/.test(ts)) throw new ApiRefusal('invalid_thread_ts');
  const root = messages.get(channel.id, ts);
  return root && !root.ephemeralFor ? ts : null;
}

function ownMessage(args: Args, channel: Channel, ground: Ground, refusal: string): StoredMessage {
  const message = existingMessage(channel, args.text('ts'), ground);
  if (message.user !== ground.directory.bot.id) throw new ApiRefusal(refusal);
  return message;
}
