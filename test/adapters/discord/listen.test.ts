import { describe, expect, it } from '@jest/globals';
import { pino } from 'pino';
import { createApi } from '../../../src/adapters/discord/api.ts';
import { createChannels } from '../../../src/adapters/discord/channels.ts';
import { createCommunities } from '../../../src/adapters/discord/communities.ts';
import { createLinks } from '../../../src/adapters/discord/link.ts';
import { createListener } from '../../../src/adapters/discord/listen.ts';
import { createMessageReader } from '../../../src/adapters/discord/message-reader.ts';
import { recordInbound } from '../contract/scene.ts';

const NOWHERE = 'http://127.0.0.1:1/discord/api';
const EVENTS = [
  'READY',
  'GUILD_CREATE',
  'GUILD_DELETE',
  'CHANNEL_CREATE',
  'THREAD_LIST_SYNC',
  'GUILD_ROLE_CREATE',
  'MESSAGE_CREATE',
  'MESSAGE_UPDATE',
  'MESSAGE_DELETE',
  'MESSAGE_REACTION_ADD',
  'INTERACTION_CREATE',
  'SOMETHING_NEW',
];

function listener() {
  const lines: string[] = [];
  const log = pino({ level: 'warn' }, { write: (line: string) => void lines.push(line) });
  const api = createApi('token', NOWHERE);
  const channels = createChannels(api);
  const communities = createCommunities(api, undefined);
  const links = createLinks(NOWHERE);
  const inbound = recordInbound();
  const reader = createMessageReader({ channels, communities, links, log, self: api.self });
  const listening = createListener({ api, channels, communities, links, inbound, commands: [], log }, reader);
  return { listening, inbound, lines, channels };
}

describe('what could not be stored after all tries', () => {
  it('is looked for, once that can be asked for', async () => {
    const { listening, inbound, channels } = listener();
    channels.learn({ id: '20', type: 0, name: 'open' }, '1');
    const { onGap } = inbound;
    let isAway = true;
    inbound.onEvent = () => Promise.reject(new Error('no database'));
    inbound.onGap = (workspaceId) => (isAway ? Promise.reject(new Error('no database')) : onGap(workspaceId));
    void listening.take({
      t: 'MESSAGE_REACTION_ADD',
      d: { message_id: '5', channel_id: '20', guild_id: '1', user_id: '7', emoji: { id: null, name: '🚩' } },
    });
    isAway = false;
    await inbound.until(() => inbound.gaps.length === 1);
    expect(inbound.gaps).toEqual(['discord:1']);
    await listening.stop();
  }, 20_000);

  it('has no shape that could be stored, and is left out at once', async () => {
    const { listening, inbound, lines, channels } = listener();
    channels.learn({ id: '20', type: 0, name: 'open' }, '1');
    const place = { channel_id: '20', guild_id: '1' };
    for (const d of [
      { ...place, user_id: 7, message_id: '5', emoji: { id: null, name: '🚩' } },
      { ...place, user_id: '7', emoji: { id: null, name: '🚩' } },
      { ...place, user_id: '7', message_id: '5', emoji: null },
    ])
      void listening.take({ t: 'MESSAGE_REACTION_ADD', d });
    await listening.stop();
    expect(inbound.events).toEqual([]);
    expect(lines.join()).toContain('unknown shape');
  });
});

describe('what the gateway sends', () => {
  it.each(EVENTS)('ends nothing when %s is not as documented', async (t) => {
    const { listening, inbound } = listener();
    for (const d of [null, undefined, {}, [], 'text', { id: 1, guild_id: null }])
      void listening.take({ t, d });
    await listening.stop();
    expect(inbound.events).toEqual([]);
  });

  it('is told to the operator without its contents when it cannot be stored', async () => {
    const { listening, inbound, lines, channels } = listener();
    channels.learn({ id: '20', type: 0, name: 'open' }, '1');
    inbound.onEvent = () => Promise.reject(new Error('no database'));
    const author = { id: '7', username: 'kasper', global_name: null, discriminator: '0', avatar: null };
    void listening.take({
      t: 'MESSAGE_CREATE',
      d: {
        id: '5',
        channel_id: '20',
        guild_id: '1',
        content: 'a secret',
        author,
        timestamp: '2026-11-22T10:00:00Z',
        mentions: [],
        attachments: [],
        embeds: [],
        type: 0,
      },
    });
    await listening.stop();

    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain('could not be stored');
    expect(lines[0]).not.toContain('a secret');
  });

  it('is left alone after the end', async () => {
    const { listening, inbound, channels } = listener();
    channels.learn({ id: '20', type: 0, name: 'open' }, '1');
    await listening.stop();
    void listening.take({ t: 'MESSAGE_DELETE', d: { id: '5', channel_id: '20', guild_id: '1' } });
    await listening.stop();
    expect(inbound.events).toEqual([]);
  });
});
