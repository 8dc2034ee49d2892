import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { MessageView, SandboxPlatform } from '../sandbox/platform.ts';
import { discordSeed, slackSeed } from '../sandbox/seed.ts';
import { startSandbox } from '../sandbox/server.ts';
import { startApp } from '../src/app.ts';
import { readConfig } from '../src/config.ts';
import { createLog } from '../src/log.ts';
import { packageRoot } from '../src/package-root.ts';
import { type Figure, percentile, report } from './report.ts';

/**
 * `npm run bench -- first-answer --json`: how long after the reaction 👀, the triage card and the answer are there, one flag at a time, with the
 * embedded database and everything in one process, as `npm start` runs it. Beside it: one second.
 */

/** Flags measured on each platform, after one that warms up. */
const FLAGS = Number(process.env['BENCH_FLAGS'] ?? 30);

/** Between two flags (ms): one channel takes one message a second, and waiting for that is not what is measured. */
const PAUSE_MS = 1_300;

/** All three should be there in this time (ms). */
const WANTED_MS = 1_000;

/** A flag that takes this long has failed (ms). */
const HUNG_MS = 30_000;

type Seen = Record<'receipt' | 'card' | 'answer', number>;

const dataDir = await mkdtemp(join(tmpdir(), 'hearback-bench-'));
const sandbox = await startSandbox({ port: 0, dataDir: null });
const app = await startApp(
  readConfig({
    ...sandbox.env,
    PORT: '0',
    HEARBACK_DATA_DIR: dataDir,
    HEARBACK_CONFIG: join(packageRoot(), 'sandbox', 'hearback.yaml'),
  }),
  { log: createLog('error'), root: packageRoot() },
);
try {
  await until(sandbox.slack, async () => (await app.problems()).length === 0);
  const figures: Figure[] = [];
  for (const platform of ['slack', 'discord'] as const) figures.push(...(await measure(platform)));
  report('first-answer', figures, { flags: FLAGS, database: 'embedded' });
} finally {
  await app.close();
  await sandbox.close();
  await rm(dataDir, { recursive: true, force: true });
}

async function measure(name: 'slack' | 'discord'): Promise<Figure[]> {
  const people = sandbox[name];
  const seed = name === 'slack' ? slackSeed : discordSeed;
  await flagOne(people, seed, 'warming up');
  const seen: Seen[] = [];
  for (let number = 1; number <= FLAGS; number += 1) {
    await pause(PAUSE_MS);
    seen.push(await flagOne(people, seed, `complaint ${number}`));
  }
  return (['receipt', 'card', 'answer'] as const).map((what) => ({
    what: `${what} on ${name}, 19 of 20 times`,
    value: percentile(
      seen.map((each) => each[what]),
      0.95,
    ),
    yardstick: WANTED_MS,
    unit: 'ms',
    target: { atMost: 1 },
  }));
}

async function flagOne(people: SandboxPlatform, seed: typeof slackSeed, text: string): Promise<Seen> {
  const [member, , handler] = seed.people;
  const channel = seed.channels[1]!.id;
  const triage = seed.channels.find((each) => each.name === 'feedback-triage')!.id;
  const { message } = people.createMessage({ as: member!.id, channel, text });
  const from = performance.now();
  people.react({ as: handler!.id, channel, message, emoji: '🚩', present: true });
  const since = async (look: () => boolean) => {
    await until(people, look);
    return performance.now() - from;
  };
  const isFromBot = ({ author }: MessageView) => author.isBot;
  const [receipt, card, answer] = await Promise.all([
    since(() => {
      const flagged = people.messages({ as: member!.id, channel }).find(({ id }) => id === message);
      return flagged?.reactions.some(({ emoji }) => emoji === '👀' || emoji === ':eyes:') ?? false;
    }),
    since(() =>
      people
        .messages({ as: handler!.id, channel: triage })
        .some((each) => JSON.stringify(each.native).includes(text)),
    ),
    since(() => people.messages({ as: member!.id, channel, thread: message }).some(isFromBot)),
  ]);
  return { receipt, card, answer };
}

async function until(people: SandboxPlatform, isThere: () => boolean | Promise<boolean>): Promise<void> {
  const end = performance.now() + HUNG_MS;
  while (!(await isThere())) {
    if (performance.now() > end) throw new Error('it never came');
    await new Promise<void>((resolve) => {
      const done = () => {
        clearTimeout(timer);
        stop();
        resolve();
      };
      const stop = people.onChange(done);
      const timer = setTimeout(done, 100);
    });
  }
}
