import { createWriteStream, existsSync } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import type { Writable } from 'node:stream';
import { NotPossible } from '../errors.ts';

/** Only whoever made it may read it: everything people wrote is in there. */
const MODE = 0o600;

/**
 * Lets `write` fill a new file. It gets its name only when it is whole and on the disk; whatever happens before leaves
 * nothing behind but, after a kill, a file whose name ends in `.half`.
 * @param what it is called, such as `backup`
 * @throws {NotPossible} when there is a file of that name, or the place cannot be written to
 * @returns its length (bytes)
 */
export async function inNewFile(
  name: string,
  what: string,
  write: (sink: Writable) => Promise<void>,
): Promise<number> {
  const path = resolve(name);
  const half = `${path}.${process.pid}.half`;
  if (existsSync(path)) throw taken(path);
  try {
    await (await open(half, 'wx', MODE)).close();
    await written(half, write);
    const size = await onDisk(half);
    if (existsSync(path)) throw taken(path);
    await rename(half, path);
    await syncFolder(dirname(path));
    return size;
  } catch (error) {
    throw explained(path, what, error);
  } finally {
    await rm(half, { force: true }).catch(() => {});
  }
}

async function written(path: string, write: (sink: Writable) => Promise<void>): Promise<void> {
  const sink = createWriteStream(path, { flags: 'r+' });
  // What goes wrong is told by `write`; without a listener it would end the process as well.
  sink.on('error', () => {});
  try {
    await write(sink);
  } finally {
    sink.destroy();
  }
}

/** @returns its length (bytes), when the disk has all of it. */
async function onDisk(path: string): Promise<number> {
  const file = await open(path, 'r+');
  try {
    await file.sync();
    return (await file.stat()).size;
  } finally {
    await file.close();
  }
}

function taken(path: string): NotPossible {
  return new NotPossible(`${path} is there already. Choose another name: nothing is overwritten.`);
}

/** So that the name survives a power cut as well. Not every system lets a folder be asked. */
async function syncFolder(path: string): Promise<void> {
  try {
    const folder = await open(path, 'r');
    try {
      await folder.sync();
    } finally {
      await folder.close();
    }
  } catch {
    // The file itself is on the disk.
  }
}

const REASONS: ReadonlyMap<string, string> = new Map([
  ['ENOSPC', 'the disk is full'],
  ['EDQUOT', 'the disk quota is used up'],
  ['EFBIG', 'a file may not be that large here'],
  ['EROFS', 'the disk is read-only'],
  ['EACCES', 'its folder may not be written to'],
  ['EPERM', 'its folder may not be written to'],
  ['ENOENT', 'its folder does not exist'],
  ['ENOTDIR', 'its folder is none'],
]);

/** Why something could not be written, for people; null where it is no matter of the place. */
export function whyUnwritten(error: unknown): string | null {
  return REASONS.get((error as NodeJS.ErrnoException).code ?? '') ?? null;
}

function explained(path: string, what: string, error: unknown): unknown {
  const reason = whyUnwritten(error);
  return reason === null
    ? error
    : new NotPossible(
        `The ${what} could not be written to ${path}: ${reason}. Nothing was kept. Put that right or choose another place, and run the command again.`,
      );
}
