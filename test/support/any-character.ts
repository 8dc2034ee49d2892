import fc from 'fast-check';

/** Half surrogates are no characters: the code points after them move up. */
const SURROGATES = { first: 0xd800, count: 0x800 };
const LAST = 0x10ffff;

/**
 * Any character there is, for `fc.string({ unit })`. It makes what fast-check's own `binary` makes, which first builds a table
 * of all 1.1 million of them, in each test file anew.
 */
export const anyCharacter = fc
  .integer({ min: 0, max: LAST - SURROGATES.count })
  .map(characterOf, (character) => numberOf(String(character)));

function characterOf(number: number): string {
  return String.fromCodePoint(number < SURROGATES.first ? number : number + SURROGATES.count);
}

/** @throws for what is not one character: fast-check then knows that it did not make it */
function numberOf(character: string): number {
  const [only, ...more] = character;
  const code = only?.codePointAt(0);
  if (code === undefined || more.length > 0) throw new Error('That is not one character.');
  return code < SURROGATES.first ? code : code - SURROGATES.count;
}
