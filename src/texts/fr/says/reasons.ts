import type { reasons as english } from '../../en/says/reasons.ts';

export const reasons: typeof english = {
  gone: (platform, why) => `${platform} : cela n’existe plus (${why}).`,
  closed: (platform, why) => `${platform} : les messages privés sont fermés (${why}).`,
  refused: (platform, why) => `${platform} l’a refusé (${why}).`,
  unavailable: (platform, why) => `${platform} n’est pas disponible (${why}).`,
};
