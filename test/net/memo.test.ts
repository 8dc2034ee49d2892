import { describe, expect, it } from '@jest/globals';
import { createMemo } from '../../src/net/memo.ts';

describe('what was asked a moment ago', () => {
  function asking(atMost = 10) {
    let [at, count] = [0, 0];
    const memo = createMemo(atMost, () => at);
    const ask = (key: string, maxAgeMs = 100) => memo(key, maxAgeMs, async () => (count += 1));
    return { memo, ask, later: (ms: number) => (at += ms) };
  }

  it('is answered as before, for as long as whoever asks takes it', async () => {
    const { ask, later } = asking();
    expect([await ask('a'), await ask('a'), await ask('b')]).toEqual([1, 1, 2]);
    later(99);
    expect([await ask('a'), await ask('a', 50)]).toEqual([1, 3]);
    later(100);
    expect(await ask('a')).toBe(4);
  });

  it('is as old as the question, not as its answer', async () => {
    const { memo, ask, later } = asking();
    await memo('slow', 100, async () => later(100));
    expect(await ask('slow')).toBe(1);
  });

  it('is asked again when it failed, and when too much was asked since', async () => {
    const { memo, ask } = asking(2);
    await expect(memo('a', 100, () => Promise.reject(new Error('down')))).rejects.toThrow('down');
    expect([await ask('a'), await ask('b'), await ask('c')]).toEqual([1, 2, 3]);
    expect([await ask('b'), await ask('a')]).toEqual([2, 4]);
  });

  it('is asked again once it is forgotten, also what was on its way meanwhile', async () => {
    const { memo, ask } = asking();
    expect([await ask('a'), await ask('b')]).toEqual([1, 2]);
    memo.forget('a');
    expect([await ask('a'), await ask('b')]).toEqual([3, 2]);
    await memo('slow', 100, async () => memo.forget());
    expect([await ask('slow'), await ask('b')]).toEqual([4, 5]);
  });
});
