import { describe, expect, it } from '@jest/globals';
import { createGiveWay } from '../src/give-way.ts';

describe('giving way', () => {
  it('keeps nobody when nobody waits', async () => {
    await createGiveWay(3_600_000).clear();
  });

  it('lets all go first who are waited for, also when their work fails', async () => {
    const way = createGiveWay(3_600_000);
    const ends: (() => void)[] = [];
    const work = () => new Promise<string>((resolve) => ends.push(() => resolve('done')));
    const first = way.first(work);
    const failing = way.first(() => work().then(() => Promise.reject(new Error('failed'))));
    let isClear = false;
    const cleared = [way.clear(), way.clear().then(() => (isClear = true))];

    ends[0]?.();
    expect(await first).toBe('done');
    expect(isClear).toBe(false);
    ends[1]?.();
    await expect(failing).rejects.toThrow('failed');
    await Promise.all(cleared);
    expect(isClear).toBe(true);
  });

  it('goes on after a while all the same', async () => {
    const way = createGiveWay(1);
    void way.first(() => new Promise(() => {}));
    await way.clear();
  });
});
