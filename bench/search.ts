import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import type { Standing } from '../src/cases/access.ts';
import { parseSearch } from '../src/cases/search/parse-search.ts';
import { packageRoot } from '../src/package-root.ts';
import { openDatabase } from '../src/store/database.ts';
import { runServer } from '../src/store/embedded/server.ts';
import { migrate } from '../src/store/migrate.ts';
import { createSearch } from '../src/store/search.ts';
import { type Figure, percentile, report } from './report.ts';
import { fill, TEXTS_A_CASE, WORKSPACE } from './search/fill.ts';
import { texts } from './search/texts.ts';

/**
 * `npm run bench -- search --json`: how long a search takes among 100,000 texts in four languages, for somebody of the staff and for a
 * department; how large the index is, and what it costs to write. Beside it: the same among 1,000.
 */

/** Each is asked so often. */
const ROUNDS = 20;
const SIZES = (process.env['BENCH_SEARCH_TEXTS'] ?? '1000,100000').split(',').map(Number);
/** Written with the index and without. */
const WRITTEN = 2_000;
const TARGET = { atMost: 2 };

/** One of a kind each: frequent and rare words, several, phrases, slips, names, filters alone and with words, nothing at all. */
const QUERIES = {
  frequent: 'password',
  stem: 'logging',
  danish: 'kodeord',
  french: 'remboursement',
  accents: 'nao',
  several: 'app crashes upload',
  small: 'the code of my phone',
  phrase: '"log in"',
  not: 'password -reset',
  slip: 'pasword recieve',
  name: 'from:"member 17"',
  filtered: 'password state:open kind:refund newer:26w',
  filters: 'kind:refund state:open severity:high',
  number: 'FB-17',
  unknown: 'xylophone',
};

const NAMES = {
  prefix: 'FB',
  kinds: { refund: 'Refund', feedback: 'Feedback' },
  departments: { qa: 'QA' },
  userId: 'quinn',
};
const person = {
  workspaceId: WORKSPACE,
  userId: 'quinn',
  colleagues: 'uncounted',
  fellowLeads: 'uncounted',
} as const;
const PEOPLE: Record<string, Standing> = {
  staff: { ...person, roles: new Set(['moderator']), departments: new Set() },
  department: { ...person, roles: new Set(), departments: new Set(['qa']) },
};

const folder = await mkdtemp(join(tmpdir(), 'hearback-bench-'));
const server = await runServer({ dataDir: folder, log: pino({ level: 'silent' }), settings: {} });
const log = pino({ level: 'silent' });
const pool = openDatabase(server.connection, { log, max: 4 });
try {
  const results: Measured[] = [];
  for (const size of SIZES) results.push(await measure(size));
  const [least, ...more] = results;
  report(
    'search',
    more.flatMap((each) => [half(each, least!), most(each, least!)]),
    { rounds: ROUNDS, database: 'embedded', results },
  );
} finally {
  await pool.end();
  await server.shutDown();
  await rm(folder, { recursive: true, force: true });
}

type Measured = Awaited<ReturnType<typeof measure>>;

/** Of all kinds of searches together. */
function half({ texts: among, p50 }: Measured, least: Measured): Figure {
  const what = `half of the searches among ${among} texts, beside ${least.texts}`;
  return { what, value: p50, yardstick: least.p50, unit: 'ms', target: TARGET };
}

function most({ texts: among, p99 }: Measured, least: Measured): Figure {
  const what = `99 of 100 searches among ${among} texts, beside ${least.texts}`;
  return { what, value: p99, yardstick: least.p99, unit: 'ms', target: TARGET };
}

async function measure(size: number) {
  await pool.query('drop schema if exists hearback cascade');
  await migrate(pool);
  const said = await texts(join(packageRoot(), 'bench', 'topics'), size + 2 * WRITTEN);
  const filledMs = await fill(pool, said.slice(0, size));
  const search = createSearch(pool, { now: () => new Date('2026-11-22T12:00:00Z') });
  while (await search.keepUp());
  await pool.query('vacuum analyze');
  const bytes = await sizes();
  const took: Record<string, object> = {};
  const all: number[] = [];
  for (const [who, eyes] of Object.entries(PEOPLE))
    for (const [name, typed] of Object.entries(QUERIES)) {
      const query = parseSearch(typed, NAMES);
      const times: number[] = [];
      let hits = 0;
      for (let round = 0; round < ROUNDS; round += 1) {
        const began = performance.now();
        const page = await search.find(WORKSPACE, query, { eyes, limit: 10 });
        times.push(performance.now() - began);
        hits = page.hits.length;
      }
      all.push(...times);
      took[`${who} ${name}`] = { ...figures(times), hits };
    }
  return {
    texts: size,
    cases: size / TEXTS_A_CASE,
    ...figures(all),
    filledMs: Math.round(filledMs),
    bytes,
    write: await writing(said.slice(size)),
    took,
  };
}

/** What one text costs when it is written, with the index and without it (ms). */
async function writing(said: Awaited<ReturnType<typeof texts>>) {
  const tables = ['cases', 'case_message', 'message', 'message_version', 'reply', 'note'];
  const switched = (how: string) =>
    pool.query(tables.map((table) => `alter table hearback.${table} ${how} trigger user;`).join(' '));
  const indexed = (await fill(pool, said.slice(0, WRITTEN))) / WRITTEN;
  await switched('disable');
  const bare = (await fill(pool, said.slice(WRITTEN))) / WRITTEN;
  await switched('enable');
  return { indexed: rounded(indexed), bare: rounded(bare) };
}

async function sizes() {
  const { rows } = await pool.query<{ record: string; search: string }>(
    `select sum(pg_total_relation_size(oid)) filter (where relname !~ '^search_') as record,
       sum(pg_total_relation_size(oid)) filter (where relname ~ '^search_') as search
     from pg_class where relnamespace = 'hearback'::regnamespace and relkind = 'r'`,
  );
  return { record: Number(rows[0]!.record), search: Number(rows[0]!.search) };
}

function figures(times: readonly number[]) {
  const at = (share: number) => rounded(percentile(times, share));
  return { p50: at(0.5), p99: at(0.99), max: at(1) };
}

function rounded(ms: number): number {
  return Math.round(ms * 100) / 100;
}
