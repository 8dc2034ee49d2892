import { request as rawRequest } from 'node:http';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { isAllowedHost } from '../../../sandbox/api/allowed-host.ts';
import { type Sandbox, startSandbox } from '../../../sandbox/server.ts';
import { ask } from './ask.ts';

let sandbox: Sandbox;
beforeEach(async () => {
  sandbox = await startSandbox({ port: 0, dataDir: null });
});
afterEach(() => sandbox.close());

describe('who may ask', () => {
  it.each(['localhost', '127.0.0.1', '[::1]', 'LOCALHOST:3000'])('somebody who calls it %s', async (host) => {
    expect((await ask(sandbox.url, '/', { headers: { host } })).status).toBe(200);
  });

  it.each(['evil.example', '127.0.0.1.evil.example', 'localhost.evil.example:3000', '10.0.0.1'])(
    'nobody who calls it "%s" (a name rebound to this machine)',
    async (host) => {
      expect((await ask(sandbox.url, '/sandbox/api/communities', { headers: { host } })).status).toBe(421);
      expect((await ask(sandbox.url, '/slack/api/auth.test', { headers: { host } })).status).toBe(421);
    },
  );

  it('no page of another site, by the Origin its browser sends', async () => {
    const path = '/sandbox/api/communities';
    expect((await ask(sandbox.url, path, { headers: { origin: 'https://evil.example' } })).status).toBe(403);
    expect((await ask(sandbox.url, path, { headers: { origin: 'null' } })).status).toBe(403);
    expect((await ask(sandbox.url, path, { headers: { origin: sandbox.url } })).status).toBe(200);
  });

  it('by IP address too, when it listens on every address; by other names not', async () => {
    const open = await startSandbox({ port: 0, dataDir: null, host: '0.0.0.0' });
    expect(open.url).toMatch(/^http:\/\/127\.0\.0\.1:/);
    expect((await ask(open.url, '/', { headers: { host: '192.168.1.7:3000' } })).status).toBe(200);
    expect((await ask(open.url, '/', { headers: { host: 'evil.example' } })).status).toBe(421);
    await open.close();
  });
});

/** The status of the answer to a WebSocket handshake. */
function handshake(path: string, headers: Record<string, string> = {}): Promise<number> {
  const { hostname, port } = new URL(sandbox.url);
  return new Promise((resolve, reject) => {
    const sent = rawRequest({
      hostname,
      port,
      path,
      headers: {
        connection: 'Upgrade',
        upgrade: 'websocket',
        'sec-websocket-version': '13',
        'sec-websocket-key': 'dGhlIHNhbXBsZSBub25jZQ==',
        ...headers,
      },
    });
    sent.on('upgrade', (answer, socket) => {
      socket.destroy();
      resolve(answer.statusCode ?? 0);
    });
    sent.on('response', (answer) => {
      answer.resume();
      resolve(answer.statusCode ?? 0);
    });
    sent.on('error', reject);
    sent.end();
  });
}

describe('WebSockets', () => {
  it('reach the gateway, and nothing else', async () => {
    expect(await handshake('/discord/gateway?v=10&encoding=json')).toBe(101);
    expect(await handshake('/somewhere')).toBe(404);
  });

  it('are refused to pages of other sites and to rebound names', async () => {
    const path = '/discord/gateway?v=10&encoding=json';
    expect(await handshake(path, { origin: 'https://evil.example' })).toBe(421);
    expect(await handshake(path, { host: 'evil.example' })).toBe(421);
  });
});

describe('a request without a Host', () => {
  it('is nobody we know', () => {
    expect(isAllowedHost(undefined, '127.0.0.1')).toBe(false);
    expect(isAllowedHost('', '127.0.0.1')).toBe(false);
  });
});
