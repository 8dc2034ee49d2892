import { nativeId, type MessageRef, type WorkspaceId } from '../../chat/ref.ts';
import { parseUrl } from './address.ts';
import { DISCORD_API } from './api.ts';

const HOSTS = new Set([
  'discord.com',
  'ptb.discord.com',
  'canary.discord.com',
  'discordapp.com',
  'ptb.discordapp.com',
  'canary.discordapp.com',
]);

/** Links to messages, on Discord or next to the API of another server (`…/discord/api` → `…/discord/channels/…`). */
export interface Links {
  /** @param guildId null for a direct message */
  toMessage: (guildId: string | null, channelId: string, messageId: string) => string;
  parse: (workspaceId: WorkspaceId, link: string) => MessageRef | null;
}

export function createLinks(apiUrl: string): Links {
  const base = apiUrl === DISCORD_API ? 'https://discord.com' : apiUrl.replace(/\/api\/?$/, '');
  const own = new URL(base);

  return {
    toMessage: (guildId, channelId, messageId) =>
      `${base}/channels/${guildId ?? '@me'}/${channelId}/${messageId}`,
    parse: (workspaceId, link) => {
      const url = parseUrl(link.trim().replace(/^<(.*)>$/, '$1'));
      if (!url) return null;
      const foreign = !HOSTS.has(url.host) && url.host !== own.host;
      const path =
        url.host === own.host && url.pathname.startsWith(own.pathname)
          ? url.pathname.slice(own.pathname.length)
          : url.pathname;
      const [, guildId, channelId, messageId] =
        /^\/?channels\/(\d{1,20})\/(\d{1,20})\/(\d{1,20})\/?$/.exec(path) ?? [];
      if (foreign || guildId !== nativeId(workspaceId) || !channelId || !messageId) return null;
      return { workspaceId, channelId, messageId };
    },
  };
}
