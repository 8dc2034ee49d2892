import type { PoolClient } from 'pg';
import {
  enough,
  OTHER_TROUBLE,
  rarityFrom,
  SIGNS,
  signsOf,
  type Subject,
} from '../../src/cases/topics/alike.ts';
import { meaningsIn, TOPIC_LANGUAGES, type TopicLanguage } from '../../src/cases/topics/lexicon.ts';
import { withoutAccents, wordsOf } from '../../src/cases/topics/plain.ts';
import { FILLERS } from '../../src/cases/topics/fillers.ts';
import { termsOf, vocabularyOf, type Vocabulary } from '../../src/cases/topics/terms.ts';
import { stemsOf } from '../../src/store/topic-words.ts';
import { belong, measure, shuffled } from './grown.ts';

/** A complaint as it is written. */
export interface Written {
  topic: string;
  language: string;
  text: string;
}

/** So many of the things are taken out of the lists for the second look (share): real complaints are about others as well. */
const HIDDEN = 0.5;
/** The complaints are parted in so many, by topics, for the cross-validation: each part is about as long as the second file. */
const PARTS = 4;
/** How often. */
const PARTINGS = 2;
/** Thresholds that are looked at. */
const THRESHOLDS = [-2.25, -2, -1.75, -1.5, -1.25, -1, -0.75, -0.5, 0];
/** Holds weights back that few pairs speak for. */
const RIDGE = 1;
const STEPS = 25;

type Row = readonly number[];
type Pairs = ReadonlyMap<number, Row>;

/**
 * The weights of the signs (a logistic regression on pairs), fitted on the complaints as they are and once more with a part of the
 * lists hidden; and how good such weights are where they were not fitted: on a quarter of the topics, with those of the others.
 */
export async function fitted(client: PoolClient, all: readonly Written[]) {
  const looks = [await pairsOf(client, all, 0), await pairsOf(client, all, HIDDEN)] as const;
  const weights = fit(all, looks, () => true);
  const tried = Array.from({ length: PARTINGS }, (_, seed) => parted(all, seed + 1)).flatMap((part) =>
    Array.from({ length: PARTS }, (__, kept) => {
      const own = asUsed(fit(all, looks, (place) => part[place] !== kept));
      const places = all.map((___, place) => place).filter((place) => part[place] === kept);
      const score = (a: number, b: number) => odds(looks[0].get(keyOf(a, b, all.length)), own);
      return THRESHOLDS.map((threshold) =>
        measure(all, score, (likeness, pairs) => enough(likeness, pairs, threshold), { places }),
      );
    }),
  );
  const mean = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length;
  return {
    weights: Object.fromEntries(['always', ...SIGNS].map((name, at) => [name, rounded(weights[at] ?? 0)])),
    cross_validated: THRESHOLDS.map((threshold, at) => ({
      threshold,
      precision: rounded(mean(tried.map((figures) => figures[at]!.precision))),
      recall: rounded(mean(tried.map((figures) => figures[at]!.recall))),
    })),
  };
}

/** Another trouble counts for more than was fitted. */
const asUsed = (weights: readonly number[]) =>
  weights.map((weight, at) => (SIGNS[at - 1] === 'noTroubleInCommon' ? weight - OTHER_TROUBLE : weight));
const rounded = (value: number) => Math.round(value * 100) / 100;
const keyOf = (a: number, b: number, size: number) => Math.min(a, b) * size + Math.max(a, b);

async function pairsOf(client: PoolClient, all: readonly Written[], hidden: number): Promise<Pairs> {
  const vocabularies = await vocabulariesOf(client, all, hidden);
  const subjects: Subject[] = all.map(({ text, language }) => ({
    language,
    terms: termsOf(text, vocabularies.get(language)!),
  }));
  const counts = new Map<string, number>();
  for (const term of subjects.flatMap(({ terms }) => terms)) counts.set(term, (counts.get(term) ?? 0) + 1);
  const rarity = rarityFrom(counts, all.length);
  const pairs = new Map<number, Row>();
  for (const [a, subject] of subjects.entries())
    for (let b = a + 1; b < subjects.length; b += 1) {
      const signs = signsOf(subject, subjects[b]!, rarity);
      if (signs) pairs.set(keyOf(a, b, all.length), [1, ...SIGNS.map((sign) => signs[sign])]);
    }
  return pairs;
}

