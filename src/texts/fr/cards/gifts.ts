import type { gifts as english } from '../../en/cards/gifts.ts';

export const gifts: typeof english = {
  label: 'Cadeaux',
  one: 'Cadeau',
  value: 'Valeur',
  proposedBy: 'Proposé par',
  decidedBy: 'Décidé par',
  states: {
    proposed: 'attend un accord',
    approved: 'pas encore envoyé',
    given: 'offert',
    refused: 'refusé',
    withdrawn: 'annulé',
    failed: 'pas remis',
  },
  titles: {
    proposed: (name) => `${name} · un cadeau attend votre accord`,
    approved: (name) => `${name} · cadeau approuvé`,
    given: (name) => `${name} · cadeau approuvé et envoyé`,
    refused: (name) => `${name} · cadeau refusé`,
    withdrawn: (name) => `${name} · cadeau annulé`,
    failed: (name) => `${name} · cadeau approuvé, mais il n’a pas pu être remis`,
  },
  withWords: 'Avec ces mots, par message privé :',
  notOwn: 'La personne qui l’a proposé ne peut pas l’approuver.',
  notArrived: (name) => `${name} · un cadeau n’est pas arrivé`,
  codeLost: (member, gift) =>
    `${member} n’a pas reçu ${gift}, et son code est perdu pour de bon : impossible de réessayer. Ce cadeau ne compte dans aucune limite ; offrez un autre cadeau.`,
  held: (member, gift) =>
    `${member} n’a pas reçu ${gift}. Le cadeau lui reste réservé, personne d’autre n’aura son code. Quand ${member} acceptera de nouveau les messages privés, réessayez. Un autre cadeau compte en plus de celui-ci.`,
};
