import { connect } from 'node:net';
import fc from 'fast-check';
import { anyCharacter } from '../../support/any-character.ts';
import { openWorld } from '../../support/world.ts';
import { openDoor, type Door } from '../door.ts';
import { nastyText } from '../inputs.ts';

const PATHS = [
  '/',
  '/healthz',
  '/readyz',
  '/metrics',
  '/slack/events',
  '/enter/x',
  '/cases/1',
  '/%00',
  '/../../etc/passwd',
  '//',
  '*',
];
const HEADERS = [
  'Host: x',
  'Content-Length: 5',
  'Content-Length: -1',
  'Transfer-Encoding: chunked',
  'Cookie: a=b',
  'Origin: null',
  'X-Slack-Signature: v0=1',
  'X-Slack-Request-Timestamp: 1',
  'Content-Type: application/json',
  'Content-Type: ;;',
  'X-Forwarded-For: 127.0.0.1',
  'Expect: 100-continue',
  'Upgrade: websocket\r\nConnection: Upgrade',
];

/** Anything at all on the port of the web server. */
export const http: Door = {
  name: 'http',
  async open() {
    const world = await openWorld();
    const { port, hostname, href } = new URL(world.app.url!);
    const path = fc.oneof(
      fc.constantFrom(...PATHS),
      nastyText.map((text) => `/${encodeURIComponent(text.toWellFormed())}`),
      nastyText,
    );
    const headers = fc.array(fc.oneof(fc.constantFrom(...HEADERS), nastyText), { maxLength: 5 });
    const method = fc.oneof(
      fc.constantFrom('GET', 'POST', 'HEAD', 'PUT', 'DELETE', 'OPTIONS', 'TRACE', 'get'),
      nastyText,
    );
    return openDoor({
      inputs: fc.oneof(
        fc
          .tuple(method, path, headers, nastyText)
          .map(
            ([verb, target, lines, body]) =>
              `${verb} ${target} HTTP/1.1\r\n${['Connection: close', ...lines].join('\r\n')}\r\n\r\n${body}`,
          ),
        fc.string({ unit: anyCharacter, maxLength: 200 }),
      ),
      async knock(request) {
        const answer = await talk(Number(port), hostname, request);
        const status = Number(/^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1] ?? 0);
        if (status >= 500 && !/not (?:supported|implemented)/i.test(answer))
          throw new Error(answer.slice(0, 300));
        if (/\n\s+at .+:\d+:\d+/.test(answer)) throw new Error('a stack trace was shown');
      },
      async stillWorks() {
        const { status } = await fetch(new URL('/healthz', href));
        if (status !== 200) throw new Error(`healthz answers ${status}`);
      },
      close: () => world.close(),
    });
  },
};

/** Says it, hangs up, and gives what was answered. */
function talk(port: number, host: string, request: string): Promise<string> {
  return new Promise((resolve) => {
    let answer = '';
    const socket = connect({ port, host }, () => socket.end(request));
    socket.setEncoding('latin1');
    socket.on('data', (part) => (answer += String(part)));
    socket.on('error', () => socket.destroy());
    socket.on('close', () => resolve(answer));
  });
}
