import { setTimeout as pause } from 'node:timers/promises';
import type { Fault } from './fault.ts';

const HOUR_MS = 3_600_000;

/** The processes' clocks jump an hour back, and are put right some seconds later. */
export const clockBack: Fault = {
  name: 'clock-back',
  async strike({ arena, count, meanwhile }) {
    count('faults');
    arena.bots.forEach((bot) => bot.setAhead(-HOUR_MS));
    meanwhile(pause(1_500).then(() => arena.bots.forEach((bot) => bot.setAhead(0))));
    return false;
  },
};
