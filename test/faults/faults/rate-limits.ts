import type { Fault } from './fault.ts';

/** The next calls are told to wait, and for how long. */
export const rateLimits: Fault = {
  name: 'rate-limits',
  async strike({ arena, platform, chance, count }) {
    count('faults');
    arena.sandbox[platform].fault({ kind: 'rate_limit', times: 1 + chance.below(3), retryAfterS: 1 });
    return false;
  },
};
