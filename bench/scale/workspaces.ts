import { settled, startOurs } from '../program/start-ours.ts';
import type { Servers } from '../program/servers.ts';
import { type Figure, median } from '../report.ts';
import { answered, type Communities, drain, openCommunities, stopAsking } from './guilds.ts';

/** How many flags each rate is taken from. */
const FLAGS = Number(process.env['BENCH_FLAGS'] ?? 600);
const COUNTS = (process.env['BENCH_WORKSPACES'] ?? '1,10,100').split(',').map(Number);
/** Flags that wait of one community while another one is answered. */
const FLOOD = Number(process.env['BENCH_FLOOD'] ?? 5_000);
/** How often a quiet community flags something. */
const TRIES = Number(process.env['BENCH_TRIES'] ?? 15);
const PACE_SPEED = 10_000;

/**
 * How many flags a second are answered in one, ten and a hundred communities, each by a policy file of its own; and how long a quiet
 * community waits for its answer while another one is flooded, beside the same while nothing else happens.
 */
export async function workspaces(servers: Servers): Promise<{ figures: Figure[]; sizes: object }> {
  const rates = new Map<number, number>();
  for (const count of COUNTS)
    rates.set(
      count,
      await withProgram(servers, count, async ({ all }, url) => {
        await drain(all, Math.max(all.length, Math.ceil(FLAGS / 5)), url);
        await settled(url);
        return (FLAGS / (await drain(all, FLAGS, url))) * 1_000;
      }),
    );
  const [first = 1, ...more] = COUNTS;
  const waits = await withProgram(servers, 2, flooded);
  return {
    figures: [
      ...more.map((count): Figure => ({
        what: `flags, ${count} communities, beside ${first}`,
        value: rates.get(count)!,
        yardstick: rates.get(first)!,
        unit: 'per second',
        target: { atLeast: 1 },
      })),
      {
        what: `an answer while ${FLOOD} flags of another community wait`,
        value: median(waits.flooded),
        yardstick: median(waits.idle),
        unit: 'ms',
        target: { atMost: 2 },
      },
    ],
    sizes: {
      flags: FLAGS,
      flood: FLOOD,
      tries: { idle: waits.idle.length, flooded: waits.flooded.length },
      longestMs: {
        idle: Math.round(Math.max(...waits.idle)),
        flooded: Math.round(Math.max(...waits.flooded)),
      },
    },
  };
}

async function flooded({ all: [busy, quiet] }: Communities, url: string) {
  await drain([busy!, quiet!], TRIES, url);
  await settled(url);
  const idle = await tried(
    () => answered(quiet!, 0),
    () => false,
  );
  await settled(url);
  let isOver = false;
  const flood = drain([busy!], FLOOD, url).finally(() => (isOver = true));
  const during = await tried(
    () => answered(quiet!, 1),
    () => isOver,
  );
  await flood;
  if (during.length === 0) throw new Error('The flood was over before anybody else flagged anything.');
  return { idle, flooded: during };
}

async function tried(once: () => Promise<number>, isOver: () => boolean): Promise<number[]> {
  const times: number[] = [];
  while (times.length < TRIES && !isOver()) times.push(await once());
  return times.length % 2 === 1 ? times : times.slice(1);
}

/** With so many communities, and a database and a program of their own. */
async function withProgram<T>(
  servers: Servers,
  count: number,
  measure: (communities: Communities, url: string) => Promise<T>,
): Promise<T> {
  const communities = await openCommunities(count, servers.folder);
  const { sandbox, config } = communities;
  const url = await servers.emptyDatabase('hearback_bench_scale');
  const redisUrl = process.env['BENCH_QUEUE'] === 'redis' ? await servers.emptyRedis(1) : null;
  const program = await startOurs(servers, sandbox, { url, redisUrl, paceSpeed: PACE_SPEED, config });
  try {
    await settled(url);
    return await measure(communities, url);
  } finally {
    await stopAsking();
    await program.end();
    await sandbox.close();
  }
}
