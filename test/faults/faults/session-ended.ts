import type { Fault } from './fault.ts';

/** Discord no longer knows the session: it cannot be resumed, and what happened meanwhile is never told. */
export const sessionEnded: Fault = {
  name: 'session-ended',
  fits: (_arena, platform) => platform === 'discord',
  async strike({ arena, count }) {
    count('faults');
    arena.sandbox.discord.fault({ kind: 'disconnect', reason: 'invalid_session' });
    return false;
  },
};
