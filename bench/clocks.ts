import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type pg from 'pg';
import { pino } from 'pino';
import { startSandbox } from '../sandbox/server.ts';
import { turnClocks } from '../src/store/clocks.ts';
import { openDatabase, poolConfig } from '../src/store/database.ts';
import { migrate } from '../src/store/migrate.ts';
import { atomically } from '../src/store/work.ts';
import { addDue, fillClocks } from './clocks/fill.ts';
import { writeQuietPolicy } from './program/quiet-policy.ts';
import { openServers } from './program/servers.ts';
import { started } from './program/started.ts';
import { type Figure, report } from './report.ts';

/**
 * `npm run bench -- clocks --json`: how late reminders are, how many clocks can be started in a second, and the memory of the program, with
 * a thousand, a hundred thousand and a million clocks running. A program for each number, all at once, over databases of one server, so
 * that whatever else the machine does slows all of them. `BENCH_CLOCKS=1000,100000`: how many; `BENCH_DUE`: how many fall due meanwhile.
 */
const SIZES = (process.env['BENCH_CLOCKS'] ?? '1000,100000,1000000').split(',').map(Number);
const DUE = Number(process.env['BENCH_DUE'] ?? 200);
/** One clock of each program falls due so often (ms). */
const EVERY_MS = 400;
/** The first falls due after so long (ms): the look at what was missed, after a start, is over. */
const SETTLED_MS = 20_000;
/** The last one has so long (ms). */
const HUNG_MS = 120_000;
/** Clocks that are started to see how many can be in a second, one transaction each, in turns. */
const [STARTED, TURNS] = [100, 5];
/** How late a reminder may be (ms). */
const LATE_MS = 1_000;
/** How much more memory there may be (MB). */
const MORE_MB = 20;

interface Filled {
  clocks: number;
  pool: pg.Pool;
  url: string;
  /** The number of the first case whose clock falls due. */
  first: number;
}
interface Measured {
  clocks: number;
  p99Ms: number;
  rssMb: number;
  perSecond: number;
}

const sandbox = await startSandbox({ port: 0, dataDir: null });
// Several programs, each with connections of its own.
const servers = await openServers({ max_connections: '300', max_wal_size: '2GB' });
const records: Filled[] = [];
try {
  for (const clocks of SIZES) records.push(await filled(clocks));
  const rates = await startClocks();
  const measured = await remind(rates);
  report('clocks', figures(measured), {
    due: DUE,
    everyMs: EVERY_MS,
    measured,
    database: servers.kinds.database,
  });
} finally {
  for (const { pool } of records) await pool.end();
  await sandbox.close();
  await servers.close();
}

async function filled(clocks: number): Promise<Filled> {
  const url = await servers.emptyDatabase(`hearback_bench_clocks_${clocks}`);
  const pool = openDatabase(poolConfig(url), { log: pino({ level: 'silent' }), max: 4 });
  await migrate(pool);
  const began = performance.now();
  await fillClocks(pool, clocks);
  process.stderr.write(`${clocks} clocks: filled in ${Math.round(performance.now() - began)} ms\n`);
  return { clocks, pool, url, first: Math.ceil(clocks / 4) + 1 };
}

/** @returns how many clocks of each record were started in a second, by its number of clocks: the best of some turns */
async function startClocks(): Promise<Map<number, number>> {
  const best = new Map<number, number>();
  for (let turn = 0; turn < TURNS; turn += 1)
    for (const { clocks, pool } of records) {
      const began = performance.now();
      for (let nth = 1; nth <= STARTED; nth += 1)
        await atomically({ pool, now: () => new Date() }, (work) =>
          turnClocks(work, nth, [
            {
              op: 'start',
              kind: 'silence',
              subject: `bench-${turn}`,
              dueAt: new Date(Date.now() + 40 * 86_400_000),
            },
          ]),
        );
      const perSecond = (STARTED / (performance.now() - began)) * 1_000;
      best.set(clocks, Math.max(perSecond, best.get(clocks) ?? 0));
    }
  return best;
}

/** Reminders fall due in all programs at once. */
async function remind(rates: ReadonlyMap<number, number>): Promise<Measured[]> {
  const policy = await writeQuietPolicy(servers.folder);
  const programs = await Promise.all(
    records.map(({ url, clocks }) =>
      started('ours', {
        ...sandbox.env,
        PORT: '0',
        DATABASE_URL: url,
        HEARBACK_DATA_DIR: join(servers.folder, String(clocks)),
        HEARBACK_CONFIG: policy,
        BENCH_PACE_SPEED: '1000',
      }),
    ),
  );
  try {
    await Promise.all(
      records.map(({ pool, first }) => addDue(pool, first, DUE, { inMs: SETTLED_MS, everyMs: EVERY_MS })),
    );
    const late = await Promise.all(records.map(lateness));
    const said = await Promise.all(programs.map((program) => program.ask('settle')));
    return records.map(({ clocks }, nth) => ({
      clocks,
      p99Ms: late[nth] ?? Number.NaN,
      rssMb: said[nth]?.rssMb ?? Number.NaN,
      perSecond: rates.get(clocks) ?? Number.NaN,
    }));
  } finally {
    await Promise.all(programs.map((program) => program.end()));
  }
}

/** How long after it was due a clock was rung, of a hundred the last but one (ms). */
async function lateness({ pool, first }: Filled): Promise<number> {
  const until = performance.now() + SETTLED_MS + DUE * EVERY_MS + HUNG_MS;
  for (;;) {
    const { rows } = await pool.query<{ rung: number; p99Ms: number }>(
      `select count(done_at)::int as rung, (percentile_disc(0.99) within group (order by extract(epoch from done_at - run_at)) * 1000)::float8 as "p99Ms"
       from hearback.outbox join hearback.clock on key = 'ring-' || clock_id || '-1' where clock.case_id >= $1 and clock.kind = 'first_response'`,
      [first],
    );
    if (rows[0]?.rung === DUE) return rows[0].p99Ms;
    if (performance.now() > until)
      throw new Error(`Only ${rows[0]?.rung} of ${DUE} clocks were rung in time.`);
    await pause(1_000);
  }
}

function figures([yardstick, ...more]: readonly Measured[]): Figure[] {
  if (!yardstick) return [];
  return [yardstick, ...more].flatMap((each) => [
    {
      what: `lateness p99 with ${each.clocks} clocks, beside what is allowed`,
      value: each.p99Ms,
      yardstick: LATE_MS,
      unit: 'ms',
      target: { atMost: 1 },
    },
    ...(each === yardstick ? [] : grown(each, yardstick)),
  ]);
}

function grown({ clocks, p99Ms, rssMb, perSecond }: Measured, yardstick: Measured): Figure[] {
  return [
    {
      what: `lateness p99 with ${clocks} clocks`,
      value: p99Ms,
      yardstick: yardstick.p99Ms,
      unit: 'ms',
      target: { atMost: 1.2 },
    },
    {
      what: `clocks started with ${clocks}`,
      value: perSecond,
      yardstick: yardstick.perSecond,
      unit: 'per second',
      target: { atLeast: Number((1 / 1.2).toFixed(2)) },
    },
    {
      what: `memory with ${clocks} clocks`,
      value: rssMb,
      yardstick: yardstick.rssMb,
      unit: 'MB',
      target: { atMost: Number((1 + MORE_MB / yardstick.rssMb).toFixed(2)) },
    },
  ];
}
