import type { recording as english } from '../../en/commands/recording.ts';

export const recording: typeof english = {
  new: {
    summary: 'Registrér feedback, der kom pr. mail, i telefonen eller personligt',
    options: {
      text: 'Hvad der blev sagt; udelad det for at udfylde en formular',
      from: 'Hvem der sagde det, for eksempel fru Olsen',
      origin: 'mail, phone, person eller elsewhere',
      kind: 'Hvilken slags feedback det er',
      severity: 'low, normal, high eller urgent',
    },
    noWords: 'Skriv, hvad der blev sagt.',
    somebody: 'en person',
    thanks: (forLeads) => `Tak. ${forLeads}`,
    recorded: (name, origin) =>
      `Registreret som ${name}, fortalt ${origin}. Der er ingen tråd at svare i: svar ad den vej, det kom, og notér det.`,
    noOrigin: (typed, origins) => `"${typed}" er ikke en vej, feedback kommer ad. Vælg en af: ${origins}.`,
    title: 'Ny feedback',
    submit: 'Registrér',
    what: 'Hvad blev der sagt?',
    whom: 'Af hvem?',
    how: 'Hvordan kom det?',
    kind: 'Hvad er det?',
    severity: 'Hvor meget haster det?',
  },
  kind: {
    summary: 'Sig, hvilken slags feedback det er; det, der mangler, følger dens drejebog',
    options: { kind: 'Slagsen; udelad den for at vælge' },
    isNow: (name, kind) => `${name} er nu af slagsen "${kind}".`,
    stillToCome: 'Det, medlemmet ikke har fået at vide endnu, venter på kortet på et klik.',
    noAnswer: (problem, reply) => `Svaret kunne ikke skrives: ${problem} Svar selv med ${reply}.`,
    title: 'Slags ·',
    submit: 'Ret',
    what: 'Hvad er det?',
    hint: 'Det, der er sendt, er sendt og bliver ikke sagt igen.',
  },
  severity: {
    summary: 'Ret, hvor meget en sag haster',
    options: { severity: 'low, normal, high eller urgent' },
    isNow: (name, severity) => `Alvoren af ${name} er nu: ${severity}. Fristerne følger med.`,
  },
  language: {
    summary: 'Det sprog, medlemmet får svar på; et forberedt svar bliver skrevet på ny på det',
    options: { language: 'Sproget, for eksempel da' },
    isNow: (name, language) => `Sproget i ${name} er nu ${language}.`,
    kept: 'Svaret, der venter, er rettet af en person og blev derfor ladt, som det er.',
    anew: 'Svaret, der venter, er skrevet på ny på det sprog; intet er sendt.',
    fromNowOn: 'Det, der fra nu af bliver skrevet til medlemmet, er på det sprog.',
  },
  template: {
    summary: 'En anden tekst i stedet for det svar, der venter; intet bliver sendt',
    options: { template: 'En skabelon, eller en slags for hele dens svar; udelad det for at vælge' },
    waits: (member, name) => `Svaret til ${member} venter på kortet for ${name}. Intet blev sendt.`,
    title: 'Svar i',
    submit: 'Brug den',
    which: 'Hvilken tekst?',
    hint: (language) => `På ${language}, hvor den findes. Du ser den på kortet; intet bliver sendt.`,
    unknown: (typed, names) =>
      `Der er ingen skabelon "${typed}", som kan være et svar her. Vælg en af: ${names}.`,
  },
  note: {
    summary: 'Gem en intern note på en sag',
    options: { text: 'Noten; medlemmet ser den aldrig' },
    title: 'Note til',
    submit: 'Gem',
    label: 'Intern note',
    hint: 'Medlemmet ser den aldrig.',
    kept: (name) => `Gemt på ${name}. Kun holdet ser den.`,
    keptLate: (name) =>
      `Gemt på ${name}, som er afsluttet. Sagsbehandleren har fået besked og kan åbne den igen.`,
  },
};
