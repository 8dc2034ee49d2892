import type { reasons as english } from '../../en/says/reasons.ts';

export const reasons: typeof english = {
  gone: (platform, why) => `${platform}: det findes ikke længere (${why}).`,
  closed: (platform, why) => `${platform}: der er lukket for direkte beskeder (${why}).`,
  refused: (platform, why) => `${platform} afviste det (${why}).`,
  unavailable: (platform, why) => `${platform} er ikke tilgængelig (${why}).`,
  noRoom: (mb: number) =>
    `Ikke gemt: fællesskabets filer fylder allerede ${mb} MB og må ikke fylde mere (files.maxTotalBytes). Den findes stadig, hvor den blev sendt.`,
  notInstalled: (platform, workspace) =>
    `${platform}: Appen er ikke installeret i ${workspace}. Det går videre, så snart den er det.`,
};
