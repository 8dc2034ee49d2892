import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statfsSync,
  statSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Memory as a folder, on Linux. */
const MEMORY = '/dev/shm';
/** What the databases of a run and their log take, with room to spare (bytes). */
const NEEDED = 2_000_000_000;
const NAME = 'hearback-test-';
/** A run that is over has not touched its folder for so long (ms). */
const LEFT_MS = 3_600_000;

/** One folder for what the test files of a run share; test/support/postgres.ts fills it when a test needs it. */
export default function setUp() {
  const folder = mkdtempSync(join(roomInMemory() ? MEMORY : tmpdir(), NAME));
  // The database does not run as root and must get in.
  chmodSync(folder, 0o755);
  process.env.HEARBACK_TEST_RUN = folder;
}

/** Most test files have a database of their own: made in memory it takes a tenth of the time it takes on a disk. */
function roomInMemory() {
  if (!existsSync(MEMORY)) return false;
  readdirSync(MEMORY)
    .filter((name) => name.startsWith(NAME) && isLeft(join(MEMORY, name)))
    .forEach((name) => rmSync(join(MEMORY, name), { recursive: true, force: true }));
  const { bavail, bsize } = statfsSync(MEMORY);
  return bavail * bsize > NEEDED;
}

/** By a run of ours that was killed: its database has ended with it, or never began. */
function isLeft(folder) {
  try {
    const { uid, mtimeMs } = statSync(folder);
    if (uid !== process.getuid() || Date.now() - mtimeMs < LEFT_MS) return false;
    const pidFile = join(folder, 'postgres', 'cluster', 'postmaster.pid');
    process.kill(Number.parseInt(readFileSync(pidFile, 'utf8'), 10), 0);
    return false;
  } catch ({ code }) {
    return code === 'ESRCH' || code === 'ENOENT';
  }
}
