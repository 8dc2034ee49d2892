import { randomBytes } from 'node:crypto';
import { readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { NotPossible } from '../../errors.ts';
import { isRunning } from '../../store/embedded/cluster.ts';

/** All that is to be known is in the name, the process and a number of chance: it is there whole or not at all, and is nobody else's again. */
const CLAIM = /^written-by-(\d+)-[\da-f]{12}$/;
/** How often somebody steps back who came at the same moment as another one. */
const ATTEMPTS = 5;
/** For how long, at most (ms). */
const STEP_BACK_MS = 40;

/** Of this process: its number alone is also that of one that was killed in a container, and came again. */
const ours = new Set<string>();

/**
 * Takes a folder for one export alone. What a process that was killed has left is taken over. Each leaves its own claim first and looks
 * for others then: of two that come at once at least one sees the other.
 * @returns gives it back; where the folder is by now, when it was moved
 * @throws {NotPossible} when another export writes there
 */
export async function claimFolder(folder: string): Promise<(movedTo?: string) => Promise<void>> {
  for (let attempt = 1; ; attempt += 1) {
    const name = `written-by-${process.pid}-${randomBytes(6).toString('hex')}`;
    const giveBack = async (at = folder) => {
      await rm(join(at, name), { force: true });
      ours.delete(name);
    };
    ours.add(name);
    try {
      await writeFile(join(folder, name), '', { flag: 'wx', mode: 0o600 });
      const other = await otherIn(folder, name);
      if (other === null) return giveBack;
      if (attempt === ATTEMPTS) throw taken(folder, other);
    } catch (error) {
      await giveBack();
      throw error;
    }
    await giveBack();
    await pause(Math.random() * STEP_BACK_MS);
  }
}

/** The claim of somebody else who is at it; what is left of others is removed. */
async function otherIn(folder: string, own: string): Promise<string | null> {
  for (const name of await readdir(folder)) {
    const pid = CLAIM.exec(name)?.[1];
    if (pid === undefined || name === own) continue;
    if (Number(pid) === process.pid ? ours.has(name) : isRunning(Number(pid))) return name;
    await rm(join(folder, name), { force: true });
  }
  return null;
}

function taken(folder: string, claim: string): NotPossible {
  return new NotPossible(
    `Another export is writing to ${folder} (process ${CLAIM.exec(claim)?.[1]}). Wait until it is through, or choose another name. If no such program runs any more, delete ${join(folder, claim)}.`,
  );
}
