import { z } from 'zod';
import { blindNotice } from '../cases/cards/blind.ts';
import type { ChatAdapter } from '../chat/adapter.ts';
import { PermissionMissing } from '../errors.ts';
import { watches, workspaceOf } from '../policy/lookup.ts';
import type { WorkspacePolicy } from '../policy/schema.ts';
import { textsOf } from '../texts/index.ts';
import { defineHandler } from './handler.ts';

const DAY_MS = 86_400_000;

/**
 * Events may have been missed while we were not connected: has the watched channels looked through for flags, and the
 * threads of open cases for what was said in them. `part`: only the threads, of cases opened since.
 */
export const catchUp = defineHandler({
  name: 'catch-up',
  lane: 'scan',
  data: z.object({
    workspaceId: z.string(),
    part: z.literal('threads').optional(),
    afterCase: z.number().default(0),
  }),
  async run({ workspaceId, part, afterCase }, { store, once, policy, chat, now, log }) {
    const workspace = workspaceOf(policy(workspaceId), workspaceId);
    if (!workspace) return;
    const { messages, days } = policy(workspaceId).catchUp;
    const isWhole = part !== 'threads';
    const found = isWhole
      ? await watchedChannels(chat(workspaceId), workspace)
      : { channels: [], problem: null };
    if (found.problem !== null) log.warn({ workspaceId }, 'channels cannot be listed to look back in them');
    const threads = await store.listeningThreads(workspaceId, afterCase);
    const since = new Date(now().getTime() - days * DAY_MS);
    await once.beginScans(
      workspaceId,
      { ...found, isWhole, threads, since, limit: messages },
      blindNotice(workspace, policy(workspaceId)),
    );
  },
});

async function watchedChannels(
  adapter: ChatAdapter,
  workspace: WorkspacePolicy,
): Promise<{ channels: string[]; problem: string | null }> {
  if (workspace.watch !== 'all') return { channels: workspace.watch, problem: null };
  try {
    const channels = await adapter.fetchChannels(workspace.id);
    return {
      channels: channels
        .map(({ channelId }) => channelId)
        .filter((channelId) => watches(workspace, channelId, null)),
      problem: null,
    };
  } catch (error) {
    if (error instanceof PermissionMissing)
      return { channels: [], problem: error.neededIn(textsOf(workspace)) };
    throw error;
  }
}
