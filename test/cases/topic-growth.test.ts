import { expect, test } from '@jest/globals';
import { ALIKE, enough, likeTopic } from '../../src/cases/topics/alike.ts';

test('two alone have to be more alike than one with the many of a topic', () => {
  const likeness = ALIKE + 1;
  expect(enough(likeness, 1)).toBeLessThan(0);
  expect(enough(likeness, 4)).toBeGreaterThan(0);
});

test('a topic of however many takes in nothing that is less alike than the threshold', () => {
  expect(enough(ALIKE - 0.01, 2_000)).toBeLessThan(0);
  expect(
    enough(
      likeTopic({ terms: ['=parcel'], language: 'en' }, [], () => 1),
      0,
    ),
  ).toBeLessThan(0);
});
