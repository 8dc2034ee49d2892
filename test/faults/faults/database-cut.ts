import { setTimeout as pause } from 'node:timers/promises';
import type { Fault } from './fault.ts';

/** Every connection to the database is cut, and new ones are refused for some seconds: a restart elsewhere. */
export const databaseCut: Fault = {
  name: 'database-cut',
  async strike({ arena, chance, count, meanwhile }) {
    count('faults');
    arena.wires.forEach((wire) => wire.cut());
    const outage = pause(200 + chance.below(2_500)).then(() => arena.wires.forEach((wire) => wire.lighten()));
    meanwhile(outage);
    return false;
  },
};
