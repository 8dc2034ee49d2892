import { parseArgs } from 'node:util';
import { openArena, type Arena, type Layout } from './arena/arena.ts';
import { openDatabaseServer, openRedisServer } from './arena/servers.ts';
import { faults } from './faults/index.ts';
import { flawless, judge } from './model.ts';
import { moments } from './moments.ts';
import { planRun, playRun, type Outcome } from './run.ts';
import type { Flagged } from './people.ts';

const USAGE = `npm run test:faults -- [options]

  --runs N       so many runs; without it, as many as make --kills
  --kills N      processes killed in all, at least (500)
  --seed N       what all chance is drawn from; printed at the start (by the clock)
  --only N       this run alone
  --platform P   slack, discord or both
  --fault F      with these faults alone, by their names in test/faults/faults, with commas between
  --queue Q      postgres, redis or both (both, where there is a Redis)
  --json         nothing but the totals, as JSON, on the last line
`;

/** Runs in one world before a new one is made: a look back after a restart goes through 100 messages. */
const RUNS_IN_A_WORLD = 8;
const LAYOUTS: Layout[] = ['one', 'split', 'twice'];

const { values } = parseArgs({
  options: {
    runs: { type: 'string' },
    kills: { type: 'string', default: '500' },
    seed: { type: 'string' },
    only: { type: 'string' },
    platform: { type: 'string', default: 'both' },
    fault: { type: 'string' },
    queue: { type: 'string', default: 'both' },
    json: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});
if (values.help) {
  process.stdout.write(USAGE);
  process.exit(0);
}
const seed = Number(values.seed ?? Date.now() % 1_000_000);
const platforms = (['slack', 'discord'] as const).filter(
  (each) => values.platform === 'both' || values.platform === each,
);
const among =
  values.fault === undefined ? faults : faults.filter(({ name }) => values.fault?.split(',').includes(name));
const say = (line: string) => process.stderr.write(`${line}\n`);

if (platforms.length === 0 || among.length === 0) throw new Error('There is no such platform or fault.');

const server = await openDatabaseServer();
const redis = values.queue === 'postgres' ? null : await openRedisServer();
if (values.queue === 'redis' && !redis)
  throw new Error('There is no Redis: install redis-server, or set REDIS_URL.');
say(
  `seed ${seed}, queue ${redis ? (values.queue === 'redis' ? 'redis' : 'redis and postgres') : 'postgres'}`,
);

const totals = { runs: 0, flags: 0, lost: 0, twice: 0, leaked: 0 };
const others = { kills: 0, faults: 0 };
const met = new Map<string, number>();
const startedAt = Date.now();
let world: { number: number; arena: Arena; flagged: Flagged[] } | null = null;

const first = values.only === undefined ? 0 : Number(values.only);
const last =
  values.only === undefined ? (values.runs === undefined ? Infinity : Number(values.runs) - 1) : first;
const wanted = values.runs === undefined && values.only === undefined ? Number(values.kills) : Infinity;
const enough = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    const isSecond = enough.signal.aborted;
    say(isSecond ? 'ending now' : 'ending after this run; once more to end now');
    enough.abort();
    if (!isSecond) return;
    const closing = [world?.arena, redis, server].map(async (part) => part?.close());
    void Promise.allSettled(closing).then(() => process.exit(130));
  });
}
try {
  for (let run = first; run <= last && others.kills < wanted && !enough.signal.aborted; run += 1) {
    const { arena, flagged } = await worldFor(run);
    const outcome = await playRun(arena, planRun({ run, seed, arena, platforms, among }));
    flagged.push(...outcome.flagged);
    tell(outcome, arena);
  }
} finally {
  await endWorld();
  await redis?.close();
  await server.close();
}
const seconds = Math.round((Date.now() - startedAt) / 1_000);
const missed = moments.filter(({ name }) => !met.has(name)).map(({ name }) => name);
say(`${others.kills} kills and ${others.faults} other faults in ${seconds} s`);
if (missed.length > 0) say(`never met: ${missed.join('; ')}`);
process.stdout.write(
  values.json
    ? `${JSON.stringify(totals)}\n`
    : `${totals.runs} runs, ${totals.flags} flags: ${totals.lost} lost, ${totals.twice} twice, ${totals.leaked} leaked\n`,
);
process.exit(totals.lost + totals.twice + totals.leaked > 0 ? 1 : 0);

/** Which world a run is played in follows from its number alone, so that it can be played again alone. */
async function worldFor(run: number): Promise<{ arena: Arena; flagged: Flagged[] }> {
  const number = Math.floor(run / RUNS_IN_A_WORLD);
  if (world?.number === number) return world;
  await endWorld();
  const layout = LAYOUTS[number % LAYOUTS.length]!;
  const usesRedis =
    redis !== null && (values.queue === 'redis' || Math.floor(number / LAYOUTS.length) % 2 === 0);
  const arena = await openArena({ layout, server, redis: usesRedis ? redis : null });
  world = { number, arena, flagged: [] };
  await arena.until('the program', () => arena.bots.every((bot) => bot.isReady()), 30_000);
  return world;
}

/** Looks at everything once more: what is said twice may be said late. */
async function endWorld(): Promise<void> {
  if (!world) return;
  const { arena, flagged } = world;
  world = null;
  const verdict = await judge(arena, flagged);
  if (!flawless(verdict)) {
    say(`at the end of its world: ${[...verdict.lost, ...verdict.twice, ...verdict.leaked].join('\n  ')}`);
    totals.twice += verdict.twice.length;
    totals.leaked += verdict.leaked.length;
  }
  await arena.close();
}

function tell(
  { plan, flagged, kills, faults: struckFaults, met: struck, verdict, tookMs }: Outcome,
  arena: Arena,
): void {
  totals.runs += 1;
  totals.flags += flagged.length;
  others.kills += kills;
  others.faults += struckFaults;
  for (const name of struck) met.set(name, (met.get(name) ?? 0) + 1);
  const [{ fault, moment }] = plan.strikes as [(typeof plan.strikes)[number]];
  const what = `run ${plan.run} · ${plan.platform} · ${arena.layout}, ${arena.queue} · ${fault.name} when ${moment.name}`;
  if (!values.json || !flawless(verdict))
    say(`${flawless(verdict) ? 'ok  ' : 'FAIL'} ${what} · ${kills} kills · ${tookMs} ms`);
  if (flawless(verdict)) return;
  totals.lost += verdict.lost.length;
  totals.twice += verdict.twice.length;
  totals.leaked += verdict.leaked.length;
  say(
    `     besides killed when ${plan.strikes
      .slice(1)
      .map((one) => one.moment.name)
      .join('; ')}`,
  );
  say(`     struck: ${struck.join('; ')}`);
  for (const [kind, all] of Object.entries(verdict))
    for (const one of all as string[]) say(`     ${kind}: ${one}`);
  const given = (['platform', 'fault', 'queue'] as const)
    .filter((name) => values[name] !== undefined && values[name] !== 'both')
    .map((name) => ` --${name} ${values[name]}`);
  say(`     again: npm run test:faults -- --seed ${seed} --only ${plan.run}${given.join('')}`);
}
