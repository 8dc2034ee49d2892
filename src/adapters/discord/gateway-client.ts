import { setTimeout as after } from 'node:timers/promises';
import {
  CloseCodes,
  WebSocketManager,
  WebSocketShardEvents,
  WebSocketShardStatus,
  type SessionInfo,
} from '@discordjs/ws';
import { GatewayCloseCodes, GatewayIntentBits, REST } from 'discord.js';
import type { Shard, ShardSession } from '../../chat/shards.ts';
import type { Log } from '../../log.ts';
import type { GatewayInfo } from './gateway-info.ts';
import { restOptions } from './rest.ts';

/** MessageContent must also be switched on in the Developer Portal. DirectMessages: answers to what we write to people. */
const INTENTS =
  GatewayIntentBits.Guilds |
  GatewayIntentBits.GuildMessages |
  GatewayIntentBits.GuildMessageReactions |
  GatewayIntentBits.MessageContent |
  GatewayIntentBits.DirectMessages;

/** After these the library connects no more. https://docs.discord.com/developers/topics/opcodes-and-status-codes#gateway-gateway-close-event-codes */
const FOR_GOOD = new Set<number>([
  GatewayCloseCodes.AuthenticationFailed,
  GatewayCloseCodes.InvalidShard,
  GatewayCloseCodes.ShardingRequired,
  GatewayCloseCodes.InvalidAPIVersion,
  GatewayCloseCodes.InvalidIntents,
  GatewayCloseCodes.DisallowedIntents,
]);

/** How long a connection being made at the end is waited for (ms), and how often it is looked at (ms). */
const SETTLE_WITHIN_MS = 3_000;
const LOOK_EVERY_MS = 50;

/** One event of the gateway, as Discord sent it, with its number within the session. */
export interface Packet {
  t: string;
  d: unknown;
  s: number;
}

export interface GatewayOptions {
  token: string;
  apiUrl: string;
  log: Log;
  gateway: GatewayInfo;
  /** Resolves when the shard may begin a new session. */
  identifyTurn: (shard: number, signal: AbortSignal) => Promise<void>;
  /** Whether the app may hear of members, without which Discord does not tell when somebody's roles change. */
  mayHearOfMembers?: () => Promise<boolean>;
}

/** What is told of one shard's connection. */
export interface GatewayEvents {
  onPacket: (packet: Packet) => void;
  /** A session has begun, or goes on. */
  onUp: (session: { sessionId: string; resumeUrl: string }, isResumed: boolean) => void;
  onLost: () => void;
  /** Called with the close code when it will not connect again. */
  onEnd: (code: number) => void;
  /** Resolves when it may connect again after it was lost. */
  mayConnect: () => Promise<void>;
}

export interface GatewayClient {
  /** Resolves when it is connected. */
  connect: () => Promise<void>;
  /** The session stays, so that it can be gone on with. */
  destroy: () => Promise<void>;
}

/** Where the gateway is was asked before, once for all shards. */
class Sockets extends WebSocketManager {
  private readonly gateway: GatewayInfo;

  constructor(options: ConstructorParameters<typeof WebSocketManager>[0], gateway: GatewayInfo) {
    super(options);
    this.gateway = gateway;
  }

  override fetchGatewayInformation() {
    return this.gateway.ask();
  }
}

/**
 * The sockets of discord.js for one shard, which hold the connection and resume it. Its client stays away: its typed events drop
 * reactions and messages in threads and direct messages it has not cached, whatever the partials (measured with 14.28.1), and its own
 * handling of an odd packet can throw where nobody can catch.
 * @param from where whoever held the shard before has got to
 */
export function createGatewayClient(
  options: GatewayOptions & { hearsOfMembers: boolean },
  { count, shard }: Shard,
  from: ShardSession | null,
  events: GatewayEvents,
): GatewayClient {
  const held = createHeldSession(from, { count, shard }, events.mayConnect);
  const closing = new AbortController();
  const sockets = new Sockets(
    {
      token: options.token,
      intents: INTENTS | (options.hearsOfMembers ? GatewayIntentBits.GuildMembers : 0),
      rest: new REST(restOptions(options.apiUrl)),
      shardCount: count,
      shardIds: [shard],
      retrieveSessionInfo: held.read,
      updateSessionInfo: held.write,
      buildIdentifyThrottler: () => ({
        waitForIdentify: (id, signal) => options.identifyTurn(id, AbortSignal.any([signal, closing.signal])),
      }),
    },
    options.gateway,
  );
  tell(sockets, held, events, options.log);

  return {
    connect: () => sockets.connect(),
    destroy: async () => {
      held.close();
      closing.abort();
      if (await standsStill(sockets)) await sockets.destroy({ code: CloseCodes.Resuming });
    },
  };
}

/** What happens to the sockets, in our words. */
function tell(sockets: Sockets, held: HeldSession, events: GatewayEvents, log: Log): void {
  const up = (isResumed: boolean) => {
    const session = held.now();
    if (session) events.onUp({ sessionId: session.sessionId, resumeUrl: session.resumeURL }, isResumed);
  };
  sockets.on(WebSocketShardEvents.Dispatch, ({ data }) =>
    events.onPacket({ t: data.t, d: data.d, s: data.s }),
  );
  sockets.on(WebSocketShardEvents.Ready, () => up(false));
  sockets.on(WebSocketShardEvents.Resumed, () => up(true));
  sockets.on(WebSocketShardEvents.Hello, held.connected);
  sockets.on(WebSocketShardEvents.Closed, ({ code }) => {
    held.lost();
    if (FOR_GOOD.has(code)) events.onEnd(code);
    else events.onLost();
  });
  sockets.on(WebSocketShardEvents.Error, ({ error, shardId }) =>
    log.warn({ err: error, shard: shardId }, 'the connection to Discord failed'),
  );
}

type HeldSession = ReturnType<typeof createHeldSession>;

/** Ends all attempts to connect: `destroy` alone does not reach a shard that is between two of them. */
const never = () => new Promise<null>(() => undefined);

/** The session as the sockets want it kept. Every attempt to connect begins by asking for it. */
function createHeldSession(
  from: ShardSession | null,
  { count, shard }: Shard,
  mayConnect: () => Promise<void>,
) {
  let session: SessionInfo | null = from && {
    sessionId: from.sessionId,
    sequence: from.sequence,
    resumeURL: from.resumeUrl,
    shardCount: count,
    shardId: shard,
  };
  let state: 'up' | 'lost' | 'closed' = 'up';
  return {
    now: () => session,
    read: (): SessionInfo | null | Promise<SessionInfo | null> => {
      if (state === 'up') return session;
      return state === 'closed' ? never() : mayConnect().then(() => (state === 'closed' ? never() : session));
    },
    write: (_shard: number, info: SessionInfo | null) => {
      if (state !== 'closed') session = info;
    },
    connected: () => {
      if (state === 'lost') state = 'up';
    },
    lost: () => {
      if (state === 'up') state = 'lost';
    },
    close: () => {
      state = 'closed';
    },
  };
}

/**
 * One that is about to connect would fail where nobody listens.
 * @returns whether it may be destroyed; otherwise the attempt under way is the last
 */
async function standsStill(sockets: WebSocketManager): Promise<boolean> {
  for (let waitedMs = 0; waitedMs < SETTLE_WITHIN_MS; waitedMs += LOOK_EVERY_MS) {
    const statuses = await sockets.fetchStatus();
    if (statuses.every((status) => status !== WebSocketShardStatus.Connecting)) return true;
    await after(LOOK_EVERY_MS);
  }
  return false;
}
