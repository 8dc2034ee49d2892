import { askForOld } from './home-turns.ts';
import type { Tidier } from './tidier.ts';
import { atomically } from './work.ts';

/** Pages asked for in one transaction. */
const BATCH = 200;

/**
 * Pages that nobody has opened for a week and that no job has put away: each is asked for, is emptied and then forgotten. Nothing is
 * removed here, so that no old page stays where its owner would find it.
 */
export const tidyHomes: Tidier = {
  name: 'pages',
  async step({ source }) {
    const asked = await atomically(source, (work) => askForOld(work, BATCH));
    return { removed: 0, next: asked === BATCH ? 0 : null };
  },
};
