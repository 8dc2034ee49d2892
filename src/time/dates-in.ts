import type { Texts } from '../texts/index.ts';
import { localeOf } from '../texts/locale.ts';

/** How dates are written in the language of these texts. @throws {RangeError} for a time zone that does not exist */
export function datesIn({ common }: Texts, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(localeOf(common.code), options);
}
