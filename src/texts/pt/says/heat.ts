import type { heat as english } from '../../en/says/heat.ts';
import { plural } from '../../plural.ts';

const count = (number: number, one: string, other: string) =>
  `${number} ${plural('pt-PT', number, { one, other })}`;

export const heat: typeof english = {
  title: 'Uma conversa está a aquecer',
  summary: (counts) => `Uma conversa está a aquecer: ${counts}`,
  in: (channel) => ['Em ', channel, '. '],
  toFlag: 'Assinalar regista a primeira mensagem como feedback, como se a tivesse assinalado lá.',
  cannotFlag:
    'A primeira mensagem não pode ser assinalada (foi um bot que a escreveu, ou já não existe). Assinale na conversa a mensagem que importa.',
  recorded: 'Está registado.',
  recordedAs: (name) => ['Está registado como ', name, '.'],
  nothingNeeded: 'Não é preciso fazer nada aqui.',
  nothingNeededSays: (who) => ['Não é preciso fazer nada, diz ', who, '.'],
  counts: (replies, people, upset, kind) =>
    `${count(replies, 'resposta', 'respostas')} de ${count(people, 'pessoa', 'pessoas')}; ${upset} de zanga e ${kind} de simpatia (palavras ou reações)`,
  withinHours: (hours) => (hours === 1 ? 'Numa hora' : `Em ${hours} horas`),
  withinMinutes: (minutes) => (minutes === 1 ? 'Num minuto' : `Em ${minutes} minutos`),
  heat: 'Calor',
  value: (value, hot) => `${value} (${hot} é quente)`,
  footer: 'Do que ninguém assinala só se guardam números. Esta proposta só aparece uma vez.',
  flag: 'Assinalar',
  notNeeded: 'Não é preciso',
  openThread: 'Abrir a conversa',
  nothingBefore: 'ainda sem nada para comparar',
  asBefore: 'como na semana anterior',
  upFrom: (before) => `acima dos ${before} da semana anterior`,
  downFrom: (before) => `abaixo dos ${before} da semana anterior`,
  why: (upset, kind, messages, people) =>
    `${upset} de zanga e ${kind} de simpatia (palavras ou reações) em ${count(messages, 'mensagem', 'mensagens')} de ${count(people, 'pessoa', 'pessoas')}`,
  hotThreads: (threads) => count(threads, 'conversa acesa', 'conversas acesas'),
};
