import type { Texts } from '../../texts/index.ts';
import { dayWords, type Chart } from '../digest/chart.ts';
import { membersOf, type Topic } from './topic.ts';

/** Weeks in the chart. */
const WEEKS = 8;
const WEEK_MS = 7 * 86_400_000;

/** How often it was said, and by how many, week by week until now, or until it was fixed. */
export function topicChart({ mentions }: Topic, zone: string, now: Date, texts: Texts): Chart {
  const { title, first, second } = texts.says.charts.topic;
  const ends = Array.from({ length: WEEKS }, (_, index) => now.getTime() - (WEEKS - 1 - index) * WEEK_MS);
  return {
    title,
    first,
    second,
    third: '',
    points: ends.map((end) => {
      const said = mentions.filter(
        ({ openedAt }) => openedAt.getTime() <= end && openedAt.getTime() > end - WEEK_MS,
      );
      return {
        label: dayWords(new Date(end), zone, texts),
        first: said.length,
        second: membersOf(said),
        third: null,
      };
    }),
  };
}

/** The same in words, for whoever does not see it. */
export function topicChartWords({ points }: Chart, { says }: Texts): string {
  const { until, words } = says.charts.topic;
  const each = points.map(({ label, first, second }) => until(label, first, second));
  return words(each.join('; '));
}
