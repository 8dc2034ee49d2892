/**
 * Without a region, English has the month in front. Portuguese is Brazil's without one; with Portugal's, a zone is called *hora*, which
 * both read, and not *horário*.
 */
const LOCALES: Readonly<Record<string, string>> = { en: 'en-GB', pt: 'pt-PT' };

/** The locale in which numbers, dates and lists are written in a language, such as `pt-PT` for `pt`. */
export function localeOf(language: string): string {
  return LOCALES[language] ?? language;
}
