import { setTimeout as after } from 'node:timers/promises';

const DAY_MS = 86_400_000;

/** Share of a day's identifies one process may use up; beyond the day's limit Discord ends all sessions and resets the token. */
const SHARE = 0.6;

/** Identifies that may follow each other without a wait, for ordinary restarts. */
const BURST = 40;

export interface IdentifyBudget {
  /** Resolves when one more session may be started. @param dailyLimit as Discord says */
  take: (dailyLimit: number, signal: AbortSignal) => Promise<void>;
}

/**
 * Keeps repeated reconnections below Discord's limit of new sessions a day (1,000 for a small bot).
 * https://docs.discord.com/developers/events/gateway#session-start-limit-object
 */
export function createIdentifyBudget(): IdentifyBudget {
  let left = BURST;
  let refilledAt = Date.now();

  return {
    take: async (dailyLimit, signal) => {
      const everyMs = DAY_MS / (Math.max(dailyLimit, 100) * SHARE);
      const now = Date.now();
      left = Math.min(BURST, left + (now - refilledAt) / everyMs);
      refilledAt = now;
      left -= 1;
      if (left < 0) await after(-left * everyMs, null, { signal });
    },
  };
}
