import type { departments as english } from '../../en/rules/departments.ts';

export const departments: typeof english = {
  takenAlready:
    'Quelqu’un d’autre de votre service s’en charge déjà. Ce que vous écrivez dans le fil parvient aussi à la personne responsable du dossier.',
  tooLong: (length, most) => `Cela fait ${length} caractères ; restez en dessous de ${most}.`,
  youTook: 'Vous vous en chargez déjà.',
  whatToKnow:
    'Écrivez ce que vous avez besoin de savoir, pour que la personne responsable du dossier puisse se renseigner.',
  whyDeclined:
    'Écrivez pourquoi, pour que la personne responsable du dossier puisse l’expliquer ou demander à quelqu’un d’autre.',
  emptyAnswer: 'La réponse est vide. Écrivez ce que le membre doit lire.',
  whereElse:
    'Écrivez où c’est traité, par un lien qui commence par https://, pour que tout le monde le trouve.',
  notBrought: (name) => `Ce dossier n’a pas été transmis à ${name}.`,
  whatToTell: 'Écrivez ce que le service doit savoir.',
  ended: 'Ce dossier est terminé. Rouvrez-le d’abord, et le service sera de nouveau consulté.',
  unknown: (typed, choices) => `Il n’y a pas de service « ${typed} » ici. Choisissez parmi : ${choices}.`,
  none: 'Aucun service n’est encore défini ici. Ils se trouvent sous « departments » dans hearback.yaml.',
  hasIt: (name, command) =>
    `${name} a déjà ce dossier. Pour lui demander ou lui dire quelque chose : ${command}`,
  questionTooLong: (length, most) =>
    `La question compte ${length} caractères ; restez en dessous de ${most}.`,
  titles: {
    take: (name) => `${name} s’en charge`,
    ask: (name) => `${name} demande des précisions`,
    elsewhere: (name) => `${name} dit que c’est traité ailleurs`,
    decline: (name) => `${name} refuse`,
    fixed: (name) => `${name} dit que c’est réparé`,
    answer: (name) => `${name} a écrit une réponse pour le membre`,
  },
  notes: {
    take: (words) => `s’en charge : ${words}`,
    ask: (words) => `demande des précisions : ${words}`,
    elsewhere: (words) => `dit que c’est traité ailleurs : ${words}`,
    decline: (words) => `refuse : ${words}`,
    fixed: (words) => `dit que c’est réparé : ${words}`,
    answer: (words) => `a écrit une réponse pour le membre : ${words}`,
  },
  isStays: (state) => `Le dossier est ${state}. Il le reste, sauf si vous le rouvrez.`,
  openElsewhere: 'Ouvrir là où c’est traité',
  draftWaits:
    'Elle attend comme brouillon : lisez-la, modifiez-la si vous voulez, et envoyez-la d’un clic. Le bouton « Ouvrir » l’affiche.',
  looks: (who) => [who, ' s’en occupe.'],
  suggests: (who) => [who, ' propose :'],
  writes: (who) => [who, ' écrit :'],
  forIt: (name) => `pour ${name}`,
  newFor: (name, severity) => `Nouveau pour ${name}, gravité ${severity}`,
  youLead: (name) =>
    `Vous êtes responsable du service ${name}. Le bouton « Ouvrir » montre ce qui a été dit, et ce qui est demandé.`,
  writesBelow: (name) => `${name} écrit dans le fil de sa carte`,
  firstOnly: 'La suite est gardée avec le dossier. Seuls les premiers mots vous sont signalés.',
  writesLate: (name, state) => `${name} écrit à propos d’un dossier qui est ${state}`,
  staysClosed: 'Il reste clos, sauf si vous le rouvrez.',
  openThread: 'Ouvrir le fil',
  attached: (files) => `(joint : ${files})`,
  endedByMail: (state) =>
    `Ce dossier est maintenant ${state}, personne n’attend donc plus votre réponse. Ce que vous écrivez malgré tout est gardé avec lui.`,
  mail: {
    notKept: (file, why) => `(pas gardé : ${file}, ${why})`,
    otherAddress: (from, own) => `(par e-mail, mais pas de l’adresse ${own} ; expéditeur : ${from})`,
    noAddress: 'aucune adresse',
    answers: (name) => `${name} répond par e-mail`,
    isNote: 'C’est une note, le membre ne la voit pas. Utilisez « Répondre » pour le lui dire.',
    unreadTitle: (name) => `Un e-mail de ${name} n’a pas pu être lu`,
    unread: (from, why) => `Un e-mail de ${from} n’est pas gardé : ${why}.`,
    nobodyKnown: 'quelqu’un d’inconnu',
    couldNotBeRead: 'il n’a pas pu être lu',
    writeAgain:
      'Demandez à ce service d’écrire à nouveau, avec des fichiers plus petits ou des liens. Son délai continue de courir.',
    returnedTitle: 'Un e-mail à un service est revenu',
    returned: (name, address) =>
      `Ce qui a été envoyé à ${name} (${address}) a été accepté par le serveur de messagerie, puis est revenu.`,
    itsAddress: 'son adresse',
    lookAtAddress:
      'Vérifiez l’adresse dans hearback.yaml, et prévenez le service autrement en attendant. Son délai continue de courir.',
    nobodyTitle: 'Un e-mail n’appartient à aucun dossier',
    forNobody: (from) =>
      `Quelqu’un (${from}) a écrit à une adresse de réponse que je n’ai pas donnée, ou dont le dossier n’existe plus. Rien n’en est gardé, et personne n’a reçu de réponse.`,
    lookInMailbox:
      'Si un service vous attend, cherchez l’e-mail dans la boîte de réception, et demandez-lui de répondre au dernier e-mail du dossier. S’il en arrive d’autres aujourd’hui, ils ne seront pas signalés.',
  },
};
