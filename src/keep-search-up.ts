import type { Log } from './log.ts';
import { repeat, type Repeat } from './queue/repeat.ts';
import type { Search } from './store/search-port.ts';

/** So many steps are taken one after the other before it is looked whether to stop. */
const STEPS = 20;

/** Indexes what is left to index, little by little, for as long as there is any. Any number of programs may. */
export function keepSearchUp(
  search: Pick<Search, 'keepUp'>,
  { everyMs, soonMs }: { everyMs: number; soonMs: number },
  log: Log,
): Repeat {
  const keepUp = async () => {
    try {
      for (let step = 0; step < STEPS; step += 1) if (!(await search.keepUp())) return;
      keeping.wake();
    } catch (error) {
      log.warn(
        { err: error },
        'what is left to index for the search could not be indexed; it is tried again',
      );
    }
  };
  const keeping = repeat(everyMs, keepUp, soonMs);
  return keeping;
}
