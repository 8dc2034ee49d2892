import type { Texts } from '../../texts/index.ts';
import { localeOf } from '../../texts/locale.ts';
import { datesIn } from '../../time/dates-in.ts';
import type { DigestPoint } from './facts.ts';

/** Some periods in numbers, oldest first: bars side by side, and below them how satisfied the members were. */
export interface Chart {
  title: string;
  /** What the two bars of a period count. */
  first: string;
  second: string;
  /** What the line below shows, from 1 to 5. */
  third: string;
  points: { label: string; first: number; second: number; third: number | null }[];
}

/** Draws a chart as a PNG. @throws {Error} when it takes too long or its libraries fail: say it in words then */
export type DrawChart = (chart: Chart) => Promise<Uint8Array>;

/** Nobody's name is in it, so that every letter there is can be drawn; the digest itself says whose it is. */
export function digestChart(points: readonly DigestPoint[], zone: string, texts: Texts): Chart {
  const days = points.map(({ to }) => dayWords(to, zone, texts));
  const { title, first, second, third } = texts.says.charts.digest;
  return {
    title,
    first,
    second,
    third,
    points: points.map(({ opened, answered, mean }, index) => ({
      label: labelled(days, index),
      first: opened,
      second: answered,
      third: mean,
    })),
  };
}

/** The same in words, for whoever does not see it. */
export function chartWords({ points }: Chart, { says, common }: Texts): string {
  const { rated, until, words } = says.charts.digest;
  const mean = new Intl.NumberFormat(localeOf(common.code), {
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  });
  const each = points.map(({ label, first, second, third }) => {
    return until(label.trim(), first, second) + (third === null ? '' : rated(mean.format(third)));
  });
  return words(each.join('; '));
}

/** Each day once: two digests of a day would be one bar. */
function labelled(days: readonly string[], index: number): string {
  const twins = days.slice(0, index).filter((day) => day === days[index]).length;
  return `${days[index] ?? ''}${' '.repeat(twins)}`;
}

/** `16 Nov`. */
export function dayWords(at: Date, timeZone: string, texts: Texts): string {
  return datesIn(texts, { day: 'numeric', month: 'short', timeZone }).format(at);
}
