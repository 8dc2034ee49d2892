import type { recording as english } from '../../en/commands/recording.ts';
import { plural } from '../../plural.ts';

export const recording: typeof english = {
  new: {
    summary: 'Registrer feedback, der kom pr. mail, i telefonen eller personligt',
    options: {
      text: 'Hvad der blev sagt; udelad det for at udfylde en formular',
      from: 'Hvem der sagde det, for eksempel fru Olsen',
      origin: 'mail, phone, person eller elsewhere',
      kind: 'Hvilken type feedback det er',
      severity: 'low, normal, high eller urgent',
      member: 'Medlemmets konto her, hvis der er en',
      file: 'Et skærmbillede eller en anden fil, der fulgte med',
    },
    noWords: 'Skriv, hvad der blev sagt.',
    somebody: 'en person',
    thanks: (forLeads) => `Tak. ${forLeads}`,
    recorded: (name, origin) =>
      `Registreret som ${name}, fortalt ${origin}. Der er ingen tråd at svare i: svar ad den vej, det kom, og noter det.`,
    atOnce: (origins) =>
      `En formular kan ikke tage din fil med, så intet er registreret endnu. Sig det hele på én gang med text, origin (${origins}) og file. Eller angiv kontoen med member, og udelad filen: formularen, der så åbner, har plads til filer.`,
    recordedFor: (name, member, origin) =>
      `Registreret som ${name} for ${member}, fortalt ${origin}. Intet er sendt til medlemmet: et svar går som direkte besked, når nogen sender det.`,
    joined: (name, member) =>
      `Det hører til ${name}, en åben sag, hvor ${member} har sagt det samme: ordene er gemt på den, og det er noteret, at du registrerede dem.`,
    withFiles: {
      with: (count) =>
        `${plural('da', count, { one: 'En fil bliver kopieret', other: `${count} filer bliver kopieret` })}; lykkes det ikke, får dem, der tager sig af sagen, besked.`,
      left: (names, most) => `Ikke gemt, fordi ${most} filer er det højeste på én gang: ${names}.`,
    },
    accounts: {
      unknown: 'Kontoen, du angav, tilhører ingen her, så sagen står kun under navnet.',
      bot: 'Kontoen, du angav, er en bot, så sagen står kun under navnet.',
      own: 'Den handler om, hvad du selv har sagt, så andre tager sig af den.',
      staff: (name) => `${name} arbejder med sager her, så denne er skjult for vedkommende.`,
      cardStays:
        'Kortet står stadig i triagekanalen: brug /feedback exclude, hvis vedkommende ikke skal læse det dér.',
      visitor: (name) => `${name} hører til en anden organisation: en direkte besked når måske ikke frem.`,
      left: (name) => `${name} er ikke længere i dette fællesskab: en direkte besked når måske ikke frem.`,
    },
    noOrigin: (typed, origins) => `Feedback kan ikke komme ad vejen "${typed}". Vælg en af: ${origins}.`,
    title: 'Ny feedback',
    submit: 'Registrer',
    what: 'Hvad blev der sagt?',
    whom: 'Af hvem?',
    account: 'Medlemmets konto her',
    accountHint: 'Lad feltet stå tomt for en uden konto. Det sender ikke noget til nogen.',
    files: 'Filer, der fulgte med',
    how: 'Hvordan kom det?',
    kind: 'Hvad er det?',
    severity: 'Hvor meget haster det?',
  },
  kind: {
    summary: 'Sig, hvilken type feedback det er; det, der mangler, følger typens drejebog',
    options: { kind: 'Typen; udelad den for at vælge' },
    isNow: (name, kind) => `${name} er nu af typen "${kind}".`,
    stillToCome: 'Det, medlemmet ikke har fået at vide endnu, ligger på kortet og venter på et klik.',
    noAnswer: (problem, reply) => `Svaret kunne ikke skrives: ${problem} Skriv selv et svar med ${reply}.`,
    title: 'Type ·',
    submit: 'Skift',
    what: 'Hvad er det?',
    hint: 'Det, der er sendt, er sendt og bliver ikke sagt igen.',
  },
  severity: {
    summary: 'Ændr, hvor meget en sag haster',
    options: { severity: 'low, normal, high eller urgent' },
    isNow: (name, severity) => `Alvorsgraden for ${name} er nu: ${severity}. Fristerne følger med.`,
  },
  language: {
    summary: 'Det sprog, medlemmet får svar på; et forberedt svar bliver skrevet om',
    options: { language: 'Sproget, for eksempel da' },
    isNow: (name, language) => `Sproget i ${name} er nu ${language}.`,
    kept: 'En person har rettet i det svar, der venter, så det fik lov at stå.',
    anew: 'Svaret, der venter, er skrevet på ny på det sprog; intet er sendt.',
    fromNowOn: 'Det, der fra nu af bliver skrevet til medlemmet, er på det sprog.',
  },
  template: {
    summary: 'En anden tekst i stedet for det svar, der venter; intet bliver sendt',
    options: { template: 'En skabelon, eller en type for hele dens svar; udelad det for at vælge' },
    waits: (member, name) => `Svaret til ${member} venter på kortet for ${name}. Intet blev sendt.`,
    title: 'Svar i',
    submit: 'Brug den',
    which: 'Hvilken tekst?',
    hint: (language) => `På ${language}, hvis den findes. Du ser den på kortet; intet bliver sendt.`,
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
      `Gemt på ${name}, som er afsluttet. Sagsbehandleren har fået besked og kan genåbne den.`,
  },
};
