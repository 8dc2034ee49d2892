import { describe, expect, it } from '@jest/globals';
import { MessageType, type APIMessage } from 'discord.js';
import type { KnownChannel } from '../../../src/adapters/discord/channels.ts';
import { fromDeletion, fromEdit, fromMessage, fromReaction } from '../../../src/adapters/discord/events.ts';
import { createLinks } from '../../../src/adapters/discord/link.ts';

const workspaceId = 'discord:1';
const now = new Date('2026-11-22T10:00:00Z');
const links = createLinks('https://discord.com/api');
const names = {
  channel: (id: string) => (id === '200' ? 'general' : null),
  role: (id: string) => (id === '300' ? 'Mods' : null),
};
const OPEN: KnownChannel = { id: '20', type: 0, guildId: '1', parentId: '9', name: 'open', personId: null };
const THREAD: KnownChannel = {
  id: '21',
  type: 11,
  guildId: '1',
  parentId: '20',
  name: 'thread',
  personId: null,
};

/** As the gateway sends it, cut down to what matters. */
const recorded = (change: object = {}) =>
  ({
    id: '500',
    channel_id: '20',
    guild_id: '1',
    type: 0,
    content: 'It is broken',
    timestamp: '2026-11-22T09:59:59.123000+00:00',
    edited_timestamp: null,
    author: { id: '7', username: 'kasper', global_name: 'Kasper', discriminator: '0', avatar: null },
    member: { nick: 'Kasper Lind', roles: ['300'] },
    mentions: [],
    mention_roles: [],
    attachments: [],
    embeds: [],
    components: [],
    ...change,
  }) as unknown as APIMessage;

describe('events of Discord', () => {
  it('become a message with the name used in the server and a link', () => {
    const attachments = [
      { id: '1', filename: 'a\u0000.png', size: 3, url: 'https://cdn.discordapp.com/a.png' },
    ];
    expect(
      fromMessage({ message: recorded({ attachments }), channel: OPEN, workspaceId, names, links }, { now }),
    ).toEqual({
      kind: 'message_posted',
      workspaceId,
      eventId: null,
      at: new Date('2026-11-22T09:59:59.123Z'),
      channelId: '20',
      messageId: '500',
      parentChannelId: null,
      isDirect: false,
      message: {
        ref: { workspaceId, channelId: '20', messageId: '500' },
        author: { userId: '7', name: 'Kasper Lind', isBot: false },
        text: 'It is broken',
        postedAt: new Date('2026-11-22T09:59:59.123Z'),
        permalink: 'https://discord.com/channels/1/20/500',
        files: [
          {
            fileId: '1',
            name: 'a.png',
            mime: 'application/octet-stream',
            size: 3,
            url: 'https://cdn.discordapp.com/a.png',
          },
        ],
      },
    });
  });

  it('name the message they answer, and of a direct message all communities it may be about', () => {
    const at = (change: object) =>
      fromMessage(
        { message: recorded(change), channel: OPEN, workspaceId, names, links },
        { now, communities: [workspaceId, 'discord:2'] },
      );
    const reference = { message_reference: { message_id: '499', channel_id: '20' } };
    expect(at({ ...reference, type: MessageType.Reply })).toMatchObject({
      answers: '499',
      communities: [workspaceId, 'discord:2'],
    });
    // A forwarded message.
    expect(at(reference)).not.toHaveProperty('answers');
  });

  it('name the root and the parent of a message in a thread or forum', () => {
    const event = fromMessage(
      { message: recorded({ channel_id: '21' }), channel: THREAD, workspaceId, names, links },
      { now },
    );
    expect(event).toMatchObject({
      channelId: '21',
      parentChannelId: '20',
      message: { threadRoot: { channelId: '20', messageId: '21' } },
    });
  });

  it.each([6, 7, 8, 18, 21])('leave out notices of the server (type %i)', (type) => {
    expect(
      fromMessage({ message: recorded({ type }), channel: OPEN, workspaceId, names, links }, { now }),
    ).toBeNull();
  });

  it('tell bots and webhooks from people', () => {
    const isBot = (change: object) => {
      const event = fromMessage(
        { message: recorded(change), channel: OPEN, workspaceId, names, links },
        { now },
      );
      return event?.kind === 'message_posted' && event.message.author.isBot;
    };
    expect([
      isBot({}),
      isBot({ webhook_id: '1' }),
      isBot({ author: { ...recorded().author, bot: true } }),
    ]).toEqual([false, true, true]);
  });

  it('are edits only when a person changed the words', () => {
    const scene = { workspaceId, channel: THREAD, now };
    const edit = (change: object) => fromEdit(recorded(change), scene, names);
    expect(edit({ embeds: [{ title: 'a preview' }] })).toBeNull();
    expect(edit({ edited_timestamp: '2026-11-22T10:00:00Z', content: undefined })).toBeNull();
    expect(edit({ edited_timestamp: '2026-11-22T10:00:00Z', content: 'better <@9>' })).toEqual({
      kind: 'message_edited',
      workspaceId,
      eventId: null,
      at: new Date('2026-11-22T10:00:00Z'),
      channelId: '21',
      messageId: '500',
      parentChannelId: '20',
      text: 'better @member',
      threadRoot: { channelId: '20', messageId: '21' },
    });
  });

  it('are one deletion for each message, also when many go at once', () => {
    const scene = { workspaceId, channel: OPEN, now };
    expect(
      fromDeletion({ ids: ['1', '2'], channel_id: '20', guild_id: '1' }, scene).map(
        ({ messageId }) => messageId,
      ),
    ).toEqual(['1', '2']);
    expect(fromDeletion({ id: '3', channel_id: '20' }, scene)).toEqual([
      {
        kind: 'message_deleted',
        workspaceId,
        eventId: null,
        at: now,
        channelId: '20',
        messageId: '3',
        parentChannelId: null,
      },
    ]);
  });

  it('are reactions by character or by name', () => {
    const data = {
      user_id: '7',
      channel_id: '21',
      message_id: '500',
      guild_id: '1',
      emoji: { id: null, name: '👍🏽' },
      message_author_id: '8',
      burst: false,
      burst_colors: [],
      type: 0,
    };
    expect(fromReaction('reaction_added', data, { workspaceId, channel: THREAD, now })).toMatchObject({
      kind: 'reaction_added',
      emoji: '👍',
      userId: '7',
      parentChannelId: '20',
    });
  });
});
