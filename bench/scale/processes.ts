import { cpus } from 'node:os';
import { settled, startOurs } from '../program/start-ours.ts';
import type { Servers } from '../program/servers.ts';
import type { Started } from '../program/started.ts';
import type { Figure } from '../report.ts';
import { drain, openCommunities, stopAsking } from './guilds.ts';

const FLAGS = Number(process.env['BENCH_FLAGS'] ?? 600);
const WORKERS = (process.env['BENCH_WORKERS'] ?? '1,2,4').split(',').map(Number);
const COMMUNITIES = 10;
const PACE_SPEED = 10_000;

/** From here on the cores are full: what is left goes by between two who wait for each other. */
const FULL = 0.9;

interface Measured {
  /** Flags a second. */
  rate: number;
  /** How many cores our own processes used; the rest is the servers' and the sandbox's. */
  own: number;
  /** How many cores of the machine were in use. */
  busy: number;
}

/** How many flags a second are answered by one process that listens and so many that work, and how full the cores are then. */
export async function processes(servers: Servers): Promise<{ figures: Figure[]; sizes: object }> {
  const measured = new Map<number, Measured>();
  for (const workers of WORKERS) measured.set(workers, await measure(servers, workers));
  const [first = 1, ...more] = WORKERS;
  const rates = more.map((workers): Figure => ({
    what: `flags, ${workers} working processes, beside ${first}`,
    value: measured.get(workers)!.rate,
    yardstick: measured.get(first)!.rate,
    unit: 'per second',
    target: { atLeast: 1 },
  }));
  // More than all cores cannot be used: where they are full, more processes on the same machine cannot do more.
  const full = [...measured].map(([workers, { busy }]): Figure => ({
    what: `cores in use, working processes: ${workers}, beside all there are`,
    value: busy,
    yardstick: cpus().length,
    unit: 'cores',
    target: { atLeast: FULL },
  }));
  const own = Object.fromEntries([...measured].map(([workers, each]) => [workers, each.own]));
  return { figures: [...rates, ...full], sizes: { flags: FLAGS, cores: own } };
}

async function measure(servers: Servers, workers: number): Promise<Measured> {
  const { sandbox, all, config } = await openCommunities(COMMUNITIES, servers.folder);
  const url = await servers.emptyDatabase('hearback_bench_scale');
  const redisUrl = process.env['BENCH_QUEUE'] === 'redis' ? await servers.emptyRedis(1) : null;
  const wishes = { url, redisUrl, paceSpeed: PACE_SPEED, config };
  const started: Started[] = [await startOurs(servers, sandbox, { ...wishes, roles: 'gateway' })];
  try {
    for (let worker = 0; worker < workers; worker += 1)
      started.push(await startOurs(servers, sandbox, { ...wishes, roles: 'worker' }));
    // Each process has to be warm, however many share the flags.
    await drain(all, Math.ceil(FLAGS / 5) * workers, url);
    await settled(url);
    const before = { own: await cpuMs(started), all: machineMs() };
    const tookMs = await drain(all, FLAGS, url);
    const cores = (ms: number) => Number((ms / tookMs).toFixed(2));
    const busy = cores(machineMs() - before.all);
    return { rate: (FLAGS / tookMs) * 1_000, own: cores((await cpuMs(started)) - before.own), busy };
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

/** Processor time of everything on this machine since it began. */
function machineMs(): number {
  return cpus().reduce((sum, { times: { user, nice, sys, irq } }) => sum + user + nice + sys + irq, 0);
}
