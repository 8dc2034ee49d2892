import { parseArgs } from 'node:util';
import { openDatabaseServer } from '../faults/arena/servers.ts';
import { liveMonth } from './month.ts';

const USAGE = `npm run simulate -- [options]

  --days N      days that are lived (30)
  --cases N     cases that are opened in them (500)
  --seed N      what all chance is drawn from; printed at the start (by the clock)
  --json        nothing but the totals, as JSON, on the last line

DATABASE_URL and REDIS_URL are used where they are set; else the embedded PostgreSQL, with the queue in it.
`;

const { values } = parseArgs({
  options: {
    days: { type: 'string', default: '30' },
    cases: { type: 'string', default: '500' },
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
const cases = Number(values.cases);
const seed = Number(values.seed ?? Date.now() % 1_000_000);
if (![days, cases, seed].every((each) => Number.isInteger(each) && each >= 0)) {
  process.stderr.write(`--days, --cases and --seed are whole numbers.\n\n${USAGE}`);
  process.exit(2);
}
const say = (line: string) => process.stderr.write(`${line}\n`);
const redis = process.env['REDIS_URL'] ?? null;

say(`seed ${seed}, queue ${redis ? 'redis' : 'postgres'}`);
const startedAt = Date.now();
const server = await openDatabaseServer();
try {
  const { totals, findings } = await liveMonth({
    seed,
    days,
    cases,
    server,
    redis,
    ...(!values.json && { say }),
  });
  const { missed, twice, late_after_action: late } = totals;
  if (values.json) for (const { words } of findings) say(words);
  say(`${Math.round((Date.now() - startedAt) / 1_000)} s`);
  if (findings.length > 0) say(`again: npm run simulate -- --days ${days} --cases ${cases} --seed ${seed}`);
  if (!values.json)
    for (const [name, count] of Object.entries(totals))
      process.stdout.write(`${name.padEnd(18)}${String(count).padStart(8)}\n`);
  process.stdout.write(`${JSON.stringify(totals)}\n`);
  process.exitCode = missed + twice + late > 0 ? 1 : 0;
} finally {
  await server.close();
}
