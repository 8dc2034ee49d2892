import type { APIMessage, RawFile } from 'discord.js';
import type { CardFile, Content } from '../../chat/card.ts';
import { filesOf, hasMarkInName, markedName } from '../../chat/files.ts';
import { shorten } from '../../chat/text.ts';

/** Longest description of a file (characters). https://docs.discord.com/developers/resources/message#attachment-object */
const ALT_MAX = 1_024;

/** An attachment that comes with the call under this number. */
interface Attachment {
  id: string;
  filename: string;
  description: string;
}

/** The files of a card as attachments, with its post's mark in their names; null where it has none. */
export function attachmentsOf(
  content: Content,
  mark: string,
): { attachments: Attachment[]; files: RawFile[] } | null {
  const files = filesOf(content);
  if (files.length === 0) return null;
  const named = files.map((file, index) => ({ file, filename: markedName(file, index, mark) }));
  return {
    attachments: named.map(({ file, filename }, index) => ({
      id: String(index),
      filename,
      description: altOf(file),
    })),
    files: named.map(({ file, filename }) => ({ name: filename, data: viewOf(file.bytes) })),
  };
}

/** The same bytes, not a copy: they are large. */
function viewOf({ buffer, byteOffset, byteLength }: Uint8Array): Buffer {
  return Buffer.from(buffer, byteOffset, byteLength);
}

function altOf({ name }: CardFile): string {
  return shorten(name, ALT_MAX) || 'file';
}

/** Whether a message of ours came with the files posted with this mark. */
export function hasFilesOf(mark: string, authorId: string): (message: APIMessage) => boolean {
  return ({ author, attachments }) =>
    author.id === authorId && attachments.some(({ filename }) => hasMarkInName(filename, mark));
}
