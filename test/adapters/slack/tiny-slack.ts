import { createServer } from 'node:http';
import { type WebSocket, WebSocketServer } from 'ws';
import { close, listen } from './harness.ts';

export interface TinySlack {
  apiUrl: string;
  /** Answers of a method, used up one by one; the last one stays. */
  answers: Record<string, object[]>;
  /** What has been called. */
  calls: string[];
  /** The socket opened as the first, second, … */
  socket: (which?: number) => Promise<WebSocket>;
  /** What the app has sent on any socket. */
  heard: Record<string, unknown>[];
  /** Resolves when `met`; looked at whenever something has happened. */
  until: (met: () => boolean) => Promise<void>;
  /** False: sockets are opened and nothing is said. */
  saysHello: boolean;
  close: () => Promise<void>;
}

/** What Slack tells of a reaction. */
export const reactionAdded = (eventId: string, team = 'T1') => ({
  type: 'event_callback',
  team_id: team,
  event_id: eventId,
  event: {
    type: 'reaction_added',
    user: 'U0ALMA',
    reaction: 'eyes',
    item: { type: 'message', channel: 'C1', ts: '1.2' },
    event_ts: '1.3',
  },
});

/** The least that a Socket Mode app talks to, for what the sandbox's Slack never does. */
export async function openTinySlack(): Promise<TinySlack> {
  const looks = new Set<() => void>();
  const sockets = new WebSocketServer({ noServer: true });
  const opened: WebSocket[] = [];
  const changed = () => looks.forEach((look) => look());
  const server = createServer((request, response) => {
    const method = (request.url ?? '').split('/').at(-1) ?? '';
    const [answer, ...more] = tiny.answers[method] ?? [{ ok: false, error: 'unknown_method' }];
    if (more.length > 0) tiny.answers[method] = more;
    tiny.calls.push(method);
    request.resume();
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
    changed();
  });
  server.on('upgrade', (request, raw, head) => {
    sockets.handleUpgrade(request, raw, head, (socket) => {
      socket.on('error', () => socket.terminate());
      socket.on('message', (data: Buffer) => {
        tiny.heard.push(JSON.parse(data.toString('utf8')) as Record<string, unknown>);
        changed();
      });
      if (!tiny.saysHello) return;
      socket.send(JSON.stringify({ type: 'hello' }));
      opened.push(socket);
      changed();
    });
  });
  const address = await listen(server);
  const tiny: TinySlack = {
    apiUrl: `${address}/api/`,
    answers: {
      'auth.test': [
        { ok: true, team_id: 'T1', user_id: 'UBOT', bot_id: 'BBOT', url: 'https://tiny.slack.com/' },
      ],
      'apps.connections.open': [{ ok: true, url: address.replace('http', 'ws') }],
    },
    calls: [],
    heard: [],
    saysHello: true,
    until: (met) =>
      new Promise((resolve) => {
        const look = () => {
          if (!met()) return;
          looks.delete(look);
          resolve();
        };
        looks.add(look);
        look();
      }),
    socket: async (which = 1) => {
      await tiny.until(() => opened.length >= which);
      return opened[which - 1]!;
    },
    close: async () => {
      for (const socket of sockets.clients) socket.terminate();
      await close(server);
    },
  };
  return tiny;
}
