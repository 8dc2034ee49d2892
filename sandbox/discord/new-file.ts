/** A file on its way into a message. */
export interface NewFile {
  name: string;
  mime: string;
  bytes: Buffer;
  description: string | null;
}

const MIME = /^[\w.+-]+\/[\w.+-]+(; ?charset=[\w-]+)?$/;

/** A file with the name Discord gives it: letters, digits, dots and dashes stay, anything else becomes `_`. */
export function newFile(
  name: string,
  mime: string,
  bytes: Buffer,
  description: string | null = null,
): NewFile {
  return {
    name: name.replace(/[^\p{L}\p{N}._-]+/gu, '_') || 'file',
    mime: MIME.test(mime) ? mime : 'application/octet-stream',
    bytes,
    description,
  };
}
