import type { charts as english } from '../../en/says/charts.ts';

export const charts: typeof english = {
  digest: {
    title: 'Feedback ao longo do tempo',
    first: 'Casos novos',
    second: 'Primeiras respostas',
    third: 'Satisfação, de 1 a 5',
    until: (day, opened, answered) => `até ${day}, novos: ${opened}, respondidos: ${answered}`,
    rated: (mean) => `, satisfação ${mean}`,
    words: (periods) => `Casos novos e primeiras respostas por período: ${periods}.`,
  },
  topic: {
    title: 'Menções ao longo do tempo',
    first: 'Menções',
    second: 'Membros',
    until: (day, mentions, members) => `até ${day}, ${mentions} de ${members}`,
    words: (weeks) => `Menções por semana e de quantos membros: ${weeks}.`,
  },
};
