const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** An issue that was closed so long ago is not looked at any more (ms). */
const CLOSED_ENDS_MS = 30 * DAY_MS;

/**
 * How long until an issue is looked at again (ms): often while something happens to it, less and less after that. Null: no more.
 * @param quietMs how long ago it was made, or last changed
 */
export function issueWaitMs(state: 'open' | 'closed', quietMs: number): number | null {
  if (state === 'closed' && quietMs > CLOSED_ENDS_MS) return null;
  return Math.min(6 * HOUR_MS, Math.max(5 * MINUTE_MS, Math.round(quietMs / 20)));
}
