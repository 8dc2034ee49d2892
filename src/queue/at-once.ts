/** Room that one has while it works. */
export interface Turn {
  /** Others have the room until what is waited for has come. */
  aside<T>(waitedFor: Promise<T>): Promise<T>;
  end(): void;
}

/**
 * Lets few work at the same time: more would only be in each other's way, in the program and in the database, and none would be done
 * sooner. What waits for a platform takes no room.
 */
export interface AtOnce {
  /**
   * Resolves when there is room, or after so long that it is time to begin all the same. What comes of a quiet community begins at once while
   * all who wait are of flooded ones.
   * @param place in line: the lowest one first, 0 of a quiet community
   */
  begin(place: number): Promise<Turn>;
}

/** Longest that one waits for room (ms): what it waits for may itself be waiting. */
const LONGEST_MS = 250;

export function createAtOnce(most: number, longestMs = LONGEST_MS): AtOnce {
  let working = 0;
  /** Who waits for room, by their places, and in each the first one first. */
  const waiting = new Map<() => void, number>();
  const foremost = () => Math.min(...waiting.values());
  const leave = () => {
    working -= 1;
    if (working >= most) return;
    const next = foremost();
    const [first] = [...waiting].find(([, place]) => place === next) ?? [];
    first?.();
  };
  const wait = (place: number) =>
    new Promise<void>((resolve) => {
      const enter = () => {
        clearTimeout(late);
        waiting.delete(enter);
        working += 1;
        resolve();
      };
      const late = setTimeout(enter, longestMs);
      waiting.set(enter, place);
    });
  return {
    async begin(place) {
      const isBeforeAll = place === 0 && waiting.size > 0 && foremost() > 0;
      if (working < most || isBeforeAll) working += 1;
      else await wait(place);
      return turn(leave, () => (working += 1));
    },
  };
}

/** @param enter back from what was waited for: nobody waits twice, since others may wait for what this one holds */
function turn(leave: () => void, enter: () => void): Turn {
  let aside = 0;
  let isOver = false;
  return {
    async aside(waitedFor) {
      if (isOver) return waitedFor;
      aside += 1;
      if (aside === 1) leave();
      try {
        return await waitedFor;
      } finally {
        aside -= 1;
        if (aside === 0 && !isOver) enter();
      }
    },
    end() {
      if (isOver) return;
      isOver = true;
      if (aside === 0) leave();
    },
  };
}
