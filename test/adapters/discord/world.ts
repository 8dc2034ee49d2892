import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createDiscordSandbox, type DiscordSandbox } from '../../../sandbox/discord/index.ts';
import { openJournal } from '../../../sandbox/journal.ts';
import { DISCORD_TOKEN, discordSeed } from '../../../sandbox/seed.ts';
import { createDiscordAdapter, type DiscordOptions } from '../../../src/adapters/discord/index.ts';
import type { ChatAdapter } from '../../../src/chat/adapter.ts';
import { createLog } from '../../../src/log.ts';
import type { AdapterWorld } from '../contract.ts';

export const GUILD = discordSeed.id;
export const PEOPLE = {
  member: '1100000000000000101',
  other: '1100000000000000102',
  moderator: '1100000000000000103',
};
export const CHANNELS = {
  open: '1100000000000000202',
  triage: '1100000000000000203',
  elsewhere: '1100000000000000207',
};

export interface DiscordWorld extends AdapterWorld {
  sandbox: DiscordSandbox;
  apiUrl: string;
  adapterWith: (options: Partial<DiscordOptions>) => ChatAdapter;
}

/** A Discord sandbox on a port of its own. */
export async function openDiscord(seed = discordSeed, guildCount = 1): Promise<DiscordWorld> {
  const sandbox = createDiscordSandbox({ journal: openJournal(null), seed, guildCount });
  const server = createServer((request, response) => void sandbox.handle(request, response));
  server.on('upgrade', (request, socket, head) => void sandbox.upgrade(request, socket, head));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const apiUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/discord/api`;
  const log = createLog(process.env['TEST_LOG'] ?? 'silent');
  const adapterWith = (options: Partial<DiscordOptions>) =>
    createDiscordAdapter({ token: DISCORD_TOKEN, apiUrl, workspaces: [GUILD], log, ...options });

  return {
    sandbox,
    apiUrl,
    workspaceId: `discord:${GUILD}`,
    adapterWith,
    makeAdapter: () => adapterWith({}),
    channels: CHANNELS,
    people: PEOPLE,
    group: '1100000000000000301',
    menuName: 'Flag as feedback',
    channelOfThread: (_channel, root) => root,
    ownSubmitWording: false,
    reactPermission: 'ADD_REACTIONS',
    picturePermission: 'ATTACH_FILES',
    close: async () => {
      await sandbox.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
