import type { Fault } from './fault.ts';

/** Redis ends without saving and comes back empty. */
export const redisRestart: Fault = {
  name: 'redis-restart',
  fits: ({ redis }) => redis !== null,
  async strike({ arena, count, meanwhile }) {
    count('faults');
    meanwhile(arena.redis?.restart() ?? Promise.resolve());
    return false;
  },
};
