import { setTimeout as after } from 'node:timers/promises';
import {
  Client,
  Events,
  GatewayIntentBits,
  SimpleIdentifyThrottler,
  SimpleShardingStrategy,
  WebSocketShardStatus,
  type ClientOptions,
} from 'discord.js';
import type { Log } from '../../log.ts';
import type { IdentifyBudget } from './identify-budget.ts';
import { restOptions } from './rest.ts';

/** MessageContent must also be switched on in the Developer Portal. DirectMessages: answers to what we write to people. */
const INTENTS = [
  GatewayIntentBits.Guilds,
  GatewayIntentBits.GuildMessages,
  GatewayIntentBits.GuildMessageReactions,
  GatewayIntentBits.MessageContent,
  GatewayIntentBits.DirectMessages,
];

/** How long a connection being made at the end is waited for (ms), and how often it is looked at (ms). */
const SETTLE_WITHIN_MS = 3_000;
const LOOK_EVERY_MS = 50;

/** One event of the gateway, as Discord sent it. */
export interface Packet {
  t: string;
  d: unknown;
}

export interface GatewayOptions {
  token: string;
  apiUrl: string;
  log: Log;
  onPacket: (packet: Packet) => void;
  /** Whether the app may hear of members, without which Discord does not tell when somebody's roles change. */
  mayHearOfMembers?: () => Promise<boolean>;
}

export interface GatewayClient {
  /** Resolves when all shards are connected. */
  login: () => Promise<unknown>;
  /** Called with the close code when it will not connect again. */
  onEnd: (listener: (code: number) => void) => void;
  destroy: () => Promise<void>;
}

type Sockets = Parameters<NonNullable<NonNullable<ClientOptions['ws']>['buildStrategy']>>[0];

/**
 * The client of discord.js, which holds the connection and resumes it. Every event is taken from its raw stream: its typed events
 * drop reactions and messages in threads and direct messages it has not cached, whatever the partials (measured with 14.28.1),
 * and its own handling of an odd packet can throw where nobody can catch. So all but READY is kept from it.
 * @param onState told of every connection made and lost
 */
export function createGatewayClient(
  { token, apiUrl, log, onPacket }: GatewayOptions,
  budget: IdentifyBudget,
  onState: (state: 'lost' | null) => void,
  hearsOfMembers = false,
): GatewayClient {
  let closing = false;
  const { client, sockets } = createClient(apiUrl, budget, hearsOfMembers);
  const shards = new Set<number>();
  const isUp = () => shards.size >= (client.options.shardCount ?? 1);

  client.on(Events.Raw, (packet: Packet, shardId: number) => {
    const { t, d } = packet;
    // An unknown name makes the client do nothing with it.
    if (t !== 'READY') packet.t = `TAKEN_${t}`;
    if (closing) return;
    if (t === 'READY' || t === 'RESUMED') shards.add(shardId);
    if (isUp()) onState(null);
    onPacket({ t, d });
  });
  client.on(Events.ShardReconnecting, (shardId) => {
    shards.delete(shardId);
    if (!closing) onState('lost');
  });
  client.on(Events.ShardError, (error) => log.warn({ err: error }, 'the connection to Discord failed'));
  client.on(Events.Error, (error) => log.error({ err: error }, 'the Discord client failed'));

  return {
    login: () => client.login(token),
    onEnd: (listener) => void client.on(Events.ShardDisconnect, ({ code }) => listener(code)),
    destroy: async () => {
      closing = true;
      const held = sockets();
      if (!held || (await standsStill(held))) await client.destroy();
    },
  };
}

/**
 * Ends all attempts to connect: `destroy` alone does not reach a shard that is between two of them, and one that is about to
 * connect would fail where nobody listens. Every attempt begins by asking for the session.
 * @returns whether it may be destroyed; otherwise the attempt under way is the last
 */
async function standsStill(sockets: Sockets): Promise<boolean> {
  sockets.options.retrieveSessionInfo = () => new Promise(() => undefined);
  for (let waitedMs = 0; waitedMs < SETTLE_WITHIN_MS; waitedMs += LOOK_EVERY_MS) {
    const statuses = await sockets.fetchStatus();
    if (statuses.every((status) => status !== WebSocketShardStatus.Connecting)) return true;
    await after(LOOK_EVERY_MS);
  }
  return false;
}

function createClient(
  apiUrl: string,
  budget: IdentifyBudget,
  hearsOfMembers: boolean,
): { client: Client; sockets: () => Sockets | null } {
  let sockets: Sockets | null = null;
  const client = new Client({
    intents: hearsOfMembers ? [...INTENTS, GatewayIntentBits.GuildMembers] : INTENTS,
    allowedMentions: { parse: [], repliedUser: false },
    shards: 'auto',
    // Servers are taken from the raw stream; the client itself has nothing to wait for.
    waitGuildTimeout: 0,
    rest: restOptions(apiUrl),
    ws: {
      buildStrategy: (manager) => {
        sockets = manager;
        return new SimpleShardingStrategy(manager);
      },
      buildIdentifyThrottler: (manager) => identifyWithin(budget, manager),
    },
  });
  return { client, sockets: () => sockets };
}

/** Discord's pace, and our share of the day. */
async function identifyWithin(budget: IdentifyBudget, manager: Sockets) {
  const { session_start_limit: limit } = await manager.fetchGatewayInformation();
  const pace = new SimpleIdentifyThrottler(limit.max_concurrency || 1);
  return {
    waitForIdentify: async (shardId: number, signal: AbortSignal) => {
      await budget.take(limit.total, signal);
      await pace.waitForIdentify(shardId, signal);
    },
  };
}
