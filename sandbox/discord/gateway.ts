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
import { tellReady } from './ready.ts';
import type { Sharding } from './sharding.ts';
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
  guilds: readonly { world: World }[],
  parts: Omit<Serving, 'guilds' | 'host'>,
): Gateway {
  const { faults, sessions } = parts;
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
        serve(client, { ...parts, guilds, host });
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
  /** The servers the app is in; the first is there before anybody connects. */
  guilds: readonly { world: World }[];
  faults: Faults;
  sessions: Sessions;
  sharding: Sharding;
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
        session = identify(socket, data, serving, send);
        return undefined;
      case OP.resume:
        if (session) return socket.close(CLOSE.alreadyAuthenticated);
        session = resume(socket, data, serving, send);
        return undefined;
      case OP.members:
        return session ? sendMembers(session, data, serving.guilds) : socket.close(CLOSE.notAuthenticated);
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

function identify(
  socket: WebSocket,
  data: Json,
  serving: Serving,
  send: (op: number, d: unknown) => void,
): Session | null {
  const { guilds, faults, sessions, sharding, host } = serving;
  const refusal = refusalOf(data, faults);
  const admitted = refusal ?? sharding.admit(data['shard']);
  if (typeof admitted === 'number') socket.close(admitted);
  else if (admitted === 'too many') send(OP.invalidSession, false);
  if (typeof admitted !== 'object') return null;
  const session = sessions.open(socket, { ...admitted, intents: data['intents'] as number, host });
  tellReady(session, guilds, faults, `ws://${host}${GATEWAY_PATH}`);
  serving.changed();
  return session;
}

/** @returns the code to close with; null when the app may begin a session */
function refusalOf(data: Json, faults: Faults): number | null {
  const intents = data['intents'];
  if (data['token'] !== DISCORD_TOKEN) return CLOSE.authenticationFailed;
  if (faults.turnedAway() !== null) return faults.turnedAway();
  if (typeof intents !== 'number' || (intents & ~KNOWN_INTENTS) !== 0) return CLOSE.invalidIntents;
  return (intents & notEnabled(faults)) !== 0 ? CLOSE.disallowedIntents : null;
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
