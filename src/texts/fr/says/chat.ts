import type { chat as english } from '../../en/says/chat.ts';

export const chat: typeof english = {
  wentWrong: 'Un problème est survenu de notre côté ; rien n’a été modifié. Veuillez réessayer.',
  formTooLate: 'Le formulaire a mis trop de temps à s’ouvrir. Veuillez réessayer.',
  outdated: 'Ce bouton vient d’une ancienne version et ne fonctionne plus. Utilisez /feedback à la place.',
  notOurServer:
    'Cela n’appartient à aucun serveur dont je m’occupe. Utilisez /feedback dans votre communauté.',
  oneMoreStep: 'Il manque encore une étape.',
  openedLate: 'L’ouverture a pris trop de temps. Appuyez sur le bouton pour continuer.',
  goOn: 'Continuer',
  cancel: 'Annuler',
  inMessagesTab:
    'C’est maintenant dans l’onglet *Messages* de cette application. Personne d’autre ne l’y voit, et il disparaît quand vous rechargez Slack.',
  lookedAfterElsewhere:
    'Ce canal est partagé avec un autre espace de travail, qui s’occupe des retours. Signalez le message avec un emoji et il leur parviendra.',
  typed: {
    nobody: (option, usage) => `Nommez une personne pour ${option}, par exemple @mia. Écrivez ${usage}`,
    missing: (option, usage, what) => `${option} manque. Écrivez ${usage}. ${option} : ${what}`,
    surplus: (word, command, usage) => `« ${word} » est de trop pour ${command}. Écrivez ${usage}`,
    unknown: (word) =>
      `Je ne connais pas la commande « ${word} ». Tapez /feedback help pour voir ce que je sais faire.`,
    nearly: (word, usage) => `Je ne connais pas la commande « ${word} ». Vouliez-vous dire ${usage} ?`,
  },
};
