import {
  chownSync,
  existsSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Log } from '../../log.ts';
import { inUse } from './claim.ts';

/** How often the holder shows that it is alive (ms). */
const BEAT_MS = 5_000;
/** A holder that has not shown itself for this long is gone (ms). */
const GONE_AFTER_MS = 20_000;

/**
 * Two containers may share a volume, and PostgreSQL cannot see the other's processes: both would write to the same files.
 * So the holder of a data folder leaves its name there, and a newcomer from elsewhere makes sure that it is gone.
 * @throws {AppError} DATABASE_NOT_FOUND when it is not
 */
export async function untilLeft(folder: string, log: Log): Promise<void> {
  const file = join(folder, 'in-use-by');
  if (!existsSync(file)) return;
  const holder = readFileSync(file, 'utf8');
  if (holder === ourName()) return;
  const seen = beatOf(file);
  while (Date.now() - beatOf(file) < GONE_AFTER_MS) {
    if (beatOf(file) !== seen) throw inUse(` (${holder})`);
    log.warn(
      { holder },
      'the data folder was in use elsewhere a moment ago; waiting to see whether it still is',
    );
    await pause(BEAT_MS / 5);
  }
}

/**
 * Leaves our name in the folder. Several processes that see each other may hold it together.
 * @returns the function that gives it back, and takes the name away when nobody else is left
 */
export function holdLease(folder: string): (isLast: boolean) => void {
  const file = join(folder, 'in-use-by');
  sign(file, folder);
  const beat = () => {
    try {
      // Whoever ended the server before us may have taken the name away after we came.
      if (existsSync(file)) utimesSync(file, new Date(), new Date());
      else if (existsSync(folder)) sign(file, folder);
    } catch {
      // A full disk, or a folder that was taken away: the database says so itself, and the next beat comes.
    }
  };
  const timer = setInterval(beat, BEAT_MS).unref();
  return (isLast) => {
    clearInterval(timer);
    if (isLast) rmSync(file, { force: true });
  };
}

/** A command of root's must not keep the program, which may be the folder's owner, from writing here. */
function sign(file: string, folder: string): void {
  writeFileSync(file, ourName());
  if (process.getuid?.() === 0) chownSync(file, statSync(folder).uid, statSync(folder).gid);
}

/** 0 when the holder has left meanwhile. */
function beatOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

/** Where processes see each other: a machine, and on Linux the container. */
function ourName(): string {
  const container = process.platform === 'linux' ? ` ${readlinkSync('/proc/self/ns/pid')}` : '';
  return `${hostname()}${container}`;
}
