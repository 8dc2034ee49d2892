import type { programs as english } from '../../en/rules/programs.ts';

export const programs: typeof english = {
  onItsWay: (tracker) => `Il est déjà en route vers ${tracker}.`,
  isThere: (tracker, address) => `Il est déjà dans ${tracker} : ${address}`,
  noTrackers:
    'Aucun outil de tickets n’est encore défini ici. Ils se trouvent sous « issues » dans hearback.yaml.',
  restricted:
    'Ce dossier n’est pas visible pour toute l’équipe, il ne va donc dans aucun autre programme. Un outil de tickets autorisé à recevoir de tels dossiers est indiqué comme tel dans hearback.yaml.',
  nowhere: 'Il n’y a pas d’outil de tickets où mettre ce dossier.',
  unknown: (typed, choices) =>
    `Il n’y a pas d’outil de tickets « ${typed} » ici. Choisissez parmi : ${choices}.`,
  noTitle: 'Un ticket a besoin d’un titre. Écrivez en quelques mots de quoi il s’agit.',
  sent: 'Ce ticket est en route.',
  made: (address) => `Ce ticket est déjà créé : ${address}.`,
  discarded: 'Ce ticket a été jeté entre-temps. Écrivez-en un nouveau avec « Ticket ».',
  draftTitle: (kind, name) => `${kind} venu de la communauté (${name})`,
  draftBody: (severity, name) =>
    `Ce qui se passe, et ce qui devrait se passer :\n\n\nGravité : ${severity}. Hearback : ${name}.`,
  failedTitle: (tracker) => `Le ticket n’a pas pu être créé dans ${tracker}`,
  failed: (why) => `${why} Quand ce sera corrigé, redemandez-le avec « Ticket ».`,
  closed: (issue, status, tracker) => `${issue} est clos (${status}) dans ${tracker}`,
  openedAgain: (issue, tracker) => `${issue} a été rouvert dans ${tracker}`,
  tellMember: 'Si cela règle la question, dites-le au membre. Rien ne lui en a été dit automatiquement.',
  wasDeleted: 'a été supprimé',
  wasMoved: 'a été déplacé',
  wasMovedTo: (place) => `a été déplacé vers ${place}`,
  gone: (issue, how, tracker) => `${issue} ${how} dans ${tracker}`,
  anIssue: 'Un ticket',
  noMoreOfIt:
    'Hearback n’en aura plus de nouvelles. S’il est encore utile, créez-en un autre avec « Ticket ».',
  open: (issue) => `Ouvrir ${issue}`,
  webhookTitle: (name) => `Le webhook ${name} n’accepte pas ce qu’on lui envoie`,
  webhookRefusedTitle: (name) => `Le webhook ${name} n’accepte pas un message`,
  webhookLong: (outcome) => `Depuis une heure, rien n’y est arrivé. Le dernier essai a donné : ${outcome}.`,
  webhookRefused: (outcome) =>
    `Il en accepte d’autres, mais un message a été refusé pendant cinq jours et est abandonné. Le dernier essai a donné : ${outcome}.`,
  webhookNothingLost:
    'Rien n’est perdu : chaque message est réessayé pendant cinq jours, et peut être renvoyé ensuite. Les autres webhooks ne sont pas retardés.',
  webhookMore: (name) =>
    `La personne qui s’occupe de Hearback en apprend plus avec : hearback webhooks list, et hearback webhooks test ${name}`,
  notTaken: {
    secretUnset: () => 'son secret n’est pas défini',
    secretUnusable: () => 'son secret n’est pas utilisable',
    inside: () =>
      'son adresse n’est pas publique ; écrivez private: true si elle est dans votre propre réseau',
    silent: (seconds) => `pas de réponse en ${seconds} s`,
    unreached: (code) => (code === '' ? 'pas de connexion' : `pas de connexion (${code})`),
    redirect: (status) => `${status}, une redirection, qui n’est pas suivie`,
    status: (status) => status,
  },
  groups: {
    goneTitle: (group) => `Le groupe ${group} n’existe plus`,
    gone: (id, gives) =>
      `hearback.yaml dit que quiconque en fait partie (${id}) ${gives}. Il a été supprimé ou désactivé : il ne donne donc plus ces droits à personne.`,
    emptyTitle: (group) => `Il n’y a plus personne dans le groupe ${group}`,
    empty: (id, gives) =>
      `hearback.yaml dit que quiconque en fait partie (${id}) ${gives}. Il ne donne plus ces droits à personne.`,
    notLost:
      'Aucun dossier n’est perdu : les rappels vont à la personne suivante, et ce dont personne ne s’occupe arrive dans le canal de triage.',
    nameAnother:
      'Indiquez un autre groupe dans hearback.yaml, ou des personnes une à une ; ou réactivez le groupe.',
    fill: 'Mettez des personnes dans le groupe, ou indiquez-en d’autres dans hearback.yaml. Leurs droits comptent aussitôt.',
    renamedTitle: (before, now) => `Le groupe ${before} s’appelle maintenant ${now}`,
    renamed: (id, gives) =>
      `hearback.yaml le désigne par son identifiant (${id}), et rien ne change : quiconque en fait partie ${gives}.`,
    takeOut: 'Sert-il à autre chose maintenant ? Alors retirez-le de hearback.yaml.',
    roles: {
      flagger: 'autorisé à signaler des messages',
      moderator: 'modérateur',
      handler: 'responsable de dossiers',
      lead: 'responsable d’équipe',
      management: 'membre de la direction',
      admin: 'admin',
    },
    is: (roles) => `est ${roles}`,
    belongs: (departments) => `appartient à ${departments}`,
    isAndBelongs: (roles, departments) => `est ${roles} et appartient à ${departments}`,
  },
};
