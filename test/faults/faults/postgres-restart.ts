import type { Fault } from './fault.ts';

/** Somebody stops PostgreSQL, as for an update, and starts it again some seconds later: until then nobody listens there. */
export const postgresRestart: Fault = {
  name: 'postgres-restart',
  fits: ({ server }) => server.restart !== null,
  async strike({ arena, chance, count, meanwhile }) {
    count('faults');
    meanwhile(arena.server.restart?.(300 + chance.below(2_500)) ?? Promise.resolve());
    return false;
  },
};
