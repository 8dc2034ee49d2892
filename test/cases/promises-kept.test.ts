import { expect, it } from '@jest/globals';
import { keptWords } from '../../src/cases/promises-kept.ts';
import { textsIn } from '../../src/texts/index.ts';

it.each([
  [{ kept: 23, broken: 2 }, '92% kept, 23 of 25'],
  [{ kept: 4, broken: 0 }, '100% kept, 4 of 4'],
  [{ kept: 999, broken: 1 }, '99% kept, 999 of 1000'],
  [{ kept: 0, broken: 3 }, '0% kept, 0 of 3'],
  [{ kept: 0, broken: 0 }, 'none was due'],
])('promises are told in words that promise no more than is true: %j', (promises, words) => {
  expect(keptWords(promises, textsIn('en'))).toBe(words);
});
