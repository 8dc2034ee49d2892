import { MessageType, Routes, type APIMessage } from 'discord.js';
import type { ChatAdapter, Said } from '../../chat/adapter.ts';
import { isDirectRoot, nativeId, type WorkspaceId } from '../../chat/ref.ts';
import { TargetGone } from '../../errors.ts';
import type { Api } from './api.ts';
import { blankedProblem, insistOnHistory } from './blindness.ts';
import type { Channels, KnownChannel } from './channels.ts';
import type { Communities } from './communities.ts';
import { answeredBy } from './events.ts';
import type { MessageReader } from './message-reader.ts';
import { isSnowflake, snowflakeAt, timeOf } from './snowflake.ts';
import { isWritten, toSnapshot } from './snapshot.ts';

/** Messages Discord returns at most. */
const PAGE = 100;

interface Parts {
  api: Api;
  channels: Channels;
  reader: MessageReader;
  communities: Pick<Communities, 'all'>;
}

/** Reads a thread from a moment on. The cursor is the last message that was read. */
export function createThreadReading(parts: Parts): ChatAdapter['fetchThread'] {
  return async (workspaceId, root, { cursor, since }) => {
    const { api, channels } = parts;
    if (isDirectRoot(root)) return readDirect(parts, workspaceId, root.channelId, { cursor, since });
    const after = cursor && isSnowflake(cursor) ? cursor : null;
    const above = await channels.findIn(nativeId(workspaceId), root.channelId);
    const first = after === null ? await rootOf(api, root) : null;
    const from = after ?? String(BigInt(snowflakeAt(since)) - 1n);
    const page = await saidAfter(api, root.messageId, from);
    if (!first && page.length === 0 && after === null)
      await insistOnHistory(api, root.messageId).catch(goneIsNull);
    const last = page.length < PAGE ? null : (page.at(-1) ?? null);
    const thread = page.length > 0 ? await channels.findIn(nativeId(workspaceId), root.messageId) : null;
    return {
      said: [
        ...(first ? await saidIn(parts, workspaceId, above, [first]) : []),
        ...(thread ? await saidIn(parts, workspaceId, thread, page) : []),
      ],
      from: after ? timeOf(after) : since,
      until: last && timeOf(last.id),
      next: last?.id ?? null,
      afterMs: 0,
      problem: await blankedProblem(api, first ? [first, ...page] : page),
    };
  };
}

/** A conversation with one person has no root, and no permissions that could be missing. */
async function readDirect(
  parts: Parts,
  workspaceId: WorkspaceId,
  channelId: string,
  { cursor, since }: { cursor: string | null; since: Date },
): ReturnType<ChatAdapter['fetchThread']> {
  const after = cursor && isSnowflake(cursor) ? cursor : null;
  const page = await saidAfter(parts.api, channelId, after ?? String(BigInt(snowflakeAt(since)) - 1n));
  const channel = await parts.channels.findIn(nativeId(workspaceId), channelId);
  const last = page.length < PAGE ? null : (page.at(-1) ?? null);
  const communities = parts.communities.all();
  return {
    said: (await saidIn(parts, workspaceId, channel, page)).map((said) => ({ ...said, communities })),
    from: after ? timeOf(after) : since,
    until: last && timeOf(last.id),
    next: last?.id ?? null,
    afterMs: 0,
    problem: null,
  };
}

/** In a forum it stands in the thread itself, and comes with what was said there. */
function rootOf(
  api: Api,
  { channelId, messageId }: { channelId: string; messageId: string },
): Promise<APIMessage | null> {
  return api
    .get<APIMessage>({
      route: Routes.channelMessage(channelId, messageId),
      needs: ['READ_MESSAGE_HISTORY'],
      where: `channel ${channelId}`,
    })
    .catch(goneIsNull);
}

/** The next ones, oldest first. Many a case's thread was never begun. */
async function saidAfter(api: Api, threadId: string, after: string): Promise<APIMessage[]> {
  const page = await api
    .get<APIMessage[]>({
      route: Routes.channelMessages(threadId),
      query: { limit: PAGE, after },
      needs: ['READ_MESSAGE_HISTORY'],
      where: `thread ${threadId}`,
    })
    .catch(goneIsNull);
  return (page ?? []).toReversed();
}

async function saidIn(
  { reader }: Parts,
  workspaceId: WorkspaceId,
  channel: KnownChannel,
  messages: readonly APIMessage[],
): Promise<Said[]> {
  const written = messages.filter((one) => isWritten(one) && one.type !== MessageType.ThreadStarterMessage);
  const sources = await Promise.all(
    written.map((message) => reader.source(message, { workspaceId, channel })),
  );
  return sources.map((source) => {
    const { edited_timestamp: editedAt } = source.message;
    const answers = answeredBy(source.message);
    return {
      snapshot: toSnapshot(source),
      editedAt: editedAt ? new Date(editedAt) : null,
      ...(answers !== undefined && { answers }),
    };
  });
}

function goneIsNull(error: unknown): null {
  if (error instanceof TargetGone) return null;
  throw error;
}
