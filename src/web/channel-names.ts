import { isLead, type Standing } from '../cases/access.ts';
import type { ChatAdapter } from '../chat/adapter.ts';
import type { WorkspaceId } from '../chat/ref.ts';
import type { WorkspacePolicy } from '../policy/schema.ts';
import type { Texts } from '../texts/index.ts';

/** How long a name holds (ms): what hangs on it is asked each time. */
const NAME_MS = 60 * 60_000;
/** So many are asked for at a time; the rest are shown as ids. */
const ASKED_FOR = 20;
const REMEMBERED = 5_000;

/**
 * What channels are called, for one person: a private one that they cannot read is not named to them, unless they are a lead.
 * An id nobody can tell the name of stays as it is.
 */
export type ChannelNames = (
  channelIds: readonly string[],
  reader: { userId: string; standing: Standing; workspace: WorkspacePolicy; texts: Texts },
) => Promise<(channelId: string) => string>;

export function createChannelNames(
  chat: (workspaceId: WorkspaceId) => ChatAdapter,
  now: () => Date,
): ChannelNames {
  const known = new Map<string, { name: string; isPrivate: boolean; at: number }>();
  const infoOf = async (workspaceId: WorkspaceId, channelId: string) => {
    const key = `${workspaceId} ${channelId}`;
    const recalled = known.get(key);
    if (recalled && now().getTime() - recalled.at < NAME_MS) return recalled;
    const { name, isPrivate } = await chat(workspaceId).fetchChannel(workspaceId, channelId);
    const info = { name, isPrivate, at: now().getTime() };
    known.set(key, info);
    const [oldest] = known.keys();
    if (known.size > REMEMBERED && oldest !== undefined) known.delete(oldest);
    return info;
  };
  return async (channelIds, { workspace, standing, userId, texts }) => {
    const maySay = (channelId: string, isPrivate: boolean) =>
      !isPrivate || isLead(standing) || chat(workspace.id).canSee(workspace.id, channelId, userId);
    const names = new Map<string, string>();
    // A platform that does not answer costs the names, not the page.
    await Promise.allSettled(
      channelIds.slice(0, ASKED_FOR).map(async (channelId) => {
        const { name, isPrivate } = await infoOf(workspace.id, channelId);
        const isNamed = await maySay(channelId, isPrivate);
        names.set(channelId, isNamed ? `#${name}` : texts.figures.barometer.privateChannel);
      }),
    );
    return (channelId) => names.get(channelId) ?? channelId;
  };
}
