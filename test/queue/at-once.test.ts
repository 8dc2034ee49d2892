import { describe, expect, it } from '@jest/globals';
import { createAtOnce, type Turn } from '../../src/queue/at-once.ts';

const HOUR_MS = 3_600_000;

/** Begins one after the other, and says which have begun. */
function line(most: number, longestMs = HOUR_MS) {
  const atOnce = createAtOnce(most, longestMs);
  const begun: Turn[] = [];
  const begin = (place = 1) => atOnce.begin(place).then((turn) => begun.push(turn));
  return { begun, begin };
}

/** What was to be done in this turn of the event loop is done. */
const soon = () => new Promise((resolve) => setImmediate(resolve));

describe('working at once', () => {
  it('lets so many work, and the first who waits as soon as one has ended', async () => {
    const { begun, begin } = line(2);
    void begin();
    void begin();
    const third = begin();
    const fourth = begin();
    await soon();
    expect(begun).toHaveLength(2);
    begun[0]!.end();
    await third;
    // Who has ended twice has made room once.
    begun[0]!.end();
    await soon();
    expect(begun).toHaveLength(3);
    begun[2]!.end();
    await fourth;
  });

  it('gives the room of one that waits to another, and does not make it wait when it comes back', async () => {
    const { begun, begin } = line(1);
    await begin();
    const [first] = begun;
    let answer: (said: string) => void = () => {};
    const waited = first!.aside(new Promise<string>((resolve) => (answer = resolve)));
    await begin();
    answer('posted');
    expect(await waited).toBe('posted');
    // Two of them work now, so that two have to end before the next one begins.
    const third = begin();
    begun[1]!.end();
    await soon();
    expect(begun).toHaveLength(2);
    first!.end();
    await third;
  });

  it('has one room for all that is waited for together, also where it fails', async () => {
    const { begun, begin } = line(1);
    await begin();
    const [first] = begun;
    let fail: (error: Error) => void = () => {};
    const one = first!.aside(Promise.resolve('read'));
    const other = first!.aside(new Promise((_, reject) => (fail = reject)));
    await begin();
    const third = begin();
    expect(await one).toBe('read');
    await soon();
    expect(begun).toHaveLength(2);
    fail(new Error('refused'));
    await expect(other).rejects.toThrow('refused');
    first!.end();
    await soon();
    expect(begun).toHaveLength(2);
    begun[1]!.end();
    await third;
  });

  it('makes room once for one that ends while something is still waited for', async () => {
    const { begun, begin } = line(1);
    await begin();
    let answer = () => {};
    const waited = begun[0]!.aside(new Promise<void>((resolve) => (answer = resolve)));
    await begin();
    begun[0]!.end();
    answer();
    await waited;
    const third = begin();
    await soon();
    expect(begun).toHaveLength(2);
    begun[1]!.end();
    await third;
  });

  it('lets the one that is furthest ahead go first', async () => {
    const { begun, begin } = line(1);
    await begin(3);
    const order: number[] = [];
    const places = [4, 3, 0, 4, 3, 0];
    const all = places.map((place, nth) => begin(place).then(() => order.push(nth)));
    await soon();
    // The first of a quiet community did not wait behind those of flooded ones, and the second one found nobody but them before it.
    expect(order).toEqual([2, 5]);
    for (let nth = 0; order.length < places.length; nth += 1) {
      begun[nth]!.end();
      await soon();
    }
    await Promise.all(all);
    expect(order).toEqual([2, 5, 1, 4, 0, 3]);
  });

  it('lets nobody begin at once where others wait who are as far ahead', async () => {
    const { begun, begin } = line(1);
    await begin(0);
    void begin(0);
    void begin(0);
    await soon();
    expect(begun).toHaveLength(1);
    begun[0]!.end();
    await soon();
    expect(begun).toHaveLength(2);
    begun[1]!.end();
  });

  it('begins after a while all the same', async () => {
    const { begun, begin } = line(1, 1);
    await begin();
    await begin();
    expect(begun).toHaveLength(2);
  });
});
