import type { Fault } from './fault.ts';

/** A process of PostgreSQL dies: it ends every connection, reads its log, and begins anew. */
export const postgresCrash: Fault = {
  name: 'postgres-crash',
  async strike({ arena, count, meanwhile }) {
    count('faults');
    meanwhile(arena.server.crash());
    return false;
  },
};
