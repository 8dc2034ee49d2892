import type { Fault } from './fault.ts';

/** The queue's tables in PostgreSQL are emptied. */
export const queueTruncated: Fault = {
  name: 'queue-truncated',
  fits: ({ redis }) => redis === null,
  async strike({ arena, count, meanwhile }) {
    count('faults');
    // It may wait for a lock that is held by the statement which is held up here.
    meanwhile(arena.sql('truncate bullmq.job cascade').catch(() => null));
    return false;
  },
};
