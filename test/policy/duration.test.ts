import { describe, expect, it } from '@jest/globals';
import { durationMs, durationText } from '../../src/policy/duration.ts';

describe('durationMs', () => {
  it.each([
    ['90s', 90_000],
    ['15m', 900_000],
    ['4h', 14_400_000],
    ['3d', 259_200_000],
    ['1w', 604_800_000],
    ['1h 30m', 5_400_000],
    ['  2d   12h ', 216_000_000],
  ])('reads %s', (text, ms) => {
    expect(durationMs(text)).toBe(ms);
  });

  it.each([
    '',
    ' ',
    '0s',
    '-1h',
    '1.5h',
    '1',
    'h',
    '1 h',
    '1h30m',
    '1h,30m',
    '1y',
    '1H',
    '1h x',
    '1e3s',
    '９s',
    '1234567s',
  ])('refuses "%s"', (text) => {
    expect(durationMs(text)).toBeNull();
  });
});

describe('durationText', () => {
  it.each(['90s', '15m', '4h', '3d', '1w', '1h 30m', '60h', '1w 2d 3h 4m 5s'])(
    'writes %s so that it reads back as the same time',
    (text) => {
      expect(durationMs(durationText(durationMs(text)!))).toBe(durationMs(text));
    },
  );

  it('takes the largest units', () => {
    expect(durationText(5_400_000)).toBe('1h 30m');
    expect(durationText(216_000_000)).toBe('2d 12h');
  });
});
