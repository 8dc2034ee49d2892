import { z } from 'zod';
import { NotPossible } from '../../errors.ts';

/**
 * A backup is a gzipped row of frames: one letter, the length of what follows (four bytes, the highest first), and that. It
 * begins with `H`; then `T`, data and `E` for each table; it ends with `Z`. Whoever reads it sees at once whether it is whole.
 */
export const FORMAT = 1;

/** Longest frame (bytes). Data is cut into pieces; nothing else is anywhere near as long. */
const FRAME_MAX = 1_048_576;
/** Letter and length (bytes). */
const HEAD_BYTES = 5;

const migration = z.object({ name: z.string(), sha256: z.string() });

const header = z.object({
  hearback: z.literal('backup'),
  format: z.number(),
  takenAt: z.coerce.date(),
  /** What had been applied to the database: its level. */
  migrations: z.array(migration).min(1),
});
export type Header = z.infer<typeof header>;

const tableStart = z.object({ name: z.string(), columns: z.array(z.string()).min(1) });
export type TableStart = z.infer<typeof tableStart>;

const tableEnd = z.object({ name: z.string(), rows: z.number(), sha256: z.string() });
export type TableEnd = z.infer<typeof tableEnd>;

const sequence = z.object({ table: z.string(), column: z.string(), last: z.number() });
export type SequenceAt = z.infer<typeof sequence>;

const ending = z.object({ tables: z.array(tableEnd), sequences: z.array(sequence) });
export type Ending = z.infer<typeof ending>;

export type Frame =
  | { type: 'H'; header: Header }
  | { type: 'T'; table: TableStart }
  /** A piece of a table, in PostgreSQL's text format for COPY; rows may be cut anywhere. */
  | { type: 'D'; data: Buffer }
  | { type: 'E'; end: TableEnd }
  | { type: 'Z'; ending: Ending };

/** A frame as it stands in the file; data longer than a frame may be becomes several. */
export function* encode(frame: Frame): Generator<Buffer> {
  if (frame.type !== 'D') {
    yield framed(frame.type, Buffer.from(JSON.stringify(contentOf(frame))));
    return;
  }
  for (let at = 0; at < frame.data.length; at += FRAME_MAX)
    yield framed('D', frame.data.subarray(at, at + FRAME_MAX));
}

function contentOf(frame: Exclude<Frame, { type: 'D' }>): unknown {
  switch (frame.type) {
    case 'H':
      return frame.header;
    case 'T':
      return frame.table;
    case 'E':
      return frame.end;
    case 'Z':
      return frame.ending;
  }
}

function framed(type: string, content: Buffer): Buffer {
  const head = Buffer.alloc(HEAD_BYTES);
  head.write(type, 0, 'latin1');
  head.writeUInt32BE(content.length, 1);
  return Buffer.concat([head, content]);
}

/** Cuts what was read into frames again. @throws {NotPossible} for what is no backup, or is damaged */
export async function* decode(bytes: AsyncIterable<Buffer>): AsyncGenerator<Frame> {
  let held: Buffer = Buffer.alloc(0);
  for await (const piece of bytes) {
    held = held.length === 0 ? piece : Buffer.concat([held, piece]);
    let at = 0;
    while (held.length - at >= HEAD_BYTES) {
      const length = lengthAt(held, at);
      if (held.length - at < HEAD_BYTES + length) break;
      const from = at + HEAD_BYTES;
      yield parse(String.fromCharCode(held[at] ?? 0), held.subarray(from, from + length));
      at = from + length;
    }
    held = held.subarray(at);
  }
  if (held.length > 0) throw damaged();
}

/** What is no backup at all shows here at once, before anything is kept of it. */
function lengthAt(held: Buffer, at: number): number {
  const length = held.readUInt32BE(at + 1);
  if (!'HTDEZ'.includes(String.fromCharCode(held[at] ?? 0)) || length > FRAME_MAX) throw damaged();
  return length;
}

function parse(type: string, content: Buffer): Frame {
  try {
    switch (type) {
      case 'H':
        return { type, header: header.parse(JSON.parse(content.toString())) };
      case 'T':
        return { type, table: tableStart.parse(JSON.parse(content.toString())) };
      case 'D':
        return { type, data: content };
      case 'E':
        return { type, end: tableEnd.parse(JSON.parse(content.toString())) };
      case 'Z':
        return { type, ending: ending.parse(JSON.parse(content.toString())) };
    }
  } catch {
    // Said below: what stands there may be anything.
  }
  throw damaged();
}

export function damaged(): NotPossible {
  return new NotPossible(
    'This file is not a whole backup of Hearback: it was cut off, damaged, or is something else. Nothing was changed. Use another backup.',
  );
}
