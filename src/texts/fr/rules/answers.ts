import type { answers as english } from '../../en/rules/answers.ts';

export const answers: typeof english = {
  empty: 'La réponse est vide. Écrivez ce que le membre doit lire.',
  tooLong: (length, most) => `La réponse compte ${length} caractères ; restez en dessous de ${most}.`,
  noThread:
    'Ce dossier est arrivé sans message, il n’y a donc pas de fil où répondre. Répondez par le même chemin, et notez-le avec /feedback note.',
  privateByNow:
    'On répond maintenant à ce dossier en privé, et ces mots iraient dans le fil public. Appuyez sur « Modifier » puis sur « Aperçu » : ils partiront en message privé.',
  neverAnswered: (kind) =>
    `On ne répond pas aux dossiers du type « ${kind} ». Si celui-ci mérite une réponse, changez d’abord son type, avec « Type » sur la carte ou /feedback kind.`,
  none: 'Aucune réponse n’attend d’être envoyée. Écrivez-en une avec « Répondre ».',
  theirs:
    'Quelqu’un d’autre a écrit une réponse après la vôtre. Appuyez sur « Envoyer la réponse » sous celle que vous voulez : la sienne est sur la carte du dossier, la vôtre dans votre aperçu.',
  ofAnotherCase: 'Cette réponse n’appartient pas à ce dossier. La carte de chaque dossier montre la sienne.',
  sent: 'Cette réponse a déjà été envoyée. Pour en dire plus, écrivez-en une nouvelle avec « Répondre ».',
  replaced: 'Cette réponse a été remplacée entre-temps. La carte montre celle qui attend maintenant.',
  discarded: 'Cette réponse a été jetée. Écrivez-en une nouvelle avec « Répondre ».',
  asksTwice:
    'On a déjà demandé une partie de cela au membre, ou il l’a dit. Retirez les questions avec « Modifier », ou appuyez sur « Demander quand même ».',
  noTemplates: (choices) => `Il n’y a pas de modèles dans cette langue. Choisissez parmi : ${choices}.`,
  languageAlready: (language) => `La langue est déjà : ${language}.`,
  personsWords:
    'La réponse en attente contient les mots d’une personne, on n’y a donc pas touché. Envoyez-la ou jetez-la d’abord.',
  bringsGift:
    'La réponse en attente apporte un cadeau, on n’y a donc pas touché. Envoyez-la ou jetez-la d’abord.',
  unwritten: (problem) => `Impossible de l’écrire : ${problem} La réponse qui était là attend toujours.`,
  nothingToSay:
    'Ce modèle ne dit rien pour ce dossier ; choisissez-en un autre avec « Autre modèle ». La réponse qui était là attend toujours.',
  consent: {
    anotherWaits: (department) =>
      `Il faut l’accord du membre avant que ${department} le reçoive. Une autre réponse attend sur la carte : envoyez-la ou jetez-la d’abord.`,
    unwritten: (department, problem) =>
      `Il faut l’accord du membre avant que ${department} le reçoive, et la question n’a pas pu être écrite. ${problem}`.trim(),
    refused: (department) => `Le membre préfère que ses mots ne soient pas transmis à ${department}.`,
    asked: (department) =>
      `${department} le recevra quand le membre sera d’accord, et il n’a pas encore répondu. La question est posée avec deux boutons sous sa réponse.`,
    prepared: (department) =>
      `${department} le recevra quand le membre sera d’accord, et on ne le lui a pas encore demandé. La question est dans la réponse qui attend sur la carte : appuyez sur « Envoyer ».`,
    notAsked: (department, command) =>
      `${department} le recevra quand le membre sera d’accord, et on ne lui a rien demandé pour ${department}. Demandez-lui avec « Transmettre » sur la carte, ou avec ${command}.`,
  },
  praise: {
    own: 'C’est le membre lui-même qui l’a dit. Choisissez quelqu’un d’autre.',
    notForThem: 'Ce dossier n’est pas pour cette personne, rien ne doit donc lui en parvenir.',
    had: 'Cette personne a déjà reçu ces mots. Choisissez quelqu’un d’autre.',
    departmentHad: (department) =>
      `${department} a déjà reçu ces mots. Choisissez une personne ou un autre service.`,
  },
  helpers: {
    own: 'C’est cette personne qui a posé la question. Si elle a trouvé seule, utilisez « Résolu ».',
    notForThem: 'Ce dossier n’est pas pour cette personne, on ne lui en dit donc rien.',
  },
};
