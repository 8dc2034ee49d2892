import { describe, expect, it } from '@jest/globals';
import { retryAfterMs } from '../../src/net/retry-after.ts';

const NOW = Date.parse('2026-11-22T10:00:00Z');

describe('how long a server asks us to wait', () => {
  it.each([
    ['7', 7_000],
    ['1.25', 1_250],
    [' 30 ', 30_000],
    ['Sun, 22 Nov 2026 10:00:42 GMT', 42_000],
  ])('is what %j says', (header, ms) => {
    expect(retryAfterMs(header, NOW)).toBe(ms);
  });

  it.each([null, undefined, '', '-3', 'NaN', 'soon', 'Sun, 22 Nov 2026 09:00:00 GMT'])(
    'is a careful guess for %j, which says nothing',
    (header) => {
      expect(retryAfterMs(header, NOW)).toBe(5_000);
    },
  );

  it.each([
    ['0', 1_000],
    ['0.001', 1_000],
    ['1e9', 3_600_000],
    ['Infinity', 3_600_000],
    ['Sat, 01 Jan 2050 00:00:00 GMT', 3_600_000],
  ])('is never absurd, whatever %j says', (header, ms) => {
    expect(retryAfterMs(header, NOW)).toBe(ms);
  });
});
