import type { undelivered as english } from '../../en/says/undelivered.ts';

export const undelivered: typeof english = {
  reply: {
    title: 'Medlemmet har ikke fået svaret',
    theMember: 'medlemmet',
    failed: (who) => `Svaret til ${who} kunne ikke leveres. `,
    notAsked:
      'Derfor er medlemmet ikke blevet spurgt, om det er løst. Tag kontakt på en anden måde, eller genåbn sagen, og svar dér: uden det spørgsmål kommer den tilbage til dig af sig selv.',
    sendAgain:
      'Der er ikke sendt noget andre steder. Tag kontakt på en anden måde, eller send det igen med Svar.',
    partTitle: 'Medlemmet har kun fået en del af svaret',
    partArrived: (who, parts, arrived) =>
      `Svaret til ${who} er på ${parts} beskeder. ${arrived === 1 ? 'Den første er' : `De første ${arrived} er`} nået frem, men resten kunne ikke leveres. `,
    sendRest:
      'Der er ikke sendt noget andre steder. Tag kontakt på en anden måde, eller send resten med Svar.',
  },
  management: {
    title: 'Ledelsen kunne ikke få besked',
    byHand: 'Sager som denne går straks til ledelsen. Giv dem selv besked. ',
  },
  copy: {
    title: 'En, der læser med, kunne ikke få besked',
    byHand: 'Du kan stadig selv give vedkommende besked eller fjerne adgangen igen. ',
  },
  thanks: {
    title: 'Hjælperen er ikke blevet takket',
    failed: 'Takken kunne ikke slås op under spørgsmålet til hjælperne. ',
    yourself: 'Sig selv tak.',
  },
  helpers: {
    title: 'Fællesskabet kunne ikke spørges',
    failed: 'Spørgsmålet kunne ikke slås op i hjælpernes kanal. ',
    goesOn:
      'Sagen går videre uden dem: afdelingerne for dens type har den nu, medmindre kun lederne må se den.',
  },
  praise: {
    title: 'De pæne ord nåede ikke frem',
    passOn: (who) => [who, ' kan ikke få en direkte besked. Giv selv de pæne ord videre.'],
  },
  department: {
    title: 'En afdeling kunne ikke nås',
    mail: (name, address) => `Mail til ${name} (${address}) kommer ikke af sted. `,
    mailAgain:
      'Det prøves igen hver time, til den når frem. Se på adressen i hearback.yaml og på indstillingerne for mail, og giv imens afdelingen besked på en anden måde.',
    channel: (name) => `Sager til ${name} kan ikke slås op. `,
    channelAgain: 'Det prøves igen hvert minut, til de når frem.',
  },
  notice: { for: (who) => ['Til ', who, ', som ikke kan få en direkte besked:'] },
  words: {
    title: 'En afdeling kunne ikke få besked',
    inChannel: (name) => `Det, der er skrevet til ${name}, er ikke i afdelingens kanal. `,
    inMailbox: (name) => `Det, der er skrevet til ${name}, er ikke i afdelingens postkasse. `,
    kept: 'Ordene er gemt som en note. Giv dem besked på en anden måde, eller igen, når det virker.',
  },
  files: {
    title: 'Filer kunne ikke sendes videre til en afdeling',
    failed: (name) => `Filerne i denne sag er ikke nået frem til ${name}. `,
    passOn: 'De ligger i sagen og ved selve beskeden. Giv dem selv videre.',
    stayTitle: 'Filer kunne ikke fjernes',
    stay: (name) => `Filer fra en sag, der ikke længere er for alle, ligger stadig i kanalen for ${name}. `,
    delete: 'Slet dem selv dér.',
  },
  digest: {
    title: 'Overblikket kunne ikke slås op',
    failed: 'Det skulle i sin egen kanal. ',
    instead: (command) => `${command} viser, hvordan det står til.`,
  },
  toOthers: {
    title: 'Kig lige på den her',
    why: 'Nyt i denne sag skulle til en, der ikke længere må se den. Åbn viser, hvordan den står.',
  },
  receipt: {
    title: 'Din markering er registreret',
    noEmoji: (emoji) => `Tak, den er registreret. Jeg kunne ikke sætte ${emoji} på selve beskeden. `,
  },
  triage: {
    title: 'Jeg kan ikke skrive i triagekanalen',
    failed: 'Sager bliver registreret, men deres kort kan ikke slås op. ',
    follows: 'Kortene kommer af sig selv, så snart det er bragt i orden.',
  },
  groups: {
    title: 'Jeg ved ikke, hvem der er i hvilken gruppe',
    what: 'hearback.yaml giver roller til grupper, men Hearback kan ikke spørge, hvem der er i dem. De, der kun har en rolle gennem en gruppe, kan ikke gøre noget imens; det kan de, der er nævnt ved navn.',
    todo: (needed) =>
      `Det skal der gøres: ${needed}. Eller nævn personer i hearback.yaml i stedet for grupper.`,
  },
  issues: {
    title: (tracker) => `Issues i ${tracker} kan ikke følges`,
    again: 'Intet går tabt: der ses efter igen hver time.',
  },
  mailbox: {
    title: 'Afdelingernes svar pr. mail kan ikke læses',
    unread: (code) => `Postkassen med afdelingernes svar kan ikke læses (${code}).`,
    waits:
      'Svarene venter i postkassen og bliver læst, når det kan lade sig gøre. hearback check siger mere.',
  },
};
