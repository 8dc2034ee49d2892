import { describe, expect, it } from '@jest/globals';
import { createLifecycle } from '../src/lifecycle.ts';
import { createLog } from '../src/log.ts';

describe('closing', () => {
  const open = () => {
    const closed: string[] = [];
    const life = createLifecycle(createLog('silent'));
    return { closed, life };
  };

  it('goes backwards: what was opened last closes first', async () => {
    const { closed, life } = open();
    for (const name of ['record', 'queue', 'intake']) life.add(name, () => void closed.push(name));
    await life.close();
    expect(closed).toEqual(['intake', 'queue', 'record']);
  });

  it('waits for each part before it closes the next', async () => {
    const { closed, life } = open();
    let finish = () => {};
    life.add('record', () => void closed.push('record'));
    life.add('queue', () => new Promise((resolve) => (finish = resolve)));
    const closing = life.close();
    await Promise.resolve();
    expect(closed).toEqual([]);
    finish();
    await closing;
    expect(closed).toEqual(['record']);
  });

  it('closes the rest when a part cannot', async () => {
    const { closed, life } = open();
    life.add('record', () => void closed.push('record'));
    life.add('queue', () => Promise.reject(new Error('stuck')));
    await life.close();
    expect(closed).toEqual(['record']);
  });

  it('happens once however often it is asked for', async () => {
    const { closed, life } = open();
    life.add('record', () => void closed.push('record'));
    await Promise.all([life.close(), life.close()]);
    expect(closed).toEqual(['record']);
  });
});
