import { z } from 'zod';
import { defineHandler } from './handler.ts';

/** Once a day: what is past its time is removed. docs/configuration.md says when that is. */
export const tidy = defineHandler({
  name: 'tidy',
  lane: 'scan',
  data: z.object({}),
  async run(_, { store, policies, isOnePolicy, log }) {
    const retentions = policies().map(({ retention: { closed, files }, workspaces }) => ({
      closedMs: closed,
      filesMs: files,
      ...(!isOnePolicy() && { workspaces: workspaces.map(({ id }) => id) }),
    }));
    const removed = await store.tidy(...retentions);
    if (Object.keys(removed).length > 0) log.info({ removed }, 'what was past its time has been removed');
  },
});
