import type { giving as english } from '../../en/commands/giving.ts';
import { plural } from '../../plural.ts';

export const giving: typeof english = {
  gift: {
    summary: 'Oferecer algo ao membro pelo incómodo: vê as palavras antes de serem enviadas',
    options: { gift: 'Que oferta', note: 'Uma linha pessoal para o membro' },
    title: 'Oferta ·',
    preview: 'Pré-visualizar',
    which: 'Que oferta?',
    line: 'Uma linha pessoal para o membro',
    lineHint: (member) => `Para ${member}, por mensagem direta. Volta a vê-la antes de ser enviada.`,
    lineTooLong: (max) => `Mantenha a linha pessoal abaixo de ${max} caracteres.`,
    onceMore: (member, name) => `A oferta vai outra vez a caminho de ${member} (${name}).`,
    waitsForYes: (gift, member, name) =>
      `${gift} para ${member} espera pelo sim de outra pessoa (${name}). Dou notícias quando estiver decidido; até lá nada é enviado.`,
    gone: 'Entretanto essa oferta foi enviada ou retirada.',
  },
  gifts: {
    summary: 'O que foi oferecido este mês, o que resta e as últimas ofertas',
    options: { member: 'Só o que este membro recebeu', month: 'Outro mês, por exemplo 2026-10' },
    states: {
      proposed: 'espera por um sim',
      approved: 'ainda não enviada',
      given: 'oferecida',
      refused: 'recusada',
      withdrawn: 'retirada',
      failed: 'não pôde ser entregue',
    },
    notAMonth: (typed) => `“${typed}” não é um mês. Escreva como 2026-10.`,
    noneThere: 'Ainda não há ofertas. Quem gere o Hearback acrescenta-as em hearback.yaml, em gifts.',
    ofMonth: (month) => `Ofertas de ${month}`,
    sum: (gift, counts, codes) => [gift, `: ${counts}${codes === '' ? '' : `; ${codes}`}`],
    noneGiven: 'nenhuma oferecida',
    given: (count) => `${count} ${plural('pt-PT', count, { one: 'oferecida', other: 'oferecidas' })}`,
    onTheWay: (count) => `${count} a caminho`,
    notDelivered: (count) =>
      `${count} ${plural('pt-PT', count, { one: 'não entregue', other: 'não entregues' })}`,
    value: (value) => `valor ${value}`,
    codesLeft: (count) =>
      plural('pt-PT', count, { one: `resta ${count} código`, other: `restam ${count} códigos` }),
    heldBack: (count) =>
      `${count} ${plural('pt-PT', count, { one: 'retido', other: 'retidos' })} desde que uma cópia de segurança foi reposta`,
    together: (count, most, value, budget) =>
      `No total ${count} de ${most} por mês, valor ${value}${budget === null ? '' : ` de ${budget}`}.`,
    noneSeen: 'Não pode ver nenhuma oferta a este membro.',
    noneListed: 'Nenhuma para mostrar.',
    removed: '(retirado)',
    erased: 'membro apagado',
    by: ' · por ',
    refusedBy: ' · recusada por ',
    approvedBy: ' · aprovada por ',
    ofMember: (count, isAll) => `O que este membro recebeu: ${isAll ? count : `as últimas ${count}`}`,
    last: 'As últimas',
  },
  refuse: {
    summary: 'Dizer não a uma oferta proposta por outra pessoa, que fica a saber porquê',
    options: { reason: 'Porquê; quem a propôs fica a saber' },
    title: 'Recusar ·',
    submit: 'Recusar',
    why: 'Porque não?',
    hint: 'Quem a propôs fica a saber. O membro não fica a saber de nada.',
    refused: (name) => `Recusada: nada foi enviado (${name}). Quem a propôs fica a saber porquê.`,
  },
  praise: {
    summary: 'Transmitir palavras simpáticas à pessoa de quem falam, ou à equipa dela',
    options: { person: 'De quem falam as palavras', department: 'De que departamento falam' },
    title: 'Transmitir',
    submit: 'Transmitir',
    onItsWay: (name, to) => [`${name} vai a caminho de `, to, '. '],
    onItsWayToBoth: (name, to, team) => [`${name} vai a caminho de `, to, ` e de ${team}. `],
    isAsked: (team, send) =>
      `${team} recebe-o quando o membro concordar. A pergunta espera no cartão: carregue em ${send}.`,
    noPraise: (kind, button) =>
      `Os casos do tipo “${kind}” não se transmitem. Se são palavras simpáticas, mude primeiro o tipo, com ${button} no cartão ou com /feedback kind.`,
    mayNotHear:
      'Essa pessoa não está no canal onde isso foi dito, ou não está nesta comunidade, por isso nada foi transmitido. O departamento dela pode receber as palavras na mesma.',
    whom: 'De quem falam as palavras?',
    whomHint: 'Recebe as palavras, e a ligação para a mensagem, por mensagem direta.',
    whose: 'Ou de que departamento?',
  },
};
