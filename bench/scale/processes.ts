import { settled, startOurs } from '../program/start-ours.ts';
import type { Servers } from '../program/servers.ts';
import type { Started } from '../program/started.ts';
import type { Figure } from '../report.ts';
import { drain, openCommunities, stopAsking } from './guilds.ts';

const FLAGS = Number(process.env['BENCH_FLAGS'] ?? 600);
const WORKERS = (process.env['BENCH_WORKERS'] ?? '1,2,4').split(',').map(Number);
const COMMUNITIES = 10;
const PACE_SPEED = 10_000;

/** How many flags a second are answered by one process that listens and so many that work. */
export async function processes(servers: Servers): Promise<{ figures: Figure[]; sizes: object }> {
  const measured = new Map<number, { rate: number; busy: number }>();
  for (const workers of WORKERS) measured.set(workers, await measure(servers, workers));
  const [first = 1, ...more] = WORKERS;
  return {
    figures: more.map((workers) => ({
      what: `flags, ${workers} working processes, beside ${first}`,
      value: measured.get(workers)!.rate,
      yardstick: measured.get(first)!.rate,
      unit: 'per second',
      target: { atLeast: 1 },
    })),
    // How many of the machine's cores our own processes used: where it does not grow any more, the rest is the servers'.
    sizes: { cores: Object.fromEntries([...measured].map(([workers, { busy }]) => [workers, busy])) },
  };
}

async function measure(servers: Servers, workers: number): Promise<{ rate: number; busy: number }> {
  const { sandbox, all, config } = await openCommunities(COMMUNITIES, servers.folder);
  const url = await servers.emptyDatabase('hearback_bench_scale');
  const redisUrl = process.env['BENCH_QUEUE'] === 'redis' ? await servers.emptyRedis(1) : null;
  const wishes = { url, redisUrl, paceSpeed: PACE_SPEED, config };
  const started: Started[] = [await startOurs(servers, sandbox, { ...wishes, roles: 'gateway' })];
  try {
    for (let worker = 0; worker < workers; worker += 1)
      started.push(await startOurs(servers, sandbox, { ...wishes, roles: 'worker' }));
    await drain(all, Math.ceil(FLAGS / 5), url);
    await settled(url);
    const before = await cpuMs(started);
    const tookMs = await drain(all, FLAGS, url);
    const busy = ((await cpuMs(started)) - before) / tookMs;
    return { rate: (FLAGS / tookMs) * 1_000, busy: Number(busy.toFixed(2)) };
  } finally {
    await stopAsking();
    for (const each of started) await each.end();
    await sandbox.close();
  }
}

async function cpuMs(started: readonly Started[]): Promise<number> {
  const said = await Promise.all(started.map((each) => each.ask()));
  return said.reduce((sum, each) => sum + each.cpuMs, 0);
}
