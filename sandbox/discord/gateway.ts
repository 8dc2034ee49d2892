import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import { DISCORD_TOKEN } from '../seed.ts';
import type { DisconnectReason } from '../platform.ts';
import { INTENT } from './events.ts';
import type { Faults } from './faults.ts';
import { sendMembers } from './members.ts';
import { OP, type Session, type Sessions } from './sessions.ts';
import type { Json } from './types.ts';
import { applicationWire } from './application-wire.ts';
import { guildCreateWire, userWire } from './wire.ts';
import type { World } from './world.ts';

/** Where sockets are opened, below the server's address. */
export const GATEWAY_PATH = '/discord/gateway';

/** What Discord asks for today (ms). */
const HEARTBEAT_MS = 41_250;
/** Every intent bit that means something. https://docs.discord.com/developers/events/gateway#list-of-intents */
const KNOWN_INTENTS = 0b11_0011_0001_1111_1111_1111_1111;
/** Privileged intents that are not switched on for the app. */
const notEnabled = (faults: Faults) =>
  INTENT.guildPresences | (faults.missingScopes().has('GUILD_MEMBERS') ? INTENT.guildMembers : 0);

/** Why the server closes a socket. https://docs.discord.com/developers/topics/opcodes-and-status-codes#gateway-gateway-close-event-codes */
const CLOSE = {
  unknownOpcode: 4001,
  decodeError: 4002,
  notAuthenticated: 4003,
  authenticationFailed: 4004,
  alreadyAuthenticated: 4005,
  invalidSeq: 4007,
  invalidIntents: 4013,
  disallowedIntents: 4014,
} as const;

export interface Gateway {
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  /** Ends connections as Discord does, by an opcode or a close code. Reasons of Slack's are ignored. */
  end(reason: DisconnectReason): void;
  /** Cuts every socket without a closing handshake, as a lost network does. */
  dropSockets(): void;
  connected(): boolean;
  close(): void;
}

/** The gateway's side of the WebSocket protocol, version 10 in JSON. */
export function createGateway(
  world: World,
  faults: Faults,
  sessions: Sessions,
  changed: () => void,
): Gateway {
  const server = new WebSocketServer({ noServer: true });
  const open = new Set<WebSocket>();

  return {
    upgrade(request, socket, head) {
      if (Date.now() < faults.socketsRefusedUntil()) {
        socket.destroy();
        return;
      }
      const host = request.headers.host ?? 'localhost';
      server.handleUpgrade(request, socket, head, (client) => {
        open.add(client);
        client.on('close', () => open.delete(client));
        serve(client, { world, faults, sessions, host, changed });
      });
    },
    dropSockets() {
      for (const client of open) client.terminate();
    },
    end(reason) {
      const say = (op: number, d: unknown) => {
        for (const client of open) client.send(JSON.stringify({ op, d, s: null, t: null }));
      };
      if (reason === 'reconnect') say(OP.reconnect, null);
      if (reason === 'invalid_session') {
        for (const session of sessions.all()) sessions.end(session);
        say(OP.invalidSession, false);
      }
      const code = faults.turnedAway();
      if (code !== null) for (const client of open) client.close(code);
    },
    connected: () => sessions.all().some((session) => session.socket() !== null),
    close() {
      for (const client of open) client.terminate();
      server.close();
    },
  };
}

interface Serving {
  world: World;
  faults: Faults;
  sessions: Sessions;
  host: string;
  changed: () => void;
}

function serve(socket: WebSocket, serving: Serving): void {
  let session: Session | null = null;
  const send = (op: number, d: unknown) => socket.send(JSON.stringify({ op, d, s: null, t: null }));

  socket.on('error', () => socket.terminate());
  socket.on('close', (code) => {
    session?.detach(socket);
    // https://docs.discord.com/developers/events/gateway#initiating-a-disconnect: these two end the session.
    if (session && (code === 1000 || code === 1001)) serving.sessions.end(session);
    serving.changed();
  });
  socket.on('message', (raw: Buffer) => {
    const payload = parse(raw);
    if (!payload) return socket.close(CLOSE.decodeError);
    const data = (payload['d'] ?? {}) as Json;
    switch (payload['op']) {
      case OP.heartbeat:
        return send(OP.heartbeatAck, null);
      case OP.identify:
        if (session) return socket.close(CLOSE.alreadyAuthenticated);
        session = identify(socket, data, serving);
        return undefined;
      case OP.resume:
        if (session) return socket.close(CLOSE.alreadyAuthenticated);
        session = resume(socket, data, serving, send);
        return undefined;
      case OP.members:
        return session ? sendMembers(session, data, serving.world) : socket.close(CLOSE.notAuthenticated);
      case OP.presence:
      case OP.voice:
        return session ? undefined : socket.close(CLOSE.notAuthenticated);
      default:
        return socket.close(CLOSE.unknownOpcode);
    }
  });
  send(OP.hello, { heartbeat_interval: HEARTBEAT_MS });
}

function parse(raw: Buffer): Json | null {
  try {
    const value = JSON.parse(raw.toString('utf8')) as unknown;
    return typeof value === 'object' && value !== null ? (value as Json) : null;
  } catch {
    return null;
  }
}

function identify(socket: WebSocket, data: Json, serving: Serving): Session | null {
  const { world, faults, sessions, host } = serving;
  const intents = data['intents'];
  const refusal =
    data['token'] !== DISCORD_TOKEN
      ? CLOSE.authenticationFailed
      : faults.turnedAway() !== null
        ? faults.turnedAway()
        : typeof intents !== 'number' || (intents & ~KNOWN_INTENTS) !== 0
          ? CLOSE.invalidIntents
          : (intents & notEnabled(faults)) !== 0
            ? CLOSE.disallowedIntents
            : null;
  if (refusal !== null) {
    socket.close(refusal);
    return null;
  }
  const session = sessions.open(socket, intents as number, host);
  session.dispatch('READY', {
    v: 10,
    user: {
      ...userWire(world, world.seed.bot.id),
      mfa_enabled: false,
      verified: true,
      email: null,
      flags: 0,
    },
    guilds: [{ id: world.seed.id, unavailable: true }],
    session_id: session.id,
    resume_gateway_url: `ws://${host}${GATEWAY_PATH}`,
    session_type: 'normal',
    private_channels: [],
    relationships: [],
    user_settings: {},
    ...(Array.isArray(data['shard']) ? { shard: data['shard'] as unknown } : {}),
    application: applicationWire(world, faults.missingScopes(), 'short'),
  });
  if ((session.intents & INTENT.guilds) !== 0) {
    session.dispatch('GUILD_CREATE', guildCreateWire(world, faults.missingScopes()));
  }
  serving.changed();
  return session;
}

function resume(
  socket: WebSocket,
  data: Json,
  { sessions, faults, changed }: Serving,
  send: (op: number, d: unknown) => void,
): Session | null {
  if (data['token'] !== DISCORD_TOKEN) {
    socket.close(CLOSE.authenticationFailed);
    return null;
  }
  const code = faults.turnedAway();
  if (code !== null) {
    socket.close(code);
    return null;
  }
  const session = sessions.find(String(data['session_id']));
  if (!session) {
    send(OP.invalidSession, false);
    return null;
  }
  if (typeof data['seq'] !== 'number' || !session.resume(socket, data['seq'])) {
    sessions.end(session);
    socket.close(CLOSE.invalidSeq);
    return null;
  }
  session.dispatch('RESUMED', {});
  changed();
  return session;
}
