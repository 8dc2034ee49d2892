import type { notices as english } from '../../en/rules/notices.ts';
import { plural } from '../../plural.ts';

export const notices: typeof english = {
  memberAnswered: 'Le membre a répondu',
  aboutClosed: 'Le membre a écrit à propos d’un dossier clos',
  aboutDismissed: 'Le membre a écrit à propos d’un dossier écarté',
  memberChanged: 'Le membre a modifié ce qu’il avait écrit',
  before: 'Avant',
  now: 'Maintenant',
  openMessage: 'Ouvrir le message',
  staysClosed: 'Il reste clos, sauf si vous le rouvrez.',
  handedTitle: 'Un dossier vous a été confié',
  handed: (who) => [who, ' vous demande de vous occuper de ce dossier désormais.'],
  memberSaid: (member) => `Ce que ${member} a dit :`,
  next: 'La suite : ',
  takenOverTitle: 'Quelqu’un d’autre s’occupe maintenant de ce dossier',
  takenOver: (who) => [who, ' l’a repris à votre place. Vous n’avez plus rien à faire.'],
  handedOver: (who, to) => [who, ' l’a confié à ', to, '. Vous n’avez plus rien à faire.'],
  notAnsweredTitle: 'Le membre n’a pas reçu de réponse',
  notAnswered: (problem) =>
    `La réponse n’a pas pu être écrite : ${problem} Écrivez-la vous-même avec « Répondre », et prévenez la personne qui s’occupe de hearback.yaml et des modèles.`,
  fileLostTitle: 'Un fichier n’a pas pu être conservé',
  fileLost: (name, why) =>
    `« ${name} » n’est pas dans le dossier : ${why} Tout le reste y est. Demandez le fichier à la personne qui l’a enregistré, et notez ce qu’il montre.`,
  yourFileLost: (name, why) =>
    `« ${name} », qui accompagnait ce que vous avez enregistré, n’est pas dans le dossier : ${why} Tout le reste y est. Publiez-le dans le fil sous la carte du dossier, ou remettez-le à une personne responsable d’équipe si vous ne voyez pas la carte.`,
  fileFailed:
    'La copie a échoué à plusieurs reprises. La personne qui exploite Hearback voit pourquoi et peut relancer l’essai.',
  fileLateTitle: 'Un fichier n’a pas encore pu être copié',
  fileLate: (name, why) =>
    `« ${name} » n’est pas encore dans le dossier : ${why} Un nouvel essai a lieu toutes les heures, tant que son lien fonctionne, et vous saurez ce qu’il en est. Gardez le fichier d’ici là.`,
  fileThereTitle: 'Le fichier est finalement là',
  fileThere: (name) => `« ${name} » est maintenant dans le dossier. Vous n’avez plus rien à faire.`,
  notAskedTitle: 'La communauté n’a pas été consultée',
  notAsked: (problem) =>
    `${problem} Le dossier continue sans les bénévoles : les services de son type l’ont, si hearback.yaml en nomme. Veillez à ce que le membre ait des nouvelles de quelqu’un.`,
  unasked: {
    restricted: 'Ce dossier n’est pas visible pour tout le monde.',
    unwritten: 'Rien n’a été écrit.',
    noChannel: 'Il n’y a pas de canal de bénévoles dans hearback.yaml.',
    noMessage: 'Ce retour est arrivé sans message que l’on puisse leur montrer.',
    privateChannel: 'Cela a été dit dans un canal privé, et y reste.',
  },
  helpersOverTitle: 'La communauté n’a pas trouvé de solution',
  helpersOver:
    'Aucun service n’est nommé pour ce type de retour (route), il est donc à vous. Transmettez-le à un service depuis la carte, ou répondez-y.',
  managementTitle: 'La direction n’a pas pu être prévenue',
  tellManagement: 'Les dossiers comme celui-ci vont tout de suite à la direction. Prévenez-la vous-même.',
  nameManagement:
    'Pour qu’elle soit prévenue toute seule, faites indiquer son canal privé dans hearback.yaml (management), ou ses membres (roles.management.people).',
  lastLeadTitle: 'Personne d’autre ne pouvait s’en occuper',
  accusedStays: (who) => [
    who,
    ' semble faire partie des personnes concernées. On ne connaît personne d’autre, parmi les responsables d’équipe et les admins, qui voie ce dossier : il ne lui a donc pas été caché.',
  ],
  previousStays: (who) => [
    who,
    ' s’en est déjà occupé. On ne connaît personne d’autre, parmi les responsables d’équipe et les admins, qui voie ce dossier : il ne lui a donc pas été caché.',
  ],
  nameAnother: (name, who) => [
    `Faites nommer quelqu’un d’autre responsable d’équipe ou admin dans hearback.yaml, puis : /feedback exclude ${name} `,
    who,
  ],
  headsTitle: (kind, severity) => `${kind}, gravité ${severity}`,
  headsHear:
    'Les dossiers comme celui-ci vous sont signalés dès leur arrivée. Le bouton « Ouvrir » montre ce qui a été dit.',
  inConfidence:
    'Seuls les responsables d’équipe, la direction et les admins le voient ; les canaux n’apprennent que son numéro, et rien d’autre.',
  keptAlready: (name) =>
    `Il est déjà caché à quelqu’un qu’il semble concerner : /feedback show ${name} dit à qui. Si quelqu’un d’autre de l’équipe est visé, tenez cette personne à l’écart avant d’en parler : /feedback exclude ${name} @nom accused`,
  keptFromNobody: (name) =>
    `Pour l’instant, il n’est caché à aucune personne concernée. Si quelqu’un de l’équipe est visé, tenez cette personne à l’écart avant d’en parler : /feedback exclude ${name} @nom accused`,
  forLeads:
    'C’est enregistré, et les responsables d’équipe s’en occupent désormais. Personne d’autre ne le voit, gardez-le donc aussi pour vous.',
  lostRoleTitle: 'Quelqu’un qui est responsable de dossiers n’a plus de rôle',
  lostRole: (who, names, more) => [
    who,
    ` a toujours ${names}${more > 0 ? ` et ${more} de plus` : ''}, mais ne travaille plus sur les dossiers, d’après hearback.yaml et ses groupes.`,
  ],
  lostRoleAdvice: (name) =>
    `Cette personne n’y peut plus rien faire, et ses rappels vont à la personne suivante. Prenez ces dossiers, ou confiez-les : /feedback assign ${name} et une personne. Si c’était une erreur, rendez-lui son rôle : tout redevient comme avant.`,
  lostRoleUnnamed: 'Un dossier que tout le monde ne voit pas est chez quelqu’un qui n’a plus de rôle',
  lostRoleLeads:
    'hearback.yaml ne nomme aucun autre responsable d’équipe que l’on puisse prévenir. Responsables d’équipe : /feedback list vous montre les dossiers ouverts ; prenez-le, ou confiez-le avec /feedback assign.',
  missedPraiseTitle: 'Les mots gentils ne sont pas parvenus à tout le monde',
  missedPraise: (people) => [
    'Le message mentionne aussi ',
    people,
    '. Je n’ai pas pu savoir à temps s’il est pour ces personnes. Transmettez-le-leur depuis la carte.',
  ],
  unreadableTitle: 'Un message signalé est arrivé sans texte',
  unreadable:
    'Le dossier est enregistré, mais le texte du message n’a pas pu être lu. Sur Discord, cela arrive quand l’option Message Content Intent est désactivée : activez-la dans le Developer Portal sous Bot → Privileged Gateway Intents, puis redémarrez Hearback. Demandez à la personne qui s’occupe de Hearback.',
  thanksTitle: 'Merci pour votre signalement',
  saidAgain:
    'Ce membre nous en a déjà parlé, et quelqu’un s’en occupe. Ce que vous avez signalé a été ajouté, pour qu’il reçoive une seule réponse, et non deux.',
  notYetTitle: 'Pas encore résolu, dit le membre',
  notYet: (level) =>
    `On lui a demandé si c’est résolu, et il dit que non. Le dossier est maintenant au niveau L${level}, pour quelqu’un qui ne s’en est pas encore occupé.`,
  noReason: 'Il n’a pas donné de raison.',
  nobodyHasIt:
    'Personne ne l’a pour le moment : affichez-le avec « Ouvrir », puis prenez-le avec « Prendre ».',
  escalated: (level) => `Remonté au niveau L${level}`,
  tookUp: (who) => [who, ' l’a fait remonter. Pourquoi :'],
  tookUpUnsaid: (who) => [who, ' l’a fait remonter, sans donner de raison.'],
  openShows: 'Le bouton « Ouvrir » montre où il en est.',
  noLead: (route) =>
    `hearback.yaml ne nomme aucun responsable d’équipe à prévenir. Transmettez-le à un service avec « ${route} » sur sa carte.`,
  dismissed: (reason) => `Écarté : ${reason}`,
  reopened: (reason) => `Rouvert : ${reason}`,
  notSolved: (words) => `Pas encore résolu : ${words}`,
  rated: (stars, words) => `Note de ${stars} sur 5 : ${words}`,
  recommends: (choice, reason) => `Recommandation : ${choice}. ${reason}`,
  files: {
    gone: 'son contenu n’est plus conservé',
    empty: 'il est vide',
    notCopied: 'il n’a pas pu être copié',
    tooMany: (most) =>
      `un message accepte ${plural('fr', most, { one: `${most} fichier`, other: `${most} fichiers` })}`,
    tooMuch: (most) => `un message accepte ${most} en tout`,
    tooLarge: (size, most) => `il fait ${size}, et un message accepte des fichiers de ${most} au plus`,
    mailTooLarge: (megabytes) => `il fait plus de ${megabytes} Mo`,
    mailTooMany: (most) => `on garde ${most} fichiers au plus par e-mail`,
    mailTooMuch: (megabytes) => `on garde ${megabytes} Mo au plus par e-mail`,
    letterTooLarge: (megabytes, most) =>
      `il fait ${megabytes} Mo, et les e-mails sont lus jusqu’à ${most} Mo`,
    letterTooManyParts: 'il a trop de parties ou de lignes, ou n’est pas écrit comme un e-mail',
  },
};
