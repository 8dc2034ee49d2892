import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import fc from 'fast-check';
import { pino } from 'pino';
import { discordSeed } from '../../../sandbox/seed.ts';
import { createApi } from '../../../src/adapters/discord/api.ts';
import { createChannels } from '../../../src/adapters/discord/channels.ts';
import { createCommunities } from '../../../src/adapters/discord/communities.ts';
import { createLinks } from '../../../src/adapters/discord/link.ts';
import { createListener } from '../../../src/adapters/discord/listen.ts';
import { createMessageReader } from '../../../src/adapters/discord/message-reader.ts';
import type { ChatEvent } from '../../../src/chat/event.ts';
import { commands } from '../../../src/commands/index.ts';
import { openDoor, type Door } from '../door.ts';
import { mutated } from '../inputs.ts';
import { discordPackets } from '../samples-discord.ts';

/** What Discord answers to whatever is asked, in turn. */
const ANSWERS: [status: number, body: string][] = [
  [404, '{"message":"Unknown Channel","code":10003}'],
  [200, '{}'],
  [403, '{"message":"Missing Access","code":50001}'],
  [200, '[]'],
  [200, 'null'],
  [400, '<html>'],
];

async function oddDiscord(): Promise<{ apiUrl: string; close(): void }> {
  let asked = 0;
  const server = createServer((request, response) => {
    request.resume();
    const [status, body] = ANSWERS[asked % ANSWERS.length]!;
    asked += 1;
    response.writeHead(status, { 'content-type': 'application/json' }).end(body);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    apiUrl: `http://127.0.0.1:${port}/discord/api`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** Discord's gateway into the adapter: what it sends may be of any shape, and the next packet must still be understood. */
export const discordPacketsDoor: Door = {
  name: 'discord-packets',
  async open() {
    const log = pino({ level: 'silent' });
    const { apiUrl, close } = await oddDiscord();
    const listen = () => {
      const api = createApi('token', apiUrl);
      const channels = createChannels(api);
      const communities = createCommunities(api, undefined);
      const links = createLinks(apiUrl);
      const events: ChatEvent[] = [];
      const inbound = {
        onEvent: (event: ChatEvent) => Promise.resolve(void events.push(event)),
        onCommand: () => Promise.resolve({ type: 'silent' as const }),
        onComplete: () => Promise.resolve([]),
        onGap: () => Promise.resolve(),
        onTakenOver: () => Promise.resolve(),
        onHome: () => Promise.resolve(),
        onRoles: () => Promise.resolve(),
      };
      const reader = createMessageReader({ channels, communities, links, log, self: api.self });
      return {
        events,
        ...createListener({ api, channels, communities, links, inbound, commands, log }, reader),
      };
    };
    let listening = listen();
    return openDoor({
      // What stands around `d` is discord.js' own.
      inputs: fc
        .constantFrom(...discordPackets)
        .chain(({ t, d }) => fc.record({ t: fc.constant(t), d: mutated([d]) })),
      knock: async (packet) => void (await listening.take(packet)),
      async stillWorks() {
        await listening.stop();
        listening = listen();
        for (const packet of discordPackets) void listening.take(packet);
        await listening.stop();
        const flags = listening.events.filter(({ kind }) => kind === 'reaction_added');
        if (flags.length !== 1 || !flags[0]!.workspaceId.endsWith(discordSeed.id))
          throw new Error(`of one flag ${flags.length} arrived`);
      },
      async close() {
        await listening.stop();
        close();
      },
    });
  },
};
