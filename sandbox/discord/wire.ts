import { basePermissions, botRoleId, overwrites, ownerId, PERMISSION, roles } from './permissions.ts';
import type { Channel, Emoji, Json, StoredChannel } from './types.ts';
import type { World } from './world.ts';

/** When everybody joined: nobody can ask for it to be true. */
const JOINED_AT = '2025-01-01T00:00:00.000000+00:00';

/** ISO 8601 as Discord writes it. */
export function timestamp(iso: string): string {
  return iso.replace(/\.(\d{3})Z$/, '.$1000+00:00');
}

/** `Inês Duarte` as a unique name: `ines.duarte`. */
export function userNameOf(displayName: string): string {
  return displayName
    .normalize('NFD')
    .replace(/[^\p{L}\p{N} ]/gu, '')
    .trim()
    .replace(/ +/g, '.')
    .toLowerCase();
}

/** https://docs.discord.com/developers/resources/user#user-object */
export function userWire(world: World, id: string): Json {
  const name = world.userName(id) ?? 'Deleted User';
  return {
    id,
    username: userNameOf(name),
    global_name: world.isBot(id) ? null : name,
    discriminator: world.isBot(id) ? '0001' : '0',
    avatar: null,
    avatar_decoration_data: null,
    collectibles: null,
    primary_guild: null,
    public_flags: 0,
    ...(world.isBot(id) ? { bot: true } : {}),
  };
}

/** A member without `user`, as it stands in a message. https://docs.discord.com/developers/resources/guild#guild-member-object */
export function memberWire(world: World, id: string): Json {
  const { seed } = world;
  const groups = world.isBot(id)
    ? [botRoleId(seed), ...seed.bot.groups]
    : seed.people.find((one) => one.id === id)?.groups;
  return {
    nick: null,
    avatar: null,
    banner: null,
    roles: groups ?? [],
    joined_at: JOINED_AT,
    premium_since: null,
    deaf: false,
    mute: false,
    flags: 0,
    pending: false,
    communication_disabled_until: null,
  };
}

/** A member with `user`. */
export function fullMemberWire(world: World, id: string): Json {
  return { ...memberWire(world, id), user: userWire(world, id) };
}

/** What `user` may do in a channel, as the decimal string of bits that interactions carry. */
export function permissionsIn(
  world: World,
  user: string,
  channel: Channel,
  missing: ReadonlySet<string>,
): bigint {
  if (channel.type === 1) return basePermissions(world.seed, user, missing);
  if (!world.canView(user, channel)) return 0n;
  const base = basePermissions(world.seed, user, missing);
  return (base & PERMISSION.VIEW_CHANNEL) === 0n ? 0n : base;
}

/** https://docs.discord.com/developers/resources/channel#channel-object */
export function channelWire(world: World, channel: Channel): Json {
  const last = world.messageIds(channel.id).at(-1) ?? null;
  if (channel.stored?.type === 11) return threadWire(world, channel.stored);
  if (channel.stored) {
    const others = channel.stored.people.filter((id) => !world.isBot(id));
    return {
      id: channel.id,
      type: 1,
      flags: 0,
      last_message_id: last,
      recipients: others.map((id) => userWire(world, id)),
    };
  }
  return {
    id: channel.id,
    type: channel.type,
    guild_id: world.seed.id,
    name: channel.name,
    position: world.seed.channels.findIndex(({ id }) => id === channel.id),
    parent_id: null,
    topic: null,
    nsfw: false,
    flags: 0,
    rate_limit_per_user: 0,
    last_message_id: last,
    permission_overwrites: overwrites(world.seed, channel),
    ...(channel.type === 15 && {
      available_tags: [],
      default_reaction_emoji: null,
      default_sort_order: null,
    }),
  };
}

/** https://docs.discord.com/developers/topics/threads */
export function threadWire(world: World, thread: StoredChannel): Json {
  const posts = world.messageIds(thread.id).filter((id) => world.messages.get(id)?.type !== 21);
  return {
    id: thread.id,
    type: 11,
    guild_id: world.seed.id,
    parent_id: thread.parent,
    owner_id: thread.owner,
    name: thread.name,
    flags: 0,
    rate_limit_per_user: 0,
    last_message_id: posts.at(-1) ?? null,
    message_count: posts.length,
    total_message_sent: posts.length,
    member_count: Math.min(thread.people.length, 50),
    thread_metadata: {
      archived: world.isArchived(thread),
      archive_timestamp: timestamp(thread.activeAt),
      auto_archive_duration: thread.autoArchiveMinutes,
      locked: thread.locked,
      create_timestamp: timestamp(thread.createdAt),
    },
  };
}

/** The app's membership of a thread, for lists and events that carry it. */
export function threadMemberWire(thread: StoredChannel, user: string): Json {
  return { id: thread.id, user_id: user, join_timestamp: timestamp(thread.createdAt), flags: 1 };
}

/** Active threads the app can see. */
export function activeThreads(world: World): StoredChannel[] {
  return world.channels.values().filter((thread) => {
    if (thread.type !== 11 || world.isArchived(thread)) return false;
    const channel = world.channel(thread.id);
    return channel !== null && world.canView(world.seed.bot.id, channel);
  });
}

/** https://docs.discord.com/developers/resources/guild#guild-object */
export function guildWire(world: World, missing: ReadonlySet<string>): Json {
  const { seed } = world;
  return {
    id: seed.id,
    name: seed.name,
    icon: null,
    splash: null,
    discovery_splash: null,
    banner: null,
    description: null,
    owner_id: ownerId(seed),
    roles: roles(seed, missing),
    emojis: world.emojis.values().map((emoji) => ({ ...emoji, available: true, animated: false, roles: [] })),
    stickers: [],
    features: [],
    afk_channel_id: null,
    afk_timeout: 300,
    application_id: null,
    default_message_notifications: 1,
    explicit_content_filter: 0,
    mfa_level: 0,
    nsfw_level: 0,
    preferred_locale: 'en-US',
    premium_tier: 0,
    premium_progress_bar_enabled: false,
    public_updates_channel_id: null,
    rules_channel_id: null,
    safety_alerts_channel_id: null,
    system_channel_flags: 0,
    system_channel_id: null,
    vanity_url_code: null,
    verification_level: 1,
  };
}

/** What GUILD_CREATE has more than the guild itself. Small servers list all members only to apps with their intent; else the app itself. */
export function guildCreateWire(world: World, missing: ReadonlySet<string>): Json {
  const { seed } = world;
  const channels = seed.channels.map(({ id }) => world.channel(id)!);
  const threads = activeThreads(world);
  return {
    ...guildWire(world, missing),
    joined_at: JOINED_AT,
    large: false,
    unavailable: false,
    member_count: seed.people.length + 1,
    members: [fullMemberWire(world, seed.bot.id)],
    channels: channels.map((channel) => channelWire(world, channel)),
    threads: threads.map((thread) => ({
      ...threadWire(world, thread),
      member: threadMemberWire(thread, seed.bot.id),
    })),
    presences: [],
    voice_states: [],
    stage_instances: [],
    guild_scheduled_events: [],
    soundboard_sounds: [],
  };
}

/** The emoji as reactions and events carry it. */
export function emojiWire(emoji: Emoji): Json {
  return { id: emoji.id, name: emoji.name, ...(emoji.id ? { animated: false } : {}) };
}
