/** What stands in the pictures of a digest and a topic, and what is read to whoever does not see them. */
export const charts = {
  digest: {
    title: 'Feedback over time',
    first: 'New cases',
    second: 'First answers',
    third: 'Satisfaction, from 1 to 5',
    until: (day: string, opened: number, answered: number) =>
      `until ${day} ${opened} new and ${answered} answered`,
    rated: (mean: string) => `, satisfaction ${mean}`,
    words: (periods: string) => `New cases and first answers by period: ${periods}.`,
  },
  topic: {
    title: 'Mentions over time',
    first: 'Mentions',
    second: 'Members',
    until: (day: string, mentions: number, members: number) => `until ${day} ${mentions} by ${members}`,
    words: (weeks: string) => `Mentions by week and by how many members: ${weeks}.`,
  },
};
