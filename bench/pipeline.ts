import { withOpenChannels } from '../sandbox/burst.ts';
import { slackSeed } from '../sandbox/seed.ts';
import { bolt, chatSdk, type Contestant, ours, type Run } from './pipeline/contestants.ts';
import { openServers } from './program/servers.ts';
import { type Figure, median, report } from './report.ts';

/**
 * `npm run bench -- pipeline --json`: flagged messages a second, from the reaction to the recorded case with its mark, answer and card, over
 * the Socket Mode of a sandbox without limits. Beside it bots that make the same three calls: one of sixty lines that keeps nothing, and
 * one built with Vercel's chat SDK and its state in Redis. Each is a process of its own with a sandbox of its own; they take turns.
 */
const FLAGS = Number(process.env['BENCH_FLAGS'] ?? 400);
const ROUNDS = 3;
/** So many flags are ahead of the bot: it never has to wait for one. */
const AHEAD = 100;
const CHANNELS = 20;
/** In the first round, which warms up. */
const WARM = Math.ceil(FLAGS / 4);

/** Whether the chat SDK takes part, whose packages are installed for it. */
const HAS_CHAT_SDK = process.env['BENCH_CHAT_SDK'] !== 'no';

const seed = withOpenChannels(slackSeed, CHANNELS);
const servers = await openServers();
const played = new Map<Contestant, Run[]>();
try {
  const [own, inMemory] = [await entered(ours(servers, seed, null)), await entered(bolt(seed))];
  const forOwn = await servers.emptyRedis(1);
  const withRedis = forOwn && (await entered(ours(servers, seed, forOwn)));
  const forSdk = HAS_CHAT_SDK ? await servers.emptyRedis(2) : null;
  const sdk = forSdk && (await entered(chatSdk(seed, forSdk)));
  if (!withRedis)
    process.stderr.write(
      'Left out: the chat SDK, and the queue in Redis. They need REDIS_URL or redis-server.\n',
    );
  for (let round = 0; round <= ROUNDS; round += 1)
    for (const [each, runs] of played) {
      const run = await each.run(round === 0 ? WARM : FLAGS, AHEAD);
      if (round > 0) runs.push(run);
      process.stderr.write(`round ${round}: ${each.name}, ${Math.round(run.tookMs)} ms\n`);
    }
  const figures = [own, ...(withRedis ? [withRedis] : [])].flatMap((each) => [
    figure(each, inMemory, 0.5),
    ...(sdk ? [figure(each, sdk, 1)] : []),
  ]);
  report('pipeline', figures, {
    flags: FLAGS,
    rounds: ROUNDS,
    ahead: AHEAD,
    channels: CHANNELS,
    ...servers.kinds,
    bots: [...played].map(([{ name }, runs]) => ({ name, ...aFlag(runs) })),
  });
} finally {
  for (const each of played.keys()) await each.end();
  await servers.close();
}

async function entered(starting: Promise<Contestant>): Promise<Contestant> {
  const one = await starting;
  played.set(one, []);
  return one;
}

function figure(one: Contestant, beside: Contestant, atLeast: number): Figure {
  const rate = (of: Contestant) => median(played.get(of)!.map(({ tookMs }) => (FLAGS / tookMs) * 1_000));
  return {
    what: `flags, ${one.name}, beside ${beside.name}`,
    value: rate(one),
    yardstick: rate(beside),
    unit: 'per second',
    target: { atLeast },
  };
}

/** What one flag took: processor time of the bot's process (ms), and calls. */
function aFlag(runs: readonly Run[]) {
  const calls = Object.entries(runs.at(-1)?.calls ?? {});
  return {
    processorMs: Number((median(runs.map(({ cpuMs }) => cpuMs)) / FLAGS).toPrecision(3)),
    calls: Object.fromEntries(calls.map(([method, count]) => [method, Number((count / FLAGS).toFixed(2))])),
  };
}
