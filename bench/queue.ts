import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { type NewJob, jobFor } from '../src/queue/job.ts';
import { CONCURRENCY } from '../src/queue/lanes.ts';
import { openDatabase, poolConfig } from '../src/store/database.ts';
import { runServer } from '../src/store/embedded/server.ts';
import { migrate } from '../src/store/migrate.ts';
import { bareInPostgres, bareInRedis, type Bare } from './queue/bare.ts';
import { ours } from './queue/ours.ts';
import { type Figure, median, report } from './report.ts';

/**
 * `npm run bench -- queue --json`: jobs per second through outbox, relay and worker with a handler that does nothing, beside BullMQ alone
 * on the same backend: the embedded PostgreSQL, or the server of `DATABASE_URL`, and the Redis of `REDIS_URL` where it is set.
 */
const JOBS = Number(process.env['BENCH_JOBS'] ?? 3_000);
/** Ours and the bare one in turn, this often. The first round warms up. */
const ROUNDS = 3;
const TARGET = { atLeast: 0.6 };

let made = 0;

const folder = await mkdtemp(join(tmpdir(), 'hearback-bench-'));
const log = pino({ level: 'silent' });
const url = process.env['DATABASE_URL'];
const server = url ? null : await runServer({ dataDir: folder, log, settings: {} });
const database = server ? server.connection : poolConfig(url!);
const pool = openDatabase(database, { log });
try {
  await migrate(pool);
  const atATime = CONCURRENCY.record;
  const figures = [await figure('PostgreSQL', null, await bareInPostgres(database, atATime))];
  const redis = process.env['REDIS_URL'];
  if (redis) figures.push(await figure('Redis', redis, bareInRedis(redis)));
  report('queue', figures, { jobs: JOBS, rounds: ROUNDS, atATime, database: server ? 'embedded' : 'server' });
} finally {
  await pool.end();
  await server?.shutDown();
  await rm(folder, { recursive: true, force: true });
}

async function figure(name: string, queueUrl: string | null, bare: Bare): Promise<Figure> {
  const own = await ours(pool, database, queueUrl);
  const rates = { own: [] as number[], bare: [] as number[] };
  for (let round = 0; round <= ROUNDS; round += 1) {
    const [tookBare, tookOwn] = [await bare.run(jobs(), CONCURRENCY.record), await own.run(JOBS)];
    if (round === 0) continue;
    rates.bare.push((JOBS / tookBare) * 1_000);
    rates.own.push((JOBS / tookOwn) * 1_000);
    process.stderr.write(
      `${name}, round ${round}: ${Math.round(tookOwn)} ms, bare ${Math.round(tookBare)} ms\n`,
    );
  }
  await own.close();
  await bare.close();
  return {
    what: `jobs with ${name}`,
    value: median(rates.own),
    yardstick: median(rates.bare),
    unit: 'per second',
    target: TARGET,
  };
}

/** The same jobs as the relay makes of rows. */
function jobs(): NewJob[] {
  return Array.from({ length: JOBS }, () => {
    made += 1;
    return jobFor(
      { outboxId: made, workspaceId: '', kind: 'nothing', data: {}, runAt: new Date(0), generation: 1 },
      0,
      new Date(),
    );
  });
}
