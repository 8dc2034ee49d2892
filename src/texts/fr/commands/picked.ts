import type { picked as english } from '../../en/commands/picked.ts';

export const picked: typeof english = {
  namePerson: 'Nommez une personne, par exemple @mia.',
  noDraft: (reply) => `Cette réponse n’existe pas. Écrivez-en une nouvelle avec ${reply}.`,
  noGift: 'Ce cadeau n’existe pas. La carte du dossier montre ceux qu’il y a. Choisissez-en un.',
  noKind: (typed, kinds) => `Le type de retour « ${typed} » n’existe pas. Choisissez parmi : ${kinds}.`,
  noSeverity: (typed, severities) => `« ${typed} » n’est pas une gravité. Choisissez parmi : ${severities}.`,
  severityHint: 'Sans choix, c’est la gravité de son type.',
  noReason: (typed, reasons) => `« ${typed} » n’est pas un motif. Choisissez parmi : ${reasons}.`,
  reasons: {
    conflict: 'Conflit d’intérêts',
    accused: 'Le dossier porte sur cette personne',
    previousHandler: 'S’en est occupé avant, et le membre n’était pas satisfait',
  },
  handler: {
    bot: 'C’est un bot, et il ne s’occupe de rien. Choisissez une personne de la modération, responsable de dossiers ou responsable d’équipe.',
    gone: 'Cette personne n’est pas (ou plus) dans la communauté, donc personne ne le verrait. Choisissez une personne de la modération, responsable de dossiers ou responsable d’équipe.',
    notStaff:
      'Cette personne ne travaille pas sur les dossiers ici, donc personne ne le verrait. Choisissez une personne de la modération, responsable de dossiers ou responsable d’équipe, ou transmettez le dossier à un service avec /feedback route.',
    keptOut:
      'Ce dossier n’est pas pour cette personne : elle en est tenue à l’écart, ou seuls les responsables d’équipe le voient, ou il porte sur ce qu’elle a dit elle-même. Choisissez quelqu’un d’autre.',
    notForThem: 'Ce dossier n’est pas pour cette personne. Choisissez quelqu’un d’autre.',
  },
  untold: (problem) =>
    `Le membre n’a pas pu être prévenu : ${problem} Résolvez le dossier avec tell: no, et répondez vous-même.`,
  choices: {
    forStaff: 'staff : avec les notes internes',
    forMember: 'member : seulement ce qu’il a dit et vu',
    wait: 'Oui, attendre ensuite le membre',
    noWait: 'Non, ne pas attendre',
    tell: 'Oui, prévenir le membre',
    tellNot: 'Non, ne rien dire',
    another: 'Donnez-m’en un autre',
    later: 'Pas maintenant',
  },
  origins: { mail: 'Par e-mail', phone: 'Par téléphone', person: 'De vive voix', elsewhere: 'Autrement' },
  identity: {
    link: 'Relier : deux comptes sont une seule personne',
    unlink: 'Séparer : ils ne le sont pas',
    list: 'Afficher ce qui est relié',
  },
  meeting: {
    list: 'Liste : ce qui reste à décider',
    add: 'Ajouter : un point à discuter',
    decide: 'Décider : son numéro et la décision',
  },
};
