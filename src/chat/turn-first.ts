import { RateLimited } from '../errors.ts';

/**
 * In a burst most calls have to wait for their turn: that is found out before anything is read and drawn for them. What else is in the way is
 * met again by the call itself, and told there. @throws {RateLimited}
 */
export async function turnFirst(asked: Promise<void>): Promise<void> {
  try {
    await asked;
  } catch (error) {
    if (error instanceof RateLimited) throw error;
  }
}
