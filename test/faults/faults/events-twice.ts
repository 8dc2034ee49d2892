import type { Fault } from './fault.ts';

/** What happened is told twice. */
export const eventsTwice: Fault = {
  name: 'events-twice',
  prepare: ({ arena, platform }) => arena.sandbox[platform].fault({ kind: 'redeliver', times: 8 }),
  async strike({ count }) {
    count('faults');
    return false;
  },
};
