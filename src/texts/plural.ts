/** One form for one thing, and one for any other number of them. */
export interface Forms {
  one: string;
  other: string;
}

/** The form a number takes in a language: Danish has "0 sager", French "0 dossier". */
export function plural(language: string, count: number, { one, other }: Forms): string {
  return new Intl.PluralRules(language).select(count) === 'one' ? one : other;
}
