import { describe, expect, it } from '@jest/globals';
import { ChannelType, OverwriteType, PermissionFlagsBits } from 'discord.js';
import type { Api, Call } from '../../../src/adapters/discord/api.ts';
import { createSight } from '../../../src/adapters/discord/sight.ts';
import { PermissionMissing, TargetGone } from '../../../src/errors.ts';

const GUILD = '1';
const VIEW = String(PermissionFlagsBits.ViewChannel);
const deny = { id: GUILD, type: OverwriteType.Role, allow: '0', deny: VIEW };
const forRole = { id: '30', type: OverwriteType.Role, allow: VIEW, deny: '0' };

/** What Discord has: an open channel 10, one for role 30 alone 11, and private threads in both. */
const ROUTES: Record<string, unknown> = {
  '/guilds/1': { owner_id: '99' },
  '/guilds/1/roles': [
    { id: GUILD, permissions: VIEW },
    { id: '30', permissions: '0' },
    { id: '31', permissions: String(PermissionFlagsBits.Administrator) },
  ],
  '/guilds/1/channels': [
    { id: '10', type: ChannelType.GuildText },
    { id: '11', type: ChannelType.GuildText, permission_overwrites: [deny, forRole] },
  ],
  '/channels/20': { id: '20', type: ChannelType.PublicThread, parent_id: '11', guild_id: GUILD },
  '/channels/21': { id: '21', type: ChannelType.PrivateThread, parent_id: '10', guild_id: GUILD },
  '/channels/22': { id: '22', type: ChannelType.PublicThread, parent_id: '777', guild_id: '2' },
  '/channels/23': { id: '23', type: ChannelType.DM, recipients: [] },
  '/channels/21/thread-members/50': { user_id: '50' },
};
const ROLES: Record<string, string[]> = { '50': [], '51': ['30'], '52': ['31'], '99': [] };

const api = {
  recent: async ({ route }: Call) => {
    if (route === '/channels/24') throw new PermissionMissing('Discord', 'VIEW_CHANNEL', null);
    if (!(route in ROUTES)) throw new TargetGone('Discord', 'unknown', null);
    return ROUTES[route];
  },
} as unknown as Api;
const member = async (_guild: string, userId: string) =>
  userId in ROLES ? ({ roles: ROLES[userId] } as never) : null;
const { canSee } = createSight({ api, communities: { member } as never });
const sees = (channelId: string, userId: string) => canSee(`discord:${GUILD}`, channelId, userId);

describe('who sees a channel on Discord', () => {
  it.each([
    ['anybody', '50', '10', true],
    ['anybody', '50', '11', false],
    ['whoever has the role', '51', '11', true],
    ['an administrator', '52', '11', true],
    ['the owner', '99', '11', true],
    ['a stranger', '60', '10', false],
    ['whoever has the role', '51', '20', true],
    ['anybody', '50', '20', false],
    ['somebody in a private thread', '50', '21', true],
    ['somebody not in it', '51', '21', false],
    ['anybody, of another server', '50', '22', false],
    ['anybody, of a direct message', '50', '23', false],
    ['anybody, of a thread the bot cannot see', '50', '24', false],
    ['anybody, of what does not exist', '50', '12', false],
  ])('%s (%s) in %s: %p', async (_who, userId, channelId, expected) => {
    expect(await sees(channelId, userId)).toBe(expected);
  });
});
