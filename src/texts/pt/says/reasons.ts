import type { reasons as english } from '../../en/says/reasons.ts';

export const reasons: typeof english = {
  gone: (platform, why) => `${platform}: já não existe (${why}).`,
  closed: (platform, why) => `${platform}: as mensagens diretas estão fechadas (${why}).`,
  refused: (platform, why) => `${platform} recusou a entrega (${why}).`,
  unavailable: (platform, why) => `${platform} não está disponível (${why}).`,
};
