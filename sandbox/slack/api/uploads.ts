import { randomBytes } from 'node:crypto';
import { ApiRefusal, type Json } from '../types.ts';
import { ORIGIN } from '../wire.ts';
import { bot, type Method } from './method.ts';

/** Where the bytes of an upload go. */
export const UPLOAD_PATH = '/slack/upload/';
/** Largest file (bytes). https://slack.com/help/articles/201330736 */
const FILE_MAX = 1_000_000_000;
/** Slack looks through a file before it can be shown; here for so long (ms). */
const LOOKED_THROUGH_MS = 80;

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
      mime: name.endsWith('.png') ? 'image/png' : 'application/octet-stream',
      user: ground.directory.bot.id,
      channel: '',
      createdAt: Math.floor(Number(ground.mint.last())),
      base64: '',
      upload: { ticket, length, isComplete: false, readyAt: 0 },
    });
    return { upload_url: `${ORIGIN}${UPLOAD_PATH}${id}/${ticket}`, file_id: id };
  }),

  'files.completeUploadExternal': bot('files:write', (args, { messages, wire, directory }) => {
    const listed = args.json('files', 'invalid_arguments');
    if (!Array.isArray(listed) || listed.length === 0) throw new ApiRefusal('invalid_arguments');
    const files = listed.map((each: Json) => {
      const file = messages.file(String(each['id']));
      if (!file?.upload || file.user !== directory.bot.id) throw new ApiRefusal('file_not_found');
      if (file.base64 === '') throw new ApiRefusal('file_update_failed');
      const upload = { ...file.upload, isComplete: true, readyAt: Date.now() + LOOKED_THROUGH_MS };
      messages.saveFile({ ...file, upload });
      return wire.file({ ...file, upload });
    });
    return { files };
  }),
};
