import type { sight as english } from '../../en/commands/sight.ts';

export const sight: typeof english = {
  audience: {
    summary: 'Dire qui peut voir un dossier : les responsables d’équipe seuls, ou toute l’équipe',
    options: { who: 'leads ou staff' },
    leadsAlone: (name) =>
      `Désormais, seuls les responsables d’équipe, la direction et les admins voient ${name}. Dans les canaux, seul son numéro apparaît ; ce que des personnes y ont écrit elles-mêmes reste. Les rappels vont à la personne responsable du dossier si elle est responsable d’équipe, sinon aux responsables d’équipe.`,
    allStaff: (name) =>
      `Toutes les personnes qui travaillent sur les dossiers voient de nouveau ${name}, sauf celles qui en sont tenues à l’écart nommément.`,
    write: 'Écrivez leads ou staff : qui peut voir le dossier.',
    writeNot: (typed) => `Écrivez leads ou staff, pas « ${typed} » : qui peut voir le dossier.`,
  },
  exclude: {
    summary: 'Tenir quelqu’un à l’écart d’un dossier, quel que soit son rôle',
    options: {
      person: 'Pour qui il n’existe plus désormais',
      why: 'conflict (par défaut), accused ou previous-handler',
    },
    doesNotExist: (name, who) => [
      `Désormais, ${name} n’existe plus pour `,
      who,
      '. Dans les canaux, seul son numéro apparaît ; ce que des personnes y ont écrit elles-mêmes reste. /feedback include laisse revenir cette personne.',
    ],
  },
  cc: {
    summary: 'Laisser quelqu’un, ou un canal privé, lire un dossier',
    options: {
      do: 'add, remove ou list',
      person: 'Qui le lit',
      channel: 'Ou un canal privé, par exemple qa',
    },
    choices: { add: 'Laisser lire', remove: 'Retirer de la copie', list: 'Qui le lit' },
    management: 'La direction',
    write: 'Écrivez add, remove ou list après le dossier.',
    canRead: (who, name) => [who, ` peut désormais lire ${name}, et reçoit un seul message à ce sujet.`],
    readsNoMore: (who, name) => [who, ` ne lit plus ${name}. Ce qui s’y trouvait est retiré.`],
    oneAtATime: 'Nommez une personne ou un canal, l’un après l’autre.',
    nameOne: 'Nommez une personne, par exemple @mia, ou écrivez channel: et un canal.',
    elsewhere:
      'Quelqu’un d’un autre espace de travail ne peut lire que dans le canal de son service : nommez-le avec channel:',
    bot: 'C’est un bot, et il ne lit rien. Nommez une personne.',
    gone: 'Cette personne n’est pas (ou plus) dans la communauté. Nommez quelqu’un d’autre.',
    oneOfThese: (channels) =>
      `Un dossier n’est affiché que dans des canaux privés nommés dans hearback.yaml, et celui-ci n’en est pas. Écrivez l’un de ceux-ci : ${channels}.`,
    noneNamed:
      'Un dossier n’est affiché que dans des canaux privés nommés dans hearback.yaml, et celui-ci n’en est pas. Aucun n’y est nommé pour l’instant.',
    isPublic: (channel) =>
      `Le canal « ${channel} » est public : des membres pourraient y lire le dossier. Rendez-le d’abord privé.`,
    nobody: (name, typed) =>
      `Personne d’autre ne lit ${name}. Tapez ${typed} et une personne pour le permettre.`,
    isRead: (name) => `${name} est lu aussi par `,
  },
};
