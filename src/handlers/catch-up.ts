import { z } from 'zod';
import { capture } from '../capture.ts';
import type { ChatAdapter, Flagged } from '../chat/adapter.ts';
import { AppError } from '../errors.ts';
import { watches, workspaceOf } from '../policy/lookup.ts';
import type { WorkspacePolicy } from '../policy/schema.ts';
import { defineHandler } from './handler.ts';

/** How far back each channel is looked through (messages). One page on both platforms. */
const LOOK_BACK = 100;

/** Events may have been missed while we were not connected: looks for flags that are not in the record. */
export const catchUp = defineHandler({
  name: 'catch-up',
  lane: 'record',
  data: z.object({ workspaceId: z.string() }),
  async run({ workspaceId }, { store, policy, chat, now, log }) {
    const workspace = workspaceOf(policy(), workspaceId);
    if (!workspace) return;
    const adapter = chat(workspaceId);
    for (const channelId of await watchedChannels(adapter, workspace)) {
      try {
        for (const flagged of await adapter.fetchReactions(workspaceId, channelId, LOOK_BACK)) {
          for (const event of asEvents(flagged, workspaceId, now())) {
            const captured = capture(event, policy());
            if (captured) await store.takeIn(captured);
          }
        }
      } catch (error) {
        if (!(error instanceof AppError) || error.retry !== 'never') throw error;
        log.warn({ err: error, channelId }, 'a channel cannot be looked through for missed flags');
      }
    }
  },
});

async function watchedChannels(adapter: ChatAdapter, workspace: WorkspacePolicy): Promise<string[]> {
  if (workspace.watch !== 'all') return workspace.watch;
  const channels = await adapter.fetchChannels(workspace.id);
  return channels
    .map(({ channelId }) => channelId)
    .filter((channelId) => watches(workspace, channelId, null));
}

/** The time of a reaction is not told afterwards; now is the only honest one. */
function asEvents({ message, emoji, userIds }: Flagged, workspaceId: string, at: Date) {
  return userIds.map((userId) => ({
    kind: 'reaction_added' as const,
    workspaceId,
    eventId: null,
    at,
    userId,
    emoji,
    ...message,
  }));
}
