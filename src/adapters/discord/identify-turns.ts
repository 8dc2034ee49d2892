import { setTimeout as after } from 'node:timers/promises';
import type { APIGatewaySessionStartLimit } from 'discord.js';
import type { Pace } from '../../chat/pace.ts';
import { AppError, RateLimited } from '../../errors.ts';
import type { GatewayInfo } from './gateway-info.ts';

/** Discord takes one new session in 5 s for each bucket of shards, and some time on the way (ms). */
const BUCKET_MS = 5_250;
/** How old what Discord says of the sessions that are left may be (ms). */
const FRESH_MS = 5_000;
/** Wait before the next try when nobody could be asked (ms). */
const AGAIN_MS = 1_000;
/** Part of a day's sessions below which the rest is spread over the rest of the day, and part that is never used. */
const SPREAD_BELOW = 0.4;
const RESERVE = 0.1;

/**
 * How long to wait before a new session (ms). At the limit Discord would end all sessions and reset the token, so that whoever comes back
 * again and again has to slow down long before. Counted by Discord, so for all processes together, also those that were killed.
 * https://docs.discord.com/developers/events/gateway#session-start-limit-object
 */
export function waitForBudgetMs({
  total,
  remaining,
  reset_after: resetAfterMs,
}: APIGatewaySessionStartLimit): number {
  if (remaining >= total * SPREAD_BELOW) return 0;
  return resetAfterMs / Math.max(1, remaining - total * RESERVE);
}

/**
 * Resolves when a shard may begin a new session: one at a time in each bucket, by all processes together. Without the record only the
 * one that knows of no other begins any: its shards of a bucket wait for each other.
 */
export function createIdentifyTurns(gateway: GatewayInfo, pace: Pace) {
  return async (shard: number, signal: AbortSignal): Promise<void> => {
    const { session_start_limit: limit } = await patiently(() => gateway.ask(FRESH_MS), signal);
    const budgetMs = waitForBudgetMs(limit);
    if (budgetMs > 0) await after(budgetMs, null, { signal });
    const buckets = Math.max(1, limit.max_concurrency);
    const line = { key: `discord identify ${shard % buckets}`, calls: 1, perMs: BUCKET_MS };
    const ours = BUCKET_MS * (1 + Math.floor(shard / buckets));
    const byOurselves = (error: unknown) => {
      if (!(error instanceof AppError) || error.code !== 'STORE_UNAVAILABLE') throw error;
      return after(ours, undefined, { signal });
    };
    await patiently(() => pace.turn(`discord identify ${shard}`, { line }).catch(byOurselves), signal);
  };
}

/** Asks until there is an answer: a shard that may not begin yet has nothing else to do. */
async function patiently<T>(ask: () => Promise<T>, signal: AbortSignal): Promise<T> {
  for (;;) {
    try {
      return await ask();
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      const waitMs = error instanceof RateLimited ? error.afterMs : AGAIN_MS;
      await after(waitMs, null, { signal });
    }
  }
}
