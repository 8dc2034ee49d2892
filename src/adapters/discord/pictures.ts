import type { APIMessage, RawFile } from 'discord.js';
import type { Content } from '../../chat/card.ts';
import { pictureOf, withoutPicture } from '../../chat/picture.ts';
import { filesOf, withoutFiles } from '../../chat/files.ts';
import { shorten } from '../../chat/text.ts';
import { PermissionMissing } from '../../errors.ts';
import { attachmentsOf } from './card-files.ts';
import type { Payload } from './render.ts';

/** Longest description of a file (characters). https://docs.discord.com/developers/resources/message#attachment-object */
const ALT_MAX = 1_024;

/** An attachment that stays, or comes with the call under this number. */
interface Attachment {
  id: string;
  filename: string;
  description: string;
}

/** A message with the file its card shows. */
interface Sent {
  body: Payload & { attachments?: Attachment[] };
  files?: RawFile[];
}

/**
 * A message with its card's files, or its picture as a file, shown in the embed. Discord gives the file's name back with the message, so
 * that the mark in it finds the message again.
 */
export function withPicture(body: Payload, content: Content, mark: string): Sent {
  const picture = pictureOf(content);
  const attached = attachmentsOf(content, mark);
  if (!picture && attached)
    return { body: { ...body, attachments: attached.attachments }, files: attached.files };
  if (!picture) return { body };
  const filename = nameFor(mark);
  return {
    body: {
      ...body,
      embeds: body.embeds.map((embed) => ({ ...embed, image: { url: `attachment://${filename}` } })),
      attachments: [{ id: '0', filename, description: shorten(picture.alt, ALT_MAX) }],
    },
    files: [{ name: filename, data: Buffer.from(picture.png), contentType: 'image/png' }],
  };
}

/** The same for a message that may show a picture already: what it is not given again is gone. */
export function redrawn(body: Payload, content: Content, messageId: string): Sent {
  const { body: whole, files } = withPicture(body, content, messageId);
  const hasNone = content.type === 'card' && !files;
  return { body: hasNone ? { ...whole, attachments: [] } : whole, ...(files && { files }) };
}

/** Whether a message of ours shows the picture posted with this mark. A file that an embed shows is listed in the embed alone. */
export function showsPicture(mark: string, authorId: string): (message: APIMessage) => boolean {
  const name = nameFor(mark);
  return ({ author, attachments, embeds }) =>
    author.id === authorId &&
    (attachments.some(({ filename }) => filename === name) ||
      embeds.some(({ image }) => image?.url.split(/[/?]/).includes(name)));
}

/** Without the right to attach files, what the picture shows is said in words. */
export async function orWithoutPicture<T>(
  content: Content,
  say: (content: Content) => Promise<T>,
): Promise<T> {
  try {
    return await say(content);
  } catch (error) {
    const isBare = !pictureOf(content) && filesOf(content).length === 0;
    if (isBare || !(error instanceof PermissionMissing)) throw error;
    return say(inWords(content));
  }
}

/** As it stands where the bot may attach no files. */
export function inWords(content: Content): Content {
  return withoutFiles(
    withoutPicture(content, ({ says: { advice } }) => advice.pictureOnce(advice.attachFiles)),
    ({ says: { advice } }) => advice.filesOnce(advice.attachFiles),
  );
}

/** Letters, digits, dashes and underscores stay as they are in names of files. */
function nameFor(mark: string): string {
  return `picture-${mark}.png`;
}
