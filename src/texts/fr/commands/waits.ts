import type { waits as english } from '../../en/commands/waits.ts';

export const waits: typeof english = {
  halfHour: 'Une demi-heure',
  hours: (count) => `${count} heures`,
  tomorrow: 'Demain à 9 h',
  oneDay: 'Un jour',
  days: (count) => `${count} jours`,
  monday: 'Lundi à 9 h',
  oneWeek: 'Une semaine',
  untilMember: 'Jusqu’à ce que le membre écrive',
  dateStyle: 'fr-FR',
  zoneAsk: (zone) =>
    `Je ne connais pas votre fuseau horaire : l’heure est donc celle de ${zone}. Quel est le vôtre ? On ne vous le demande qu’une fois.`,
  yourZone: 'Votre fuseau horaire',
  anotherZone: 'Un autre …',
  remindedBefore: (deadline) => [
    ' Ce qui a été promis au membre reste valable : il doit avoir de vos nouvelles (au plus tard : ',
    deadline,
    '), et vous recevrez un rappel avant.',
  ],
  remindedThen: (deadline) => [
    ' Le membre doit avoir de vos nouvelles (échéance : ',
    deadline,
    ') : vous recevrez donc un nouveau rappel à ce moment-là. Un petit mot d’ici là lui ferait plaisir.',
  ],
};
