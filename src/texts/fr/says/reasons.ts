import type { reasons as english } from '../../en/says/reasons.ts';

export const reasons: typeof english = {
  gone: (platform, why) => `${platform} : cela n’existe plus (${why}).`,
  closed: (platform, why) => `${platform} : les messages privés sont fermés (${why}).`,
  refused: (platform, why) => `${platform} l’a refusé (${why}).`,
  unavailable: (platform, why) => `${platform} n’est pas disponible (${why}).`,
  noRoom: (mb: number) =>
    `Non conservé : les fichiers de cette communauté occupent déjà ${mb} Mo, et ne peuvent pas en occuper plus (files.maxTotalBytes). Le fichier est toujours là où il a été envoyé.`,
  notInstalled: (platform, workspace) =>
    `${platform} : l’application n’est pas installée dans ${workspace}. Tout reprendra dès qu’elle le sera.`,
};
