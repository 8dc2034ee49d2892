import { NotPossible } from '../../errors.ts';

/** Longest line (bytes): an attachment of 150 MB stands in one. */
const LINE_MAX = 256 * 1_048_576;

const NEWLINE = 0x0a;

/** A line of a file, with its number, counted from 1. It has its end, unless it is the last. */
export interface TextLine {
  text: string;
  number: number;
}

/**
 * A file's lines as UTF-8. A mark at its beginning that says so is passed over.
 * @throws {NotPossible} with the line, for what is another encoding, or no text
 */
export async function* linesOf(bytes: AsyncIterable<Uint8Array>, file: string): AsyncGenerator<TextLine> {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  let number = 0;
  for await (const line of split(bytes, file)) {
    number += 1;
    const begin = number === 1 ? beginning(line, file) : 0;
    yield { text: decoded(decoder, line.subarray(begin), file, number), number };
  }
}

async function* split(bytes: AsyncIterable<Uint8Array>, file: string): AsyncGenerator<Buffer> {
  let held: Buffer[] = [];
  let length = 0;
  for await (const piece of bytes) {
    let rest = Buffer.from(piece.buffer, piece.byteOffset, piece.byteLength);
    for (let at = rest.indexOf(NEWLINE); at !== -1; at = rest.indexOf(NEWLINE)) {
      yield Buffer.concat([...held, rest.subarray(0, at + 1)]);
      rest = rest.subarray(at + 1);
      held = [];
      length = 0;
    }
    if (rest.length > 0) held.push(rest);
    length += rest.length;
    if (length > LINE_MAX) throw new NotPossible(`${file}: a line is longer than 256 MB. It is no export.`);
  }
  if (held.length > 0) yield Buffer.concat(held);
}

/** @returns how many bytes of a mark stand in front. */
function beginning(line: Buffer, file: string): number {
  const [one, two, three] = line;
  if (line.subarray(0, 2).toString('latin1') === 'PK')
    throw new NotPossible(
      `${file} is a zip. One of Slack or discord-tickets is read as it is, with --from slack or --from discord-tickets. Unpack any other, and name what was in it.`,
    );
  if (one === 0x1f && two === 0x8b)
    throw new NotPossible(`${file} is packed (gzip). Unpack it, and name what was in it.`);
  if ((one === 0xff && two === 0xfe) || (one === 0xfe && two === 0xff) || line.includes(0))
    throw new NotPossible(
      `${file}, line 1: this is UTF-16, or no text. Save it as "CSV UTF-8", and run the command again.`,
    );
  return one === 0xef && two === 0xbb && three === 0xbf ? 3 : 0;
}

function decoded(
  decoder: InstanceType<typeof TextDecoder>,
  line: Buffer,
  file: string,
  number: number,
): string {
  try {
    return decoder.decode(line);
  } catch {
    throw new NotPossible(
      `${file}, line ${number}: this is not UTF-8 (it may be Latin-1 or Windows-1252). Save it as "CSV UTF-8", and run the command again.`,
    );
  }
}
