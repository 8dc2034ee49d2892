import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { withOpenChannels } from '../sandbox/burst.ts';
import { discordSeed, slackSeed } from '../sandbox/seed.ts';
import { type Sandbox, startSandbox } from '../sandbox/server.ts';
import { allSaid, type Said, sendAll } from './pacing/answers.ts';
import { LEAST_MS } from './pacing/least.ts';
import { type Flagged, flag, written } from './pipeline/flags.ts';
import { openServers } from './program/servers.ts';
import { askDatabase, settled, startOurs } from './program/start-ours.ts';
import { type Figure, report } from './report.ts';

/**
 * `npm run bench -- pacing --json`: how long answers that all wait take until they are said, in many channels of platforms that keep their
 * published limits. Beside it: the least time those limits allow. First the cases are recorded without limits and their answers wait for a
 * click; then the limits count, and for one platform after the other everything is clicked while no worker runs, and a worker begins.
 */
const ANSWERS = Number(process.env['BENCH_ANSWERS'] ?? 500);
/** So many times quicker than in life the limits count, in the sandbox and in the program: for a quick look, in which what takes its own time weighs so much more. */
const SPEED = Number(process.env['BENCH_SPEED'] ?? 1);
const CHANNELS = Number(process.env['BENCH_CHANNELS'] ?? 20);
const UNLIMITED = 10_000;
const PLATFORMS = ['slack', 'discord'] as const;
const LOOK_EVERY_MS = 100;
type Platform = (typeof PLATFORMS)[number];
/** The refund of the sandbox's plan: its answer waits for a click. */
const EMOJI = '💸';

const seeds = {
  slack: withOpenChannels(slackSeed, CHANNELS),
  discord: withOpenChannels(discordSeed, CHANNELS),
};
const servers = await openServers();
const url = await servers.emptyDatabase('hearback_bench_pacing');
try {
  const flagged = await prepared();
  process.stderr.write(`${2 * ANSWERS} answers wait for a click\n`);
  const said = await answered(flagged);
  report(
    'pacing',
    PLATFORMS.flatMap((platform) => figures(platform, said[platform])),
    {
      answers: ANSWERS,
      channels: CHANNELS,
      limits: SPEED === 1 ? 'in real time' : `${SPEED} times quicker than in life`,
      ...servers.kinds,
      queue: 'PostgreSQL',
    },
  );
} finally {
  await servers.close();
}

/** Cases whose answers wait for a click. */
async function prepared(): Promise<Record<Platform, Flagged[]>> {
  const sandbox = await sandboxWith(undefined);
  const program = await startOurs(servers, sandbox, { url, redisUrl: null, paceSpeed: UNLIMITED });
  await settled(url);
  const [slack, discord] = [
    await written(sandbox.slack, seeds.slack, ANSWERS),
    await written(sandbox.discord, seeds.discord, ANSWERS),
  ];
  for (const each of slack) flag(sandbox.slack, seeds.slack, each, EMOJI);
  for (const each of discord) flag(sandbox.discord, seeds.discord, each, EMOJI);
  const recorded = 'select count(*)::int as cases from hearback.cases';
  do await settled(url);
  while ((await askDatabase<{ cases: number }>(url, recorded))[0]!.cases < 2 * ANSWERS);
  await program.end();
  await sandbox.close();
  // The sandbox with limits has not seen these calls.
  await askDatabase(url, 'truncate hearback.pace, hearback.pace_turn, hearback.pace_limit');
  return { slack, discord };
}

async function answered(flagged: Record<Platform, Flagged[]>): Promise<Record<Platform, Said>> {
  const sandbox = await sandboxWith({ speed: SPEED });
  const wishes = { url, redisUrl: null, paceSpeed: SPEED };
  const gateway = await startOurs(servers, sandbox, { ...wishes, roles: 'gateway,web' });
  const waitingToBeSaid = "select count(*)::int as waiting from hearback.reply where state = 'queued'";
  const said: Partial<Record<Platform, Said>> = {};
  for (const platform of PLATFORMS) {
    await sendAll(sandbox[platform], seeds[platform], ANSWERS);
    // A click is acknowledged before it is done.
    while ((await askDatabase<{ waiting: number }>(url, waitingToBeSaid))[0]!.waiting < ANSWERS)
      await pause(LOOK_EVERY_MS);
    process.stderr.write(`${platform}: all of them are clicked, a worker begins\n`);
    const [all, worker] = await Promise.all([
      allSaid(sandbox[platform], seeds[platform], flagged[platform]),
      startOurs(servers, sandbox, { ...wishes, roles: 'worker' }),
    ]);
    await worker.end();
    said[platform] = all;
  }
  await gateway.end();
  await sandbox.close();
  return said as Record<Platform, Said>;
}

function sandboxWith(limits: { speed: number } | undefined): Promise<Sandbox> {
  const dataDir = join(servers.folder, 'sandbox');
  return startSandbox({ port: 0, dataDir, seeds, ...(limits && { limits }) });
}

function figures(platform: Platform, { tookMs, refused }: Said): Figure[] {
  return [
    {
      what: `${ANSWERS} answers on ${platform}, beside the least the limits allow`,
      value: tookMs / 1_000,
      yardstick: LEAST_MS[platform](ANSWERS, CHANNELS) / SPEED / 1_000,
      unit: 's',
      target: { atMost: 1.05 },
    },
    // Counted from one, since there is no share of nothing.
    {
      what: `too many calls for ${platform}, and one`,
      value: refused + 1,
      yardstick: 1,
      unit: 'calls',
      target: { atMost: 1 },
    },
  ];
}
