import type { undelivered as english } from '../../en/says/undelivered.ts';

export const undelivered: typeof english = {
  reply: {
    title: 'Le membre n’a pas reçu la réponse',
    theMember: 'le membre',
    failed: (who) => `La réponse pour ${who} n’a pas pu être remise. `,
    notAsked:
      'On ne lui a donc pas demandé si c’est résolu. Merci de le joindre autrement, ou de rouvrir le dossier et d’y répondre : sans cette question, il revient vers vous de lui-même.',
    sendAgain:
      'Rien n’a été publié ailleurs. Merci de le joindre autrement, ou de renvoyer la réponse avec « Répondre ».',
    partTitle: 'Le membre n’a reçu qu’une partie de la réponse',
    partArrived: (who, parts, arrived) =>
      `La réponse pour ${who} compte ${parts} messages. ${arrived === 1 ? 'Le premier est arrivé' : `Les ${arrived} premiers sont arrivés`}, le reste n’a pas pu être remis. `,
    sendRest:
      'Rien n’a été publié ailleurs. Merci de le joindre autrement, ou d’envoyer le reste avec « Répondre ».',
  },
  management: {
    title: 'La direction n’a pas pu être prévenue',
    byHand: 'Les dossiers de ce genre vont tout de suite à la direction. Merci de la prévenir vous-même. ',
  },
  copy: {
    title: 'Une personne en copie n’a pas pu être prévenue',
    byHand: 'Vous pouvez encore la prévenir vous-même, ou la retirer de la copie. ',
  },
  thanks: {
    title: 'La personne qui a aidé n’a pas été remerciée',
    failed: 'Le remerciement n’a pas pu être publié sous la question aux bénévoles. ',
    yourself: 'Remerciez-la vous-même, s’il vous plaît.',
  },
  helpers: {
    title: 'La communauté n’a pas pu être consultée',
    failed: 'La question n’a pas pu être publiée dans le canal des bénévoles. ',
    goesOn:
      'Le dossier continue sans les bénévoles : les services de son type l’ont maintenant, sauf si seuls les responsables d’équipe peuvent le voir.',
  },
  praise: {
    title: 'Des mots gentils ne sont pas arrivés',
    passOn: (who) => [
      who,
      ' n’est pas joignable par message privé. Merci de transmettre ces mots gentils vous-même.',
    ],
  },
  department: {
    title: 'Un service n’a pas pu être joint',
    mail: (name, address) => `L’e-mail à ${name} (${address}) ne part pas. `,
    mailAgain:
      'L’envoi est retenté toutes les heures jusqu’à ce qu’il arrive. Merci de vérifier l’adresse dans hearback.yaml et les réglages des e-mails, et de prévenir le service autrement en attendant.',
    channel: (name) => `Les dossiers pour ${name} ne peuvent pas être publiés. `,
    channelAgain: 'L’envoi est retenté chaque minute jusqu’à ce qu’ils arrivent.',
  },
  notice: { for: (who) => ['Pour ', who, ', qui n’est pas joignable par message privé :'] },
  words: {
    title: 'Un service n’a pas pu être prévenu',
    inChannel: (name) => `Ce qui a été écrit pour ${name} n’est pas dans son canal. `,
    inMailbox: (name) => `Ce qui a été écrit pour ${name} n’est pas dans sa boîte e-mail. `,
    kept: 'Les mots sont gardés comme note. Merci de le dire autrement, ou à nouveau quand ce sera réparé.',
  },
  files: {
    title: 'Des fichiers n’ont pas pu être remis à un service',
    failed: (name) => `Les fichiers de ce dossier ne sont pas arrivés à ${name}. `,
    passOn: 'Ils sont dans le dossier, et sur le message lui-même. Merci de les transmettre vous-même.',
    stayTitle: 'Des fichiers n’ont pas pu être retirés',
    stay: (name) =>
      `Des fichiers d’un dossier qui n’est plus pour tout le monde sont toujours dans le canal de ${name}. `,
    delete: 'Merci de les y supprimer à la main.',
  },
  digest: {
    title: 'Le récapitulatif n’a pas pu être publié',
    failed: 'Il devait paraître dans son propre canal. ',
    instead: (command) => `${command} montre où en sont les choses.`,
  },
  toOthers: {
    title: 'Merci d’y jeter un œil',
    why: 'Des nouvelles de ce dossier étaient destinées à quelqu’un qui ne doit plus le voir. Le bouton « Ouvrir » montre où il en est.',
  },
  receipt: {
    title: 'Votre signalement est enregistré',
    noEmoji: (emoji) => `Merci, c’est enregistré. Je n’ai pas pu mettre ${emoji} sur le message lui-même. `,
  },
  triage: {
    title: 'Je ne peux pas écrire dans le canal de triage',
    failed: 'Les dossiers sont enregistrés, mais leurs cartes ne peuvent pas être publiées. ',
    follows: 'Les cartes suivront d’elles-mêmes dès que ce sera réglé.',
  },
  groups: {
    title: 'On ne sait pas qui est dans quel groupe',
    what: 'hearback.yaml donne des rôles à des groupes, mais Hearback ne peut pas demander qui en fait partie. D’ici là, qui n’a un rôle que par un groupe ne peut rien faire ; les personnes nommées une à une le peuvent.',
    todo: (needed) =>
      `À faire : ${needed}. Ou nommez dans hearback.yaml des personnes plutôt que des groupes.`,
  },
  issues: {
    title: (tracker) => `Les tickets de ${tracker} ne peuvent pas être suivis`,
    again: 'Rien n’est perdu : ils sont consultés à nouveau toutes les heures.',
  },
  mailbox: {
    title: 'Les réponses des services par e-mail ne peuvent pas être lues',
    unread: (code) => `La boîte e-mail où arrivent les réponses des services ne peut pas être lue (${code}).`,
    waits: 'Les réponses attendent dans la boîte et sont lues dès que possible. hearback check en dit plus.',
  },
};
