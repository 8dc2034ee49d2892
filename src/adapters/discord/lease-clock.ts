/**
 * Whether what we hold is still ours. By both clocks: one goes on while the process stands still, the other also while its machine
 * sleeps. Whoever was stopped finds its time over before it deals with anything that has come meanwhile.
 */
export interface LeaseClock {
  /** Nobody else can have it. */
  isSure: () => boolean;
  /** The record could not be asked the last time. */
  isFailing: () => boolean;
  /**
   * What comes in may be dealt with. Also while the record cannot be asked: then people are told so, and what somebody else may have dealt
   * with as well is known by its key.
   */
  mayAct: () => boolean;
  /** Remembers that it was renewed; its time counts from before the question. */
  renew: <T>(ask: () => Promise<T>) => Promise<T>;
}

/** @param leaseMs how long without a renewal it is ours. @param failed called whenever the record could not be asked */
export function createLeaseClock(leaseMs: number, failed: () => void): LeaseClock {
  let renewed: { steady: number; wall: number } | null = null;
  let isFailing = false;
  const isSure = () =>
    renewed !== null && performance.now() - renewed.steady < leaseMs && Date.now() - renewed.wall < leaseMs;
  return {
    isSure,
    isFailing: () => isFailing,
    mayAct: () => isFailing || isSure(),
    renew: async (ask) => {
      const asked = { steady: performance.now(), wall: Date.now() };
      try {
        const answer = await ask();
        renewed = asked;
        isFailing = false;
        return answer;
      } catch (error) {
        isFailing = true;
        failed();
        throw error;
      }
    },
  };
}
