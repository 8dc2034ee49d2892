import { z } from 'zod';
import { NotYet } from '../errors.ts';
import { defineHandler } from './handler.ts';

/**
 * Something happened to a case that somebody follows: what happens within the time in which reminders come together is one message
 * to them, whichever cases it is about.
 */
export const tellFollower = defineHandler({
  name: 'tell-follower',
  lane: 'record',
  data: z.object({ workspaceId: z.string(), tag: z.string() }),
  async run({ workspaceId, tag }, { store, once, policy, now }) {
    const waiting = await store.whoIsTold(workspaceId, tag);
    const dueAt = waiting && waiting.since.getTime() + policy(workspaceId).ladder.together;
    const leftMs = dueAt === null ? 0 : dueAt - now().getTime();
    if (leftMs > 0) throw new NotYet('More may happen shortly.', leftMs);
    await once.gatherNews(workspaceId, tag);
  },
});
