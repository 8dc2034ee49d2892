import type { Texts } from '../texts/index.ts';

/** Without a region, English has the month in front, and Portuguese is Brazil's. */
const LOCALES: Readonly<Record<string, string>> = { en: 'en-GB', pt: 'pt-PT' };

/** How dates are written in the language of these texts. @throws {RangeError} for a time zone that does not exist */
export function datesIn({ common }: Texts, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(LOCALES[common.code] ?? common.code, options);
}
