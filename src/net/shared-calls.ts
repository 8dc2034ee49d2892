/** Runs `call`, or hands out the answer to an equal one that is under way. */
export type SharedCalls = <T>(key: string, call: () => Promise<T>) => Promise<T>;

/** In a burst many ask the same thing at the same moment, and every call counts. Nothing is remembered: the next one asks anew. */
export function createSharedCalls(): SharedCalls {
  const underWay = new Map<string, Promise<unknown>>();
  return <T>(key: string, call: () => Promise<T>): Promise<T> => {
    const before = underWay.get(key);
    // Equal keys mean equal calls, so what comes of them has one type.
    if (before) return before as Promise<T>;
    const started = call().finally(() => underWay.delete(key));
    underWay.set(key, started);
    return started;
  };
}
