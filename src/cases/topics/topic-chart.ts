import { dayWords, type Chart } from '../digest/chart.ts';
import { membersOf, type Topic } from './topic.ts';

/** Weeks in the chart. */
const WEEKS = 8;
const WEEK_MS = 7 * 86_400_000;

/** How often it was said, and by how many, week by week until now, or until it was fixed. */
export function topicChart({ mentions }: Topic, zone: string, now: Date): Chart {
  const ends = Array.from({ length: WEEKS }, (_, index) => now.getTime() - (WEEKS - 1 - index) * WEEK_MS);
  return {
    title: 'Mentions over time',
    first: 'Mentions',
    second: 'Members',
    third: '',
    points: ends.map((end) => {
      const said = mentions.filter(
        ({ openedAt }) => openedAt.getTime() <= end && openedAt.getTime() > end - WEEK_MS,
      );
      return {
        label: dayWords(new Date(end), zone),
        first: said.length,
        second: membersOf(said),
        third: null,
      };
    }),
  };
}

/** The same in words, for whoever does not see it. */
export function topicChartWords({ points }: Chart): string {
  const each = points.map(({ label, first, second }) => `until ${label} ${first} by ${second}`);
  return `Mentions by week and by how many members: ${each.join('; ')}.`;
}
