import type { answers as english } from '../../en/rules/answers.ts';

export const answers: typeof english = {
  empty: 'Svaret er tomt. Skriv det, medlemmet skal læse.',
  tooLong: (length, most) => `Svaret er på ${length} tegn; hold det under ${most}.`,
  noThread:
    'Sagen kom ind uden en besked, så der er ingen tråd at svare i. Svar ad den vej, den kom, og noter det med /feedback note.',
  privateByNow:
    'Sagen besvares nu privat, og de ord ville komme i den offentlige tråd. Tryk på Ret og derefter på Se det først: så går de som direkte besked.',
  neverAnswered: (kind) =>
    `Sager af typen "${kind}" besvares ikke. Fortjener denne et svar, så skift typen først, med Type på kortet eller /feedback kind.`,
  none: 'Der er intet svar, der venter på at blive sendt. Skriv et med Svar.',
  theirs:
    'En anden har skrevet et svar efter dit. Tryk på Send svar under det, du mener: den andens står på sagens kort, dit i din forhåndsvisning.',
  ofAnotherCase: 'Det svar hører ikke til denne sag. Kortet for hver sag viser dens eget.',
  sent: 'Det svar er allerede sendt. Vil du sige mere, så skriv et nyt med Svar.',
  replaced: 'Det svar er imens blevet erstattet af et andet. Kortet viser det, der venter nu.',
  discarded: 'Det svar er smidt væk. Skriv et nyt med Svar.',
  asksTwice:
    'Medlemmet er allerede spurgt om noget af det eller har sagt det. Tag spørgsmålene ud med Ret, eller tryk på Spørg alligevel.',
  noTemplates: (choices) => `Der er ingen skabeloner på det sprog. Vælg et af: ${choices}.`,
  languageAlready: (language) => `Sproget er allerede ${language}.`,
  personsWords:
    'En person har skrevet i det svar, der venter, så det fik lov at stå. Send det, eller smid det væk først.',
  bringsGift:
    'Der er en gave i det svar, der venter, så det fik lov at stå. Send det, eller smid det væk først.',
  unwritten: (problem) => `Det kunne ikke skrives: ${problem} Det svar, der var der, venter stadig.`,
  nothingToSay:
    'Den skabelon siger ikke noget i denne sag; vælg en anden med Anden skabelon. Det svar, der var der, venter stadig.',
  consent: {
    anotherWaits: (department) =>
      `Før ${department} får det, skal medlemmet spørges. Et andet svar venter på kortet: send det, eller smid det væk først.`,
    unwritten: (department, problem) =>
      `Før ${department} får det, skal medlemmet spørges, og spørgsmålet kunne ikke skrives. ${problem}`.trim(),
    refused: (department) => `Medlemmet vil helst ikke have sine ord givet videre til ${department}.`,
    asked: (department) =>
      `${department} får det, når medlemmet siger ja, og det har medlemmet ikke svaret på endnu. Spørgsmålet står med to knapper under svaret til medlemmet.`,
    prepared: (department) =>
      `${department} får det, når medlemmet siger ja, og medlemmet er ikke spurgt endnu. Spørgsmålet er i det svar, der venter på kortet: tryk på Send.`,
    notAsked: (department, command) =>
      `${department} får det, når medlemmet siger ja, og medlemmet er ikke spurgt om ${department}. Spørg med Giv videre på kortet eller ${command}.`,
  },
  praise: {
    own: 'Det er medlemmet selv, der har sagt det. Vælg en anden.',
    notForThem: 'Sagen er ikke for vedkommende, så intet af den må nå frem.',
    had: 'Den, du har valgt, har allerede fået de ord. Vælg en anden.',
    departmentHad: (department) =>
      `${department} har allerede fået de ord. Vælg en person eller en anden afdeling.`,
  },
  helpers: {
    own: 'Det er medlemmet selv, der spurgte. Kom svaret også derfra, så brug Løst.',
    notForThem: 'Sagen er ikke for vedkommende, så der siges ikke noget om den.',
  },
};
