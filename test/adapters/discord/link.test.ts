import { describe, expect, it } from '@jest/globals';
import { createLinks } from '../../../src/adapters/discord/link.ts';

const workspaceId = 'discord:1';
const links = createLinks('https://discord.com/api');

describe('links', () => {
  it.each([
    'https://discord.com/channels/1/20/500',
    'https://ptb.discord.com/channels/1/20/500',
    'https://canary.discord.com/channels/1/20/500/',
    ' <https://discordapp.com/channels/1/20/500> ',
  ])('%s leads to a message', (link) => {
    expect(links.parse(workspaceId, link)).toEqual({ workspaceId, channelId: '20', messageId: '500' });
  });

  it.each([
    'https://discord.com/channels/2/20/500',
    'https://discord.com/channels/@me/20/500',
    'https://discord.com/channels/1/20',
    'https://evil.example/channels/1/20/500',
    'https://discord.com.evil.example/channels/1/20/500',
    'https://discord.com/x/channels/1/20/500',
    'discord.com/channels/1/20/500',
  ])('%s does not', (link) => {
    expect(links.parse(workspaceId, link)).toBeNull();
  });

  it('stay next to the API of another server', () => {
    const local = createLinks('http://127.0.0.1:3000/discord/api');
    expect(local.toMessage('1', '20', '500')).toBe('http://127.0.0.1:3000/discord/channels/1/20/500');
    expect(local.parse(workspaceId, 'http://127.0.0.1:3000/discord/channels/1/20/500')).toMatchObject({
      messageId: '500',
    });
    expect(local.parse(workspaceId, 'https://discord.com/channels/1/20/500')).toMatchObject({
      messageId: '500',
    });
    expect(local.parse(workspaceId, 'http://127.0.0.1:3001/discord/channels/1/20/500')).toBeNull();
  });
});
