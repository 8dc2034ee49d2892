import { filePath } from './cdn.ts';
import type { Json, StoredMessage } from './types.ts';
import { emojiWire, memberWire, threadWire, timestamp, userWire } from './wire.ts';
import type { World } from './world.ts';

/** Who reads: their address of the server, and whether the app may read what others write. */
export interface Reader {
  host: string;
  readsContent: boolean;
}

/** Flag of a message from which a thread hangs. */
const HAS_THREAD = 1 << 5;

/** A message as REST gives it; events add the server and the member. https://docs.discord.com/developers/resources/message#message-object */
export function messageWire(world: World, message: StoredMessage, reader: Reader): Json {
  const shown = reader.readsContent || isExempt(world, message);
  const thread = world.threadOf(message.id);
  const referenced = message.reference && world.messages.get(message.reference.message);
  return {
    id: message.id,
    channel_id: message.channel,
    type: message.type,
    author: userWire(world, message.author),
    content: shown ? message.content : '',
    timestamp: timestamp(message.at),
    edited_timestamp: message.editedAt && timestamp(message.editedAt),
    tts: false,
    mention_everyone: message.mentionEveryone,
    mentions: message.mentions.map((id) => userWire(world, id)),
    mention_roles: message.mentionRoles,
    attachments: shown ? attachmentsWire(world, message, reader.host) : [],
    embeds: shown ? embedsWire(world, message, `http://${reader.host}`) : [],
    components: shown ? message.components : [],
    flags: message.flags | (thread ? HAS_THREAD : 0),
    pinned: false,
    ...(message.reactions.length > 0 ? { reactions: reactionsWire(world, message) } : {}),
    ...(thread ? { thread: threadWire(world, thread) } : {}),
    ...(message.author === world.seed.bot.id ? { application_id: world.seed.bot.appId } : {}),
    ...(message.interaction ? interactionWire(world, message) : {}),
    ...(message.reference ? { message_reference: referenceWire(world, message.reference) } : {}),
    // Null says that it was deleted.
    ...(message.type === 19 || message.type === 21
      ? {
          referenced_message: referenced
            ? messageWire(world, { ...referenced, reference: null, type: 0 }, reader)
            : null,
        }
      : {}),
  };
}

/** What MESSAGE_CREATE and MESSAGE_UPDATE add. https://docs.discord.com/developers/events/gateway-events#message-create */
export function messageEventWire(world: World, message: StoredMessage, reader: Reader): Json {
  const wire = messageWire(world, message, reader);
  // Only here, since no document promises it elsewhere; discord.js needs it to know a direct message for one.
  if (world.channel(message.channel)?.type === 1) return { ...wire, channel_type: 1 };
  const mentions = message.mentions.map((id) => ({ ...userWire(world, id), member: memberWire(world, id) }));
  return {
    ...wire,
    mentions,
    guild_id: world.seed.id,
    member: memberWire(world, message.author),
  };
}

/** Own messages, direct messages and mentions are shown even without the intent. https://docs.discord.com/developers/events/gateway#message-content-intent */
function isExempt(world: World, message: StoredMessage): boolean {
  const bot = world.seed.bot.id;
  return (
    message.author === bot || message.mentions.includes(bot) || world.channel(message.channel)?.type === 1
  );
}

/** The name of the file an embed shows as its image; null for none. */
function shownFile(embed: Json): string | null {
  const { image } = embed;
  const url = typeof image === 'object' && image !== null && 'url' in image ? image.url : null;
  return typeof url === 'string' && url.startsWith('attachment://')
    ? url.slice('attachment://'.length)
    : null;
}

/** What stands below a message as a file. What an embed shows is in the embed alone. */
export function attachedTo({ attachments, embeds }: StoredMessage): StoredMessage['attachments'] {
  const inEmbeds = embeds.map(shownFile);
  return attachments.filter(({ name }) => !inEmbeds.includes(name));
}

/** Embeds with the addresses of the files they show. @param origin in front of the path; may be empty */
export function embedsWire(
  world: World,
  { channel, attachments, embeds }: StoredMessage,
  origin: string,
): Json[] {
  return embeds.map((embed) => {
    const name = shownFile(embed);
    const file = attachments.find((each) => each.name === name);
    if (!file) return embed;
    const url = origin + filePath(world, channel, file);
    return {
      ...embed,
      image: { url, proxy_url: url, ...(file.description && { description: file.description }) },
    };
  });
}

function attachmentsWire(world: World, message: StoredMessage, host: string): Json[] {
  return attachedTo(message).map((file) => {
    const url = `http://${host}${filePath(world, message.channel, file)}`;
    return {
      id: file.id,
      filename: file.name,
      size: file.size,
      content_type: file.mime,
      url,
      proxy_url: url,
      ...(file.description === null ? {} : { description: file.description }),
      ...(message.ephemeralFor ? { ephemeral: true } : {}),
    };
  });
}

function reactionsWire(world: World, message: StoredMessage): Json[] {
  return message.reactions.map(({ emoji, people }) => ({
    emoji: emojiWire(emoji),
    count: people.length,
    count_details: { burst: 0, normal: people.length },
    burst_colors: [],
    me: people.includes(world.seed.bot.id),
    me_burst: false,
    burst_me: false,
  }));
}

function interactionWire(world: World, { interaction }: StoredMessage): Json {
  const { id, type, person, name } = interaction!;
  const user = userWire(world, person);
  const owners = { '0': world.seed.id };
  return {
    webhook_id: world.seed.bot.appId,
    interaction_metadata: { id, type, user, authorizing_integration_owners: owners },
    ...(name === null ? {} : { interaction: { id, type, name, user } }),
  };
}

function referenceWire(world: World, reference: NonNullable<StoredMessage['reference']>): Json {
  const inGuild = world.channel(reference.channel)?.type !== 1;
  return {
    type: 0,
    channel_id: reference.channel,
    message_id: reference.message,
    ...(inGuild ? { guild_id: world.seed.id } : {}),
  };
}
