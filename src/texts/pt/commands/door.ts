import type { door as english } from '../../en/commands/door.ts';

export const door: typeof english = {
  notSetUp: 'Esta comunidade ainda não está configurada no hearback.yaml. Avise quem gere o Hearback aqui.',
  unknownCommand: (name) => `O comando “${name}” não existe. /feedback help mostra o que pode fazer.`,
  notYours: 'Isto não pertence a nenhuma comunidade sua. Use /feedback na própria comunidade.',
  forStaff: (community) =>
    `Isto é para quem cuida do feedback em ${community}. Se algo lhe desagrada ou lhe agrada, basta escrevê-lo num canal: será visto.`,
  theCase: 'O caso, por exemplo FB-12',
  notACase: (typed, example) =>
    `“${typed}” não é um caso. Escreva-o como ${example}; /feedback list mostra os que estão abertos.`,
  aboutYou: (name) =>
    `${name} é sobre algo dito por si, por isso é outra pessoa que trata dele. Receberá resposta como qualquer membro.`,
  onlyRead: (name) =>
    `Acompanha ${name} só para leitura e não o pode alterar. Fale com quem trata dele, no cartão ou diretamente.`,
  noCase: (name) => `Não existe aqui o caso ${name}. /feedback list mostra os que estão abertos.`,
  noCaseForYou: (name) =>
    `Não existe aqui o caso ${name}. Pode ver os casos levados ao seu departamento, e aqueles a que foi acrescentado.`,
};
