import type { APIMessage } from 'discord.js';
import { nativeId, workspaceIdOf, type WorkspaceId } from '../../chat/ref.ts';
import type { Log } from '../../log.ts';
import type { Channels, KnownChannel } from './channels.ts';
import { isDirect } from './channels.ts';
import type { Communities } from './communities.ts';
import type { Scene } from './events.ts';
import type { Links } from './link.ts';
import { isWritten, looksBlanked, type Source } from './snapshot.ts';
import { channelsIn } from './text.ts';

/** Channels a message names that are looked up at most; a message can name hundreds. */
const LOOKUPS = 5;

/** Finds out what is needed to read a message. */
export interface MessageReader {
  /** Where something happened; null when it is none of our servers' business. */
  scene: (guildId: string | null, channelId: string, now: Date) => Promise<Scene | null>;
  source: (message: APIMessage, at: { workspaceId: WorkspaceId; channel: KnownChannel }) => Promise<Source>;
}

interface Options {
  channels: Channels;
  communities: Communities;
  links: Links;
  log: Log;
  self: () => Promise<string>;
}

export function createMessageReader({ channels, communities, links, log, self }: Options): MessageReader {
  const names = { channel: (id: string) => channels.known(id)?.name ?? null, role: channels.roleName };
  let warned = false;

  /** Discord says nowhere that it leaves the words out. */
  async function noticeBlank(message: APIMessage, channel: KnownChannel): Promise<void> {
    if (warned || isDirect(channel) || !isWritten(message) || !looksBlanked(message)) return;
    if (message.author.id === (await self())) return;
    warned = true;
    log.warn(
      { server: channel.guildId },
      'Discord sends messages without their text. In the Developer Portal open your application → Bot → Privileged Gateway Intents, switch on "Message Content Intent" and restart.',
    );
  }

  return {
    scene: async (guildId, channelId, now) => {
      const channel = await channels.find(channelId, guildId === null);
      if (guildId !== null) return { workspaceId: workspaceIdOf('discord', guildId), channel, now };
      const workspaceId = channel.personId && (await communities.ofPerson(channel.personId));
      return workspaceId ? { workspaceId, channel, now, communities: communities.all() } : null;
    },
    source: async (message, { workspaceId, channel }) => {
      await noticeBlank(message, channel);
      const unknown = channelsIn(message)
        .filter((id) => !channels.known(id))
        .slice(0, LOOKUPS);
      // A channel nobody may name stays "#channel".
      await Promise.all(unknown.map((id) => channels.findIn(nativeId(workspaceId), id).catch(() => null)));
      return { message, channel, workspaceId, names, links };
    },
  };
}
