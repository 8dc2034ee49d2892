import type { reasons as english } from '../../en/says/reasons.ts';

export const reasons: typeof english = {
  gone: (platform, why) => `${platform}: det findes ikke længere (${why}).`,
  closed: (platform, why) => `${platform}: der er lukket for direkte beskeder (${why}).`,
  refused: (platform, why) => `${platform} afviste det (${why}).`,
  unavailable: (platform, why) => `${platform} er ikke tilgængelig (${why}).`,
};
