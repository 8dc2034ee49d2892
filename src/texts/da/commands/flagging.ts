import type { flagging as english } from '../../en/commands/flagging.ts';

export const flagging: typeof english = {
  flag: {
    summary: 'Registrer en besked som feedback via dens link',
    options: { link: 'Linket til beskeden' },
    botTold:
      'Beskeder fra bots kan ikke markeres: ingen ville læse svaret. Har en person fortalt dig noget, så registrer det med /feedback new.',
    byBot: 'Beskeder fra bots kan ikke markeres: ingen ville læse svaret.',
    thanksAnd: (leads) => `Tak. ${leads}`,
    thanks: 'Tak. Det er registreret.',
    recordedAs: (name) => `Tak. Det er registreret som ${name}.`,
    belongsTo: (name) =>
      `Tak. Det hører til ${name}, som nogen allerede tager sig af; du står på den som en af dem, der har markeret det.`,
    gone: 'Den besked findes ikke længere. Husker du, hvad der stod, så registrer det med /feedback new.',
    noLink: 'Det er ikke et link til en besked i dette fællesskab. Kopier linket i beskedens menu.',
    notWatched:
      'Beskeder i den kanal bliver ikke registreret. De kanaler, der tæller med, står under "watch" i hearback.yaml.',
    cannotRead: (needed) => `Jeg kan ikke læse den besked. ${needed}`,
    title: 'Marker som feedback',
    submit: 'Registrer',
    kind: 'Hvad er det?',
    severity: 'Hvor meget haster det?',
    note: 'Note til moderatorerne',
    noteHint: 'Medlemmet ser den aldrig.',
  },
  dismiss: {
    summary: 'Ikke feedback at gøre noget ved: gemmes med en begrundelse, og medlemmet får intet at vide',
    options: { reason: 'Hvorfor; gemmes på sagen' },
    title: 'Afvis',
    submit: 'Afvis',
    why: 'Hvorfor bliver den afvist?',
    whyHint: 'Gemmes på sagen. Medlemmet får ikke noget at vide.',
    isDismissed: (name) => `${name} er afvist; begrundelsen er gemt på sagen.`,
  },
  approve: {
    summary: 'Sig ja til en gave, som en anden har foreslået: den sendes med det samme',
    onItsWay: (member, name) => `Godkendt: gaven er på vej til ${member} (${name}).`,
  },
  discard: {
    summary: 'Smid det svar væk, der venter på et klik',
    discarded: (name) => `Smidt væk; der blev ikke sendt noget for ${name}.`,
  },
  credit: {
    summary: 'Løst af fællesskabet: sagen er løst, og den, der hjalp, får en tak',
    options: { person: 'Hvem i fællesskabet der løste den' },
    thanked: (name, who) => [`${name} er løst, og `, who, ' får en tak under spørgsmålet til hjælperne.'],
    noted: (name, who) => [
      `${name} er løst, og `,
      who,
      ' er noteret for det. Hjælperne blev ikke spurgt i et opslag, så sig selv tak.',
    ],
    notHere: 'Personen er ikke i dette fællesskab. Nævn den, der skrev det svar, der hjalp.',
    title: 'Løst ·',
    submit: 'Løst',
    who: 'Hvem i fællesskabet løste den?',
    whoHint: 'Personen får en tak under spørgsmålet, og medlemmet får at vide, at det er løst.',
  },
  comment: {
    summary: 'Et par ord til din bedømmelse',
    options: { text: 'Det, du gerne vil sige' },
  },
  consent: {
    summary: 'Om dine egne pæne ord må gives videre',
    options: { say: 'yes eller no' },
    write: 'Skriv yes (ja) eller no (nej).',
  },
};
