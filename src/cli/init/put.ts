import {
  chmodSync,
  constants,
  copyFileSync,
  existsSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { codeOf } from '../../policy/system-code.ts';
import { NotPossible } from '../../errors.ts';

/** What became of a file. `kept`: something else was there, and nobody said that it may go. */
export type Outcome = 'written' | 'as it was' | 'kept' | 'replaced';

export interface PutOptions {
  /** The most permissions it may have, such as 0o600. A file that had fewer keeps to those, and a new one to the umask. */
  mode?: number;
  /** Asked when something else is there. */
  mayReplace?: () => Promise<boolean>;
  /** The old file stays beside the new one, as `<name>.old`. */
  keepsOld?: boolean;
}

/**
 * Puts a text into a file, whole or not at all: it is written beside it, and takes its name then. Where the name is a link, it stays
 * one, and the file behind it is the one that is written.
 * @throws {NotPossible} when the folder cannot be written to
 */
export async function put(
  named: string,
  text: string,
  { mode = 0o644, mayReplace = async () => false, keepsOld = true }: PutOptions = {},
): Promise<Outcome> {
  const path = existsSync(named) ? realpathSync(named) : named;
  const before = existsSync(path) ? textIn(path) : null;
  const allowed = before === null ? mode : statSync(path).mode & mode;
  if (before === text) {
    narrow(path, allowed);
    return 'as it was';
  }
  if (before !== null && !(await mayReplace())) return 'kept';
  const beside = `${path}.new-${process.pid}`;
  try {
    writeFileSync(beside, text, { mode: allowed, flag: 'wx' });
    if (before !== null && keepsOld) copyFileSync(path, oldNameOf(path), constants.COPYFILE_EXCL);
    renameSync(beside, path);
  } catch (error) {
    rmSync(beside, { force: true });
    throw refused(path, error);
  }
  return before === null ? 'written' : 'replaced';
}

/** Takes away what is allowed too much. Of a file of somebody else's, nothing can be taken. */
function narrow(path: string, allowed: number): void {
  if ((statSync(path).mode & 0o777) === allowed) return;
  try {
    chmodSync(path, allowed);
  } catch (error) {
    if (codeOf(error) !== 'EPERM') throw refused(path, error);
  }
}

function textIn(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw refused(path, error);
  }
}

function refused(path: string, error: unknown): NotPossible {
  return new NotPossible(
    `${path} cannot be written (${codeOf(error)}). Look at what is there and at its permissions, or name another folder with --folder.`,
  );
}

/** Nothing old is written over: `.old`, `.old-2`, … */
function oldNameOf(path: string): string {
  for (let number = 1; ; number += 1) {
    const name = `${path}.old${number === 1 ? '' : `-${number}`}`;
    if (!existsSync(name)) return name;
  }
}
