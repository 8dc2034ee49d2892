import type { Fault } from './fault.ts';

/** The next calls fail inside the platform. */
export const serverErrors: Fault = {
  name: 'server-errors',
  async strike({ arena, platform, chance, count }) {
    count('faults');
    const status = chance.pick([500, 502, 503, 504]);
    arena.sandbox[platform].fault({ kind: 'server_error', times: 1 + chance.below(4), status });
    return false;
  },
};
