import type { waits as english } from '../../en/commands/waits.ts';

export const waits: typeof english = {
  halfHour: 'Meia hora',
  hours: (count) => `${count} horas`,
  tomorrow: 'Amanhã às 9:00',
  oneDay: 'Um dia',
  days: (count) => `${count} dias`,
  monday: 'Segunda-feira às 9:00',
  oneWeek: 'Uma semana',
  untilMember: 'Até o membro escrever',
  dateStyle: 'pt-PT',
  zoneAsk: (zone) =>
    `Não sei qual é o seu fuso horário, por isso uso a hora de ${zone}. Qual é o seu? Só lho perguntamos uma vez.`,
  yourZone: 'O seu fuso horário',
  anotherZone: 'Outro …',
  remindedBefore: (deadline) => [
    ' O que foi prometido ao membro mantém-se: tem de lhe dar notícias até ',
    deadline,
    ', e antes disso recebe um lembrete.',
  ],
  remindedThen: (deadline) => [
    ' Foram prometidas ao membro notícias suas até ',
    deadline,
    ', por isso recebe então outro lembrete. Seria simpático dizer-lhe algo antes.',
  ],
};
