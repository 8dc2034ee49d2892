import { expect, it } from '@jest/globals';
import { monthIn } from '../../src/time/month.ts';

const NOW = new Date('2026-03-31T22:30:00Z');

it('is the month of the clock on the wall there', () => {
  expect(monthIn('UTC', NOW)).toEqual({ from: new Date('2026-03-01'), before: new Date('2026-04-01') });
  // In Copenhagen it is April, and summer time, already.
  expect(monthIn('Europe/Copenhagen', NOW)).toEqual({
    from: new Date('2026-03-31T22:00:00Z'),
    before: new Date('2026-04-30T22:00:00Z'),
  });
});

it('meets the month before without a gap, over the new year and a leap day too', () => {
  const january = new Date('2028-01-15T12:00:00Z');
  expect(monthIn('America/New_York', january, 1).before).toEqual(monthIn('America/New_York', january).from);
  expect(monthIn('UTC', new Date('2028-03-31T12:00:00Z'), 1)).toEqual({
    from: new Date('2028-02-01'),
    before: new Date('2028-03-01'),
  });
});
