import { RateLimited } from '../errors.ts';

/**
 * One step of looking back: goes on until there is no more, or the step's calls are used up. A rate limit after something
 * was achieved ends the step and does not fail it, so that every step gets further.
 * @param lookOn looks at a little more; false when the step is over
 * @param hasAchieved whether the next step would begin further on than this one did
 * @returns how long the platform wants to be left alone (ms)
 */
export async function untilTired(
  lookOn: () => Promise<boolean>,
  hasAchieved: () => boolean,
): Promise<number> {
  try {
    let goesOn = true;
    while (goesOn) goesOn = await lookOn();
    return 0;
  } catch (error) {
    if (error instanceof RateLimited && hasAchieved()) return error.afterMs;
    throw error;
  }
}
