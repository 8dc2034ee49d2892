import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { computedMs } from './growth/computed.ts';
import { type Asked, dashboard } from './growth/dashboard.ts';
import { openRecord, type GrownRecord } from './growth/record.ts';
import { work } from './growth/work.ts';
import { type Figure, median, report } from './report.ts';

/**
 * `npm run bench -- growth --json`: how long it takes to open a case, to list one's own, to be given the next, to search, to gather a digest, and
 * what each page of the dashboard asks of the record takes, with a thousand cases and with many. All records are there at once and
 * asked in turn, so that whatever else the machine does slows all of them.
 * `--cases 1000,100000,1000000`: how many, the first is the yardstick. `--only barometer`: what has that in its name.
 * `--folder`: keeps the records there, and takes those that are there already. `--rounds`: how often each is asked, 7 by default.
 * `--computed`: the database's own processor time instead of the time by the clock, for a machine that does other things too; on Linux.
 */
const { values: flags } = parseArgs({
  args: process.argv.slice(2).filter((word) => word !== 'growth'),
  options: {
    json: { type: 'boolean' },
    save: { type: 'boolean' },
    cases: { type: 'string', default: '1000,100000' },
    only: { type: 'string', default: '' },
    folder: { type: 'string' },
    computed: { type: 'boolean', default: false },
    rounds: { type: 'string', default: '7' },
  },
});
const TARGET = { atMost: 2 };

const folder = flags.folder ?? (await mkdtemp(join(tmpdir(), 'hearback-bench-')));
const opened: GrownRecord[] = [];
try {
  for (const cases of flags.cases.split(',').map(Number)) opened.push(await openRecord(folder, cases));
  const asked = opened.map(({ pool, cases }) => ({ ...work(pool), ...dashboard(pool, cases) }));
  const figures: Figure[] = [];
  for (const name of Object.keys(asked[0] ?? {}))
    if (name.includes(flags.only)) figures.push(...(await compare(name, asked)));
  const records = opened.map(({ cases, filledMs, bytes }) => ({ cases, filledMs, bytes }));
  report('growth', figures, {
    records,
    rounds: Number(flags.rounds),
    computed: flags.computed,
    database: 'embedded',
  });
} finally {
  for (const { close } of opened) await close();
  if (flags.folder === undefined) await rm(folder, { recursive: true, force: true });
}

/** The same of each record, in turn. */
async function compare(name: string, asked: readonly Asked[]): Promise<Figure[]> {
  const took = asked.map((): number[] => []);
  for (let round = 0; round <= Number(flags.rounds); round += 1)
    for (const [nth, each] of asked.entries()) {
      const began = await spent(nth);
      await each[name]?.();
      // The first round warms up.
      if (round > 0) took[nth]?.push((await spent(nth)) - began);
    }
  const [yardstick = Number.NaN, ...grown] = took.map(median);
  process.stderr.write(`${name}: ${[yardstick, ...grown].map((ms) => ms.toFixed(1)).join(', ')} ms\n`);
  return grown.map((value, nth) => ({
    what: `${name}, ${opened[nth + 1]?.cases} cases`,
    value,
    yardstick,
    unit: 'ms',
    target: TARGET,
  }));
}

/** By the clock, or by the processor. */
async function spent(nth: number): Promise<number> {
  const record = opened[nth];
  return flags.computed && record ? computedMs(record.pool) : performance.now();
}
