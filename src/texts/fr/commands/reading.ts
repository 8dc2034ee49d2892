import type { reading as english } from '../../en/commands/reading.ts';

export const reading: typeof english = {
  barometer: {
    summary: 'L’humeur du jour dans les canaux suivis, et pourquoi',
    notCounted:
      'Rien n’est compté ici : hearback.yaml dit hotThreads: false. /feedback list montre les dossiers ouverts.',
    nothingSaid:
      'Rien n’a été dit dans les canaux suivis depuis hier, pour autant que vous puissiez les voir.',
    lastDay: 'Les dernières 24 heures',
    scale: ' (0 : fâchée, 50 : neutre, 100 : ravie)',
    more: (count) => `et ${count} de plus`,
    threadGone: (typed) => `Ce fil n’existe plus. ${typed} montre l’humeur du moment.`,
    notNeeded: 'C’est noté : rien à faire là. Ce fil ne sera plus proposé.',
  },
  digest: {
    summary: 'Où en sont les choses depuis le dernier récapitulatif, pour vous uniquement',
    options: { name: 'Quel récapitulatif, s’il y en a plusieurs' },
    none: 'Il n’y a pas de récapitulatif ici : hearback.yaml dit digests: []. /feedback list montre les dossiers ouverts.',
    theOneIn: (channel) => ['celui de ', channel],
    noSuch: (typed) => `Il n’y a pas de récapitulatif « ${typed} ». Il y a `,
    gone: (typed) => `Ce récapitulatif n’est plus là. ${typed} montre où en sont les choses.`,
    noAddress:
      'Impossible de le télécharger ici : la personne qui s’occupe de Hearback doit donner à PUBLIC_URL l’adresse par laquelle les navigateurs l’atteignent.',
    table: 'Télécharger les dossiers en tableau',
    download: (link, until) => [
      link,
      ' : ceux que vous pouvez voir. Le lien n’est que pour vous et fonctionne une seule fois (expiration : ',
      until,
      ').',
    ],
  },
  dashboard: {
    summary: 'Vos dossiers dans le navigateur, par un lien qui sert une fois',
    noAddress:
      'Il n’y a pas encore de tableau de bord ici : la personne qui s’occupe de Hearback doit donner à PUBLIC_URL l’adresse par laquelle les navigateurs l’atteignent. D’ici là, /feedback list et /feedback show disent la même chose.',
    open: 'Ouvrir le tableau de bord',
    onlyYours: (link, until) => [
      link,
      '. Le lien n’est que pour vous et fonctionne une seule fois (expiration : ',
      until,
      '). Ne le transmettez pas.',
    ],
  },
  export: {
    summary: 'Tout ce que vous pouvez voir, ou ce qu’une recherche y trouve, en un fichier à garder',
    options: { query: 'Mots et filtres comme dans search, par exemple kind:refund older:7d ; sinon tout' },
  },
  follow: {
    summary: 'Apprendre par message privé ce qui arrive à un dossier',
    youFollow: (name, typed) =>
      `Vous suivez ${name} : ce qui lui arrive vous parvient par message privé, plusieurs choses à la fois. ${typed} y met fin.`,
  },
  cases: {
    mostUrgent: (count) =>
      `Voici les ${count} plus urgents. /feedback show en ouvre un ; raccourcissez la liste avec un état, par exemple /feedback list solved.`,
  },
};
