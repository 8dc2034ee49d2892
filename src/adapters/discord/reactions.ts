import {
  Routes,
  type APIEmoji,
  type APIMessage,
  type APIReaction,
  type APIThreadList,
  type APIUser,
} from 'discord.js';
import type { ChatAdapter, Flagged } from '../../chat/adapter.ts';
import { nativeId, type WorkspaceId } from '../../chat/ref.ts';
import { PermissionMissing, TargetGone } from '../../errors.ts';
import type { Api } from './api.ts';
import { isForum, type Channels } from './channels.ts';
import { CODE, discordCode, howToGrant } from './errors.ts';
import { fetchRoles, mayReadHistory, permissionsIn } from './permissions.ts';
import { fetchGuarded } from './reading.ts';
import { emojiName } from './text.ts';

/** Messages and people per page. */
const PAGE = 100;

/** Ordinary and super reactions are listed apart. https://docs.discord.com/developers/resources/message#get-reactions */
const KINDS = [
  { type: 0, count: 'normal' },
  { type: 1, count: 'burst' },
] as const;

interface Where {
  channelId: string;
  parentChannelId: string | null;
}

/** Who reacted, by message, emoji and count, as far as a scan has got. */
type Progress = Map<string, string[]>;

/**
 * Discord limits these calls tightly. What was found before a limit is kept for the next try, so that repeating gets further
 * each time instead of starting over.
 */
export function createReactionScan(api: Api, channels: Channels): ChatAdapter['fetchReactions'] {
  const unfinished = new Map<string, Progress>();

  return async (workspaceId, channelId, limit) => {
    const channel = await channels.findIn(nativeId(workspaceId), channelId);
    const progress: Progress = unfinished.get(channelId) ?? new Map<string, string[]>();
    unfinished.set(channelId, progress);
    const own: Where[] = isForum(channel) ? [] : [{ channelId, parentChannelId: null }];
    const found: Flagged[] = [];
    for (const place of [...own, ...(await activeThreads(api, channels, workspaceId, channelId))]) {
      found.push(...(await flaggedIn(api, place, limit, progress)));
    }
    unfinished.delete(channelId);
    return found;
  };
}

async function activeThreads(
  api: Api,
  channels: Channels,
  workspaceId: WorkspaceId,
  parentId: string,
): Promise<Where[]> {
  const guildId = nativeId(workspaceId);
  const { threads } = await api.get<APIThreadList>({
    route: Routes.guildActiveThreads(guildId),
    where: `server ${guildId}`,
  });
  return threads
    .map((thread) => channels.learn(thread, guildId))
    .filter((thread) => thread.parentId === parentId)
    .map(({ id }) => ({ channelId: id, parentChannelId: parentId }));
}

async function flaggedIn(api: Api, where: Where, limit: number, progress: Progress): Promise<Flagged[]> {
  const found: Flagged[] = [];
  for (const message of await newest(api, where.channelId, limit)) {
    for (const reaction of message.reactions ?? []) {
      const userIds = await usersOf(
        api,
        { channelId: where.channelId, messageId: message.id },
        reaction,
        progress,
      );
      if (userIds.length === 0) continue;
      found.push({ message: { ...where, messageId: message.id }, emoji: emojiName(reaction.emoji), userIds });
    }
  }
  return found;
}

async function newest(api: Api, channelId: string, limit: number): Promise<APIMessage[]> {
  const messages: APIMessage[] = [];
  while (messages.length < limit) {
    const last = messages.at(-1);
    const wanted = Math.min(PAGE, limit - messages.length);
    const page = await api.get<APIMessage[]>({
      route: Routes.channelMessages(channelId),
      query: { limit: wanted, ...(last && { before: last.id }) },
      needs: ['READ_MESSAGE_HISTORY'],
      where: `channel ${channelId}`,
    });
    if (page.length === 0 && messages.length === 0) await insistOnHistory(api, channelId);
    messages.push(...page);
    if (page.length < wanted) break;
  }
  return messages;
}

/** Without the permission Discord answers with an empty list instead of an error. */
async function insistOnHistory(api: Api, channelId: string): Promise<void> {
  const channel = await fetchGuarded(api, channelId);
  const { guild_id: guildId } = channel;
  if (!guildId || !('last_message_id' in channel) || !channel.last_message_id) return;
  const parentId = 'thread_metadata' in channel && 'parent_id' in channel ? channel.parent_id : null;
  const self = await api.self();
  const [guarded, roles, me] = await Promise.all([
    parentId ? fetchGuarded(api, parentId) : channel,
    fetchRoles(api, guildId),
    api.get<{ roles: string[] }>({ route: Routes.guildMember(guildId, self), where: `server ${guildId}` }),
  ]);
  if (mayReadHistory(permissionsIn(guarded, guildId, roles, { roles: me.roles, userId: self }))) return;
  throw new PermissionMissing('Discord', howToGrant(['READ_MESSAGE_HISTORY'], `channel ${channelId}`), null);
}

/** Everybody but ourselves who reacted so. */
async function usersOf(
  api: Api,
  { channelId, messageId }: { channelId: string; messageId: string },
  { emoji, count, me, count_details: details }: APIReaction,
  progress: Progress,
): Promise<string[]> {
  if (count === 1 && me) return [];
  const key = `${messageId} ${pathOf(emoji)} ${count}`;
  const before = progress.get(key);
  if (before) return before;

  const users = new Set<string>();
  for (const kind of KINDS) {
    if (details?.[kind.count] === 0) continue;
    const route = Routes.channelMessageReaction(channelId, messageId, encodeURIComponent(pathOf(emoji)));
    for (const id of await everybody(api, route, kind.type, channelId)) users.add(id);
  }
  users.delete(await api.self());
  progress.set(key, [...users]);
  return [...users];
}

async function everybody(api: Api, route: `/${string}`, type: number, channelId: string): Promise<string[]> {
  const ids: string[] = [];
  for (let after = '0'; ;) {
    const query = { limit: PAGE, type, after };
    const call = { route, query, needs: ['READ_MESSAGE_HISTORY'], where: `channel ${channelId}` };
    const page = await api.get<APIUser[]>(call).catch(goneIsNobody);
    ids.push(...page.map(({ id }) => id));
    const last = page.at(-1);
    if (!last || page.length < PAGE) return ids;
    after = last.id;
  }
}

/** The message, or the reaction, was taken away meanwhile. */
function goneIsNobody(error: unknown): APIUser[] {
  if (error instanceof TargetGone || discordCode(error) === CODE.unknownEmoji) return [];
  throw error;
}

/** An emoji as it stands in a route; of a deleted custom emoji any name will do. */
function pathOf({ id, name }: Pick<APIEmoji, 'id' | 'name'>): string {
  return id ? `${name ?? '_'}:${id}` : (name ?? '');
}
