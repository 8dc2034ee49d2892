import { setTimeout as pause } from 'node:timers/promises';
import { askDatabase, settled, startOurs } from '../program/start-ours.ts';
import type { Servers } from '../program/servers.ts';
import type { Started } from '../program/started.ts';
import type { Figure } from '../report.ts';
import { drain, openCommunities, stopAsking } from './guilds.ts';

const FLAGS = Number(process.env['BENCH_FLAGS'] ?? 600);
const SHARDS = 4;
const PACE_SPEED = 10_000;
/** Between two looks at who hears what (ms). */
const LOOK_EVERY_MS = 100;

/** How many flags a second are answered where Discord sends them in one shard, in four, and in four to two processes. */
export async function shards(servers: Servers): Promise<{ figures: Figure[]; sizes: object }> {
  const one = await measure(servers, 1, 1);
  const several = await measure(servers, SHARDS, 1);
  const shared = await measure(servers, SHARDS, 2);
  const figure = (what: string, value: number): Figure => ({
    what: `flags, ${what}, beside one shard`,
    value,
    yardstick: one,
    unit: 'per second',
    target: { atLeast: 0.9 },
  });
  return {
    figures: [
      figure(`${SHARDS} shards in one process`, several),
      figure(`${SHARDS} shards in two processes`, shared),
    ],
    sizes: { flags: FLAGS, guilds: SHARDS },
  };
}

/** One more process works. @param gateways so many listen */
async function measure(servers: Servers, count: number, gateways: number): Promise<number> {
  const { sandbox, all, config } = await openCommunities(SHARDS, servers.folder);
  // As Discord does, each bucket of shards takes one new session in a while.
  sandbox.discord.sharding.change({ recommended: count, maxConcurrency: 1, identifyEveryMs: 1 });
  const url = await servers.emptyDatabase('hearback_bench_scale');
  const redisUrl = process.env['BENCH_QUEUE'] === 'redis' ? await servers.emptyRedis(1) : null;
  const wishes = { url, redisUrl, paceSpeed: PACE_SPEED, config };
  const started: Started[] = [await startOurs(servers, sandbox, { ...wishes, roles: 'worker' })];
  try {
    for (let gateway = 0; gateway < gateways; gateway += 1)
      started.push(await startOurs(servers, sandbox, { ...wishes, roles: 'gateway' }));
    await sharedOut(url, count, gateways);
    await drain(all, Math.ceil(FLAGS / 5), url);
    await settled(url);
    return (FLAGS / (await drain(all, FLAGS, url))) * 1_000;
  } finally {
    await stopAsking();
    for (const each of started) await each.end();
    await sandbox.close();
  }
}

async function sharedOut(url: string, count: number, gateways: number): Promise<void> {
  const heard = `select count(*)::int as shards, count(distinct gateway_id)::int as gateways
    from hearback.gateway_shard where is_heard`;
  for (;;) {
    const [now] = await askDatabase<{ shards: number; gateways: number }>(url, heard);
    if (now?.shards === count && now.gateways === gateways) return;
    await pause(LOOK_EVERY_MS);
  }
}
