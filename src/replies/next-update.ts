/** English without a region is written the way both sides of the Atlantic read it: day before month, 24 hours. */
const LOCALE_OF: Record<string, string> = { en: 'en-GB' };
const MINUTE_MS = 60_000;

/**
 * A moment as a promise to a member: "Tuesday 24 November at 15:00 (Copenhagen time)". Rounded up to the minute:
 * what is promised must not be earlier than what is meant.
 * @throws {RangeError} for a date that is none, or a time zone or language that does not exist
 */
export function nextUpdateText(at: Date, timeZone: string, language: string): string {
  const locale = LOCALE_OF[language] ?? language;
  const moment = new Date(Math.ceil(at.getTime() / MINUTE_MS) * MINUTE_MS);
  const text = new Intl.DateTimeFormat(locale, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone,
  }).format(moment);
  return `${text} (${zoneText(moment, timeZone, locale)})`;
}

/** In English the city people set their clocks by; elsewhere what the language calls the zone. */
function zoneText(at: Date, timeZone: string, locale: string): string {
  const city = /^[A-Z][a-z]+\/(?:.+\/)?([A-Z][A-Za-z_-]+)$/.exec(timeZone)?.[1];
  if (city !== undefined && !timeZone.startsWith('Etc/') && /^en\b/.test(locale))
    return `${city.replaceAll('_', ' ')} time`;
  const parts = new Intl.DateTimeFormat(locale, {
    timeZone,
    timeZoneName: city ? 'longGeneric' : 'short',
  }).formatToParts(at);
  const name = parts.find(({ type }) => type === 'timeZoneName')?.value ?? timeZone;
  // Long names are no proper names in the middle of a Danish or Portuguese sentence; short ones such as UTC stay.
  return city && !/^(?:en|de)\b/.test(locale)
    ? `${name.charAt(0).toLocaleLowerCase(locale)}${name.slice(1)}`
    : name;
}
