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
    `Não sei qual é o seu fuso horário, por isso isto é pelo relógio de ${zone}. Qual é o seu? Só lho perguntamos uma vez.`,
  yourZone: 'O seu fuso horário',
  anotherZone: 'Outro …',
  remindedBefore: (deadline) => [
    ' O que foi prometido ao membro mantém-se: deve ter notícias suas até ',
    deadline,
    ', e recebe um lembrete antes.',
  ],
  remindedThen: (deadline) => [
    ' Ao membro foram prometidas notícias suas até ',
    deadline,
    ', por isso recebe então outro lembrete. Seria simpático dizer-lhe algo antes.',
  ],
};
