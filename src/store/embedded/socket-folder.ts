import { createHash } from 'node:crypto';
import { chownSync, lstatSync, mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { mayEnter, type ServerUser } from './server-user.ts';

/** Longest folder whose socket still has a valid path (bytes): macOS allows 103, less `/.s.PGSQL.5432.lock`. */
const FOLDER_MAX_BYTES = 83;

/**
 * A folder only the server's user may enter, for the server's socket: whoever is in it needs no password.
 * In the system's temporary folder, because the data's folder may have a path too long for a socket.
 */
export function socketFolder(
  cluster: string,
  user: ServerUser | null,
  candidates: readonly string[] = [tmpdir(), '/tmp', dirname(cluster)],
): string {
  const name = `hearback-${shortHash(cluster)}`;
  const places = candidates.filter(
    (place) => mayEnter(place, user) && Buffer.byteLength(join(place, `${name}-XXXXXX`)) <= FOLDER_MAX_BYTES,
  );
  for (const place of places) {
    const made = fixed(join(place, name), user) ?? random(join(place, `${name}-`), user);
    if (made) return made;
  }
  throw new Error(`No folder for the database's socket could be made in any of ${candidates.join(', ')}`);
}

/** Twelve hexadecimal digits that tell one path from another. */
export function shortHash(path: string): string {
  return createHash('sha256').update(path).digest('hex').slice(0, 12);
}

/** @returns null when somebody else has put something there: they could listen in on its socket. */
function fixed(folder: string, user: ServerUser | null): string | null {
  try {
    mkdirSync(folder, { mode: 0o700 });
    if (user) chownSync(folder, user.uid, user.gid);
  } catch {
    // It may stand there from the last run: looked at next.
  }
  const found = lstatSync(folder, { throwIfNoEntry: false });
  const owner = user?.uid ?? process.getuid?.();
  return found?.isDirectory() && found.uid === owner && (found.mode & 0o077) === 0 ? folder : null;
}

function random(prefix: string, user: ServerUser | null): string | null {
  try {
    const folder = mkdtempSync(prefix);
    if (user) chownSync(folder, user.uid, user.gid);
    return folder;
  } catch {
    return null;
  }
}
