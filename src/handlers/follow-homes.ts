import { z } from 'zod';
import { defineHandler } from './handler.ts';

/** A case changed: the pages it is on, or belongs on now, are asked to be drawn. */
export const followHomes = defineHandler({
  name: 'follow-homes',
  lane: 'deliver',
  data: z.object({ caseId: z.number() }),
  run: ({ caseId }, { homes }) => homes.caseChanged(caseId),
});
