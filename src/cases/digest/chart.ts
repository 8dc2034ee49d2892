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
export function digestChart(points: readonly DigestPoint[], zone: string): Chart {
  const days = points.map(({ to }) => dayWords(to, zone));
  return {
    title: 'Feedback over time',
    first: 'New cases',
    second: 'First answers',
    third: 'Satisfaction, from 1 to 5',
    points: points.map(({ opened, answered, mean }, index) => ({
      label: labelled(days, index),
      first: opened,
      second: answered,
      third: mean,
    })),
  };
}

/** The same in words, for whoever does not see it. */
export function chartWords({ points }: Chart): string {
  const each = points.map(({ label, first, second, third }) => {
    const rated = third === null ? '' : `, satisfaction ${third.toFixed(1)}`;
    return `until ${label.trim()} ${first} new and ${second} answered${rated}`;
  });
  return `New cases and first answers by period: ${each.join('; ')}.`;
}

/** Each day once: two digests of a day would be one bar. */
function labelled(days: readonly string[], index: number): string {
  const twins = days.slice(0, index).filter((day) => day === days[index]).length;
  return `${days[index] ?? ''}${' '.repeat(twins)}`;
}

/** `16 Nov`. */
export function dayWords(at: Date, timeZone: string): string {
  return new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone }).format(at);
}
