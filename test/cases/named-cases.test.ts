import { expect, it } from '@jest/globals';
import { namedCases } from '../../src/cases/named-cases.ts';

it.each([
  ['FB-12 Do we offer a refund?', [12]],
  ['Who calls about FB-12, the complaint about Mia?', [12]],
  ['fb12: and again FB-12.', [12]],
  ['(FB-3/FB-4)', [3, 4]],
  ['the dash of a document: FB\u201312', [12]],
  ['https://chat.example/FB-7', [7]],
  ['The prices of 12 things, and AFB-12 or FB-12th', []],
  ['', []],
])('finds in %j the cases %j', (words, numbers) => {
  expect(namedCases(words, 'FB')).toEqual(numbers);
});
