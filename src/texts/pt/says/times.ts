import type { times as english } from '../../en/says/times.ts';

const EXAMPLES = '2h, 3 dias, amanhã 9:00, sexta-feira, 24/12 ou 2026-12-24 14:30';
const HOW = `Escreva por exemplo ${EXAMPLES}.`;
const CITY = 'Escreva a grande cidade mais próxima, como Lisboa, Madrid ou Luanda.';

export const times: typeof english = {
  when: `Quando? ${HOW}`,
  tooLong: `É demasiado longo para uma data ou hora. ${HOW}`,
  past: (typed) => `“${typed}” já passou. Escreva um momento que ainda venha: por exemplo ${EXAMPLES}.`,
  tooFar: 'Falta mais de um ano até lá. Escolha um momento mais próximo.',
  noClock: (typed) => `Nenhum relógio mostra “${typed}”. Escreva por exemplo 9:00, 14:30 ou 9h.`,
  isTime: (time, typed) => `Isto foi lido como a hora ${time}. Para uma duração escreva “em ${typed}”.`,
  over: (typed) => `“${typed}” já passou. Escreva um momento que ainda venha, como 17:00, 2h ou amanhã 9:00.`,
  twice: (time) => `Nesse dia são ${time} duas vezes, porque os relógios atrasam; conta a primeira.`,
  leftOut: (time, next) =>
    `Nesse dia nunca são ${time}, porque os relógios adiantam. O momento seguinte é ${next}.`,
  unknown: (typed) => `“${typed}” não é uma data nem uma hora. ${HOW}`,
  nearly: (typed, meant) => `“${typed}” não é uma data nem uma hora. Queria dizer “${meant}”?`,
  noMonthButTime: (month, time) => `Não há mês ${month}. Para uma hora do dia escreva ${time}.`,
  monthFirst: (month, numbers, day) =>
    `Aqui o dia vem primeiro, e não há mês ${month}. Queria dizer ${numbers}, ${day}?`,
  dayFirst: (numbers, day) => `${numbers} foi lido como ${day}: o dia vem primeiro.`,
  noMonth: (month) => `Não há mês ${month}. Escreva um dia como 24/12 ou 2026-12-24.`,
  noDay: (day, month, last) => `Não há ${day}: ${month} acaba no dia ${last}.`,
  day: (day, month, year) => `${day} de ${month}${year === '' ? '' : ` de ${year}`}`,
  zone: {
    which: `Que fuso horário? ${CITY}`,
    tooLong: `É demasiado longo para um fuso horário. ${CITY}`,
    onlyHours: (typed) => `“${typed}” não diz quando muda a hora. ${CITY}`,
    nearly: (typed, meant) => `O fuso horário “${typed}” não existe. Queria dizer ${meant}?`,
    unknown: (typed) => `O fuso horário “${typed}” não existe. ${CITY}`,
  },
};
