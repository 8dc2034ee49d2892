import type { reasons as english } from '../../en/says/reasons.ts';

export const reasons: typeof english = {
  gone: (platform, why) => `${platform} : cela n’existe plus (${why}).`,
  closed: (platform, why) => `${platform} : les messages privés sont fermés (${why}).`,
  refused: (platform, why) => `${platform} l’a refusé (${why}).`,
  unavailable: (platform, why) => `${platform} n’est pas disponible (${why}).`,
  unknown: (platform) => `${platform} n’a pas répondu ; on ne sait pas si cela a été fait.`,
  noRoom: (mb: number) =>
    `Non conservé : les fichiers de cette communauté occupent déjà ${mb} Mo, et ne peuvent pas en occuper plus (files.maxTotalBytes). Le fichier est toujours là où il a été envoyé.`,
  notInstalled: (platform, workspace) =>
    `${platform} : l’application n’est pas installée dans ${workspace}. Tout reprendra dès qu’elle le sera.`,
  person: 'la personne',
  noCase: 'Le dossier auquel ceci appartient n’existe plus.',
  updated:
    'Hearback a été mis à jour pendant que cette longue réponse était en route, et la couperait maintenant à d’autres endroits.',
  codeUncertain:
    'Une sauvegarde a été restaurée, et quelqu’un d’autre a pu recevoir ce code depuis. La personne qui s’occupe de Hearback importe la liste des codes que personne n’a utilisés ; s’il en fait partie, réessayez.',
  codeLost:
    'Le code de ce cadeau est perdu : la clé sous laquelle il était scellé a été abandonnée, ou il a été écarté après une restauration. Offrez un autre cadeau.',
  keyMissing: (key) =>
    `Cela a été scellé sous la clé ${key}, que ce programme n’a pas. La personne qui s’occupe de Hearback l’ajoute à HEARBACK_KEYS (ou au fichier « keys » du dossier de données) et redémarre.`,
  sealBroken: (what) =>
    `Ce qui est scellé dans ${what} ne s’ouvre pas : cela a été modifié, appartient à une autre ligne, ou la clé a été échangée contre une autre du même nom. La personne qui s’occupe de Hearback le restaure depuis une sauvegarde.`,
  digestMoved: 'Ce récapitulatif va désormais dans un autre canal.',
  digestGone: 'Ce récapitulatif n’est plus dans hearback.yaml.',
  tooManyMessages: 'trop de messages à parcourir',
  tooManyPosts: 'trop de publications à parcourir',
  noEmoji: (emoji) => `l’emoji ${emoji} n’existe pas`,
};
