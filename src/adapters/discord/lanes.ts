/** Work in order within a lane, side by side across lanes. */
export interface Lanes {
  /** @returns whether it was done; never rejects */
  run: (lane: string, work: () => Promise<void>) => Promise<boolean>;
  /** Resolves when nothing is under way. */
  idle: () => Promise<void>;
}

/** @param onError says whether work that failed counts as done all the same */
export function createLanes(onError: (error: unknown) => boolean): Lanes {
  const tails = new Map<string, Promise<boolean>>();

  return {
    run: (lane, work) => {
      const before = tails.get(lane) ?? Promise.resolve();
      const tail = before
        .then(work)
        .then(() => true, onError)
        .finally(() => {
          if (tails.get(lane) === tail) tails.delete(lane);
        });
      tails.set(lane, tail);
      return tail;
    },
    idle: async () => {
      while (tails.size > 0) await Promise.all(tails.values());
    },
  };
}
