import type { answers as english } from '../../en/rules/answers.ts';

export const answers: typeof english = {
  empty: 'Svaret er tomt. Skriv det, medlemmet skal læse.',
  tooLong: (length, most) => `Svaret er på ${length} tegn; hold det under ${most}.`,
  noThread:
    'Sagen kom ind uden en besked, så der er ingen tråd at svare i. Svar på den måde, den kom, og noter det med /feedback note.',
  privateByNow:
    'Sagen besvares nu privat, og de ord ville gå til den offentlige tråd. Tryk på Ret og derefter på Se det først: så går de som direkte besked.',
  neverAnswered: (kind) =>
    `Sager af slagsen "${kind}" besvares ikke. Fortjener denne et svar, så skift slagsen først, med Slags på kortet eller /feedback kind.`,
  none: 'Der er intet svar, der venter på at blive sendt. Skriv et med Svar.',
  theirs:
    'En anden har skrevet et svar efter dit. Tryk på Send svar under det, du mener: Deres står på sagens kort, dit i din forhåndsvisning.',
  ofAnotherCase: 'Det svar hører ikke til denne sag.',
  sent: 'Det svar er allerede sendt.',
  replaced: 'Det svar er imens blevet erstattet af et andet. Kortet viser det, der venter nu.',
  discarded: 'Det svar er smidt væk. Skriv et nyt med Svar.',
  asksTwice:
    'Medlemmet er allerede spurgt om noget af det eller har sagt det. Tag spørgsmålene ud med Ret, eller tryk på Spørg alligevel.',
  noTemplates: (choices) => `Der er ingen skabeloner på det sprog. Vælg et af: ${choices}.`,
  languageAlready: (language) => `Sproget er allerede ${language}.`,
  personsWords:
    'Der er et menneskes ord i det svar, der venter, så det fik lov at stå. Send det, eller smid det væk først.',
  bringsGift:
    'Der er en gave i det svar, der venter, så det fik lov at stå. Send det, eller smid det væk først.',
  unwritten: (problem) => `Det kunne ikke skrives: ${problem} Det svar, der var der, venter stadig.`,
  nothingToSay: 'Den har ikke noget at sige her. Det svar, der var der, venter stadig.',
  consent: {
    anotherWaits: (department) =>
      `Før ${department} får det, skal medlemmet spørges. Et andet svar venter på kortet: send det, eller smid det væk først.`,
    unwritten: (department, problem) =>
      `Før ${department} får det, skal medlemmet spørges, og spørgsmålet kunne ikke skrives. ${problem}`.trim(),
    refused: (department) => `Medlemmet vil helst ikke have sine ord givet videre til ${department}.`,
    asked: (department) =>
      `${department} får det, når medlemmet siger ja, og det har medlemmet ikke svaret på endnu. Spørgsmålet står med to knapper under svaret.`,
    prepared: (department) =>
      `${department} får det, når medlemmet siger ja, og medlemmet er ikke spurgt endnu. Spørgsmålet er i det svar, der venter på kortet: tryk på Send.`,
    notAsked: (department, command) =>
      `${department} får det, når medlemmet siger ja, og medlemmet er ikke spurgt om ${department}. Spørg med Giv videre på kortet eller ${command}.`,
  },
  praise: {
    own: 'De sagde det selv.',
    notForThem: 'Sagen er ikke for dem, så intet af den må nå dem.',
    had: 'De har allerede fået de ord.',
    departmentHad: (department) => `${department} har allerede fået de ord.`,
  },
  helpers: {
    own: 'De spurgte selv. Fandt de svaret alene, så brug Løst.',
    notForThem: 'Sagen er ikke for dem, så der siges ikke noget til dem om den.',
  },
};
