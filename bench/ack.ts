import { setTimeout as pause } from 'node:timers/promises';
import { withOpenChannels } from '../sandbox/burst.ts';
import { discordSeed, slackSeed } from '../sandbox/seed.ts';
import { startSandbox } from '../sandbox/server.ts';
import { createProbe, KINDS, type Kind, type Times } from './ack/probe.ts';
import { drain, written } from './pipeline/flags.ts';
import { openServers } from './program/servers.ts';
import { settled, startOurs } from './program/start-ours.ts';
import { type Figure, percentile, report } from './report.ts';

/**
 * `npm run bench -- ack --json`: how long until an event is acknowledged, a command answered and a form opened while a burst of flags
 * drains as fast as the machine can. Beside it: the same while nothing else happens. Over the Socket Mode of a sandbox without limits.
 */
const FLAGS = Number(process.env['BENCH_FLAGS'] ?? 2_000);
/** Each thing is tried so often while nothing happens; in the burst as often as it lasts, at most four times as often. */
const PROBES = Number(process.env['BENCH_PROBES'] ?? 150);
/** Flagged before, to warm up. */
const WARM = Math.ceil(FLAGS / 10);
const AHEAD = 100;
const CHANNELS = 20;
const PACE_SPEED = 10_000;
/** Between two tries (ms). */
const PAUSE_MS = 20;
/** Nobody should have to wait longer (ms); the platforms' own bound is 3,000. */
const LONGEST_MS = 1_000;

const seed = withOpenChannels(slackSeed, CHANNELS);
const servers = await openServers();
const probe = createProbe(seed);
const sandbox = await startSandbox({
  port: 0,
  dataDir: null,
  seeds: { slack: seed, discord: discordSeed },
  onSlackOffered: probe.offered,
});
const redisUrl = await servers.emptyRedis(1);
const withRedis = process.env['BENCH_QUEUE'] === 'redis' && redisUrl ? redisUrl : null;
const url = await servers.emptyDatabase('hearback_bench_ack');
const program = await startOurs(servers, sandbox, { url, redisUrl: withRedis, paceSpeed: PACE_SPEED });
try {
  await settled(url);
  const people = sandbox.slack;
  await drain(people, seed, await written(people, seed, WARM), AHEAD);
  const burst = await written(people, seed, FLAGS);
  const [single, meanwhile] = [await written(people, seed, PROBES), await written(people, seed, PROBES * 4)];
  await settled(url);

  const idle = await tried(() => PROBES, single);
  await settled(url);
  process.stderr.write(`${idle.event.length} tries while nothing happens; now the burst\n`);
  probe.startBurst();
  let isOver = false;
  const draining = drain(people, seed, burst, FLAGS).finally(() => (isOver = true));
  const busy = await tried(() => (isOver ? 0 : Infinity), meanwhile);
  const { tookMs } = await draining;
  const own = probe.endBurst();
  report('ack', figures(idle, busy, own.times), {
    flags: FLAGS,
    drainedMs: Math.round(tookMs),
    tries: { idle: idle.event.length, burst: busy.event.length },
    p50Ms: Object.fromEntries(
      KINDS.map((kind) => [kind, { idle: half(idle[kind]), burst: half(busy[kind]) }]),
    ),
    sentAgain: own.late,
    ...servers.kinds,
    queue: withRedis ? 'Redis' : 'PostgreSQL',
  });
} finally {
  await program.end();
  await sandbox.close();
  await servers.close();
}

/** Tries each kind in turn, as long as `count` is not reached. */
async function tried(
  count: () => number,
  messages: readonly { channel: string; message: string }[],
): Promise<Times> {
  const times: Times = { event: [], command: [], form: [] };
  for (const message of messages) {
    if (times.event.length >= count()) break;
    for (const kind of KINDS) {
      times[kind].push(await probe.tries[kind](sandbox.slack, message));
      await pause(PAUSE_MS);
    }
  }
  return times;
}

/** To three digits. */
function half(times: readonly number[]): number {
  return Number(percentile(times, 0.5).toPrecision(3));
}

function figures(idle: Times, busy: Times, burst: readonly number[]): Figure[] {
  const names: Record<Kind, string> = {
    event: 'event acknowledged',
    command: 'command answered',
    form: 'form opened',
  };
  const compared = KINDS.map((kind) => ({
    what: `${names[kind]} in a burst, beside the same without, p99`,
    value: percentile(busy[kind], 0.99),
    yardstick: percentile(idle[kind], 0.99),
    unit: 'ms',
    target: { atMost: 2 },
  }));
  const longest = (what: string, times: readonly number[]) => ({
    what: `${what}, beside what nobody should wait longer than`,
    value: Math.max(...times),
    yardstick: LONGEST_MS,
    unit: 'ms',
    target: { atMost: 1 },
  });
  return [
    ...compared,
    longest(
      'longest of these in the burst',
      KINDS.flatMap((kind) => busy[kind]),
    ),
    longest('longest acknowledgement of the burst itself', burst),
  ];
}
