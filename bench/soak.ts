import { setTimeout as pause } from 'node:timers/promises';
import { pino } from 'pino';
import { withOpenChannels } from '../sandbox/burst.ts';
import { discordSeed, slackSeed } from '../sandbox/seed.ts';
import { startSandbox } from '../sandbox/server.ts';
import { openDatabase } from '../src/store/database.ts';
import { drain, written } from './pipeline/flags.ts';
import { writeQuietPolicy } from './program/quiet-policy.ts';
import { openServers } from './program/servers.ts';
import { started } from './program/started.ts';
import { report } from './report.ts';
import { startLoad } from './soak/load.ts';
import { type Look, look } from './soak/look.ts';
import { trend } from './soak/trend.ts';

/**
 * `npm run bench -- soak --json`: half an hour at half the rate that was highest in a short try. Memory, handles, connections, rows of the outbox that wait
 * and what the queue holds must not grow; it ends with 1 when one of them does, or when a flag got lost. `BENCH_MINUTES`: how long. The queue is in
 * PostgreSQL; with `BENCH_QUEUE=redis` in the Redis of `REDIS_URL`, or one of its own.
 */
const MINUTES = Number(process.env['BENCH_MINUTES'] ?? 30);
/** Flagged at once to find the highest rate. */
const TRY = Number(process.env['BENCH_FLAGS'] ?? 400);
const AHEAD = 100;
const CHANNELS = 20;
/** Looks in all; the first quarter belongs to the warming up. */
const LOOKS = 40;
/** What waits has so long (ms). */
const HUNG_MS = 120_000;

/** How much each may grow from the line's beginning to its end: a share of it, and so much besides. */
const MAY_GROW: Readonly<
  Record<Exclude<keyof Look, 'kept'>, { share: number; besides: number; unit: string }>
> = {
  heapMb: { share: 0.05, besides: 0, unit: 'MB' },
  rssMb: { share: 0.1, besides: 0, unit: 'MB' },
  handles: { share: 0, besides: 2, unit: 'handles' },
  connections: { share: 0, besides: 2, unit: 'connections' },
  waiting: { share: 0.1, besides: 20, unit: 'rows' },
  queued: { share: 0.1, besides: 20, unit: 'rows or keys' },
};

const seed = withOpenChannels(slackSeed, CHANNELS);
const servers = await openServers();
const sandbox = await startSandbox({ port: 0, dataDir: null, seeds: { slack: seed, discord: discordSeed } });
const url = await servers.emptyDatabase('hearback_bench_soak');
const redisUrl = process.env['BENCH_QUEUE'] === 'redis' ? await servers.emptyRedis(3) : null;
const program = await started('ours', {
  ...sandbox.env,
  PORT: '0',
  DATABASE_URL: url,
  ...(redisUrl && { QUEUE_URL: redisUrl }),
  HEARBACK_DATA_DIR: servers.folder,
  HEARBACK_CONFIG: await writeQuietPolicy(servers.folder),
  BENCH_PACE_SPEED: '10000',
});
const pool = openDatabase(url, { log: pino({ level: 'silent' }), max: 2 });
try {
  // The look at what was missed, after a start, is over.
  await allRecorded(0);
  const highest = await highestRate();
  process.stderr.write(`highest rate: ${highest.toFixed(1)} flags a second\n`);
  const { looks, flagged } = await soak(highest / 2);
  const recorded = await allRecorded(TRY + flagged);
  const first = looks.slice(Math.ceil(LOOKS / 4));
  const figures = Object.entries(MAY_GROW).map(([name, { share, besides, unit }]) => {
    const { start, end } = trend(
      first.map(({ at, ...each }) => ({ at, value: each[name as keyof typeof MAY_GROW] })),
    );
    return {
      what: `${name} at the end, beside what it may be by its beginning (${start.toPrecision(3)})`,
      value: end,
      yardstick: start * (1 + share) + besides,
      unit,
      target: { atMost: 1 },
    };
  });
  const isLost = recorded < TRY + flagged;
  if (isLost || figures.some(({ value, yardstick }) => !(value <= yardstick))) process.exitCode = 1;
  if (isLost) process.stderr.write(`Only ${recorded} of ${TRY + flagged} flags are recorded.\n`);
  const sizes = { minutes: MINUTES, highest, rate: highest / 2, flagged, recorded };
  report('soak', figures, { ...sizes, ...servers.kinds, queue: redisUrl ? 'Redis' : 'PostgreSQL', looks });
} finally {
  await pool.end();
  await program.end();
  await sandbox.close();
  await servers.close();
}

/** Flags a second, from the second try on: the first warms up. */
async function highestRate(): Promise<number> {
  const half = Math.ceil(TRY / 2);
  await drain(sandbox.slack, seed, await written(sandbox.slack, seed, TRY - half), AHEAD);
  const { tookMs } = await drain(sandbox.slack, seed, await written(sandbox.slack, seed, half), AHEAD);
  return half / (tookMs / 1_000);
}

async function soak(rate: number): Promise<{ looks: (Look & { at: number })[]; flagged: number }> {
  const endLoad = startLoad(sandbox.slack, seed, rate);
  const looks: (Look & { at: number })[] = [];
  for (let nth = 0; nth < LOOKS; nth += 1) {
    await pause((MINUTES * 60_000) / LOOKS);
    const seen = await look(program, pool, redisUrl);
    looks.push({ at: ((nth + 1) * MINUTES) / LOOKS, ...seen });
    process.stderr.write(`${JSON.stringify(seen)}\n`);
  }
  return { looks, flagged: await endLoad() };
}

/** @returns how many cases there are once nothing waits any more */
async function allRecorded(flags: number): Promise<number> {
  const until = performance.now() + HUNG_MS;
  for (;;) {
    const { rows } = await pool.query<{ cases: number; waiting: number }>(
      `select (select count(*) from hearback.cases)::int as cases,
         (select count(*) from hearback.outbox where done_at is null and run_at <= now())::int as waiting`,
    );
    const { cases = 0, waiting = 0 } = rows[0] ?? {};
    if ((cases >= flags && waiting === 0) || performance.now() > until) return cases;
    await pause(1_000);
  }
}
