import { statfs } from 'node:fs/promises';
import type { Pool } from 'pg';

/** PostgreSQL writes ahead in pieces of 16 MiB; with less than two of them left it may stop at any moment (bytes). */
const FULL_BELOW = 32 * 1_048_576;
/** How long a write that found no room is remembered (ms): a server's disk can only be asked by writing. */
const REMEMBERED_MS = 60_000;
/** https://www.postgresql.org/docs/current/errcodes-appendix.html */
const DISK_FULL = '53100';

const foundFull = new WeakMap<Pool, number>();

/** Remembers a write that failed for want of room. @returns whether that was it */
export function noteFullDisk(pool: Pool, error: unknown): boolean {
  const isFull = (error as { code?: unknown }).code === DISK_FULL;
  if (isFull) foundFull.set(pool, performance.now());
  return isFull;
}

/**
 * What is wrong with the database's disk, for people; null when nothing is known to be.
 * @param folder where the embedded database is; null for a server
 */
export async function diskProblem(pool: Pool, folder: string | null): Promise<string | null> {
  const left = folder === null ? null : await bytesLeft(folder);
  const last = foundFull.get(pool);
  const wasFull = left === null && last !== undefined && performance.now() - last < REMEMBERED_MS;
  if (!wasFull && (left === null || left >= FULL_BELOW)) return null;
  const where = folder === null ? "The database server's disk" : `The disk of the database (${folder})`;
  const much = left === null ? '' : `, ${Math.floor(left / 1_048_576)} MB are left`;
  return `${where} is full${much}. Make room there: everything goes on by itself then, and nothing is lost.`;
}

/** What we may use; null where the system does not say. */
async function bytesLeft(folder: string): Promise<number | null> {
  try {
    const { bavail, bsize } = await statfs(folder);
    return bavail * bsize;
  } catch {
    return null;
  }
}
