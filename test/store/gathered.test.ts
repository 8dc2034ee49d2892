import { describe, expect, it } from '@jest/globals';
import { gathered } from '../../src/store/gathered.ts';

/** A question that is answered when the test says so. */
function slow() {
  const asked: (readonly number[])[] = [];
  const answers: { resolve(): void; reject(error: Error): void }[] = [];
  let heard = () => {};
  const ask = (keys: readonly number[]) =>
    new Promise<string[]>((resolve, reject) => {
      asked.push(keys);
      answers.push({ resolve: () => resolve(keys.map((key) => `answer ${key}`)), reject });
      heard();
    });
  /** Waits until so many questions were asked. */
  const until = async (count: number) => {
    while (asked.length < count) await new Promise<void>((resolve) => (heard = resolve));
  };
  return { asked, answers, ask, until };
}

describe('calls that are gathered', () => {
  it('go together when they come while another one is under way, and each gets its own answer', async () => {
    const { asked, answers, ask, until } = slow();
    const call = gathered(ask);
    const first = call(1);
    await until(1);
    const others = [call(2), call(3), call(2)];
    answers[0]!.resolve();
    expect(await first).toBe('answer 1');
    await until(2);
    answers[1]!.resolve();
    expect(await Promise.all(others)).toEqual(['answer 2', 'answer 3', 'answer 2']);
    expect(asked).toEqual([[1], [2, 3, 2]]);
  });

  it('fail together, and those after them are asked again', async () => {
    const { answers, ask, until } = slow();
    const call = gathered(ask);
    const failing = Promise.allSettled([call(1), call(2)]);
    await until(1);
    answers[0]!.reject(new Error('the database is away'));
    expect((await failing).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    const again = call(1);
    await until(2);
    answers[1]!.resolve();
    expect(await again).toBe('answer 1');
  });
});
