import type { reading as english } from '../../en/commands/reading.ts';

export const reading: typeof english = {
  barometer: {
    summary: 'Hvordan folk i de kanaler, der følges, har det i dag, og hvorfor',
    notCounted:
      'Der tælles ikke noget her: hearback.yaml siger hotThreads: false. /feedback list viser de åbne sager.',
    nothingSaid: 'Der er ikke sagt noget i de kanaler, der følges, siden i går, så vidt du kan se.',
    lastDay: 'De seneste 24 timer',
    scale: ' (0 er vrede, 50 er ingen af delene, 100 er begejstring)',
    more: (count) => `og ${count} til`,
    threadGone: (typed) => `Den tråd er der ikke længere. ${typed} viser, hvordan folk har det.`,
    notNeeded: 'Noteret: der skal ikke gøres noget dér. Tråden bliver ikke foreslået igen.',
  },
  digest: {
    summary: 'Hvordan det står til siden sidste overblik, kun for dig',
    options: { name: 'Hvilket overblik, hvis der er flere' },
    none: 'Der er intet overblik her: hearback.yaml siger digests: []. /feedback list viser de åbne sager.',
    theOneIn: (channel) => ['det i ', channel],
    noSuch: (typed) => `Der er intet overblik "${typed}". Vælg blandt disse: `,
    gone: (typed) => `Det overblik er der ikke længere. ${typed} viser, hvordan det står til.`,
    noAddress:
      'Det kan ikke hentes her: den, der driver Hearback, skal sætte PUBLIC_URL til den adresse, hvor browsere kan nå den.',
    table: 'Hent sagerne som tabel',
    download: (link, until) => [
      link,
      ': dem, du må se. Linket virker én gang, indtil ',
      until,
      ', og er kun til dig.',
    ],
  },
  dashboard: {
    summary: 'Dine sager i browseren, via et link, der virker én gang',
    noAddress:
      'Her er ingen oversigt i browseren endnu: den, der driver Hearback, skal sætte PUBLIC_URL til den adresse, hvor browsere kan nå den. Indtil da viser /feedback list og /feedback show det samme.',
    open: 'Åbn oversigten',
    onlyYours: (link, until) => [
      link,
      '. Linket er kun til dig: det virker én gang, indtil ',
      until,
      '. Giv det ikke videre.',
    ],
  },
  export: {
    summary: 'Alt det, du må se, eller det, en søgning finder af det, som en fil, du kan gemme',
    options: { query: 'Ord og filtre som ved search, for eksempel kind:refund older:7d; ellers alt' },
  },
  follow: {
    summary: 'Få direkte besked om, hvad der sker i en sag',
    youFollow: (name, typed) =>
      `Du følger ${name}: det, der sker i den, kommer til dig som direkte besked, flere ting samlet i én. ${typed} stopper det.`,
  },
  cases: {
    mostUrgent: (count) =>
      `Det er de ${count}, der haster mest. /feedback show åbner en; gør listen kortere med en status, for eksempel /feedback list solved.`,
  },
};
