import { Routes, type APIEmoji } from 'discord.js';
import type { ChatAdapter } from '../../chat/adapter.ts';
import { nativeId } from '../../chat/ref.ts';
import { PlatformRefused } from '../../errors.ts';
import type { Api } from './api.ts';
import { CODE, discordCode } from './errors.ts';
import { inOpenThread } from './threads.ts';

/** Adds or takes away our own reaction. */
export function createReact(api: Api): ChatAdapter['react'] {
  return async ({ workspaceId, channelId, messageId }, emoji, present) => {
    const change = async (name: string): Promise<void> => {
      const call = {
        route: Routes.channelMessageOwnReaction(channelId, messageId, encodeURIComponent(name)),
        needs: ['ADD_REACTIONS', 'READ_MESSAGE_HISTORY'],
        where: `channel ${channelId}`,
      };
      await inOpenThread(api, channelId, () => (present ? api.put(call) : api.delete(call)));
    };
    const name = await nameInRoute(api, nativeId(workspaceId), emoji);
    try {
      await change(name);
    } catch (error) {
      if (discordCode(error) !== CODE.unknownEmoji) throw error;
      // Not there is what was wanted. Some characters Discord knows only with a variation selector.
      if (present) await change(`${name}\uFE0F`);
    }
  };
}

/** A custom emoji is written `name:id`. @throws {PlatformRefused} when the server has none of that name */
async function nameInRoute(api: Api, guildId: string, emoji: string): Promise<string> {
  const [, custom] = /^:(.+):$/.exec(emoji) ?? [];
  if (!custom) return emoji;
  const all = await api.get<APIEmoji[]>({ route: Routes.guildEmojis(guildId), where: `server ${guildId}` });
  const found = all.find(({ name }) => name === custom);
  if (!found?.id) throw new PlatformRefused('Discord', ({ says }) => says.reasons.noEmoji(emoji), null);
  return `${custom}:${found.id}`;
}
