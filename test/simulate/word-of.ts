const SYLLABLES = [
  'ba',
  'do',
  'fe',
  'gi',
  'ku',
  'lo',
  'ma',
  'ne',
  'po',
  'ra',
  'si',
  'tu',
  'va',
  'wo',
  'ze',
  'mu',
];

/** A word for each number below 65,536, and no word twice. */
export function wordOf(number: number): string {
  return [0, 4, 8, 12].map((bits) => SYLLABLES[(number >> bits) & 15]).join('');
}
