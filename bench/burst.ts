import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { startBurst, withOpenChannels } from '../sandbox/burst.ts';
import { discordSeed, slackSeed } from '../sandbox/seed.ts';
import { startSandbox } from '../sandbox/server.ts';
import { startApp } from '../src/app.ts';
import { readConfig } from '../src/config.ts';
import { createLog } from '../src/log.ts';
import { packageRoot } from '../src/package-root.ts';
import { type Figure, report } from './report.ts';

/**
 * `npm run bench -- burst --json`: so many flags at once in six channels, on platforms that keep their published limits.
 * How long until everything is said, and how often a platform had to say "too many". Two programs share one database when
 * `DATABASE_URL` names one.
 */
const FLAGS = Number(process.env['BENCH_FLAGS'] ?? 60);
const HUNG_MS = 600_000;
const WHAT = ['receipts', 'answers', 'cards'] as const;
const LOOKED_BACK_MS = 15_000;
const TARGET = { atMost: 1.05 };
/** The least the limits allow (s). Slack: 50 messages read in a minute, one card a second after the first four. Discord: 5 cards in 5 s. */
const LEAST_S = {
  slack: Math.max(FLAGS - 4, Math.floor((FLAGS - 1) / 50) * 60),
  discord: Math.floor((FLAGS - 1) / 5) * 5,
};

const dataDir = await mkdtemp(join(tmpdir(), 'hearback-bench-'));
const seeds = { slack: withOpenChannels(slackSeed), discord: withOpenChannels(discordSeed) };
const sandbox = await startSandbox({ port: 0, dataDir: null, limits: { speed: 1 }, seeds });
const policyPath = join(dataDir, 'hearback.yaml');
const policy = await readFile(join(packageRoot(), 'sandbox', 'hearback.yaml'), 'utf8');
// Reminders would come in between.
await writeFile(
  policyPath,
  policy.replaceAll(/firstResponse: \w+, updateDue: \w+/g, 'firstResponse: 1d, updateDue: 2d'),
);
const databaseUrl = process.env['DATABASE_URL'];
const start = (roles: string) =>
  startApp(
    readConfig({
      ...sandbox.env,
      PORT: '0',
      HEARBACK_ROLES: roles,
      HEARBACK_DATA_DIR: dataDir,
      HEARBACK_CONFIG: policyPath,
      ...(databaseUrl && { DATABASE_URL: databaseUrl }),
    }),
    { log: createLog(process.env['LOG_LEVEL'] ?? 'error'), root: packageRoot() },
  );
const apps = [await start('gateway,worker,web'), ...(databaseUrl ? [await start('worker')] : [])];
try {
  while ((await apps[0]!.problems()).length > 0) await pause(50);
  // The look back after the start is over.
  await pause(LOOKED_BACK_MS);
  const results = await Promise.all([measure('slack'), measure('discord')]);
  const sizes = { flags: FLAGS, programs: apps.length, database: databaseUrl ? 'server' : 'embedded' };
  report('burst', results.map(figure), { ...sizes, results });
} finally {
  for (const app of apps) await app.close();
  await sandbox.close();
  await rm(dataDir, { recursive: true, force: true });
}

/** Until everything is said. */
function figure({ platform, saidAfterS, leastS }: Awaited<ReturnType<typeof measure>>): Figure {
  const isWhole = Object.keys(saidAfterS).length === WHAT.length;
  const value = isWhole ? Math.max(...Object.values(saidAfterS)) : HUNG_MS / 1_000;
  return { what: `${FLAGS} flags on ${platform}`, value, yardstick: leastS, unit: 's', target: TARGET };
}

async function measure(platform: 'slack' | 'discord') {
  const from = performance.now();
  const look = startBurst(sandbox[platform], seeds[platform], FLAGS);
  const saidAfterS: Record<string, number> = {};
  for (;;) {
    const seen = look();
    for (const what of WHAT)
      if (seen[what] === FLAGS) saidAfterS[what] ??= Math.round((performance.now() - from) / 100) / 10;
    const isOver = Object.keys(saidAfterS).length === WHAT.length;
    if (isOver || performance.now() - from > HUNG_MS) {
      const leastS = LEAST_S[platform];
      return { platform, saidAfterS, leastS, twice: seen.twice, refused: seen.refused, calls: seen.calls };
    }
    await pause(500);
  }
}
