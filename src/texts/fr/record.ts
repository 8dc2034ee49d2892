import type { record as english } from '../en/record.ts';

export const record: typeof english = {
  code: 'fr',
  kind: 'Type',
  state: 'État',
  severity: 'Gravité',
  member: 'Membre',
  handler: 'Responsable',
  departments: 'Services',
  reporters: 'Signalé par',
  origin: 'Reçu par',
  link: 'Message',
  quote: 'Retour',
  wrote: 'a écrit',
  wroteFlagged: 'a écrit le message signalé',
  wroteAgain: 'a répondu',
  wroteBelow: 'a écrit dans le fil',
  wroteBefore: 'a écrit juste avant',
  answered: 'réponse au membre',
  toHelpers: 'aux bénévoles',
  unsent: 'interne : une réponse qui n’a pas été envoyée',
  internalNote: 'note interne',
  edited: 'Modifié',
  deleted: 'Supprimé',
  notInside: 'non inclus ici',
  saidSolved: 'a dit que c’est résolu',
  saidNotYet: 'a dit que ce n’est pas encore résolu',
  rating: (stars) => `${stars} sur 5`,
  download: {
    transcript: (name) => `Télécharger la transcription de ${name}`,
    forMember: (name) => `Télécharger ce que le membre a dit et vu dans ${name}`,
    record: 'Télécharger tout ce que vous pouvez voir',
    until: '. Le lien fonctionne une seule fois ; expiration : ',
    keep: '. Le fichier contient ce que des personnes ont écrit en confiance : gardez-le là où personne d’autre ne peut le lire.',
  },
  table: {
    found: 'Télécharger les dossiers trouvés sous forme de tableau (CSV)',
    all: 'Télécharger vos dossiers sous forme de tableau (CSV)',
    most: (cases: string) =>
      `Un tableau contient au plus ${cases} dossiers. La personne qui s’occupe de Hearback les obtient tous avec `,
    comesDirectly:
      'Le tableau (CSV) vous parvient par message privé. S’il n’est pas arrivé d’ici une minute, autorisez les messages privés de ce bot et redemandez-le. ',
    whole:
      'Tout ce que vous pouvez voir, pièces jointes comprises, est trop volumineux pour un message. La personne qui s’occupe de Hearback l’obtient pour vous avec ',
    message: {
      title: 'Les dossiers que vous avez demandés, sous forme de tableau',
      asked: 'Vous avez demandé ',
      keep: 'Le fichier contient ce que des personnes ont écrit en confiance : gardez-le là où personne d’autre ne peut le lire.',
      notSent: 'Le tableau que vous avez demandé est trop volumineux',
      tooLarge: (size) =>
        `Il dépasserait ${size}, et un message n’en accepte pas plus : rien n’a été envoyé. Demandez moins de dossiers en ajoutant un type, un état ou une durée, par exemple `,
    },
  },
  noAddress:
    'Impossible de le télécharger ici, car ce Hearback n’a pas d’adresse web. Demandez à la personne qui s’en occupe de définir PUBLIC_URL, ou de lancer ceci pour vous : ',
  wrongFormat: (typed) => `Le format « ${typed} » n’existe pas. Écrivez md, html ou json.`,
  wrongReader: (typed) => `Aucune transcription n’est faite pour « ${typed} ». Écrivez staff ou member.`,
  formats: { md: 'Markdown', html: 'Une page', json: 'JSON' },
  readers: {
    staff: 'L’équipe, avec les notes internes',
    member: 'Le membre : seulement ce qu’il a dit et vu',
  },
};
