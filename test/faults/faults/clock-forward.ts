import type { Fault } from './fault.ts';

const HOUR_MS = 3_600_000;

/** The processes' clocks jump an hour ahead of the database's and the platform's; when all is done they are put right. */
export const clockForward: Fault = {
  name: 'clock-forward',
  async strike({ arena, count, afterwards }) {
    count('faults');
    arena.bots.forEach((bot) => bot.setAhead(HOUR_MS));
    afterwards(async () => {
      arena.bots.forEach((bot) => bot.setAhead(0));
      return null;
    });
    return false;
  },
};
