import { describe, expect, it } from '@jest/globals';
import { createKeptDays } from '../../src/store/kept-days.ts';

const DAY_MS = 86_400_000;
const now = new Date('2026-11-20T10:00:00Z');
const day = (nth: number, mark = '') => ({ from: new Date(Date.UTC(2026, 9, nth)), mark });
const tallies = (count: number) =>
  new Map([['w', { counts: [count], waits: Int32Array.from(Array<number>(200).fill(1)) }]]);

describe('what is kept of days', () => {
  it('is there for whoever sees the same, until something changes or a week has passed', () => {
    const kept = createKeptDays();
    const look = kept.of('mine');
    look.keep(day(1, 'a'), now, tallies(7));
    expect(kept.of('mine').find(day(1, 'a'), now)?.get('w')?.counts).toEqual([7]);
    expect(look.find(day(1, 'b'), now)).toBeNull();
    expect(look.find(day(2, 'a'), now)).toBeNull();
    expect(kept.of('other').find(day(1, 'a'), now)).toBeNull();
    expect(look.find(day(1, 'a'), new Date(now.getTime() + 6 * DAY_MS))).not.toBeNull();
    expect(look.find(day(1, 'a'), new Date(now.getTime() + 8 * DAY_MS))).toBeNull();
  });

  it('is so much at most: what nobody looked at for longest goes', () => {
    const kept = createKeptDays(300);
    kept.of('first').keep(day(1), now, tallies(1));
    kept.of('second').keep(day(1), now, tallies(2));
    // The same once more takes no more room.
    kept.of('first').keep(day(1), now, tallies(3));
    kept.of('third').keep(day(1), now, tallies(4));
    expect(
      ['first', 'second', 'third'].map((each) => kept.of(each).find(day(1), now)?.get('w')?.counts),
    ).toEqual([[3], undefined, [4]]);
  });
});
