import type { undelivered as english } from '../../en/says/undelivered.ts';

export const undelivered: typeof english = {
  reply: {
    title: 'Medlemmet har ikke fået svaret',
    theMember: 'medlemmet',
    failed: (who) => `Svaret til ${who} kunne ikke leveres. `,
    notAsked:
      'Derfor er de ikke blevet spurgt, om det er løst. Kontakt dem på en anden måde, eller genåbn sagen og svar der: Er de ikke spurgt, kommer den tilbage til dig af sig selv.',
    sendAgain:
      'Der er ikke sendt noget andre steder. Kontakt dem på en anden måde, eller send det igen med Svar.',
    partTitle: 'Medlemmet har kun fået en del af svaret',
    partArrived: (who, parts, arrived) =>
      `Svaret til ${who} er på ${parts} beskeder. ${arrived === 1 ? 'Den første er' : `De første ${arrived} er`} nået frem, resten kunne ikke leveres. `,
    sendRest:
      'Der er ikke sendt noget andre steder. Kontakt dem på en anden måde, eller send resten med Svar.',
  },
  management: {
    title: 'Ledelsen kunne ikke få besked',
    byHand: 'Den slags sager går straks til ledelsen. Giv dem selv besked. ',
  },
  copy: {
    title: 'En, der læser med, kunne ikke få besked',
    byHand: 'Du kan selv give dem besked eller tage dem af igen. ',
  },
  thanks: {
    title: 'Hjælperen er ikke blevet takket',
    failed: 'Takken kunne ikke sættes ind under spørgsmålet til hjælperne. ',
    yourself: 'Tak dem selv.',
  },
  helpers: {
    title: 'Fællesskabet kunne ikke spørges',
    failed: 'Spørgsmålet kunne ikke sættes ind i hjælpernes kanal. ',
    goesOn:
      'Sagen går videre uden dem: Afdelingerne for dens type har den nu, medmindre kun lederne må se den.',
  },
  praise: {
    title: 'De venlige ord nåede ikke frem',
    passOn: (who) => [who, ' kan ikke få en direkte besked. Giv selv de venlige ord videre.'],
  },
  department: {
    title: 'En afdeling kunne ikke nås',
    mail: (name, address) => `Mail til ${name} (${address}) kommer ikke af sted. `,
    mailAgain:
      'Det prøves igen hver time, til den når frem. Se på adressen i hearback.yaml og på indstillingerne for mail, og sig det imens til afdelingen på en anden måde.',
    channel: (name) => `Sager til ${name} kan ikke sættes ind. `,
    channelAgain: 'Det prøves igen hvert minut, til de når frem.',
  },
  notice: { for: (who) => ['Til ', who, ', som ikke kan få en direkte besked:'] },
  words: {
    title: 'En afdeling kunne ikke få besked',
    inChannel: (name) => `Det, der er skrevet til ${name}, er ikke i afdelingens kanal. `,
    inMailbox: (name) => `Det, der er skrevet til ${name}, er ikke i afdelingens postkasse. `,
    kept: 'Ordene er gemt som en note. Sig det til dem på en anden måde, eller igen, når det virker.',
  },
  files: {
    title: 'Filer kunne ikke bringes til en afdeling',
    failed: (name) => `Filerne i denne sag er ikke nået frem til ${name}. `,
    passOn: 'De er i sagen og ved selve beskeden. Giv dem selv videre.',
    stayTitle: 'Filer kunne ikke fjernes',
    stay: (name) => `Filer fra en sag, der ikke længere er for alle, står stadig i kanalen for ${name}. `,
    delete: 'Slet dem der i hånden.',
  },
  digest: {
    title: 'Overblikket kunne ikke sættes ind',
    failed: 'Det var tænkt til sin egen kanal. ',
    instead: (command) => `${command} viser, hvordan det står til.`,
  },
  toOthers: {
    title: 'Kig venligst på den',
    why: 'Nyt i denne sag var til en, som den ikke længere er for. Åbn viser, hvordan den står.',
  },
  receipt: {
    title: 'Din markering er registreret',
    noEmoji: (emoji) => `Tak, den er registreret. Jeg kunne ikke sætte ${emoji} på selve beskeden. `,
  },
  triage: {
    title: 'Jeg kan ikke skrive i triagekanalen',
    failed: 'Sager bliver registreret, men deres kort kan ikke sættes ind. ',
    follows: 'Kortene kommer af sig selv, så snart det er bragt i orden.',
  },
  groups: {
    title: 'Det vides ikke, hvem der er i hvilken gruppe',
    what: 'hearback.yaml giver roller til grupper, men Hearback kan ikke spørge, hvem der er i dem. De, der kun har en rolle gennem en gruppe, kan ikke gøre noget imens; det kan de, der er nævnt ved navn.',
    todo: (needed) =>
      `Det skal der gøres: ${needed}. Eller nævn personer i hearback.yaml i stedet for grupper.`,
  },
  issues: {
    title: (tracker) => `Issues i ${tracker} kan ikke følges`,
    again: 'Intet går tabt: De ses efter igen hver time.',
  },
  mailbox: {
    title: 'Afdelingernes svar per mail kan ikke læses',
    waits:
      'Svarene venter i postkassen og bliver læst, når det kan lade sig gøre. hearback check siger mere.',
  },
};
