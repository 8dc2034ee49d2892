import { mkdtemp, rm } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { pino } from 'pino';
import { openDatabase } from '../src/store/database.ts';
import { runServer } from '../src/store/embedded/server.ts';
import { migrate } from '../src/store/migrate.ts';
import { dashboard } from './growth/dashboard.ts';
import { fill } from './growth/fill.ts';
import { median } from './report.ts';

/**
 * `npm run bench -- growth --json`: what each page of the dashboard asks of the record, with a thousand cases and with many.
 * `--cases 1000,100000,1000000`: how many, the first is the yardstick. `--only barometer`: pages whose name has that in it.
 * `--folder`: keeps the records there, and takes those that are there already. `--rounds`: how often each is asked, 7 by default.
 * A line for each page on stderr, and one JSON object with a row for each page on stdout.
 */
const { values: flags } = parseArgs({
  args: process.argv.slice(2).filter((word) => word !== 'growth'),
  options: {
    json: { type: 'boolean' },
    cases: { type: 'string', default: '1000,100000' },
    only: { type: 'string', default: '' },
    folder: { type: 'string' },
    rounds: { type: 'string', default: '7' },
  },
});
const log = pino({ level: 'silent' });
const folder = flags.folder ?? (await mkdtemp(join(tmpdir(), 'hearback-bench-')));

try {
  const sizes = flags.cases.split(',').map(Number);
  const measured: Awaited<ReturnType<typeof measure>>[] = [];
  for (const cases of sizes) measured.push(await measure(cases));
  const [yardstick, ...grown] = measured;
  const rows = grown.flatMap(({ cases, took }) =>
    Object.entries(took).map(([name, value]) => {
      const before = yardstick?.took[name] ?? Number.NaN;
      return { name, cases, value, yardstick: before, ratio: rounded(value / before), unit: 'ms' };
    }),
  );
  const environment = { node: process.version, cores: cpus().length, cpu: cpus()[0]?.model };
  const records = measured.map(({ took: _took, ...record }) => record);
  process.stdout.write(`${JSON.stringify({ name: 'growth', ...environment, records, rows })}\n`);
} finally {
  if (flags.folder === undefined) await rm(folder, { recursive: true, force: true });
}

/** A record of so many cases: the median of what each page takes (ms), asked one after the other. */
async function measure(cases: number) {
  const server = await runServer({ dataDir: join(folder, String(cases)), log, settings: {} });
  const pool = openDatabase(server.connection, { log, max: 4 });
  try {
    await migrate(pool);
    const { rows } = await pool.query<{ count: number }>('select count(*) as count from hearback.workspace');
    const filledMs = Number(rows[0]?.count) > 0 ? null : Math.round(await fill(pool, cases));
    if (filledMs !== null) await pool.query('vacuum analyze');
    const took: Record<string, number> = {};
    for (const [name, page] of Object.entries(dashboard(pool, cases)))
      if (name.includes(flags.only)) {
        took[name] = await timeOf(page);
        process.stderr.write(`${cases} ${name}: ${took[name]} ms\n`);
      }
    return { cases, filledMs, bytes: await size(pool), took };
  } finally {
    await pool.end();
    await server.shutDown();
  }
}

async function timeOf(page: () => Promise<unknown>): Promise<number> {
  const rounds = Number(flags.rounds);
  await page();
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const began = performance.now();
    await page();
    times.push(performance.now() - began);
  }
  return rounded(median(times));
}

async function size(pool: ReturnType<typeof openDatabase>): Promise<number> {
  const { rows } = await pool.query<{ bytes: string }>(
    'select pg_database_size(current_database()) as bytes',
  );
  return Number(rows[0]?.bytes);
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}
