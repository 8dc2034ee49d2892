import { setTimeout as pause } from 'node:timers/promises';
import type { Arena } from './arena/arena.ts';
import { chanceOf, type Chance } from './arena/chance.ts';
import type { Fault, Hit } from './faults/fault.ts';
import { faults } from './faults/index.ts';
import { kill } from './faults/kill.ts';
import { flawless, isSettled, judge, type Verdict } from './model.ts';
import { moments, type Moment } from './moments.ts';
import { flagSome, goOn, type Flagged } from './people.ts';

/** One run: a fault at a moment on a platform, and some kills at others, all drawn from the seed and the run's number. */
export interface Plan {
  run: number;
  platform: 'slack' | 'discord';
  strikes: { fault: Fault; moment: Moment }[];
  chance: Chance;
}

export interface Outcome {
  plan: Plan;
  flagged: Flagged[];
  kills: number;
  faults: number;
  /** Moments that were struck at. */
  met: string[];
  verdict: Verdict;
  tookMs: number;
}

/** Kills besides the fault a run is about. */
const MORE_KILLS = 4;
/** How long everything may take to come right after the last fault (ms). */
const RIGHT_WITHIN_MS = 90_000;

/** What a run is drawn from. */
export interface Draw {
  run: number;
  seed: number;
  arena: Arena;
  platforms: readonly ('slack' | 'discord')[];
  /** All there are, when left out. */
  among?: readonly Fault[];
}

/** Platforms and faults take turns, so that a long series has each fault on each; moments are chance. */
export function planRun({ run, seed, arena, platforms, among = faults }: Draw): Plan {
  const chance = chanceOf(seed * 100_003 + run);
  const platform = platforms[run % platforms.length]!;
  const fitting = among.filter((fault) => fault.fits?.(arena, platform) ?? true);
  const fault = fitting[Math.floor(run / platforms.length) % fitting.length]!;
  const moment = chance.pick(moments);
  const others = chance.shuffle(moments.filter((one) => one !== moment)).slice(0, MORE_KILLS);
  return {
    run,
    platform,
    chance,
    strikes: [{ fault, moment }, ...others.map((one) => ({ fault: kill, moment: one }))],
  };
}

/** Plays one run to its end and judges it. */
export async function playRun(arena: Arena, plan: Plan): Promise<Outcome> {
  const { run, platform, chance, strikes } = plan;
  const startedAt = Date.now();
  const counted = { kills: 0, faults: 0 };
  const met: string[] = [];
  const goingOn: Promise<unknown>[] = [];
  const checks: (() => Promise<string | null>)[] = [];
  const hit = (bot: Hit['bot']): Hit => ({
    arena,
    platform,
    bot,
    chance,
    meanwhile: (work) => void goingOn.push(work),
    afterwards: (check) => void checks.push(check),
    count: (what) => void (counted[what] += 1),
  });

  for (const { fault } of strikes) fault.prepare?.(hit(null));
  const disarm = strikes.map(({ fault, moment }) =>
    moment.arm({
      arena,
      platform,
      chance,
      count: () => void (counted.kills += 1),
      strike: (bot) => {
        met.push(moment.name);
        return fault.strike(hit(bot));
      },
    }),
  );
  const withFile = strikes.some(({ fault }) => fault.name === 'bad-file');
  const flagged = flagSome(arena, platform, String(run), chance, withFile);
  const verdict: Verdict = { lost: [], twice: [], leaked: [] };
  const trouble = (error: unknown) => void verdict.lost.push(String(error));
  const people = Promise.all(flagged.map((one) => goOn(arena, one))).catch(trouble);
  await settle(arena, flagged, goingOn).catch(trouble);
  disarm.forEach((off) => off());
  await people;
  for (const check of checks) await check().then((wrong) => wrong && verdict.lost.push(wrong), trouble);
  arena.sandbox[platform].clearFaults();
  await settle(arena, flagged, goingOn).catch(trouble);

  const { lost, twice, leaked } = await judge(arena, flagged);
  // The threads of open cases are looked into after every restart, so that a world would grow slower with each run.
  await arena.sql("update hearback.cases set state = 'closed' where source_message = any($1)", [
    flagged.map(({ message }) => message),
  ]);
  verdict.lost.push(...lost);
  verdict.twice.push(...twice);
  verdict.leaked.push(...leaked);
  if (!flawless(verdict)) verdict.lost.push(...(await undone(arena)));
  return { plan, flagged, ...counted, met, verdict, tookMs: Date.now() - startedAt };
}

async function settle(arena: Arena, flagged: readonly Flagged[], goingOn: Promise<unknown>[]): Promise<void> {
  const opened = async () =>
    (
      await arena.sql('select from hearback.cases where source_message = any($1)', [
        flagged.map(({ message }) => message),
      ])
    ).length >= flagged.length;
  await arena.until(
    'everything to come right',
    async () => (await opened()) && (await isSettled(arena)),
    RIGHT_WITHIN_MS,
  );
  while (goingOn.length > 0) await goingOn.shift();
  await arena.until('everything to come right', () => isSettled(arena), RIGHT_WITHIN_MS);
  await pause(30);
}

/** What is still to be done, for whoever looks for the reason. */
async function undone(arena: Arena): Promise<string[]> {
  const rows = await arena
    .sql<{ kind: string; data: unknown; generation: number; run_at: Date; dispatched_at: Date | null }>(
      "select kind, data, generation, run_at, dispatched_at from hearback.outbox where done_at is null and run_at < now() + interval '5 s' limit 10",
    )
    .catch(() => []);
  return rows.map(
    ({ kind, data, generation, run_at, dispatched_at }) =>
      `  undone: ${kind} ${JSON.stringify(data)} generation ${generation}, due ${run_at.toISOString()}, ${dispatched_at ? 'sent to the queue' : 'not sent'}`,
  );
}
