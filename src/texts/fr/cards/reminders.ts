import type { reminders as english } from '../../en/cards/reminders.ts';
import { plural } from '../../plural.ts';

export const reminders: typeof english = {
  waits: (name) => `${name} est en attente`,
  waitsForYou: (name) => `${name} vous attend`,
  severalWait: (count) =>
    plural('fr', count, { one: 'Un dossier vous attend', other: `${count} dossiers vous attendent` }),
  theseWait: (names) => `${names} vous attendent`,
  restMenu: 'Ceux-ci attendent aussi ; le menu ci-dessous en ouvre un :',
  restLists: (count, mine, list) =>
    `Et ${count} de plus : ${mine} montre les vôtres, et ${list} tous ceux qui sont ouverts.`,
  longest: 'Ceux qui attendent depuis le plus longtemps :',
  preparedInShort: (words) => `Réponse prête : « ${words} »`,
  preparedDm: (member, send) =>
    `Réponse prête pour ${member}, par message privé. Appuyez sur « ${send} » pour l’envoyer telle quelle :`,
  preparedThread: (member, send) =>
    `Réponse prête pour ${member}, dans le fil public. Appuyez sur « ${send} » pour l’envoyer telle quelle :`,
  summary: (name, why) => `${name} : ${why}`,
  why: {
    first_response: 'Le membre n’a pas encore eu de réponse.',
    update_due: 'Nous avons promis des nouvelles au membre, et il n’a encore rien reçu.',
    next_response: 'Le membre attend une réponse.',
    department_answer: 'Le service n’a encore rien dit.',
    resolution: 'Ce n’est pas encore résolu.',
    silence: 'Le membre n’a pas répondu.',
    wake: 'Le dossier était en pause ; le voici de retour.',
    community: 'Personne dans la communauté n’a encore aidé.',
  },
  inShort: {
    first_response: 'pas encore de réponse',
    update_due: 'des nouvelles promises',
    next_response: 'attend une réponse',
    department_answer: 'le service ne dit rien',
    resolution: 'pas encore résolu',
    silence: 'le membre ne répond pas',
    wake: 'était en pause',
    community: 'personne n’a aidé',
  },
  firstResponse: (since) => ['Le membre attend une première réponse (depuis : ', since, ').'],
  nextResponse: (since) => ['Le membre attend une réponse (depuis : ', since, ').'],
  updateDue: (by) => [
    'Nous avons promis des nouvelles au membre (échéance : ',
    by,
    '), et il n’a encore rien reçu.',
  ],
  departmentAnswer: (department, since) => [
    `${department} a ce dossier (depuis : `,
    since,
    ') et n’a encore rien dit.',
  ],
  theDepartment: 'Le service',
  resolution: (by) => ['Le dossier devait être résolu (échéance : ', by, ') et ne l’est pas encore.'],
  wake: (until) => ['Le dossier était en pause (reprise : ', until, ').'],
  climbed: {
    channel: ' Son canal a déjà été sollicité, et personne n’y a réagi.',
    again: ' Il y a déjà eu un rappel, et personne n’a réagi.',
    further: ' La personne qui s’en occupe a déjà reçu un rappel et n’a pas réagi.',
  },
  awayHere: (who, until) => [who, ' n’est pas là (retour : ', until, '), d’où ce message ici.'],
  awayToYou: (who, until) => [who, ' n’est pas là (retour : ', until, '), d’où ce message pour vous.'],
  lostRole: ' ne travaille plus sur les dossiers',
  hasLeft: ' a quitté la communauté',
  toDo: {
    owner: ' et a encore ce dossier ; confiez-le à quelqu’un.',
    handler: ' ; nommez une autre personne responsable de dossiers (handler) dans hearback.yaml.',
    standIn: ' ; nommez une autre personne pour le remplacement.',
    lead: ' ; nommez une autre personne responsable d’équipe (lead) dans hearback.yaml.',
    management: ' ; nommez quelqu’un d’autre pour la direction dans hearback.yaml.',
  },
  department: {
    title: (name, department) => `${name} attend ${department}`,
    summary: (name, department) => `${name} attend une réponse de ${department}`,
    nothing: 'Rien n’a encore été dit sur ce dossier.',
    nothingSince: (since) => ['Rien n’a été dit sur ce dossier (depuis : ', since, ').'],
    byMail: ' Répondez à cet e-mail et dites où cela en est. Le membre ne le voit pas.',
    byCard: (note) =>
      ` Dites où cela en est : avec « ${note} », cela reste avec le dossier, pour la personne qui en est responsable. Le membre ne le voit pas.`,
  },
};
