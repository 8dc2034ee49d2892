import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { pino } from 'pino';
import { ALIKE, alike, enough, ONE_PAIR, rarityFrom, type Subject } from '../src/cases/topics/alike.ts';
import { packageRoot } from '../src/package-root.ts';
import { runServer } from '../src/store/embedded/server.ts';
import { termsIn } from '../src/store/topic-words.ts';
import { fitted } from './topics/fitted.ts';
import { measure, remembered, type Enough, type Score } from './topics/grown.ts';

/**
 * `npm run bench -- topics --json`: how well complaints about the same thing find one another. Labelled complaints in four
 * languages, in two files: everything was tuned on the first, and what is printed is measured on the second. They come in one
 * after the other, as cases do, and each joins the topic it is most alike, or begins one. Precision: of the pairs that came
 * together, how many belong together. Recall: of the pairs that belong together, how many came together. The baseline does the
 * same with nothing but the trigrams of PostgreSQL (pg_trgm), at the threshold that is best for it (F1) on the first file.
 * With `--fit` the weights of alike.ts are fitted anew on the first file, and checked there by halves.
 */

interface Complaint extends Subject {
  /** `-`: about nothing that anybody else said. */
  topic: string;
  text: string;
}

const folder = await mkdtemp(join(tmpdir(), 'hearback-bench-'));
const server = await runServer({
  dataDir: folder,
  log: pino({ level: 'silent' }),
  settings: { fsync: 'off' },
});
const pool = new pg.Pool(server.connection);
// The server is ended while a connection may still be closing.
pool.on('error', () => {});
try {
  await (process.argv.includes('--fit') ? fitAnew() : compareBoth());
} finally {
  await pool.end();
  await server.shutDown();
  await rm(folder, { recursive: true, force: true });
}

async function fitAnew(): Promise<void> {
  const tuned = await complaints('tune.tsv');
  const client = await pool.connect();
  process.stdout.write(`${JSON.stringify(await fitted(client, tuned), null, 2)}\n`);
  client.release();
}

async function compareBoth(): Promise<void> {
  await pool.query('create extension if not exists pg_trgm');
  const [tuned, held] = [await complaints('tune.tsv'), await complaints('held-out.tsv')];
  const threshold = await bestTrigram(tuned);
  const found = measure(held, likeness(held), enough);
  const isOneLanguage = (a: number, b: number) => held[a]!.language === held[b]!.language;
  const within = measure(held, likeness(held), enough, { counts: isOneLanguage });
  const across = measure(held, likeness(held), enough, { counts: (a, b) => !isOneLanguage(a, b) });
  const baseline = measure(held, await trigrams(held), from(threshold));
  const seen = measure(tuned, likeness(tuned), enough);
  const rounded = (value: number) => Math.round(value * 1_000) / 1_000;
  const result = {
    precision: rounded(found.precision),
    recall: rounded(found.recall),
    baseline_precision: rounded(baseline.precision),
    baseline_recall: rounded(baseline.recall),
  };
  const about = {
    complaints: held.length,
    pairs: found.pairs,
    in_one_language: {
      pairs: within.pairs,
      precision: rounded(within.precision),
      recall: rounded(within.recall),
    },
    across_languages: {
      pairs: across.pairs,
      precision: rounded(across.precision),
      recall: rounded(across.recall),
    },
    threshold: ALIKE,
    more_for_one_pair: ONE_PAIR,
    baseline_threshold: threshold,
    tuned_on: {
      complaints: tuned.length,
      pairs: seen.pairs,
      precision: rounded(seen.precision),
      recall: rounded(seen.recall),
    },
  };
  process.stdout.write(
    process.argv.includes('--json')
      ? `${JSON.stringify({ ...result, ...about })}\n`
      : `precision ${result.precision}, recall ${result.recall}; trigrams alone: precision ${result.baseline_precision}, recall ${result.baseline_recall}\n` +
          `on ${held.length} complaints with ${found.pairs} pairs that belong together; tuned on ${tuned.length} others (there: precision ${about.tuned_on.precision}, recall ${about.tuned_on.recall})\n`,
  );
}

async function complaints(file: string): Promise<Complaint[]> {
  const lines = (await readFile(join(packageRoot(), 'bench', 'topics', file), 'utf8')).trim().split('\n');
  const read: Complaint[] = [];
  const client = await pool.connect();
  for (const line of lines) {
    const [topic = '', language = '', text = ''] = line.split('\t');
    read.push({ topic, language, text, terms: await termsIn(client, text, language) });
  }
  client.release();
  return read;
}

/** The same likeness for two as for many. */
function from(threshold: number): Enough {
  return (likeness_) => likeness_ - threshold;
}

/** How the program compares: what is rare is counted among all of them. */
function likeness(all: readonly Complaint[]): Score {
  const counts = new Map<string, number>();
  for (const term of all.flatMap(({ terms }) => terms)) counts.set(term, (counts.get(term) ?? 0) + 1);
  const rarity = rarityFrom(counts, all.length);
  return remembered((a, b) => alike(all[a]!, all[b]!, rarity));
}

async function trigrams(all: readonly Complaint[]): Promise<Score> {
  const { rows } = await pool.query<{ a: number; b: number; score: number }>(
    `with said as (select text, place::int - 1 as place from unnest($1::text[]) with ordinality as each (text, place))
     select a.place as a, b.place as b, similarity(a.text, b.text) as score from said a join said b on a.place < b.place
     where similarity(a.text, b.text) > 0.05`,
    [all.map(({ text }) => text)],
  );
  const scores = new Map(rows.map(({ a, b, score }) => [a * all.length + b, score]));
  return (a, b) => scores.get(Math.min(a, b) * all.length + Math.max(a, b)) ?? 0;
}

/** The threshold at which trigrams do best on the first file: precision and recall together (F1). */
async function bestTrigram(all: readonly Complaint[]): Promise<number> {
  const score = await trigrams(all);
  const tried = Array.from({ length: 15 }, (_, step) => {
    const threshold = (12 + 3 * step) / 100;
    const { precision, recall } = measure(all, score, from(threshold), { orders: 1 });
    return { threshold, f1: (2 * precision * recall) / (precision + recall || 1) };
  });
  return tried.reduce((best, each) => (each.f1 > best.f1 ? each : best)).threshold;
}
