import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { pino } from 'pino';
import { alike, alikeAmong, enough, ONE_PAIR, rarityFrom, type Subject } from '../src/cases/topics/alike.ts';
import { packageRoot } from '../src/package-root.ts';
import { runServer } from '../src/store/embedded/server.ts';
import { termsIn } from '../src/store/topic-words.ts';
import { type Figure, report } from './report.ts';
import { fitted } from './topics/fitted.ts';
import { measure, remembered, type Enough, type Score } from './topics/grown.ts';
import { pooled, windowsOf, type Window } from './topics/windows.ts';

/**
 * `npm run bench -- topics --json`: how well complaints about the same thing find one another. Labelled complaints in four
 * languages: everything was tuned on the first file, and what is printed is measured on the second, and on a third that was written
 * when all of that was done. They come in one
 * after the other, as cases do, and each joins the topic it is most alike, or begins one. Precision: of the pairs that came
 * together, how many belong together. Recall: of the pairs that belong together, how many came together. The baseline does the
 * same with nothing but the trigrams of PostgreSQL (pg_trgm), at the threshold that is best for it (F1) on the first file. All of it
 * once for the whole file at a time, and for windows of it that are as many complaints as a community has in a month.
 * With `--fit` the weights of alike.ts are fitted anew on the first file, and checked there by halves.
 */

interface Complaint extends Subject {
  /** `-`: about nothing that anybody else said. */
  topic: string;
  text: string;
}

const WANTED = { precision: 0.9, recall: 0.6 };

/** So many complaints at a time, as a community has them in 30 days, with so large a share that nobody else has said. */
const WINDOWS = [
  { size: 40, alone: 0.25 },
  { size: 40, alone: 0.5 },
  { size: 120, alone: 0.25 },
];

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
  await (process.argv.includes('--fit') ? fitAnew() : compareAll());
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

async function compareAll(): Promise<void> {
  await pool.query('create extension if not exists pg_trgm');
  const [tuned, held] = [await complaints('tune.tsv'), await complaints('held-out.tsv')];
  const yardsticks = await yardsticksFrom(tuned);
  const isOneLanguage = (a: number, b: number) => held[a]!.language === held[b]!.language;
  const [ofHeld, ofFresh] = [
    await found(held, yardsticks),
    await found(await complaints('fresh.tsv'), yardsticks),
  ];
  report('topics', [...wantedOf('second file', ofHeld), ...wantedOf('third file', ofFresh)], {
    ...ofHeld,
    in_one_language: figures(measured(held, isOneLanguage)),
    across_languages: figures(measured(held, (a, b) => !isOneLanguage(a, b))),
    threshold: rounded(alikeAmong(held.length)),
    more_for_one_pair: ONE_PAIR,
    baseline_threshold: yardsticks.atOnce,
    third_file: ofFresh,
    tuned_on: {
      complaints: tuned.length,
      ...figures(measured(tuned)),
      in_windows: WINDOWS.map(({ size, alone }) => ({
        complaints: size,
        alone,
        ...figures(pooled(tuned, windowsOf(tuned, size, alone), (places) => comparison(tuned, places))),
      })),
    },
  });
}

/** The thresholds at which trigrams do best on the first file: at once, and in each kind of window. */
async function yardsticksFrom(tuned: readonly Complaint[]) {
  const score = await trigrams(tuned);
  return {
    atOnce: bestTrigram(tuned, score, [everyPlace(tuned)]),
    inWindows: WINDOWS.map(({ size, alone }) => bestTrigram(tuned, score, windowsOf(tuned, size, alone))),
  };
}

/** How well the complaints of a file find one another, at once and in windows, with trigrams beside. */
async function found(all: readonly Complaint[], yardsticks: Awaited<ReturnType<typeof yardsticksFrom>>) {
  const score = await trigrams(all);
  const withTrigrams = (windows: readonly Window[], threshold: number) => {
    const { precision, recall } = pooled(all, windows, () => ({ score, enough: from(threshold) }));
    return { baseline_precision: rounded(precision), baseline_recall: rounded(recall) };
  };
  const baseline = measure(all, score, from(yardsticks.atOnce));
  return {
    complaints: all.length,
    ...figures(measured(all)),
    baseline_precision: rounded(baseline.precision),
    baseline_recall: rounded(baseline.recall),
    in_windows: WINDOWS.map(({ size, alone }, at) => {
      const windows = windowsOf(all, size, alone);
      return {
        complaints: size,
        alone,
        windows: windows.length,
        ...figures(pooled(all, windows, (places) => comparison(all, places))),
        ...withTrigrams(windows, yardsticks.inWindows[at]!),
      };
    }),
  };
}

function wantedOf(file: string, of: Awaited<ReturnType<typeof found>>): Figure[] {
  return [
    ...beside(`${file}, all ${of.complaints} at once`, of),
    ...of.in_windows.flatMap((each) =>
      beside(`${file}, ${each.complaints} at a time, ${each.alone * 100} % alone`, each),
    ),
  ];
}

/** What is wanted of both, with trigrams beside: the ratio that would make it so much. */
function beside(
  among: string,
  of: { precision: number; recall: number; baseline_precision: number; baseline_recall: number },
): Figure[] {
  return (['precision', 'recall'] as const).map((name) => ({
    what: `${name}, ${among}`,
    value: of[name],
    yardstick: of[`baseline_${name}`],
    unit: 'of the pairs',
    target: { atLeast: rounded(WANTED[name] / of[`baseline_${name}`]) },
  }));
}

function rounded(value: number): number {
  return Math.round(value * 1_000) / 1_000;
}

function everyPlace(all: readonly Complaint[]): number[] {
  return all.map((_, place) => place);
}

function figures({ pairs, precision, recall }: { pairs: number; precision: number; recall: number }) {
  return { pairs, precision: rounded(precision), recall: rounded(recall) };
}

/** How well the program does with all of a file at once. */
function measured(all: readonly Complaint[], counts?: (a: number, b: number) => boolean) {
  const { score, enough: isEnough } = comparison(all, everyPlace(all));
  return measure(all, score, isEnough, counts && { counts });
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

/** How the program compares those in these places: what is rare is counted among them, and how many there are. */
function comparison(all: readonly Complaint[], places: readonly number[]): { score: Score; enough: Enough } {
  const counts = new Map<string, number>();
  for (const place of places)
    for (const term of all[place]!.terms) counts.set(term, (counts.get(term) ?? 0) + 1);
  const rarity = rarityFrom(counts, places.length);
  const threshold = alikeAmong(places.length);
  return {
    score: remembered((a, b) => alike(all[a]!, all[b]!, rarity)),
    enough: (likeness, pairs) => enough(likeness, pairs, threshold),
  };
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

/** The threshold at which trigrams do best in such windows of the first file: precision and recall together (F1). */
function bestTrigram(all: readonly Complaint[], score: Score, windows: readonly Window[]): number {
  const tried = Array.from({ length: 15 }, (_, step) => {
    const threshold = (12 + 3 * step) / 100;
    const { precision, recall } = pooled(all, windows, () => ({ score, enough: from(threshold) }));
    return { threshold, f1: (2 * precision * recall) / (precision + recall || 1) };
  });
  return tried.reduce((best, each) => (each.f1 > best.f1 ? each : best)).threshold;
}
