import type { Fault } from './fault.ts';

/** SIGKILL: whoever was at that moment, or all of them. */
export const kill: Fault = {
  name: 'kill',
  async strike({ arena, bot, count }) {
    for (const each of bot ? [bot] : arena.bots) if (each.kill()) count('kills');
    return true;
  },
};
