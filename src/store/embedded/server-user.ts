import { type Stats, statSync } from 'node:fs';
import { dirname } from 'node:path';

/** Whom the server runs as. PostgreSQL refuses to run as root, so root hands it to somebody else. */
export interface ServerUser {
  uid: number;
  gid: number;
}

/** `nobody`, on every Linux and BSD; needs no entry in /etc/passwd. */
const NOBODY: ServerUser = { uid: 65_534, gid: 65_534 };

/**
 * The user the server of `cluster` must run as; null when it is simply the one we are.
 * Root keeps to whoever owns a cluster already: it may have been made before without root.
 */
export function serverUserOf(cluster: string): ServerUser | null {
  if (process.getuid?.() !== 0) return null;
  const owner = statSync(cluster, { throwIfNoEntry: false });
  return owner && owner.uid !== 0 ? { uid: owner.uid, gid: owner.gid } : NOBODY;
}

/** Whether `user` may enter every folder above `path`, and read `path` itself. Null: ourselves, who need no look. */
export function mayReach(path: string, user: ServerUser | null): boolean {
  if (!user) return true;
  const above = foldersAbove(path);
  return above.every((folder) => allows(folder, user, 1)) && allows(path, user, 4);
}

/** Whether `user` could work below `folder`, or below what stands of it so far. */
export function mayEnter(folder: string, user: ServerUser | null): boolean {
  if (!user) return true;
  return [folder, ...foldersAbove(folder)].every((each) => allows(each, user, 1));
}

function foldersAbove(path: string): string[] {
  const parent = dirname(path);
  return parent === path ? [] : [parent, ...foldersAbove(parent)];
}

/** `bit`: 4 read, 1 enter. What does not exist yet will be made by us, reachable. */
function allows(path: string, user: ServerUser, bit: 1 | 4): boolean {
  let found: Stats | undefined;
  try {
    found = statSync(path, { throwIfNoEntry: false });
  } catch {
    return false;
  }
  if (!found) return true;
  const shift = found.uid === user.uid ? 6 : found.gid === user.gid ? 3 : 0;
  return ((found.mode >> shift) & bit) === bit;
}
