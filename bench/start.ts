import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startSandbox } from '../sandbox/server.ts';
import { packageRoot } from '../src/package-root.ts';
import { started } from './program/started.ts';
import type { Said } from './program/tell-parent.ts';
import { median, report } from './report.ts';

/**
 * `npm run bench -- start --json`: how long from the start of the process until flags are captured and answered on both platforms, and the
 * memory it has then; the first start, which makes its database, and later ones. Beside it: Node with the same packages, which makes or
 * starts the same database and connects one BullMQ worker.
 */
const ROUNDS = 7;
const TARGET = { atMost: 1.5 };

const sandbox = await startSandbox({ port: 0, dataDir: null });
const folders: string[] = [];
try {
  const [bare, ours] = [await measure('bare'), await measure('ours')];
  const figure = (what: string, of: (said: Measured) => number, unit: string) => ({
    what,
    value: of(ours),
    yardstick: of(bare),
    unit,
    target: TARGET,
  });
  report(
    'start',
    [
      figure('ready, first start', ({ first }) => first.readyMs, 'ms'),
      figure('ready, later start', ({ later }) => later.readyMs, 'ms'),
      figure('memory, first start', ({ first }) => first.rssMb, 'MB'),
      figure('memory, later start', ({ later }) => later.rssMb, 'MB'),
    ],
    { rounds: ROUNDS, database: 'embedded' },
  );
} finally {
  await sandbox.close();
  for (const folder of folders) await rm(folder, { recursive: true, force: true });
}

interface Measured {
  first: Said;
  later: Said;
}

/** The medians of so many first starts, each in a folder of its own, and of a later start in each. */
async function measure(which: 'ours' | 'bare'): Promise<Measured> {
  const all: Measured[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const folder = await mkdtemp(join(tmpdir(), 'hearback-bench-'));
    folders.push(folder);
    all.push({ first: await once(which, folder), later: await once(which, folder) });
  }
  const middle = (of: (each: Measured) => Said): Said => ({
    readyMs: median(all.map((each) => of(each).readyMs)),
    rssMb: median(all.map((each) => of(each).rssMb)),
    heapMb: median(all.map((each) => of(each).heapMb)),
    handles: median(all.map((each) => of(each).handles)),
    cpuMs: median(all.map((each) => of(each).cpuMs)),
  });
  return { first: middle(({ first }) => first), later: middle(({ later }) => later) };
}

async function once(which: 'ours' | 'bare', folder: string): Promise<Said> {
  const { ready, end } = await started(which, {
    ...sandbox.env,
    PORT: '0',
    HEARBACK_DATA_DIR: folder,
    HEARBACK_CONFIG: join(packageRoot(), 'sandbox', 'hearback.yaml'),
  });
  await end();
  return ready;
}
