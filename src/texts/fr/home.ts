import type { home as english } from '../en/home.ts';
import { plural } from '../plural.ts';

export const home: typeof english = {
  title: 'Vos dossiers',
  due: 'À vous de jouer',
  untaken: 'Sans responsable, et à vous d’y jeter un œil',
  waiting: 'En attente des autres',
  begun: 'Vos brouillons dans les dossiers des autres',
  alongside: 'Dossiers que vous suivez ou lisez',
  department: 'Pour votre service',
  none: 'Vous n’avez aucun dossier ouvert. /feedback list montre où un coup de main serait utile.',
  noneForDepartment: 'Rien n’attend votre service pour le moment.',
  overdue: 'en retard',
  wasDue: (what) => `, ${what}, au plus tard : `,
  dueBy: (what) => `${what}, au plus tard : `,
  firstResponse: 'première réponse',
  nextResponse: 'réponse',
  updateDue: 'nouvelles au membre',
  resolution: 'solution',
  forMember: 'on attend le membre',
  forTeam: 'on attend le service',
  forHelpers: 'la communauté est consultée',
  snoozed: 'en pause',
  snoozedForMember: 'en pause jusqu’à ce que le membre écrive',
  nothingDue: 'rien ne presse',
  until: ', fin : ',
  drafts: (count) =>
    plural('fr', count, {
      one: 'un de vos brouillons attend d’être envoyé',
      other: `${count} de vos brouillons attendent d’être envoyés`,
    }),
  moreOfYours: (count, command) => `Et ${count} de plus : ${command} les trouve.`,
  week: (answered, ended) =>
    `Vos sept derniers jours : ${answered} ${plural('fr', answered, { one: 'réponse envoyée', other: 'réponses envoyées' })}, ${ended} ${plural('fr', ended, { one: 'de vos dossiers terminé', other: 'de vos dossiers terminés' })}.`,
  claim: 'Prendre',
  reply: 'Répondre',
  sendDraft: 'Envoyer le brouillon',
  done: 'C’est fait',
  snooze: 'Mettre en pause',
  show: 'Afficher',
  open: 'Ouvrir',
  next: 'Dossier suivant',
  choose: 'Choisir un dossier',
  refresh: 'Actualiser',
  back: 'Retour à vos dossiers',
  memberTitle: 'Votre avis compte ici',
  memberWhat: (community) =>
    `Hearback veille à ce que ce que vous dites dans ${community} soit entendu, reçoive une réponse et soit suivi.`,
  memberHow:
    'Rien de particulier à faire : écrivez dans un canal ce qui vous gêne ou vous réjouit. Les personnes qui s’occupent des retours le voient, vous répondent sur place ou en privé, et ne lâchent rien avant que ce soit réglé.',
  memberPrivate:
    'Ce que Hearback garde sur vous, et comment le faire effacer : tapez /feedback privacy dans un canal.',
  restingTitle: 'Cette page a été rangée',
  resting:
    'Vous ne l’aviez pas ouverte depuis une semaine. Vos dossiers y reviennent dans un instant quand vous l’ouvrez.',
  footer: 'À jour à chaque changement dans vos dossiers.',
};
