import {
  ChannelType,
  type APIChannel,
  type APIRole,
  type GatewayGuildCreateDispatchData,
  type GatewayGuildRoleUpdateDispatchData,
  type GatewayMessageCreateDispatchData,
  type GatewayMessageDeleteBulkDispatchData,
  type GatewayMessageDeleteDispatchData,
  type GatewayMessageReactionAddDispatchData,
  type GatewayMessageUpdateDispatchData,
  type GatewayReadyDispatchData,
} from 'discord.js';
import type { ChatEvent } from '../../chat/event.ts';
import type { Channels } from './channels.ts';
import { fromDeletion, fromEdit, fromMessage, fromReaction, type Scene } from './events.ts';
import type { RawInteraction } from './invocation.ts';
import type { MessageReader } from './message-reader.ts';
import { createRoleEvents } from './role-events.ts';
import type { Servers } from './servers.ts';

/** Edits remembered, so that a preview unfolding later is not taken for another edit. */
const EDITS_REMEMBERED = 2_000;

export interface Placed {
  channel_id: string;
  guild_id?: string | undefined;
}

/** Makes events of something once it is known where it happened. */
export type ToEvents = (scene: Scene) => Promise<(ChatEvent | null)[]> | (ChatEvent | null)[];

interface Parts {
  /** Who we are; empty as long as nobody has told us. */
  self: { id: string };
  channels: Channels;
  reader: MessageReader;
  servers: Servers;
  deliver: (place: Placed, toEvents: ToEvents) => Promise<boolean>;
  answer: (interaction: RawInteraction) => Promise<boolean>;
  rolesChanged: (guildId: string, people: readonly string[] | null) => Promise<boolean>;
}

/** Resolves when the event has been dealt with: false when it has to come once more. */
type Handle = (data: never) => Promise<boolean> | void;

/** What is done about each event of the gateway, by its name. Others are of no interest. */
export function createDispatch(parts: Parts): Record<string, Handle> {
  const { self } = parts;
  return {
    READY: (data: GatewayReadyDispatchData) => {
      self.id = data.user.id;
      parts.servers.expect(data.guilds.map(({ id }) => id));
    },
    INTERACTION_CREATE: parts.answer,
    ...aboutServers(parts),
    ...aboutMessages(parts),
  };
}

function aboutServers({ channels, servers, rolesChanged }: Parts): Record<string, Handle> {
  const aboutRoles = createRoleEvents(rolesChanged);
  const learn = (data: APIChannel) => void channels.learn(data);
  const forget = ({ id }: { id: string }) => channels.forget(id);
  const learnRole = ({ role }: { role: APIRole }) => channels.learnRole(role.id, role.name);
  return {
    GUILD_CREATE: (data: GatewayGuildCreateDispatchData) => servers.arrived(data),
    GUILD_DELETE: ({ id, unavailable }: { id: string; unavailable?: boolean }) => {
      // An outage is not a farewell: the server arrives again.
      if (unavailable !== true) servers.left(id);
    },
    GUILD_ROLE_CREATE: learnRole,
    ...aboutRoles,
    GUILD_ROLE_UPDATE: (data: GatewayGuildRoleUpdateDispatchData) => {
      learnRole(data);
      return aboutRoles.GUILD_ROLE_UPDATE(data);
    },
    CHANNEL_CREATE: learn,
    CHANNEL_UPDATE: learn,
    CHANNEL_DELETE: forget,
    THREAD_CREATE: learn,
    THREAD_UPDATE: learn,
    THREAD_DELETE: forget,
    THREAD_LIST_SYNC: ({ threads, guild_id }: { threads: APIChannel[]; guild_id: string }) => {
      for (const thread of threads) channels.learn(thread, guild_id);
    },
  };
}

function aboutMessages({ self, channels, reader, deliver }: Parts): Record<string, Handle> {
  const edits = new Map<string, string>();
  const reaction =
    (kind: 'reaction_added' | 'reaction_removed') => (data: GatewayMessageReactionAddDispatchData) => {
      if (data.user_id !== self.id) return deliver(data, (scene) => [fromReaction(kind, data, scene)]);
    };
  const deletion = (data: GatewayMessageDeleteDispatchData | GatewayMessageDeleteBulkDispatchData) =>
    deliver(data, (scene) => fromDeletion(data, scene));
  return {
    MESSAGE_REACTION_ADD: reaction('reaction_added'),
    MESSAGE_REACTION_REMOVE: reaction('reaction_removed'),
    MESSAGE_CREATE: (data: GatewayMessageCreateDispatchData) => {
      if (data.author.id === self.id) return undefined;
      if (data.guild_id === undefined) {
        channels.learn({ id: data.channel_id, type: ChannelType.DM, recipients: [data.author] });
      }
      return deliver(data, async (scene) => [fromMessage(await reader.source(data, scene), scene)]);
    },
    MESSAGE_UPDATE: (data: GatewayMessageUpdateDispatchData) => {
      if (data.author?.id === self.id || !isNewEdit(edits, data)) return undefined;
      return deliver(data, async (scene) => [
        fromEdit(data, scene, (await reader.source(data, scene)).names),
      ]);
    },
    MESSAGE_DELETE: deletion,
    MESSAGE_DELETE_BULK: deletion,
  };
}

function isNewEdit(edits: Map<string, string>, data: GatewayMessageUpdateDispatchData): boolean {
  const { id, content, edited_timestamp: editedAt } = data;
  if (typeof content !== 'string' || !editedAt || edits.get(id) === editedAt) return false;
  edits.set(id, editedAt);
  const [oldest] = edits.keys();
  if (edits.size > EDITS_REMEMBERED && oldest !== undefined) edits.delete(oldest);
  return true;
}
