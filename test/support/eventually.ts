import { setTimeout as pause } from 'node:timers/promises';

/** Asks until the answer is not false, null or undefined; the test's own time limit ends it otherwise. */
export async function eventually<T>(ask: () => T | Promise<T>): Promise<NonNullable<T>> {
  for (;;) {
    const answer = await ask();
    if (answer !== false && answer !== null && answer !== undefined) return answer;
    await pause(20);
  }
}
