import { setTimeout } from 'node:timers/promises';
import { troubleOf, type AppSeen, type Inspector } from '../../chat/inspector.ts';
import { AppError, RateLimited } from '../../errors.ts';

/** The longest wait a platform asks for that is waited out (ms), and how often for the same call. */
const WAITED_OUT_MS = 90_000;
const WAITS_MAX = 10;

/** After so many calls in a row without an answer the platform is asked no more. */
const UNANSWERED_MAX = 3;

/** Asks a platform, again when it wants us to wait; not again and again when it does not answer. @throws as the call does */
export type Patience = <T>(call: () => Promise<T>) => Promise<T>;

interface Around {
  /** Tells people that a wait takes this long. */
  say(line: string): void;
  /** Ends the waiting. */
  stopped: AbortSignal;
  wait?: (ms: number, stopped: AbortSignal) => Promise<unknown>;
}

/** Patience with one platform. A plan may name more channels and people than a platform answers for in a minute. */
export function createPatience({ say, stopped, wait = waitFor }: Around): Patience {
  let unanswered = 0;
  let last: AppError | null = null;
  return async (call) => {
    if (last && unanswered >= UNANSWERED_MAX) throw last;
    for (let waits = 0; ; waits += 1) {
      stopped.throwIfAborted();
      try {
        const answer = await call();
        unanswered = 0;
        return answer;
      } catch (error) {
        if (error instanceof RateLimited && waits < WAITS_MAX && error.afterMs <= WAITED_OUT_MS) {
          say(`The platform asks us to wait ${Math.ceil(error.afterMs / 1_000)} s. Then it goes on.`);
          await wait(error.afterMs, stopped);
          continue;
        }
        unanswered = error instanceof AppError && error.code === 'PLATFORM_UNAVAILABLE' ? unanswered + 1 : 0;
        if (error instanceof AppError) last = error;
        throw error;
      }
    }
  };
}

function waitFor(ms: number, signal: AbortSignal): Promise<unknown> {
  return setTimeout(ms, undefined, { signal });
}

/** The app, or that it could not be asked about. */
export async function appSeenBy(inspector: Inspector, patience: Patience): Promise<AppSeen> {
  try {
    return await patience(() => inspector.lookAtApp());
  } catch (error) {
    return { communities: null, inviteUrl: null, troubles: [troubleOf(error)] };
  }
}
