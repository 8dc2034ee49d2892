/** What big cities are called in Danish, French, Portuguese and German, where that is not their zone's name; as `plainWords` writes it. */
const NAMES: Readonly<Record<string, string>> = {
  'Africa/Cairo': 'kairo le_caire',
  'America/Mexico_City': 'mexico cidade_do_mexico',
  'America/New_York': 'nova_iorque nova_york',
  'Asia/Tokyo': 'tokio toquio',
  'Europe/Athens': 'athen athenes atenas',
  'Europe/Berlin': 'berlim',
  'Europe/Brussels': 'bruxelles bruxelas brussel',
  'Europe/Copenhagen': 'kobenhavn copenhague kopenhagen',
  'Europe/Helsinki': 'helsinquia',
  'Europe/Lisbon': 'lisboa lisbonne lissabon',
  'Europe/London': 'londres',
  'Europe/Luxembourg': 'luxemburgo',
  'Europe/Moscow': 'moskva moscou moscovo moskau',
  'Europe/Prague': 'prag praga',
  'Europe/Rome': 'rom roma',
  'Europe/Stockholm': 'estocolmo',
  'Europe/Vienna': 'wien vienne viena',
  'Europe/Warsaw': 'warszawa varsovie varsovia',
};
const ZONES = new Map(
  Object.entries(NAMES).flatMap(([zone, names]) => names.split(' ').map((name) => [name, zone] as const)),
);

/** The zone of a city by its name in another language than English. */
export const cityElsewhere = (wanted: string): string | undefined => ZONES.get(wanted);
