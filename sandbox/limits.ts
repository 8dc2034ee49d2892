/** What is left of a limit after a call. */
export interface Left {
  /** False: the call is one too many. */
  isAllowed: boolean;
  limit: number;
  remaining: number;
  /** Until there is room again, or, with room left, until all of it is back (ms). */
  resetAfterMs: number;
}

/** Counts calls as the platforms do, when the sandbox is told to. */
export interface Limits {
  /** So many calls from the first one on; then all of the room is back at once. */
  window(key: string, calls: number, perMs: number): Left;
  /** So many calls in any span of this length. */
  sliding(key: string, calls: number, perMs: number): Left;
  /** One call every `everyMs`, and up to `burst` at once after a pause. */
  dripping(key: string, burst: number, everyMs: number): Left;
}

/** @param speed how much quicker than in life the limits count, for tests; null: there are none. */
export function createLimits(speed: number | null): Limits | null {
  if (speed === null) return null;
  const windows = new Map<string, { from: number; used: number }>();
  const logs = new Map<string, number[]>();
  const drops = new Map<string, { level: number; at: number }>();

  return {
    window: (key, calls, perMs) => {
      const lastsMs = perMs / speed;
      const now = performance.now();
      const before = windows.get(key);
      const open = before && now < before.from + lastsMs ? before : { from: now, used: 0 };
      windows.set(key, open);
      const isAllowed = open.used < calls;
      if (isAllowed) open.used += 1;
      const resetAfterMs = open.from + lastsMs - now;
      return { isAllowed, limit: calls, remaining: calls - open.used, resetAfterMs };
    },
    sliding: (key, calls, perMs) => {
      const lastsMs = perMs / speed;
      const now = performance.now();
      const log = (logs.get(key) ?? []).filter((at) => at > now - lastsMs);
      const isAllowed = log.length < calls;
      if (isAllowed) log.push(now);
      logs.set(key, log);
      return {
        isAllowed,
        limit: calls,
        remaining: calls - log.length,
        resetAfterMs: (log[0] ?? now) + lastsMs - now,
      };
    },
    dripping: (key, burst, everyMs) => {
      const eachMs = everyMs / speed;
      const now = performance.now();
      const { level, at } = drops.get(key) ?? { level: 0, at: now };
      const drained = Math.max(0, level - (now - at) / eachMs);
      const isAllowed = drained + 1 <= burst;
      drops.set(key, { level: isAllowed ? drained + 1 : drained, at: now });
      return {
        isAllowed,
        limit: burst,
        remaining: Math.floor(burst - drained - (isAllowed ? 1 : 0)),
        resetAfterMs: Math.max(0, drained + 1 - burst) * eachMs,
      };
    },
  };
}
