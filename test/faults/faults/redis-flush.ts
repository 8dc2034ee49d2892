import type { Fault } from './fault.ts';

/** Somebody types FLUSHALL. */
export const redisFlush: Fault = {
  name: 'redis-flush',
  fits: ({ redis }) => redis !== null,
  async strike({ arena, count }) {
    count('faults');
    await arena.redis?.flush();
    return false;
  },
};
