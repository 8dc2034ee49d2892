import { parseArgs } from 'node:util';
import { openDatabaseServer } from '../faults/arena/servers.ts';
import { liveAndRead } from './month.ts';

const USAGE = `npm run test:leaks -- [options]

  --days N      days that are lived (30)
  --acts N      things that people do in them (2000)
  --seed N      what all chance is drawn from; printed at the start (by the clock)
  --json        nothing but the totals, as JSON, on the last line

DATABASE_URL and REDIS_URL are used where they are set; else the embedded PostgreSQL, with the queue in it.
`;

const { values } = parseArgs({
  options: {
    days: { type: 'string', default: '30' },
    acts: { type: 'string', default: '2000' },
    seed: { type: 'string' },
    json: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});
if (values.help) {
  process.stdout.write(USAGE);
  process.exit(0);
}
const days = Number(values.days);
const acts = Number(values.acts);
const seed = Number(values.seed ?? Date.now() % 1_000_000);
if (![days, acts, seed].every((each) => Number.isInteger(each) && each >= 0)) {
  process.stderr.write(`--days, --acts and --seed are whole numbers.\n\n${USAGE}`);
  process.exit(2);
}
const say = (line: string) => process.stderr.write(`${line}\n`);
say(`seed ${seed}`);
const startedAt = Date.now();
const server = await openDatabaseServer();
try {
  const redis = process.env['REDIS_URL'] ?? null;
  const { totals, leaks, done } = await liveAndRead({
    seed,
    days,
    acts,
    server,
    redis,
    ...(!values.json && { say }),
  });
  if (values.json) for (const leak of leaks) say(leak);
  else
    for (const [name, { tried, done: times }] of [...done].toSorted(([a], [b]) => (a < b ? -1 : 1)))
      say(`${name.padEnd(14)} ${String(times).padStart(5)} of ${tried}`);
  say(`${Math.round((Date.now() - startedAt) / 1_000)} s`);
  if (leaks.length > 0) say(`again: npm run test:leaks -- --days ${days} --acts ${acts} --seed ${seed}`);
  process.stdout.write(`${JSON.stringify(totals)}\n`);
  process.exitCode = leaks.length > 0 ? 1 : 0;
} finally {
  await server.close();
}
