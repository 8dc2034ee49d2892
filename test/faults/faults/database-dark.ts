import { setTimeout as pause } from 'node:timers/promises';
import type { Fault } from './fault.ts';

/** The network to the database swallows everything for some seconds; then it is cut, or comes back as if nothing had been. */
export const databaseDark: Fault = {
  name: 'database-dark',
  async strike({ arena, chance, count, meanwhile }) {
    count('faults');
    const isCut = chance.below(2) === 0;
    arena.wires.forEach((wire) => wire.darken());
    const outage = pause(500 + chance.below(2_500)).then(() =>
      arena.wires.forEach((wire) => {
        if (isCut) wire.cut();
        wire.lighten();
      }),
    );
    meanwhile(outage);
    return false;
  },
};
