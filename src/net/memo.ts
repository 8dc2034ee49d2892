/** Hands out what `ask` answered under the same key not longer than `maxAgeMs` ago, or asks. What failed is never remembered. */
export interface Memo {
  <T>(key: string, maxAgeMs: number, ask: () => Promise<T>): Promise<T>;
  /** What was answered under this key until now, or is on its way, is remembered no more; without one, nothing is. */
  forget(key?: string): void;
}

/** @param atMost so many answers are remembered; the oldest are forgotten. @param now a clock (ms) that never goes back */
export function createMemo(atMost: number, now: () => number = () => performance.now()): Memo {
  const kept = new Map<string, { at: number; answer: unknown }>();
  // Answers to what was asked before the last forgetting are handed out once, and not kept.
  let forgotten = 0;
  const memo = async <T>(key: string, maxAgeMs: number, ask: () => Promise<T>): Promise<T> => {
    const known = kept.get(key);
    // Equal keys mean equal questions, so their answers have one type.
    if (known && now() - known.at < maxAgeMs) return known.answer as T;
    // It is as old as the question: what changed while the answer was on its way may not be in it.
    const at = now();
    const askedIn = forgotten;
    const answer = await ask();
    if (askedIn !== forgotten) return answer;
    kept.delete(key);
    kept.set(key, { at, answer });
    const [oldest] = kept.keys();
    if (kept.size > atMost && oldest !== undefined) kept.delete(oldest);
    return answer;
  };
  const forget = (key?: string): void => {
    forgotten += 1;
    if (key === undefined) kept.clear();
    else kept.delete(key);
  };
  return Object.assign(memo, { forget });
}
