import type { departments as english } from '../../en/commands/departments.ts';

export const departments: typeof english = {
  department: {
    summary: 'Hvad din afdeling siger til en sag: tag den, spørg, skriv svar til medlemmet',
    options: {
      do: 'Hvad',
      text: 'Dine ord; de når aldrig medlemmet direkte',
      department: 'Hvilken afdeling, hvis du er i flere',
    },
    choices: {
      take: 'Tag den',
      ask: 'Spørg om mere',
      elsewhere: 'Behandles et andet sted, med et link',
      decline: 'Sig nej, med en begrundelse',
      fixed: 'Rettet',
      answer: 'Svar til medlemmet: en kladde til sagsbehandleren',
      tell: 'Giv afdelingen besked om noget',
    },
    asked: {
      ask: {
        title: 'Spørg om mere',
        submit: 'Spørg',
        label: 'Hvad mangler I at vide?',
        hint: 'Den, der tager sig af sagen, hører det med det samme. Medlemmet ser det ikke.',
      },
      elsewhere: {
        title: 'Andetsteds',
        submit: 'Sig det',
        label: 'Hvor bliver den behandlet?',
        hint: 'Et link, der begynder med https://, og gerne et par ord. Medlemmet ser det ikke.',
      },
      decline: {
        title: 'Sig nej',
        submit: 'Sig nej',
        label: 'Hvorfor er den ikke noget for jer?',
        hint: 'Til den, der tager sig af sagen. Medlemmet ser det ikke.',
      },
      fixed: {
        title: 'Rettet',
        submit: 'Rettet',
        label: 'Hvad blev der gjort?',
        hint: 'Til den, der tager sig af sagen; må stå tomt. Medlemmet ser det ikke.',
      },
      answer: {
        title: 'Svar',
        submit: 'Giv videre',
        label: 'Det, medlemmet skal læse',
        hint: 'En kladde: sagsbehandleren læser den og sender den eller ej. Intet går ud af sig selv.',
      },
      tell: {
        title: 'Besked ·',
        submit: 'Giv besked',
        label: 'Hvad skal de vide?',
        hint: 'Det kommer i deres kanal, og de får ny tid til at svare. Medlemmet ser det ikke.',
      },
    },
    endedHint: 'Sagen er afsluttet: dine ord bliver gemt, og sagsbehandleren får besked om dem.',
    takenBy: (who) => [who, ' har allerede taget den.'],
    hasEnded: (name) => `${name} er afsluttet`,
    endedAndKept: 'Intet blev ændret. Dine ord er gemt i sagen, og sagsbehandleren har fået besked.',
    reopen: 'Genåbn',
    endedTheyCanReopen: (name) =>
      `${name} er afsluttet, så intet blev ændret. Dine ord er gemt, og sagsbehandleren har fået besked og kan genåbne den.`,
    waitsAsDraft: (name, member) =>
      `Tak. Det ligger som kladde hos sagsbehandleren på ${name}: ${member} læser det, når det bliver sendt.`,
    heard: (name) => `${name}: sagsbehandleren har fået besked.`,
    isTold: (name, department) => `${name}: ${department} har fået besked og ny tid til at svare.`,
    writeStep: (steps) =>
      `Skriv en af ${steps} efter sagen: hvad din afdeling siger til den. Eller tell, med det, en afdeling skal vide.`,
    onlyThey: (department, typed) =>
      `Det kan kun ${department} sige, i deres kanal. Vil du give dem besked om noget: ${typed}`,
    notTheirs:
      'Du er ikke i nogen af de afdelinger, der har fået sagen, så det er dem, der skal sige det. Gem det, du ved, som en note: /feedback note.',
    several: (all) => `Du er i flere afdelinger. Skriv hvilken: ${all}`,
    notYours: 'Det er for den, der tager sig af sagen. Skriv det i tråden under dens kort i stedet.',
    noneYet: 'Ingen afdeling har fået sagen endnu. Send den videre med /feedback route.',
    sayWhich: (all) => `Skriv, hvilken afdeling: ${all}`,
  },
  escalate: {
    summary: 'Løft en sag op: til lederne og en afdeling, eller til ledelsen',
    options: {
      level: 'L2 eller L3; uden det bliver du spurgt',
      reason: 'Hvorfor; medlemmet ser det aldrig',
      department: 'En afdeling, der får den samtidig',
    },
    isAt: (name, level) => `${name} er nu på ${level}. De får besked med det samme.`,
    isAtAndOnItsWay: (name, level, department) =>
      `${name} er nu på ${level} og på vej til ${department}. De får besked med det samme.`,
    takenUp: (who, at, more) => [who, ' har allerede løftet den op, ', at, `. ${more}`],
    writeLevel: 'Skriv L2 eller L3 efter sagen: L2 er lederne og en afdeling, L3 ledelsen.',
    atTheTop: 'Den er allerede hos ledelsen, på L3: højere op kan den ikke komme.',
    title: 'Løft op',
    submit: 'Løft op',
    howFar: 'Hvor højt op',
    why: 'Hvorfor',
    whyHint: 'Til lederne, afdelingerne og ledelsen. Medlemmet ser det ikke.',
    alsoTo: 'Også til denne afdeling',
    none: 'Ingen',
  },
};
