/** How far the events of one session have been dealt with. */
export interface Progress {
  /** @param handled resolves when event number `sequence` has been dealt with: false when it has to come once more */
  follow: (sequence: number, handled: Promise<boolean>) => void;
  /** Everything up to here has been dealt with: whoever goes on behind it misses nothing. */
  upTo: () => number;
  /** Resolves when nothing is under way. */
  idle: () => Promise<void>;
}

/** @param from number of the last event that was dealt with before */
export function createProgress(from: number): Progress {
  let last = from;
  let firstUndone = Infinity;
  // In the order in which they came, so the first is the oldest.
  const underWay = new Map<number, Promise<void>>();
  const follow = async (sequence: number, handled: Promise<boolean>) => {
    if (!(await handled)) firstUndone = Math.min(firstUndone, sequence);
    underWay.delete(sequence);
  };
  return {
    follow: (sequence, handled) => {
      last = Math.max(last, sequence);
      underWay.set(sequence, follow(sequence, handled));
    },
    upTo: () => {
      const [oldest = Infinity] = underWay.keys();
      return Math.min(last, oldest - 1, firstUndone - 1);
    },
    idle: async () => {
      await Promise.all(underWay.values());
    },
  };
}
