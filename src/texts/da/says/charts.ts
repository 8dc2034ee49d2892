import type { charts as english } from '../../en/says/charts.ts';

export const charts: typeof english = {
  digest: {
    title: 'Feedback over tid',
    first: 'Nye sager',
    second: 'Første svar',
    third: 'Tilfredshed, fra 1 til 5',
    until: (day, opened, answered) => `til ${day} ${opened} nye og ${answered} besvarede`,
    rated: (mean) => `, tilfredshed ${mean}`,
    words: (periods) => `Nye sager og første svar, periode for periode: ${periods}.`,
  },
  topic: {
    title: 'Omtaler over tid',
    first: 'Omtaler',
    second: 'Medlemmer',
    until: (day, mentions, members) => `til ${day} ${mentions} af ${members}`,
    words: (weeks) => `Omtaler uge for uge, og af hvor mange medlemmer: ${weeks}.`,
  },
};
