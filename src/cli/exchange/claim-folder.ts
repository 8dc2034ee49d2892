import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { NotPossible } from '../../errors.ts';
import { codeOf } from '../../policy/system-code.ts';

/** Holds the number of the process that writes there. */
const CLAIM = 'written-by';

/**
 * Takes a folder for this process alone. What a process that was killed has left is taken over.
 * @returns gives it back
 * @throws {NotPossible} when another process writes there
 */
export async function claimFolder(folder: string): Promise<() => Promise<void>> {
  const path = join(folder, CLAIM);
  for (;;) {
    try {
      await writeFile(path, String(process.pid), { flag: 'wx', mode: 0o600 });
      return () => rm(path, { force: true });
    } catch (error) {
      if (codeOf(error) !== 'EEXIST') throw error;
    }
    const by = Number(await readFile(path, 'utf8').catch(() => ''));
    // A full disk leaves it empty, and a container that was killed comes again under the same number.
    if (by > 0 && by !== process.pid && isRunning(by))
      throw new NotPossible(
        `Another export is writing to ${folder} (process ${by}). Wait until it is through, or choose another name. If no such program runs any more, delete ${path}.`,
      );
    await rm(path, { force: true });
  }
}

/** It does while it cannot be asked about, too. */
function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
}
