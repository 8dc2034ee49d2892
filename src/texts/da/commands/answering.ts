import type { answering as english } from '../../en/commands/answering.ts';

export const answering: typeof english = {
  reply: {
    summary: 'Svar medlemmet: du ser svaret, før det bliver sendt',
    options: { text: 'Det, medlemmet kommer til at læse' },
    title: 'Svar ·',
    preview: 'Se det først',
    label: 'Det, medlemmet kommer til at læse',
    hintPrivate: (member) =>
      `Til ${member}, som direkte besked. Du ser det en gang til, før det bliver sendt.`,
    hintPublic: (member) =>
      `Til ${member}, i den offentlige tråd. Du ser det en gang til, før det bliver sendt.`,
    gone: 'Kladden er i mellemtiden blevet sendt eller smidt væk.',
    tooLong: (length, max) =>
      `Kladden er på ${length} tegn, og der er plads til ${max} i en formular: resten ville gå tabt. Skriv den på ny med /feedback reply, eller send den, som den er.`,
  },
  send: {
    summary: 'Send det svar, der venter på et klik',
    options: {
      wait: 'yes: vent derefter på medlemmet; no: lad være. Ellers ventes der, når du spørger om noget',
    },
    onItsWay: (member, name) => `Svaret til ${member} er på vej (${name}).`,
    anew: 'Svaret, der ventede, lovede nyt inden et tidspunkt, som nu er forbi. Derfor er det skrevet på ny.',
    yesOrNo:
      'Skriv yes eller no efter sagen: om den derefter skal vente på medlemmet. Udelad det, så venter den, når du spørger om noget.',
  },
  recommend: {
    summary: 'Anbefal, med en begrundelse, hvad der bør ske; det går til dem, der beslutter',
    options: { choice: 'Hvad; nummeret er nok', reason: 'Hvorfor; det bliver internt' },
    title: 'Anbefal ·',
    submit: 'Anbefal',
    given: (name, decider) => `${name}: din anbefaling er hos ${decider}.`,
    givenToModerators: (name) => `${name}: din anbefaling er hos moderatorerne.`,
    none: (kind) =>
      `Til sager af typen "${kind}" er der ingen anbefalinger. Skriv i stedet en note med /feedback note.`,
    what: (decider) => `Hvad bør ${decider} gøre?`,
    whatModerators: 'Hvad bør moderatorerne gøre?',
    why: 'Hvorfor?',
    whyHint: 'Hvad der taler for, og hvad der taler imod. Medlemmet ser det aldrig.',
  },
  resolve: {
    summary: 'Sagen er løst; medlemmet får det at vide og kan sige, at den ikke er det',
    options: { tell: 'yes (standard) giver medlemmet besked, no siger ingenting' },
    title: 'Løst ·',
    submit: 'Løst',
    yesOrNo: 'Skriv yes eller no efter sagen: om medlemmet skal have det at vide.',
    asked: (name, member) =>
      `${name} er løst, og ${member} bliver spurgt, om det passer. Er svaret "ikke endnu", går sagen et niveau op til en anden; skriver medlemmet, er den åben igen.`,
    tellYourself: (name) =>
      `${name} er lukket. Den kom ind uden en besked, så sig det selv til medlemmet ad den vej, den kom.`,
    closed: (name) =>
      `${name} er lukket. Medlemmet bliver ikke spurgt, om den er løst; kommer der en besked derfra, er sagen åben igen.`,
    tellPrivate: (member) => `Skal ${member} have en direkte besked?`,
    tellPublic: (member) => `Skal ${member} have besked i tråden?`,
    yes: 'Ja, og bed om at høre, hvis det ikke er løst',
    no: 'Nej, sig ingenting',
  },
  reopen: {
    summary: 'Tag en løst eller afvist sag op igen',
    options: { reason: 'Hvorfor' },
    open: (name) => `${name} er åben igen.`,
  },
  route: {
    summary: 'Send en sag videre til en afdeling',
    options: {
      department: 'Hvilken afdeling',
      question: 'Det, den bliver spurgt om; medlemmet ser det aldrig',
    },
    onItsWay: (name, department) => `${name} er på vej til ${department}.`,
  },
  issue: {
    summary: 'Opret en sag som issue i GitHub eller Jira: du ser det, før det bliver oprettet',
    options: { tracker: 'Hvor, med navnet fra hearback.yaml', title: 'Hvad det handler om' },
    gone: 'Det issue er i mellemtiden blevet oprettet eller smidt væk.',
    onItsWay: (name, tracker) =>
      `${name} er på vej til ${tracker}. Kortet viser linket, så snart det findes.`,
    discarded: (name) => `${name}: intet blev oprettet, og det, du skrev, er væk.`,
  },
  solved: {
    summary: 'Om det, du fortalte os om, er løst',
    options: { say: 'yes eller no', reason: 'Hvorfor det ikke er løst' },
    yesOrNo: 'Skriv yes eller no.',
  },
  rate: {
    summary: 'Hvor tilfreds du var, fra 1 til 5',
    options: { rating: 'Et helt tal fra 1 til 5' },
  },
};
