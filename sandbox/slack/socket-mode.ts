import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import type { DisconnectReason } from '../platform.ts';
import type { Faults } from './faults.ts';
import type { Mint } from './mint.ts';
import type { Origin } from './origin.ts';
import type { Delivery, Outcome, Transport } from './outgoing.ts';
import type { Json, Timings } from './types.ts';

const SOCKET_PATH = '/slack/socket';
/** Most sockets of one app at a time. https://docs.slack.dev/apis/events-api/using-socket-mode */
const SOCKETS_MAX = 10;
/** How long the address of apps.connections.open can be used (ms). */
const TICKET_LIVES_MS = 30_000;

/** The app's WebSockets. A payload goes to one of them, in turn. */
export interface SocketMode extends Transport {
  /** A new WebSocket address on `host`, for one use. */
  ticket(host: string): string;
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): boolean;
  /** Cuts every socket, or with `politely` asks the app to come back, as Slack does every few hours. */
  drop(politely: boolean): void;
  /** Asks one socket to come back, or with `link_disabled` tells all that they can't. Other reasons are none of Slack's. */
  askAway(reason: DisconnectReason): void;
}

interface Listener {
  /** A socket is ready, or one has gone. */
  changed(): void;
  acknowledged(id: string): void;
}

export function createSocketMode(
  deps: { appId: string; mint: Mint; faults: Faults; timings: Timings; origin: Origin },
  listener: Listener,
): SocketMode {
  const { appId, mint, faults, timings, origin } = deps;
  const server = new WebSocketServer({ noServer: true });
  const tickets = new Map<string, number>();
  const pending = new Map<string, { socket: WebSocket; settle: (outcome: Outcome) => void }>();
  let sockets: WebSocket[] = [];
  let turn = 0;

  const settle = (id: string, outcome: Outcome) => {
    pending.get(id)?.settle(outcome);
    pending.delete(id);
  };
  const gone = (socket: WebSocket) => {
    sockets = sockets.filter((other) => other !== socket);
    for (const [id, waiting] of pending) if (waiting.socket === socket) settle(id, { status: 'lost' });
    listener.changed();
  };
  const heard = (data: string) => {
    const { envelope_id: id, payload } = parse(data);
    if (typeof id !== 'string') return;
    settle(id, { status: 'acknowledged', body: isEmpty(payload) ? null : payload });
    listener.acknowledged(id);
  };
  const welcome = (socket: WebSocket) => {
    if (sockets.length >= SOCKETS_MAX) {
      socket.send(JSON.stringify({ type: 'disconnect', reason: 'too_many_websockets' }));
      return socket.close();
    }
    if (faults.linkDisabled()) {
      socket.send(farewell('link_disabled'));
      return socket.close();
    }
    sockets.push(socket);
    let answered = true;
    const alive = setInterval(() => {
      if (!answered) return socket.terminate();
      answered = false;
      socket.ping('Ping from sandbox');
    }, timings.pingEveryMs);
    socket.on('pong', () => (answered = true));
    socket.on('message', (data: Buffer) => heard(data.toString('utf8')));
    socket.on('error', () => socket.terminate());
    socket.on('close', () => {
      clearInterval(alive);
      gone(socket);
    });
    socket.send(
      JSON.stringify({
        type: 'hello',
        num_connections: sockets.length,
        connection_info: { app_id: appId },
        debug_info: { host: 'sandbox', build_number: 1, approximate_connection_time: 18_060 },
      }),
    );
    listener.changed();
  };

  const offer = ({ id, kind, payload, attempt, reason }: Delivery): Promise<Outcome> =>
    new Promise((resolve) => {
      const socket = sockets[turn++ % sockets.length];
      if (!socket) return resolve({ status: 'nobody' });
      const timer = setTimeout(
        () => settle(id, { status: 'failed', reason: 'http_timeout' }),
        timings.ackWithinMs,
      );
      pending.set(id, {
        socket,
        settle: (outcome) => {
          clearTimeout(timer);
          resolve(outcome);
        },
      });
      const retry =
        kind === 'events_api' ? { retry_attempt: attempt, retry_reason: attempt ? reason : '' } : {};
      const accepts = kind === 'slash_commands' || payload['type'] === 'view_submission';
      socket.send(
        origin.json({ envelope_id: id, type: kind, payload, accepts_response_payload: accepts, ...retry }),
      );
    });

  return {
    offer,
    reachable: () => sockets.length > 0,
    ticket: (host) => {
      const ticket = mint.id('').toLowerCase() + mint.id('').toLowerCase();
      tickets.set(ticket, Date.now() + TICKET_LIVES_MS);
      return `ws://${host}${SOCKET_PATH}?ticket=${ticket}&app_id=${appId}`;
    },
    upgrade: (request, socket, head) => {
      const url = new URL(request.url ?? '/', 'http://localhost');
      if (url.pathname !== SOCKET_PATH) return false;
      const ticket = url.searchParams.get('ticket') ?? '';
      const validUntil = tickets.get(ticket) ?? 0;
      tickets.delete(ticket);
      if (faults.refusesSockets()) refuse(socket, '503 Service Unavailable');
      else if (validUntil < Date.now()) refuse(socket, '401 Unauthorized');
      else server.handleUpgrade(request, socket, head, welcome);
      return true;
    },
    drop: (politely) => {
      for (const socket of sockets) {
        if (politely) socket.send(farewell('refresh_requested'));
        else socket.terminate();
      }
    },
    askAway: (reason) => {
      if (reason === 'link_disabled') for (const socket of sockets) socket.send(farewell(reason));
      if (reason === 'warning' || reason === 'refresh_requested') sockets[0]?.send(farewell(reason));
    },
    close: async () => {
      const closing = sockets.map(
        (socket) => new Promise<void>((resolve) => void socket.once('close', () => resolve())),
      );
      for (const socket of sockets) socket.terminate();
      await Promise.all(closing);
      server.close();
    },
  };
}

/** What Slack says before it closes a connection; the app is expected to close it. */
function farewell(reason: string): string {
  return JSON.stringify({ type: 'disconnect', reason, debug_info: { host: 'sandbox' } });
}

function refuse(socket: Duplex, status: string): void {
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}

function parse(data: string): Json {
  try {
    return JSON.parse(data) as Json;
  } catch {
    return {};
  }
}

function isEmpty(payload: unknown): boolean {
  return (
    payload === undefined ||
    payload === null ||
    (typeof payload === 'object' && Object.keys(payload).length === 0)
  );
}
