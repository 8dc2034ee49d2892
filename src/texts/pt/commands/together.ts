import type { together as english } from '../../en/commands/together.ts';
import { plural } from '../../plural.ts';

export const together: typeof english = {
  help: {
    summary: 'O que pode fazer aqui',
    options: { command: 'Um deles, para ler mais sobre ele' },
    forMembers: (community) =>
      `Se algo em ${community} lhe desagrada ou lhe agrada, basta escrevê-lo num canal. Há aqui quem veja e responda.`,
    usual: (emojis) =>
      `Reaja a uma mensagem para a registar: ${emojis}. Ou escreva /feedback e uma destas palavras:`,
    besides: (names) => `E, quase sempre como botões: ${names}. Mais sobre cada um: /feedback help e o nome.`,
    besidesBehind: (listed, names) =>
      `E, em ${listed} ou quase sempre como botões: ${names}. Mais sobre cada um: /feedback help e o nome.`,
    notForYou: (typed) => `Não há comando “${typed}” para si aqui. /feedback help mostra o que pode fazer.`,
  },
  meeting: {
    summary: 'De que a equipa fala a seguir, e o que decide',
    options: {
      do: 'add, decide ou list (por omissão)',
      text: 'De que se trata; em decide, o número do ponto e a decisão',
    },
    notOneOf: (typed) => `Escreva add, decide ou list, e não “${typed}”.`,
    added: (number, command) =>
      `O ponto ${number} está na lista da próxima reunião. ${command} mostra todos.`,
    addedAndNamed: (number, command) =>
      `O ponto ${number} está na lista da próxima reunião. O próximo resumo refere-o. ${command} mostra todos.`,
    oneCase:
      'Indique um caso de cada vez: um ponto é visto por quem pode ver o seu caso. Escreva um ponto para cada um.',
    title: 'Para a próxima reunião',
    submit: 'Acrescentar',
    what: 'De que deve a equipa falar?',
    whatAbout: (name) => `De que se deve falar sobre ${name}?`,
    hint: 'Interno: fica no resumo até estar decidido.',
    howToDecide: (decide) =>
      `Escreva o número do ponto e o que foi decidido, por exemplo: ${decide} 3 devolvemos o dinheiro`,
    noItem: (number, command) => `Não há aqui nenhum ponto aberto ${number}. ${command} mostra os que há.`,
    decided: (number, item, decision) => ['Decidido: ', number, ` ${item} → ${decision}.`],
    digestSays: 'O próximo resumo vai dizê-lo.',
    nothing: (command) =>
      `Não há nada na lista da próxima reunião. ${command} e as suas palavras acrescentam um ponto.`,
    more: (count) => `e mais ${count}: decidam primeiro alguns destes`,
    toDecide: (command) => `Está decidido? ${command}, o número, e o que foi decidido.`,
    noWords: 'Diga em poucas palavras de que se trata.',
    tooLong: (length, max) =>
      `Isso tem ${length} caracteres, e cabem ${max}. Guarde os pormenores como nota no caso.`,
  },
  topic: {
    summary: 'O que vários membros dizem da mesma coisa, e dizer-lhes que está corrigida',
    options: {
      about: 'O tema ou o caso, por exemplo T-4 ou FB-12',
      text: 'O outro tema ou caso; em rename, o novo nome',
    },
    which: (example, all) => `Diga qual, por exemplo: ${example}. ${all} mostra os temas.`,
    forStaff: 'O que pertence ao mesmo tema decide-o quem cuida de todos os casos. Diga-lho numa nota.',
    tooLong: (length, max) => `Isso tem ${length} caracteres, e cabem ${max}. Encurte-o.`,
    called: (name, title) => `${name} chama-se agora “${title}”.`,
    intoWhich: (example) => `Indique o tema em que entra: ${example}`,
    merged: (from, into) => `Tudo o que era de ${from} pertence agora a ${into}.`,
    notOneOf: (steps, typed, example) =>
      `Escreva uma destas palavras: ${steps}. “${typed}” não é nenhuma delas. Por exemplo: ${example}`,
  },
  helpers: {
    summary: 'Quem da comunidade resolveu quantos casos este mês',
    none: 'Este mês ainda não foi indicado ninguém da comunidade por um caso resolvido. Indica-se com /feedback credit.',
    title: 'Resolvidos pela comunidade este mês',
    solved: (who, cases) => [who, `: ${cases} ${plural('pt-PT', cases, { one: 'caso', other: 'casos' })}`],
  },
  promises: {
    summary: 'Quantas vezes os membros tiveram notícias nossas até ao momento prometido',
    title: 'Promessas aos membros',
    thisMonth: (kept) => `Este mês: ${kept}`,
    lastMonth: (kept) => `No mês passado: ${kept}`,
    meaning:
      'Uma promessa está cumprida quando o membro tem notícias nossas até ao momento indicado. O que se resolve antes, ou espera pelo membro, não conta.',
  },
};
