/** Work in order within a lane, side by side across lanes. */
export interface Lanes {
  run: (lane: string, work: () => Promise<void>) => void;
  /** Resolves when nothing is under way. */
  idle: () => Promise<void>;
}

export function createLanes(onError: (error: unknown) => void): Lanes {
  const tails = new Map<string, Promise<void>>();

  return {
    run: (lane, work) => {
      const before = tails.get(lane) ?? Promise.resolve();
      const tail = before
        .then(work)
        .catch(onError)
        .finally(() => {
          if (tails.get(lane) === tail) tails.delete(lane);
        });
      tails.set(lane, tail);
    },
    idle: async () => {
      while (tails.size > 0) await Promise.all(tails.values());
    },
  };
}
