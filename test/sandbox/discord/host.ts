import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Client, type ClientOptions, Events, GatewayIntentBits, Partials, REST } from 'discord.js';
import { createDiscordSandbox, type DiscordSandbox } from '../../../sandbox/discord/index.ts';
import { type Journal, openJournal } from '../../../sandbox/journal.ts';
import { DISCORD_TOKEN, discordSeed } from '../../../sandbox/seed.ts';

export const KASPER = '1100000000000000101';
export const INES = '1100000000000000102';
export const NORA = '1100000000000000103';
export const CLAIRE = '1100000000000000107';
export const BOT = discordSeed.bot.id;
export const GUILD = discordSeed.id;
export const GENERAL = '1100000000000000201';
export const FEEDBACK = '1100000000000000202';
export const TRIAGE = '1100000000000000203';
export const NO_BOTS = '1100000000000000207';
export const FORUM = '1100000000000000208';

export const INTENTS = [
  GatewayIntentBits.Guilds,
  GatewayIntentBits.GuildMessages,
  GatewayIntentBits.GuildMessageReactions,
  GatewayIntentBits.MessageContent,
  GatewayIntentBits.DirectMessages,
  GatewayIntentBits.DirectMessageReactions,
];

/** A sandbox behind a server of its own, and the clients that were opened on it. */
export interface Host {
  sandbox: DiscordSandbox;
  /** Such as `http://127.0.0.1:41234`. */
  url: string;
  rest: REST;
  /** Logs in and waits until the client is ready. */
  login(options?: Partial<ClientOptions>): Promise<Client>;
  close(): Promise<void>;
}

/** @param now the sandbox's clock, where a test moves it. */
export async function openHost({
  journal = openJournal(null),
  now,
}: { journal?: Journal; now?: () => Date } = {}): Promise<Host> {
  const sandbox = createDiscordSandbox({ journal, seed: discordSeed, ...(now ? { now } : {}) });
  const server = createServer((request, response) => {
    sandbox.handle(request, response).then(
      (handled) => handled || response.writeHead(404).end(),
      () => response.destroy(),
    );
  });
  server.on('upgrade', (request, socket, head) => {
    if (!sandbox.upgrade(request, socket, head)) socket.destroy();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const clients: Client[] = [];

  return {
    sandbox,
    url,
    rest: new REST({ api: `${url}/discord/api`, version: '10' }).setToken(DISCORD_TOKEN),
    async login(options = {}) {
      const client = new Client({
        intents: INTENTS,
        partials: [Partials.Message, Partials.Channel, Partials.Reaction, Partials.User],
        rest: { api: `${url}/discord/api`, version: '10' },
        ...options,
      });
      clients.push(client);
      const ready = next(client, Events.ClientReady);
      await client.login(DISCORD_TOKEN);
      await ready;
      return client;
    },
    async close() {
      await Promise.all(clients.map((client) => client.destroy()));
      await sandbox.close();
      await stop(server);
    },
  };
}

/** The next event of this name. */
export function next(client: Client, event: string): Promise<unknown[]> {
  return new Promise((resolve) => {
    client.once(event, (...args: unknown[]) => resolve(args));
  });
}

/** The code of the refusal a call meets. */
export async function refusal(
  call: Promise<unknown>,
): Promise<{ code: unknown; status: unknown; errors: unknown }> {
  const error = await call.then(
    () => ({}),
    (reason: unknown) => reason,
  );
  const { code, status, rawError } = error as {
    code?: unknown;
    status?: unknown;
    rawError?: { errors?: unknown };
  };
  return { code, status, errors: rawError?.errors };
}

function stop(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
