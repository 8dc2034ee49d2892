import { randomBytes } from 'node:crypto';
import type { WebSocket } from 'ws';
import type { Json } from './types.ts';

/** How many events a session keeps for a client that resumes. */
const REPLAY_MAX = 2_000;
/** How many sessions without a socket are kept. */
const DETACHED_MAX = 32;

/** Kinds of gateway payloads. https://docs.discord.com/developers/topics/opcodes-and-status-codes#gateway */
export const OP = {
  dispatch: 0,
  heartbeat: 1,
  identify: 2,
  presence: 3,
  voice: 4,
  resume: 6,
  reconnect: 7,
  members: 8,
  invalidSession: 9,
  hello: 10,
  heartbeatAck: 11,
} as const;

/** One login of the app: it outlives its socket, not the process. */
export interface Session {
  readonly id: string;
  readonly intents: number;
  /** The part of the events it gets. */
  readonly shard: number;
  readonly count: number;
  readonly host: string;
  /** Sends an event now, or keeps it for a resume. */
  dispatch(name: string, data: Json): void;
  /** @returns false when events after `seq` are no longer known. */
  resume(socket: WebSocket, seq: number): boolean;
  detach(socket: WebSocket): void;
  socket(): WebSocket | null;
}

type About = Pick<Session, 'intents' | 'host' | 'shard' | 'count'>;

/** The sessions of a running server. */
export interface Sessions {
  open(socket: WebSocket, about: About): Session;
  find(id: string): Session | undefined;
  end(session: Session): void;
  all(): Session[];
}

export function createSessions(): Sessions {
  const sessions = new Map<string, Session>();
  return {
    open(socket, about) {
      const session = openSession(socket, about);
      sessions.set(session.id, session);
      const detached = [...sessions.values()].filter((one) => one.socket() === null);
      for (const old of detached.slice(0, -DETACHED_MAX)) sessions.delete(old.id);
      return session;
    },
    find: (id) => sessions.get(id),
    end: (session) => sessions.delete(session.id),
    all: () => [...sessions.values()],
  };
}

function openSession(first: WebSocket, about: About): Session {
  const sent: { s: number; frame: string }[] = [];
  let seq = 0;
  let socket: WebSocket | null = first;

  return {
    id: randomBytes(16).toString('hex'),
    ...about,
    dispatch(name, data) {
      seq += 1;
      const frame = JSON.stringify({ op: OP.dispatch, t: name, s: seq, d: data });
      sent.push({ s: seq, frame });
      if (sent.length > REPLAY_MAX) sent.shift();
      socket?.send(frame);
    },
    resume(next, after) {
      if (after > seq || (sent[0] !== undefined && after < sent[0].s - 1)) return false;
      socket?.close(4000);
      socket = next;
      for (const { s, frame } of sent) if (s > after) next.send(frame);
      return true;
    },
    detach(gone) {
      if (socket === gone) socket = null;
    },
    socket: () => socket,
  };
}
