import type { recording as english } from '../../en/commands/recording.ts';
import { plural } from '../../plural.ts';

export const recording: typeof english = {
  new: {
    summary: 'Enregistrer un retour venu par e-mail, par téléphone ou de vive voix',
    options: {
      text: 'Ce qui a été dit ; sans cela, vous remplissez un formulaire',
      from: 'Qui l’a dit, par exemple Mme Olsen',
      origin: 'mail, phone, person ou elsewhere',
      kind: 'De quel type de retour il s’agit',
      severity: 'low, normal, high ou urgent',
      member: 'Son compte ici, s’il en existe un',
      file: 'Une capture d’écran ou un autre fichier qui l’accompagnait',
    },
    noWords: 'Écrivez ce qui a été dit.',
    somebody: 'quelqu’un',
    thanks: (forLeads) => `Merci. ${forLeads}`,
    recorded: (name, origin) =>
      `Enregistré sous ${name}, reçu ${origin}. Il n’y a pas de fil où répondre : répondez par le même chemin, et notez-le.`,
    atOnce: (origins) =>
      `Un formulaire ne peut pas reprendre votre fichier ; rien n’est donc encore enregistré. Dites tout en une fois, avec text, origin (${origins}) et file. Ou bien nommez son compte avec member sans joindre le fichier : le formulaire qui s’ouvre alors a une place pour les fichiers.`,
    recordedFor: (name, member, origin) =>
      `Enregistré sous ${name} pour ${member}, reçu ${origin}. Rien ne lui a été envoyé : une réponse part par message privé dès que quelqu’un l’envoie.`,
    joined: (name, member) =>
      `Cela fait partie de ${name}, un dossier ouvert où ${member} a dit la même chose : les mots y sont gardés, et il y est noté que vous les avez enregistrés.`,
    withFiles: {
      with: (count) =>
        `${plural('fr', count, { one: 'Un fichier est en cours de copie', other: `${count} fichiers sont en cours de copie` })} ; si cela échoue, les personnes qui s’occupent du dossier sont prévenues.`,
      left: (names, most) => `Non conservés, car ${most} fichiers sont le maximum en une fois : ${names}.`,
    },
    accounts: {
      unknown: 'Le compte indiqué n’est celui de personne ici ; le dossier ne porte donc que le nom.',
      bot: 'Le compte indiqué est un bot ; le dossier ne porte donc que le nom.',
      own: 'Il s’agit de ce que vous avez dit vous-même ; d’autres s’en occupent donc.',
      staff: (name) => `${name} travaille ici sur les dossiers ; celui-ci ne lui est donc pas montré.`,
      cardStays:
        'Sa carte reste dans le canal de triage : utilisez /feedback exclude si cette personne ne doit pas l’y lire.',
      visitor: (name) =>
        `${name} fait partie d’une autre organisation : un message privé pourrait ne pas arriver.`,
      left: (name) => `${name} n’est plus dans cette communauté : un message privé pourrait ne pas arriver.`,
    },
    noOrigin: (typed, origins) =>
      `« ${typed} » n’est pas une façon dont les retours arrivent. Choisissez parmi : ${origins}.`,
    title: 'Nouveau retour',
    submit: 'Enregistrer',
    what: 'Qu’est-ce qui a été dit ?',
    whom: 'Par qui ?',
    account: 'Son compte ici',
    accountHint: 'Vide pour une personne sans compte. Rien ne lui est envoyé par là.',
    files: 'Fichiers qui l’accompagnaient',
    how: 'Comment est-ce arrivé ?',
    kind: 'De quoi s’agit-il ?',
    severity: 'Est-ce urgent ?',
  },
  kind: {
    summary: 'Dire de quel type de retour il s’agit ; la suite se déroule selon son scénario',
    options: { kind: 'Le type ; sans lui, vous choisissez' },
    isNow: (name, kind) => `${name} est maintenant du type « ${kind} ».`,
    stillToCome: 'Ce que le membre ne sait pas encore attend un clic sur la carte.',
    noAnswer: (problem, reply) =>
      `Sa réponse n’a pas pu être écrite : ${problem} Répondez vous-même avec ${reply}.`,
    title: 'Type de',
    submit: 'Changer',
    what: 'De quoi s’agit-il ?',
    hint: 'Ce qui est envoyé reste envoyé, et n’est pas redit.',
  },
  severity: {
    summary: 'Changer l’urgence d’un dossier',
    options: { severity: 'low, normal, high ou urgent' },
    isNow: (name, severity) => `La gravité de ${name} est maintenant : ${severity}. Ses délais suivent.`,
  },
  language: {
    summary: 'La langue des réponses au membre ; une réponse préparée est réécrite dans celle-ci',
    options: { language: 'La langue, par exemple da' },
    isNow: (name, language) => `La langue de ${name} est maintenant : ${language}.`,
    kept: 'La réponse en attente a été modifiée par une personne : elle reste donc telle quelle.',
    anew: 'La réponse en attente a été réécrite dans cette langue ; rien n’a été envoyé.',
    fromNowOn: 'Ce qui sera écrit au membre le sera désormais dans cette langue.',
  },
  template: {
    summary: 'Un autre texte à la place de la réponse en attente ; rien n’est envoyé',
    options: { template: 'Un modèle, ou un type pour toute sa réponse ; sans cela, vous choisissez' },
    waits: (member, name) => `La réponse à ${member} attend sur la carte de ${name}. Rien n’a été envoyé.`,
    title: 'Réponse de',
    submit: 'L’utiliser',
    which: 'Quel texte ?',
    hint: (language) => `Langue : ${language}, s’il existe. Vous le voyez sur la carte ; rien n’est envoyé.`,
    unknown: (typed, names) =>
      `Aucun modèle « ${typed} » ne peut servir de réponse ici. Choisissez parmi : ${names}.`,
  },
  note: {
    summary: 'Garder une note interne avec un dossier',
    options: { text: 'La note ; le membre ne la voit jamais' },
    title: 'Note sur',
    submit: 'Garder',
    label: 'Note interne',
    hint: 'Le membre ne la voit jamais.',
    kept: (name) => `Note gardée avec ${name}. Seule l’équipe la voit.`,
    keptLate: (name) =>
      `Note gardée avec ${name}, qui est terminé. La personne responsable est prévenue, et peut le rouvrir.`,
  },
};
