import { expect, test } from '@jest/globals';
import { alikeAmong, enough, likeTopic } from '../../src/cases/topics/alike.ts';

const threshold = alikeAmong(100);

test('two alone have to be more alike than one with the many of a topic', () => {
  const likeness = threshold + 1;
  expect(enough(likeness, 1, threshold)).toBeLessThan(0);
  expect(enough(likeness, 4, threshold)).toBeGreaterThan(0);
});

test('a topic of however many takes in nothing that is less alike than the threshold', () => {
  expect(enough(threshold - 0.01, 2_000, threshold)).toBeLessThan(0);
  const nothing = likeTopic({ terms: ['=parcel'], language: 'en' }, [], () => 1);
  expect(enough(nothing, 0, threshold)).toBeLessThan(0);
});

test('among twice as many cases twice the odds are asked for, neither below what was measured nor without end', () => {
  expect(alikeAmong(200) - alikeAmong(100)).toBeCloseTo(Math.log(2));
  expect(alikeAmong(1)).toBe(alikeAmong(40));
  expect(alikeAmong(1_000_000)).toBe(alikeAmong(500));
  expect(alikeAmong(40)).toBeLessThan(alikeAmong(41));
  expect(alikeAmong(500)).toBeGreaterThan(alikeAmong(499));
});
