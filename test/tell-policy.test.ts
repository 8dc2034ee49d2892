import { afterEach, describe, expect, it } from '@jest/globals';
import { pino } from 'pino';
import { tellPolicy } from '../src/tell-policy.ts';
import { eventually } from './support/eventually.ts';

const running: { stop: () => Promise<void> }[] = [];
afterEach(async () => {
  await Promise.all(running.splice(0).map((each) => each.stop()));
});

/** A program that looks again at once, on a record that takes everything but what `isLost`. */
function program(policy: () => string, told: string[], isLost = () => false) {
  let looks = 0;
  const store = {
    async policyInForce(times: string) {
      told.push(times);
      if (isLost()) throw new Error('the record is away');
    },
  };
  const times = () => {
    looks += 1;
    return policy();
  };
  const telling = tellPolicy(store, times, 1, pino({ level: 'silent' }));
  running.push(telling);
  const more = async () => {
    const before = looks;
    await eventually(async () => looks > before + 5);
  };
  return { ...telling, more };
}

describe('the policy that clocks follow', () => {
  it('is told once by each program, though another one has another file', async () => {
    const told: string[] = [];
    const [one, two] = [program(() => 'one', told), program(() => 'two', told)];

    await Promise.all([one.more(), two.more()]);

    expect(told.toSorted()).toEqual(['one', 'two']);
  });

  it('is told until it was taken', async () => {
    const told: string[] = [];
    const { more } = program(
      () => 'one',
      told,
      () => told.length < 3,
    );

    await more();

    expect(told).toEqual(['one', 'one', 'one']);
  });

  it('is told when the file was changed, also back to what was told before', async () => {
    const told: string[] = [];
    let policy = 'one';
    const { more, again } = program(() => policy, told);
    for (const next of ['one', 'two', 'one']) {
      await more();
      policy = next;
      again();
    }
    await more();

    expect(told).toEqual(['one', 'one', 'two', 'one']);
  });
});
