/** What people call the zone they live in, where the books have a longer name for it. */
const AT_HOME: Record<string, Record<string, string>> = {
  da: { 'Europe/Copenhagen': 'dansk tid', 'Europe/London': 'britisk tid' },
  fr: { 'Europe/Paris': 'heure de Paris', 'Europe/London': 'heure de Londres' },
  pt: {
    'Europe/Lisbon': 'hora de Lisboa',
    'America/Sao_Paulo': 'hora de Brasília',
    'Europe/London': 'hora de Londres',
  },
};

/**
 * A time zone as it stands behind a time: in English the city people set their clocks by ("Copenhagen time"), elsewhere
 * what people there call it, or else the books ("centraleuropæisk tid").
 * @throws {RangeError} for a time zone or language that does not exist
 */
export function zoneName(at: Date, timeZone: string, language: string): string {
  const known = AT_HOME[language.split('-', 1)[0]!]?.[timeZone];
  if (known) return known;
  const city = /^[A-Z][a-z]+\/(?:.+\/)?([A-Z][A-Za-z_-]+)$/.exec(timeZone)?.[1];
  const isPlace = city !== undefined && !timeZone.startsWith('Etc/');
  if (isPlace && /^en\b/.test(language)) return `${city.replaceAll('_', ' ')} time`;
  const parts = new Intl.DateTimeFormat(language, {
    timeZone,
    timeZoneName: city ? 'longGeneric' : 'short',
  }).formatToParts(at);
  const name = (parts.find(({ type }) => type === 'timeZoneName')?.value ?? timeZone).replaceAll('’', "'");
  return city && !/^(?:en|de)\b/.test(language) ? inSentence(name, language) : name;
}

/**
 * Long names are no proper names in the middle of a Danish or Portuguese sentence: "centraleuropæisk tid". Those with a
 * country at the front are ("Irland-tid"), and short ones such as UTC stay.
 */
function inSentence(name: string, language: string): string {
  if (/^\S+-/.test(name)) return name;
  return `${name.charAt(0).toLocaleLowerCase(language)}${name.slice(1)}`;
}
