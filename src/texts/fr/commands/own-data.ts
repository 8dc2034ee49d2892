import type { ownData as english } from '../../en/commands/own-data.ts';

export const ownData: typeof english = {
  privacy: {
    summary: 'Ce qui est gardé sur vous : le voir, l’emporter, le faire effacer, ou ne plus participer',
    options: {
      person: 'Quelqu’un d’autre, pour les admins : sur demande par e-mail',
      do: 'export, erase, opt-out ou opt-in',
    },
    onlyYourself:
      'Vous ne pouvez demander que pour vous-même : ne nommez personne. Les admins peuvent le faire pour quelqu’un qui leur a écrit.',
    notOneOf: (typed) => `Écrivez export, erase, opt-out ou opt-in, pas « ${typed} ».`,
    byHand: (command) => [
      'La personne qui s’occupe de Hearback l’obtient avec ',
      command,
      ' et peut l’envoyer.',
    ],
    theirOwn: 'Chacun emporte ses propres données : il suffit de taper /feedback privacy.',
    noAddress:
      'Impossible de le télécharger ici, car ce Hearback n’a pas d’adresse web. Demandez qu’on vous l’envoie.',
    download: 'Télécharger tout ce qui est gardé sur vous',
    downloadUntil: (link, until) => [
      link,
      '. Le lien n’est que pour vous et fonctionne une seule fois (expiration : ',
      until,
      ').',
    ],
    nothingErased: 'Rien n’a été effacé.',
    notYet:
      'Quelque chose est en cours d’enregistrement ou d’envoi. Rien n’a encore été effacé. Réessayez dans une minute.',
    erased: (number, at) => [`Effacé. Reçu ${number}, `, at, '.'],
    title: { own: 'Effacer mes données', theirs: 'Effacer ses données' },
    submit: 'Continuer',
    sure: {
      own: 'Tout effacer sur vous ? C’est définitif.',
      theirs: 'Effacer toutes ses données ? C’est définitif.',
    },
    hint: 'Mots, fichiers, réponses et noms disparaissent. Les messages du chat lui-même y restent.',
    keep: 'Non, garder',
    erase: (community) => `Oui, effacer dans ${community}`,
    optedOut: {
      own: 'Vous ne participez plus : rien de ce que vous écrirez ne sera enregistré, même si quelqu’un le signale. Ce qui l’était déjà reste jusqu’à son effacement. Participez à nouveau avec /feedback privacy.',
      theirs:
        'Cette personne ne participe plus : rien de ce qu’elle écrira ne sera enregistré, même si quelqu’un le signale. Ce qui l’était déjà reste jusqu’à son effacement.',
    },
    optedIn: {
      own: 'Vous participez de nouveau : quand quelqu’un signale ce que vous écrivez, c’est enregistré, et vous recevez une réponse.',
      theirs: 'Cette personne participe de nouveau : ce qu’elle écrit peut être signalé.',
    },
  },
  transcript: {
    summary: 'Un dossier avec toute son histoire dans un fichier, pour vous ou pour le membre',
    options: { as: 'html, md ou json', for: 'staff, ou member : seulement ce qu’il a dit et vu' },
  },
};
