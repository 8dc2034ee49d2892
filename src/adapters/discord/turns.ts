import type { Pace } from '../../chat/pace.ts';
import { RateLimited } from '../../errors.ts';
import { GLOBAL, heed, nextOf, ticketOf, tollOf, type Room } from './budgets.ts';
import type { Call, Method } from './call.ts';
import type { TooMany } from './rest.ts';

/** When calls may be made, and what Discord says of it. */
export interface Turns {
  /** Resolves when the call may be made. @throws {RateLimited} */
  take: (method: Method, call: Call) => Promise<void>;
  /** Before the same call. @throws {RateLimited} */
  ahead: (method: Method, call: Call) => Promise<void>;
  /** Holds back what Discord has refused, in all processes. @returns what the caller is told */
  refused: (error: TooMany, method: Method, call: Call) => Promise<RateLimited>;
  /** Takes note of the room Discord says is left. */
  heed: (room: Room, method: string, route: string) => void;
}

export function createTurns(pace: Pace): Turns {
  return {
    /** Answers to interactions have no limit that could be kept: each has three seconds. */
    take: async (method, call) => {
      if (call.auth === false) return;
      const turn = async () =>
        pace.turn(
          ticketOf(method, call),
          await tollOf(pace, method, call.route),
          call.next && (await nextOf(pace, call.next)),
        );
      if (pace.isUrgent()) void turn().catch(() => null);
      else await turn();
    },
    ahead: async (method, call) =>
      pace.turnAhead(ticketOf(method, call), await tollOf(pace, method, call.route)),
    refused: async (error, method, call) => {
      const { scope, afterMs } = error;
      if (call.auth !== false && scope !== 'message') {
        const key = scope === 'global' ? GLOBAL.key : (await tollOf(pace, method, call.route)).line.key;
        await pace.hold(key, afterMs, 'limited');
      }
      return new RateLimited('Discord', afterMs, error);
    },
    heed: (room, method, route) => void heed(pace, room, method, route).catch(() => null),
  };
}
