import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { AppError, NotPossible } from '../../errors.ts';
import { damaged, decode, FORMAT, type Ending, type Frame, type Header, type TableStart } from './frames.ts';
import { rowsIn } from './write-backup.ts';

/** No record shrinks like this when it is packed; what does was made to fill a disk. Deflate could do 1 to 1,032. */
const PACKED_AT_MOST = 500;
/** Small files are not suspected (bytes, unpacked). */
const NOT_SUSPECTED_BELOW = 16 * 1_048_576;

/** A table of a backup, while it is read. Its data has to be read to the end before the next one begins. */
export interface TableInBackup {
  table: TableStart;
  data: AsyncIterable<Buffer>;
}

/** What a backup says about itself. */
export interface BackupContent {
  header: Header;
  ending: Ending;
  /** Of everything in it: the same file gives the same. */
  sha256: string;
}

/**
 * Reads a backup from its beginning to its end, checking all of it on the way; memory stays small whatever the file is.
 * @param onHeader sees the header before any table
 * @throws {NotPossible} when it is not a whole and undamaged backup; then `onTable` may have seen parts of it
 */
export async function readBackup(
  path: string,
  onHeader: (header: Header) => Promise<void>,
  onTable: (table: TableInBackup) => Promise<void>,
): Promise<BackupContent> {
  const all = createHash('sha256');
  const frames = decode(unpacked(path, (piece) => all.update(piece)));
  const header = await expectHeader(frames);
  await onHeader(header);
  const found: { name: string; rows: number; sha256: string }[] = [];
  for (;;) {
    const frame = await next(frames);
    if (frame.type === 'Z') {
      if (!(await frames.next()).done || !isSame(frame.ending.tables, found)) throw damaged();
      return { header, ending: frame.ending, sha256: all.digest('hex') };
    }
    if (frame.type !== 'T') throw damaged();
    found.push(await readTable(frame.table, frames, onTable));
  }
}

async function expectHeader(frames: AsyncGenerator<Frame>): Promise<Header> {
  const first = await next(frames);
  if (first.type !== 'H') throw damaged();
  if (first.header.format === FORMAT) return first.header;
  throw new AppError(
    'DATABASE_MISMATCH',
    'This backup was made by a newer Hearback, in a form this one does not know. Restore it with that version or a newer one.',
    'never',
  );
}

async function readTable(
  table: TableStart,
  frames: AsyncGenerator<Frame>,
  onTable: (table: TableInBackup) => Promise<void>,
): Promise<{ name: string; rows: number; sha256: string }> {
  const hash = createHash('sha256');
  let count = 0;
  let end: Extract<Frame, { type: 'E' }>['end'] | undefined;
  async function* data(): AsyncGenerator<Buffer> {
    for (;;) {
      const frame = await next(frames);
      if (frame.type === 'E') {
        end = frame.end;
        return;
      }
      if (frame.type !== 'D') throw damaged();
      hash.update(frame.data);
      count += rowsIn(frame.data);
      yield frame.data;
    }
  }
  await onTable({ table, data: data() });
  const found = { name: table.name, rows: count, sha256: hash.digest('hex') };
  if (!end || !isSame([end], [found])) throw damaged();
  return found;
}

async function next(frames: AsyncGenerator<Frame>): Promise<Frame> {
  const found = await frames.next();
  if (found.done) throw damaged();
  return found.value;
}

function isSame(said: readonly object[], found: readonly object[]): boolean {
  return JSON.stringify(said) === JSON.stringify(found);
}

async function* unpacked(path: string, seen: (piece: Buffer) => void): AsyncGenerator<Buffer> {
  const { size } = await stat(path).catch((error: unknown) => {
    throw unreadable(path, error);
  });
  const most = Math.max(NOT_SUSPECTED_BELOW, size * PACKED_AT_MOST);
  const gunzip = createGunzip();
  // What goes wrong is thrown by the loop below.
  void pipeline(createReadStream(path), gunzip).catch(() => {});
  let length = 0;
  try {
    for await (const piece of gunzip as AsyncIterable<Buffer>) {
      length += piece.length;
      if (length > most) throw damaged();
      seen(piece);
      yield piece;
    }
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    if (code.startsWith('Z_')) throw damaged();
    throw code.startsWith('E') ? unreadable(path, error) : error;
  }
}

function unreadable(path: string, error: unknown): NotPossible {
  const { code = 'UNKNOWN' } = error as NodeJS.ErrnoException;
  return new NotPossible(`The backup ${path} cannot be read (${code}). Check its name and its permissions.`);
}
