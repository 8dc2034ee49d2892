import { setTimeout as after } from 'node:timers/promises';
import { Client, Events, GatewayIntentBits, SimpleIdentifyThrottler, type ClientOptions } from 'discord.js';
import type { Log } from '../../log.ts';
import { restOptions } from './api.ts';
import type { IdentifyBudget } from './identify-budget.ts';

/** MessageContent must also be switched on in the Developer Portal. DirectMessages: answers to what we write to people. */
const INTENTS = [
  GatewayIntentBits.Guilds,
  GatewayIntentBits.GuildMessages,
  GatewayIntentBits.GuildMessageReactions,
  GatewayIntentBits.MessageContent,
  GatewayIntentBits.DirectMessages,
];

/** Longer than the pause the client makes before it connects again (500 ms), during which it cannot be closed (ms). */
const PAUSE_MS = 700;

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
}

export interface GatewayClient {
  /** Resolves when all shards are connected. */
  login: () => Promise<unknown>;
  /** Called with the close code when it will not connect again. */
  onEnd: (listener: (code: number) => void) => void;
  destroy: () => Promise<void>;
}

type Throttled = Parameters<NonNullable<NonNullable<ClientOptions['ws']>['buildIdentifyThrottler']>>[0];

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
): GatewayClient {
  const closing = new AbortController();
  let sockets: Throttled | null = null;
  const client = createClient(apiUrl, (manager) => {
    sockets = manager;
    return identifyWithin(budget, manager, closing.signal);
  });
  const shards = new Set<number>();
  const isUp = () => shards.size >= (client.options.shardCount ?? 1);

  client.on(Events.Raw, (packet: Packet, shardId: number) => {
    const { t, d } = packet;
    // An unknown name makes the client do nothing with it.
    if (t !== 'READY') packet.t = `TAKEN_${t}`;
    if (closing.signal.aborted) return;
    if (t === 'READY' || t === 'RESUMED') shards.add(shardId);
    if (isUp()) onState(null);
    onPacket({ t, d });
  });
  client.on(Events.ShardReconnecting, (shardId) => {
    shards.delete(shardId);
    if (!closing.signal.aborted) onState('lost');
  });
  client.on(Events.ShardError, (error) => log.warn({ err: error }, 'the connection to Discord failed'));
  client.on(Events.Error, (error) => log.error({ err: error }, 'the Discord client failed'));

  return {
    login: () => client.login(token),
    onEnd: (listener) => void client.on(Events.ShardDisconnect, ({ code }) => listener(code)),
    destroy: async () => {
      const wasUp = isUp();
      closing.abort();
      await client.destroy();
      if (wasUp) return;
      // Between two attempts there is nothing to close, and the client would go on with the next.
      await after(PAUSE_MS);
      await sockets?.destroy({ code: 1000 });
    },
  };
}

function createClient(
  apiUrl: string,
  buildIdentifyThrottler: NonNullable<ClientOptions['ws']>['buildIdentifyThrottler'],
) {
  return new Client({
    intents: INTENTS,
    allowedMentions: { parse: [], repliedUser: false },
    shards: 'auto',
    // Servers are taken from the raw stream; the client itself has nothing to wait for.
    waitGuildTimeout: 0,
    rest: restOptions(apiUrl),
    ws: { ...(buildIdentifyThrottler && { buildIdentifyThrottler }) },
  });
}

/** Discord's pace, and our share of the day. */
async function identifyWithin(budget: IdentifyBudget, manager: Throttled, closing: AbortSignal) {
  const { session_start_limit: limit } = await manager.fetchGatewayInformation();
  const pace = new SimpleIdentifyThrottler(limit.max_concurrency || 1);
  return {
    waitForIdentify: async (shardId: number, signal: AbortSignal) => {
      // A login under way cannot be called off; this is its last step before there is a session.
      if (closing.aborted) await manager.destroy({ code: 1000 });
      await budget.take(limit.total, signal);
      await pace.waitForIdentify(shardId, signal);
    },
  };
}
