import type { Fault } from './fault.ts';

/** What happened is told late, and in another order. */
export const eventsLate: Fault = {
  name: 'events-late',
  prepare({ arena, platform, chance }) {
    const people = arena.sandbox[platform];
    people.fault({ kind: 'delay', times: 3, ms: 50 + chance.below(800) });
    people.fault({ kind: 'reorder', times: 3 });
  },
  async strike({ arena, platform, count }) {
    count('faults');
    arena.sandbox[platform].clearFaults();
    return false;
  },
};
