import type { gifts as english } from '../../en/rules/gifts.ts';
import { plural } from '../../plural.ts';

const given = (count: number) =>
  plural('pt-PT', count, { one: `Foi dada ${count} oferta`, other: `Foram dadas ${count} ofertas` });
const counted = (count: number) =>
  plural('pt-PT', count, { one: `${count} oferta`, other: `${count} ofertas` });

export const gifts: typeof english = {
  kindNever: (kind) =>
    `Não se dá nenhuma oferta por “${kind}”: é o que diz hearback.yaml para este tipo de feedback. Se o tipo está errado, mude-o primeiro.`,
  noGifts: 'Ainda não há ofertas. Quem gere o Hearback acrescenta-as em hearback.yaml, em gifts.',
  noAccount:
    'Este membro não tem conta aqui, por isso a oferta não lhe chegaria. Dê-a pela via por onde chegou o feedback, e anote-o com /feedback note.',
  toThemselves: 'Ninguém dá uma oferta a si próprio. Peça a outra pessoa da equipa.',
  memberKeptOut: 'O membro está fora deste caso, por isso nada dele lhe pode chegar.',
  unknown: (typed, choices) => `Não existe a oferta “${typed}”. Escolha entre: ${choices}.`,
  perCase: (had, most) =>
    `Este caso já tem ${counted(had)}, e não se dão mais de ${most} por caso (giftLimits.perCase).`,
  perMember: (most) =>
    `Não há mais ofertas para este membro este mês: não se dão mais de ${most} (giftLimits.perMember).`,
  perMonth: (number) =>
    `${given(number)} este mês, e não há mais (giftLimits.perMonth). No próximo mês recomeça.`,
  budget: (left, all) => `É mais do que resta do orçamento deste mês: ${left} de ${all} (giftLimits.budget).`,
  noCodes: 'Já não há códigos desta oferta. Quem gere o Hearback importa mais com: hearback gifts import',
  lastCodeGone: 'O último código desta oferta acaba de ser dado. Escolha outra oferta.',
  waits:
    'Esta oferta espera que outra pessoa a aprove (/feedback approve). Para a escrever de outra forma, deite-a fora e volte a propô-la.',
  codePlace: '(o código fica aqui)',
  keepPlace: (place) => `Mantenha as palavras “${place}”: é aí que entra o código do membro.`,
  wordsTooLong: (most) => `Com uma oferta, fique abaixo de ${most} caracteres: vai numa só mensagem.`,
  unwritten: (problem) => `Não é possível escrever as palavras desta oferta. ${problem}`,
  wordsGone: 'As palavras desta oferta foram deitadas fora. Volte a propô-la.',
  whyRefused: 'Diga porquê; quem a propôs fica a saber.',
  arrived: 'Esta oferta já chegou, ou vai a caminho.',
  noneWaits: 'Nenhuma oferta deste caso espera por um sim ou um não.',
  refused: 'Esta oferta já foi recusada; nada foi enviado.',
  withdrawn: 'Esta oferta foi retirada; nada foi enviado.',
  approved: 'Esta oferta já foi aprovada; segue uma só vez.',
  ownProposal: 'A proposta desta oferta é sua, por isso tem de ser outra pessoa a decidir.',
  ownGift: 'Ninguém decide sobre uma oferta para si próprio. Peça a outra pessoa da equipa.',
  refusedNote: (reason) => `Oferta recusada: ${reason}`,
  approvedTitle: 'A sua oferta foi aprovada',
  refusedTitle: 'A sua oferta foi recusada',
  saidYes: (who, member) => [who, ` disse que sim. Vai a caminho de ${member}.`],
  saidNo: (who) => [who, ' disse que não. Nada foi enviado. O motivo:'],
};
