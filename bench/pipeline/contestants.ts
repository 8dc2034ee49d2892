import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { discordSeed, type Seed } from '../../sandbox/seed.ts';
import { type Sandbox, startSandbox } from '../../sandbox/server.ts';
import { packageRoot } from '../../src/package-root.ts';
import type { Servers } from '../program/servers.ts';
import { askDatabase, settled, startOurs } from '../program/start-ours.ts';
import { type Started, startedScript } from '../program/started.ts';
import { check, drain, type Flagged, triageOf, written } from './flags.ts';

/** A bot in a process of its own, with a sandbox of its own. */
export interface Contestant {
  name: string;
  sandbox: Sandbox;
  /** Flags so many messages, at most `ahead` before the bot has answered those before. */
  run(count: number, ahead: number): Promise<Run>;
  end(): Promise<void>;
}

/** How long it took, the processor time of the bot's process (ms), and the calls it made by method. */
export interface Run {
  tookMs: number;
  cpuMs: number;
  calls: Record<string, number>;
}

/** The sandbox has no limits: none may hold the program up. */
const PACE_SPEED = 10_000;

/** The program. @param redisUrl where the queue is; null: next to the record */
export async function ours(servers: Servers, seed: Seed, redisUrl: string | null): Promise<Contestant> {
  const name = redisUrl ? 'ours, queue in Redis' : 'ours, queue in PostgreSQL';
  const url = await servers.emptyDatabase(redisUrl ? 'hearback_bench_redis' : 'hearback_bench_postgres');
  const start = async (sandbox: Sandbox) => {
    const program = await startOurs(servers, sandbox, { url, redisUrl, paceSpeed: PACE_SPEED });
    await settled(url);
    return program;
  };
  return contestant(name, seed, start, async (flags) => {
    await settled(url);
    const [{ cases } = { cases: 0 }] = await askDatabase<{ cases: number }>(
      url,
      'select count(*)::int as cases from hearback.cases',
    );
    if (cases !== flags) throw new Error(`${cases} cases of ${flags} are recorded.`);
  });
}

/** A bot of sixty lines that keeps nothing. */
export function bolt(seed: Seed): Promise<Contestant> {
  return contestant('Bolt, in memory', seed, (sandbox) =>
    startedScript('dist/bench/pipeline/bolt-bot.js', { ...sandbox.env, BENCH_TRIAGE: triageOf(seed) }),
  );
}

/** A bot of the chat SDK, whose packages are installed first: they are in a folder of their own, and nothing else uses them. */
export function chatSdk(seed: Seed, redisUrl: string): Promise<Contestant> {
  const folder = join(packageRoot(), 'bench', 'chat-sdk');
  const installed = spawnSync(
    'npm',
    ['ci', '--prefix', folder, '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'],
    { stdio: ['ignore', 'inherit', 'inherit'], shell: process.platform === 'win32' },
  );
  if (installed.status !== 0) throw new Error('The packages of bench/chat-sdk could not be installed.');
  return contestant('chat SDK, state in Redis', seed, (sandbox) =>
    startedScript('bench/chat-sdk/bot.mjs', {
      ...sandbox.env,
      BENCH_TRIAGE: triageOf(seed),
      BENCH_REDIS_URL: redisUrl,
    }),
  );
}

async function contestant(
  name: string,
  seed: Seed,
  start: (sandbox: Sandbox) => Promise<Started>,
  verify: (flags: number) => Promise<void> = () => Promise.resolve(),
): Promise<Contestant> {
  const sandbox = await startSandbox({
    port: 0,
    dataDir: null,
    seeds: { slack: seed, discord: discordSeed },
  });
  const bot = await start(sandbox);
  const all: Flagged[] = [];
  return {
    name,
    sandbox,
    run: async (count, ahead) => {
      const flagged = await written(sandbox.slack, seed, count);
      const before = await bot.ask();
      const { tookMs, calls } = await drain(sandbox.slack, seed, flagged, ahead);
      const after = await bot.ask();
      all.push(...flagged);
      check(sandbox.slack, seed, flagged, all.length);
      await verify(all.length);
      return { tookMs, calls, cpuMs: after.cpuMs - before.cpuMs };
    },
    end: async () => {
      await bot.end();
      await sandbox.close();
    },
  };
}
