import type { gifts as english } from '../../en/cards/gifts.ts';

export const gifts: typeof english = {
  label: 'Ofertas',
  one: 'Oferta',
  value: 'Valor',
  proposedBy: 'Proposta por',
  decidedBy: 'Decidida por',
  states: {
    proposed: 'espera por um sim',
    approved: 'ainda não enviada',
    given: 'oferecida',
    refused: 'recusada',
    withdrawn: 'retirada',
    failed: 'não entregue',
  },
  titles: {
    proposed: (name) => `${name} · uma oferta espera pelo seu sim`,
    approved: (name) => `${name} · oferta aprovada`,
    given: (name) => `${name} · oferta aprovada e enviada`,
    refused: (name) => `${name} · oferta recusada`,
    withdrawn: (name) => `${name} · oferta retirada`,
    failed: (name) => `${name} · oferta aprovada, mas não foi possível entregá-la`,
  },
  withWords: 'Com estas palavras, por mensagem direta:',
  notOwn: 'Quem a propôs não a pode aprovar.',
  notArrived: (name) => `${name} · uma oferta não chegou`,
  codeLost: (member, gift) =>
    `${member} não recebeu ${gift}, e o código perdeu-se de vez, por isso não é possível tentar de novo. Não conta para nenhum limite; dê outra oferta.`,
  held: (member, gift) =>
    `${member} não recebeu ${gift}. Continua reservada para este membro, por isso mais ninguém recebe o código. Quando ele voltar a aceitar mensagens diretas, tente mais uma vez. Se der outra oferta, ela conta além desta.`,
};
