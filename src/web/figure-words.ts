import type { Figures } from '../store/figures-port.ts';
import type { Texts } from '../texts/index.ts';
import { localeOf } from '../texts/locale.ts';
import { lengthOf } from './times.ts';

/** A table as a view draws it; the first cell of a row names it. */
export interface Table {
  caption: string;
  head: readonly string[];
  /** Each row is read by itself: on a narrow screen one below the other, with the headings inside. */
  isList?: boolean;
  /** `url`: where its first cell leads. */
  rows: readonly { cells: readonly string[]; url: string | null }[];
}

/** On one line, however narrow its column. */
export function unbroken(text: string): string {
  return text.replaceAll(' ', '\u00A0');
}

/** Nothing to say. */
export const NONE = '–';

export interface Say {
  number(value: number): string;
  /** One digit behind the comma. */
  mean(value: number | null): string;
  /** Whole percent, rounded down: 100 only when all of them are. */
  percent(part: number, all: number): string;
  /** How long, in its largest unit. */
  length(seconds: number | null): string;
}

/** Numbers as they are written in a language. */
export function sayIn({ common }: Texts): Say {
  const code = localeOf(common.code);
  const number = new Intl.NumberFormat(code);
  const mean = new Intl.NumberFormat(code, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
  const percent = new Intl.NumberFormat(code, { style: 'percent', maximumFractionDigits: 0 });
  return {
    number: (value) => number.format(value),
    mean: (value) => (value === null ? NONE : mean.format(value)),
    percent: (part, all) => (all === 0 ? NONE : percent.format(Math.floor((100 * part) / all) / 100)),
    length: (seconds) => (seconds === null ? NONE : lengthOf(seconds, code)),
  };
}

/** Heading and cells of what happened in a time. */
export function figureColumns(texts: Texts): { head: string[]; cells(of: Figures): string[] } {
  const { barometer: words } = texts.figures;
  const say = sayIn(texts);
  return {
    head: [words.opened, words.closed, words.firstAnswer, words.rated, words.said],
    cells: ({ opened, closed, waitedS, ratings, rated, solved, notYet }) => [
      say.number(opened),
      say.number(closed),
      say.length(waitedS),
      ratings === 0 ? NONE : `${say.mean(rated)} (${words.ratings(ratings)})`,
      say.percent(solved, solved + notYet),
    ],
  };
}

/** All of them together; the times cannot be put together and are left to whoever counts the cases. */
export function isNothing({ opened, closed, answered, ratings, solved, notYet }: Figures): boolean {
  return opened + closed + answered + ratings + solved + notYet === 0;
}
