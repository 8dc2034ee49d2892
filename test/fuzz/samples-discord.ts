import { discordSeed } from '../../sandbox/seed.ts';

const GUILD = discordSeed.id;
const [member, , moderator] = discordSeed.people.map(({ id }) => id);
const CHANNEL = discordSeed.channels[1]!.id;

const user = (id: string | undefined) => ({
  id,
  username: 'kasper',
  global_name: 'Kasper',
  discriminator: '0',
  avatar: null,
});

const message = {
  id: '1500000000000000001',
  channel_id: CHANNEL,
  guild_id: GUILD,
  content: 'It broke <@1> <#2> <:flag:3> https://example.com',
  author: user(member),
  member: { roles: [], nick: null },
  timestamp: '2026-11-22T10:00:00Z',
  edited_timestamp: null,
  mentions: [user(moderator)],
  mention_roles: [],
  attachments: [
    { id: '9', filename: 'a.png', size: 3, url: 'https://cdn.discordapp.com/a', content_type: 'image/png' },
  ],
  embeds: [],
  type: 0,
  flags: 0,
};

const asked = (fields: object) => ({
  t: 'INTERACTION_CREATE',
  d: {
    id: '1500000000000000100',
    application_id: discordSeed.bot.appId,
    token: 'interaction-token',
    version: 1,
    guild_id: GUILD,
    channel_id: CHANNEL,
    channel: { id: CHANNEL, type: 0, guild_id: GUILD },
    member: { user: user(moderator), roles: [], nick: null, permissions: '0' },
    locale: 'en-US',
    entitlements: [],
    authorizing_integration_owners: {},
    ...fields,
  },
});

/** Everything the gateway sends that we listen to. */
export const discordPackets = [
  {
    t: 'READY',
    d: { v: 10, user: user(discordSeed.bot.id), guilds: [{ id: GUILD, unavailable: true }], session_id: 's' },
  },
  {
    t: 'GUILD_CREATE',
    d: {
      id: GUILD,
      name: 'Lantern Quest',
      channels: [{ id: CHANNEL, type: 0, name: 'open', permission_overwrites: [] }],
      threads: [{ id: '5', type: 11, name: 't', parent_id: CHANNEL }],
      roles: [{ id: '6', name: 'mods', permissions: '0' }],
      members: [],
    },
  },
  { t: 'GUILD_DELETE', d: { id: GUILD, unavailable: true } },
  { t: 'THREAD_CREATE', d: { id: '5', type: 11, name: 't', parent_id: CHANNEL, guild_id: GUILD } },
  {
    t: 'THREAD_LIST_SYNC',
    d: { guild_id: GUILD, threads: [{ id: '5', type: 11, name: 't', parent_id: CHANNEL }] },
  },
  { t: 'GUILD_ROLE_CREATE', d: { guild_id: GUILD, role: { id: '6', name: 'mods' } } },
  { t: 'CHANNEL_UPDATE', d: { id: CHANNEL, type: 0, name: 'open', guild_id: GUILD } },
  {
    t: 'MESSAGE_REACTION_ADD',
    d: {
      user_id: moderator,
      channel_id: CHANNEL,
      message_id: message.id,
      guild_id: GUILD,
      emoji: { id: null, name: '🚩' },
    },
  },
  {
    t: 'MESSAGE_REACTION_REMOVE',
    d: {
      user_id: moderator,
      channel_id: CHANNEL,
      message_id: message.id,
      guild_id: GUILD,
      emoji: { id: '3', name: 'flag' },
    },
  },
  { t: 'MESSAGE_CREATE', d: message },
  {
    t: 'MESSAGE_CREATE',
    d: {
      ...message,
      channel_id: '1500000000000000050',
      guild_id: undefined,
      type: 19,
      message_reference: { type: 0, message_id: '1500000000000000049', channel_id: '1500000000000000050' },
    },
  },
  { t: 'MESSAGE_UPDATE', d: { ...message, content: 'It works', edited_timestamp: '2026-11-22T10:05:00Z' } },
  { t: 'MESSAGE_DELETE', d: { id: message.id, channel_id: CHANNEL, guild_id: GUILD } },
  { t: 'MESSAGE_DELETE_BULK', d: { ids: [message.id, '2'], channel_id: CHANNEL, guild_id: GUILD } },
  asked({
    type: 2,
    data: {
      id: '7',
      name: 'feedback',
      type: 1,
      options: [{ name: 'claim', type: 1, options: [{ name: 'case', type: 3, value: 'FB-1' }] }],
    },
  }),
  asked({
    type: 2,
    data: {
      id: '8',
      name: 'Flag as feedback',
      type: 3,
      target_id: message.id,
      resolved: { messages: { [message.id]: message } },
    },
  }),
  asked({ type: 3, message, data: { component_type: 2, custom_id: 'claim?case=FB-1' } }),
  asked({
    type: 3,
    message,
    data: { component_type: 3, custom_id: 'route?case=FB-1&department=', values: ['qa'] },
  }),
  asked({
    type: 4,
    data: {
      id: '7',
      name: 'feedback',
      type: 1,
      options: [{ name: 'claim', type: 1, options: [{ name: 'case', type: 3, value: 'F', focused: true }] }],
    },
  }),
  asked({
    type: 5,
    data: {
      custom_id: 'note?case=FB-1',
      components: [{ type: 18, component: { type: 4, custom_id: 'text', value: 'they called' } }],
    },
  }),
  { t: 'SOMETHING_NEW', d: { of: ['another', 'kind'] } },
];