async function vocabulariesOf(client: PoolClient, all: readonly Written[], hidden: number) {
  const everything = TOPIC_LANGUAGES.flatMap(meaningsIn);
  const things = [...new Set(everything.map(({ concept }) => concept))].filter((each) =>
    each.startsWith('='),
  );
  const order = shuffled(
    things.map((_, place) => place),
    12,
  );
  const gone = new Set(order.slice(0, Math.round(things.length * hidden)).map((place) => things[place]));
  const listed = everything.filter(({ concept }) => !gone.has(concept));
  const found = new Map<string, Vocabulary>();
  for (const language of TOPIC_LANGUAGES)
    found.set(language, vocabularyOf(language, await stemsFor(client, language, all), listed));
  return found;
}

function stemsFor(client: PoolClient, language: TopicLanguage, all: readonly Written[]) {
  const words = [
    ...meaningsIn(language).flatMap((each) => each.words),
    ...all.filter((each) => each.language === language).flatMap(({ text }) => wordsOf(text)),
    ...wordsOf(FILLERS[language]),
  ];
  return stemsOf(client, language, [...words, ...words.map(withoutAccents)]);
}

/** Which part a complaint is in: those of one topic are in the same. */
function parted(all: readonly Written[], seed: number): number[] {
  const topics = [...new Set(all.map(({ topic }) => topic))].filter((topic) => topic !== '-').toSorted();
  const order = shuffled(
    topics.map((_, place) => place),
    seed,
  );
  const part = new Map(order.map((topic, place) => [topics[topic], place % PARTS]));
  return all.map(({ topic }, place) => part.get(topic) ?? place % PARTS);
}

function odds(row: Row | undefined, weights: readonly number[]): number {
  if (!row) return -6;
  return Math.max(
    -6,
    Math.min(
      6,
      row.reduce((sum, value, at) => sum + value * weights[at]!, 0),
    ),
  );
}

/** Newton's steps to the weights under which what belongs together is likeliest. */
function fit(all: readonly Written[], looks: readonly Pairs[], isIn: (place: number) => boolean): number[] {
  const belongs = belong(all);
  const rows = looks.flatMap((pairs) =>
    [...pairs].flatMap(([key, row]) => {
      const [a, b] = [Math.floor(key / all.length), key % all.length];
      return isIn(a) && isIn(b) ? [{ row, isOne: Number(belongs(a, b)) }] : [];
    }),
  );
  let weights = ['always', ...SIGNS].map(() => 0);
  for (let step = 0; step < STEPS; step += 1) weights = stepped(rows, weights);
  return weights;
}

function stepped(rows: readonly { row: Row; isOne: number }[], weights: readonly number[]): number[] {
  const size = weights.length;
  const slope = weights.map((weight, at) => (at === 0 ? 0 : -RIDGE * weight));
  const bend = weights.map((_, at) =>
    weights.map((__, other) => (at === other ? (at === 0 ? 1e-6 : RIDGE) : 0)),
  );
  for (const { row, isOne } of rows) {
    const likely = 1 / (1 + Math.exp(-row.reduce((sum, value, at) => sum + value * weights[at]!, 0)));
    const sure = likely * (1 - likely) + 1e-9;
    for (let at = 0; at < size; at += 1) {
      slope[at]! += (isOne - likely) * row[at]!;
      if (row[at] !== 0)
        for (let other = 0; other < size; other += 1) bend[at]![other]! += sure * row[at]! * row[other]!;
    }
  }
  const change = solved(bend, slope);
  return weights.map((weight, at) => weight + change[at]!);
}

/** Gauss, with the largest first. */
function solved(left: readonly (readonly number[])[], right: readonly number[]): number[] {
  const size = right.length;
  const grid = left.map((row, at) => [...row, right[at]!]);
  for (let at = 0; at < size; at += 1) {
    const best = grid
      .map((row, place) => (place < at ? -1 : Math.abs(row[at]!)))
      .reduce((top, value, place, values) => (value > values[top]! ? place : top), at);
    [grid[at], grid[best]] = [grid[best]!, grid[at]!];
    for (let row = 0; row < size; row += 1) {
      if (row === at) continue;
      const share = grid[row]![at]! / grid[at]![at]!;
      for (let column = at; column <= size; column += 1) grid[row]![column]! -= share * grid[at]![column]!;
    }
  }
  return grid.map((row, at) => row[size]! / row[at]!);
}
