import { parseArgs } from 'node:util';
import fc from 'fast-check';
import { openDatabaseServer } from '../faults/arena/servers.ts';
import { urlOf } from '../support/postgres.ts';
import type { Door } from './door.ts';

/** Longest time one input may take (ms): more is a hang. */
const HUNG_MS = 30_000;

// Within the test run there is a database server already; by itself it needs one. Known before the doors are loaded.
const server = process.env['HEARBACK_TEST_RUN'] === undefined ? await openDatabaseServer() : null;
if (server) process.env['DATABASE_URL'] = urlOf(server.connection('postgres'));
const { doors } = await import('./doors/index.ts');

const { values: options } = parseArgs({
  options: {
    runs: { type: 'string', default: '100000' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000_007) },
    door: { type: 'string' },
  },
});
const seed = Number(options.seed);
const chosen = doors.filter(({ name }) => options.door === undefined || name === options.door);
if (chosen.length === 0) {
  process.stderr.write(
    `There is no door ${options.door}; there are ${doors.map(({ name }) => name).join(', ')}.\n`,
  );
  process.exit(1);
}
const each = Math.ceil(Number(options.runs) / chosen.length);

/** What nobody caught, while which door was open. */
const uncaught: unknown[] = [];
process.on('unhandledRejection', (error) => uncaught.push(error));
process.on('uncaughtException', (error) => uncaught.push(error));

let inputs = 0;
let failures = 0;
for (const door of chosen) {
  const problem = await attack(door);
  if (problem) failures += 1;
  process.stdout.write(`${door.name}: ${problem ?? `${each} inputs, nothing broke`}\n`);
}
process.stdout.write(`${JSON.stringify({ inputs, failures, seed })}\n`);
await server?.close();
process.exit(failures === 0 ? 0 : 1);

/** @returns what broke, with how to see it again; null when nothing did */
async function attack({ name, open }: Door): Promise<string | null> {
  const door = await open();
  try {
    const details = await fc.check(
      fc.asyncProperty(door.inputs, async (input) => {
        inputs += 1;
        await inTime(door.knock(input));
        // A promise nobody waits for is rejected a moment later.
        await new Promise((resolve) => setImmediate(resolve));
        if (uncaught.length > 0) throw uncaught.shift();
      }),
      { numRuns: each, seed, maxSkipsPerRun: 0, endOnFailure: process.env['SHRINK'] === undefined },
    );
    if (details.failed)
      return `BROKE (again: --door ${name} --seed ${seed})\n${fc.defaultReportMessage(details)}`;
    await door.stillWorks();
    return null;
  } catch (error) {
    return `BROKE (again: --door ${name} --seed ${seed})\n${error instanceof Error ? error.stack : String(error)}`;
  } finally {
    await door.close();
  }
}

function inTime(work: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('this input made it hang')), HUNG_MS);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}
