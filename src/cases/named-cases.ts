/** The numbers of the cases that words name, such as `FB-12`, wherever it stands in them; each once, in their order. */
export function namedCases(words: string, prefix: string): number[] {
  // People's keyboards and documents make another dash of it.
  const name = new RegExp(
    `(?<![\\p{L}\\p{N}])${prefix}[-\u2010-\u2015\u2212]?(\\d{1,9})(?![\\p{L}\\p{N}])`,
    'giu',
  );
  return [...new Set([...words.matchAll(name)].map(([, number]) => Number(number)))];
}
