import { setTimeout as pause } from 'node:timers/promises';
import type { Fault } from './fault.ts';

/** Longer than a job's lock, which is 1.5 s in test/support/bot.mjs, and the looking for vanished workers (ms). */
const FROZEN_MS = 2_600;

/** A process stands still for longer than its locks hold, and then goes on as if nothing had been. */
export const frozen: Fault = {
  name: 'frozen',
  fits: ({ layout }) => layout !== 'one',
  async strike({ arena, bot, chance, count, meanwhile }) {
    count('faults');
    const chosen = bot ?? chance.pick(arena.bots);
    chosen.freeze();
    meanwhile(pause(FROZEN_MS).then(() => chosen.thaw()));
    return false;
  },
};
