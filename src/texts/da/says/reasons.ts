import type { reasons as english } from '../../en/says/reasons.ts';

export const reasons: typeof english = {
  gone: (platform, why) => `${platform}: det findes ikke længere (${why}).`,
  closed: (platform, why) => `${platform}: der er lukket for direkte beskeder (${why}).`,
  refused: (platform, why) => `${platform} afviste det (${why}).`,
  unavailable: (platform, why) => `${platform} er ikke tilgængelig (${why}).`,
  unknown: (platform) => `${platform} svarede ikke; det vides ikke, om det blev gjort.`,
  noRoom: (mb: number) =>
    `Ikke gemt: fællesskabets filer fylder allerede ${mb} MB og må ikke fylde mere (files.maxTotalBytes). Den findes stadig, hvor den blev sendt.`,
  notInstalled: (platform, workspace) =>
    `${platform}: appen er ikke installeret i ${workspace}. Det går videre, så snart den er det.`,
  person: 'personen',
  noCase: 'Sagen, som dette hører til, findes ikke længere.',
  updated: 'Hearback blev opdateret, mens dette lange svar var på vej, og ville nu dele det andre steder.',
  codeUncertain:
    'En sikkerhedskopi er gendannet, og en anden kan have fået denne kode siden. Den, der driver Hearback, importerer listen over koder, som ingen har brugt; er den med på den, så prøv igen.',
  codeLost:
    'Koden til denne gave er tabt: nøglen, den var forseglet med, er opgivet, eller koden blev kasseret efter en gendannelse. Giv en anden gave.',
  keyMissing: (key) =>
    `Dette blev forseglet med nøglen ${key}, som programmet ikke har. Den, der driver Hearback, føjer den til HEARBACK_KEYS (eller til filen "keys" i datamappen) og starter igen.`,
  sealBroken: (what) =>
    `Det forseglede i ${what} kan ikke åbnes: det blev ændret, hører til en anden række, eller nøglen blev byttet ud med en anden af samme navn. Den, der driver Hearback, henter det fra en sikkerhedskopi.`,
  digestMoved: 'Dette overblik går nu til en anden kanal.',
  digestGone: 'Dette overblik er ikke længere i hearback.yaml.',
  tooManyMessages: 'for mange beskeder at lede igennem',
  tooManyPosts: 'for mange opslag at lede igennem',
  noEmoji: (emoji) => `emojien ${emoji} findes ikke`,
};
