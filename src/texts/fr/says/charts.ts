import type { charts as english } from '../../en/says/charts.ts';

export const charts: typeof english = {
  digest: {
    title: 'Les retours au fil du temps',
    first: 'Nouveaux dossiers',
    second: 'Premières réponses',
    third: 'Satisfaction, de 1 à 5',
    until: (day, opened, answered) => `jusqu’au ${day}, nouveaux : ${opened}, avec une réponse : ${answered}`,
    rated: (mean) => `, satisfaction ${mean}`,
    words: (periods) => `Nouveaux dossiers et premières réponses par période : ${periods}.`,
  },
  topic: {
    title: 'Mentions au fil du temps',
    first: 'Mentions',
    second: 'Membres',
    until: (day, mentions, members) => `jusqu’au ${day}, ${mentions} par ${members}`,
    words: (weeks) => `Mentions par semaine et par combien de membres : ${weeks}.`,
  },
};
