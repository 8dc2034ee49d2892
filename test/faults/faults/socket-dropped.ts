import type { Fault } from './fault.ts';

/** The platform's socket is gone, or on Slack, without a wait, is asked to be renewed. */
export const socketDropped: Fault = {
  name: 'socket-dropped',
  async strike({ arena, platform, chance, count }) {
    count('faults');
    arena.sandbox[platform].fault({ kind: 'drop_socket', ms: chance.pick([0, 1, 400, 1_200]) });
    return false;
  },
};
