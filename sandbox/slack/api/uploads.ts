import { randomBytes } from 'node:crypto';
import { ApiRefusal, type Json, type StoredFile, type StoredMessage } from '../types.ts';
import { ORIGIN } from '../wire.ts';
import type { Args } from './args.ts';
import { bot, type Ground, type Method } from './method.ts';

/** Where the bytes of an upload go. */
export const UPLOAD_PATH = '/slack/upload/';
/** Largest file (bytes). https://slack.com/help/articles/201330736 */
const FILE_MAX = 1_000_000_000;
/** Slack looks through a file before it can be shown; here for so long (ms). */
const LOOKED_THROUGH_MS = 80;

/** What Slack says of a file, by the ending of its name. */
const MIME: Readonly<Record<string, string>> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  gif: 'image/gif',
  txt: 'text/plain',
  pdf: 'application/pdf',
};

/** files.* by which an app uploads. https://docs.slack.dev/messaging/working-with-files#upload */
export const uploadMethods: Record<string, Method> = {
  'files.getUploadURLExternal': bot('files:write', (args, ground) => {
    const length = args.number('length') ?? 0;
    const name = args.text('filename') ?? '';
    if (length <= 0 || name === '') throw new ApiRefusal('invalid_arguments');
    if (length > FILE_MAX) throw new ApiRefusal('file_upload_size_restricted');
    const id = ground.mint.id('F');
    const ticket = randomBytes(18).toString('base64url');
    ground.messages.saveFile({
      id,
      name,
      mime: MIME[name.split('.').at(-1) ?? ''] ?? 'application/octet-stream',
      user: ground.directory.bot.id,
      channel: '',
      createdAt: Math.floor(Number(ground.mint.last())),
      base64: '',
      upload: { ticket, length, isComplete: false, readyAt: 0 },
    });
    return { upload_url: `${ORIGIN}${UPLOAD_PATH}${id}/${ticket}`, file_id: id };
  }),

  'files.completeUploadExternal': bot('files:write', (args, ground) => {
    const { messages, wire, directory } = ground;
    const listed = args.json('files', 'invalid_arguments');
    if (!Array.isArray(listed) || listed.length === 0) throw new ApiRefusal('invalid_arguments');
    const files = listed.map((each: Json) => {
      const file = messages.file(String(each['id']));
      if (!file?.upload || file.user !== directory.bot.id) throw new ApiRefusal('file_not_found');
      if (file.base64 === '') throw new ApiRefusal('file_update_failed');
      const upload = { ...file.upload, isComplete: true, readyAt: Date.now() + LOOKED_THROUGH_MS };
      const title = typeof each['title'] === 'string' ? each['title'] : file.name;
      messages.saveFile({ ...file, upload, title });
      return wire.file({ ...file, upload, title });
    });
    if (args.text('channel_id') !== undefined)
      shareIn(
        args,
        ground,
        listed.map((each: Json) => String(each['id'])),
      );
    return { files };
  }),

  'files.delete': bot('files:write', (args, { messages, directory, events }) => {
    const file = messages.file(args.text('file') ?? '');
    if (!file || file.isDeleted) throw new ApiRefusal('file_not_found');
    if (file.user !== directory.bot.id) throw new ApiRefusal('cant_delete_file');
    messages.saveFile({ ...file, base64: '', isDeleted: true });
    for (const message of sharing(file, messages)) {
      const left = message.files.filter((id) => id !== file.id);
      const changed = { ...message, files: left };
      if (left.length > 0 || message.text) messages.save(changed);
      else messages.remove(message);
      events.changed(changed, message);
    }
    return {};
  }),
};

/** The files become one message of the app's, in the channel or in a thread of it. */
function shareIn(args: Args, ground: Ground, ids: string[]): void {
  const { messages, mint, directory, events } = ground;
  const channel = directory.channel(args.text('channel_id') ?? '');
  if (!channel?.members.includes(directory.bot.id)) throw new ApiRefusal('channel_not_found');
  const thread = args.text('thread_ts') ?? null;
  if (thread !== null && !messages.get(channel.id, thread)) throw new ApiRefusal('invalid_thread_ts');
  for (const id of ids) {
    const file = messages.file(id);
    if (file) messages.saveFile({ ...file, channel: channel.id });
  }
  const message: StoredMessage = {
    channel: channel.id,
    ts: mint.ts(),
    thread,
    user: directory.bot.id,
    text: args.text('initial_comment') ?? '',
    reactions: [],
    files: ids,
  };
  messages.save(message);
  events.posted(message);
}

/** Messages that show a file. */
function sharing({ id, channel }: StoredFile, messages: Ground['messages']): StoredMessage[] {
  const standing = messages.standing(channel);
  const all = standing.flatMap((root) => [root, ...messages.replies(channel, root.ts)]);
  return all.filter(({ files }) => files.includes(id));
}
