import { randomUUID } from 'node:crypto';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { DISCORD_TOKEN, SLACK_BOT_TOKEN } from '../../../sandbox/seed.ts';
import { type Sandbox, startSandbox } from '../../../sandbox/server.ts';
import { ask } from './ask.ts';

let sandbox: Sandbox;
beforeEach(async () => {
  sandbox = await startSandbox({ port: 0, dataDir: null });
});
const bots: Server[] = [];
afterEach(async () => {
  await sandbox.close();
  for (const bot of bots.splice(0)) {
    bot.closeAllConnections();
    bot.close();
  }
});

/** The address of a server that answers like the bot's own. */
async function startBot(
  handle: (request: IncomingMessage, response: ServerResponse) => void,
): Promise<{ url: string; server: Server }> {
  const server = createServer(handle);
  bots.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { server, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

/** A port nobody listens on at the moment. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

describe('who answers a path', () => {
  it('Slack under /slack/api', async () => {
    const answer = await fetch(`${sandbox.env['SLACK_API_URL']}auth.test`, {
      method: 'POST',
      headers: { authorization: `Bearer ${SLACK_BOT_TOKEN}` },
    });
    expect(await answer.json()).toMatchObject({ ok: true, team_id: 'T0RIVERSIDE' });
  });

  it('Discord under /discord/api', async () => {
    const answer = await fetch(`${sandbox.env['DISCORD_API_URL']}/v10/users/@me`, {
      headers: { authorization: `Bot ${DISCORD_TOKEN}` },
    });
    expect(await answer.json()).toMatchObject({ bot: true });
  });

  it('the page at /, which runs and loads only its own files and cannot be framed', async () => {
    const { status, headers, text } = await ask(sandbox.url, '/');
    expect(status).toBe(200);
    expect(text).toContain('Hearback sandbox');
    expect(headers['content-security-policy']).toMatch(/^default-src 'self';.*frame-ancestors 'none'/);
    expect(headers['content-security-policy']).not.toMatch(/unsafe|\*/);
    expect((await ask(sandbox.url, '/js/app.js')).headers['content-type']).toMatch(/^text\/javascript/);
    expect(await ask(sandbox.url, '/css/base.css', { method: 'HEAD' })).toMatchObject({
      status: 200,
      text: '',
    });
  });

  it('every file the page names is there', async () => {
    const { text } = await ask(sandbox.url, '/');
    const named = [...text.matchAll(/(?:href|src)="(\/[^"]+)"/g)].map(([, path]) => path!);
    expect(named.length).toBeGreaterThan(3);
    for (const path of named) expect([path, (await ask(sandbox.url, path)).status]).toEqual([path, 200]);
  });

  it.each([
    '/../package.json',
    '/js/../../package.json',
    '/%2e%2e/package.json',
    '/js/%2e%2e%2f%2e%2e%2fpackage.json',
    '/js',
  ])('nothing outside the page at %s', async (path) => {
    expect(await ask(sandbox.url, path)).toMatchObject({ status: 503 });
  });
});

describe("the bot's own server", () => {
  it('is said to be starting while there is none', async () => {
    const { status, text } = await ask(sandbox.url, '/readyz');
    expect([status, JSON.parse(text)]).toEqual([503, { ready: false, problem: 'the bot is starting' }]);
  });

  it('gets what the sandbox does not answer: method, path, headers and body as they came', async () => {
    const bot = await startBot((request, response) => {
      let body = '';
      request.on('data', (chunk) => (body += String(chunk)));
      request.on('end', () => {
        const { method, url, headers } = request;
        response.writeHead(201, { 'x-bot': 'yes' });
        response.end(JSON.stringify({ method, url, signature: headers['x-slack-signature'], body }));
      });
    });
    sandbox.setBot(bot.url);
    const { status, headers, text } = await ask(sandbox.url, '/slack/events?x=%20y', {
      method: 'POST',
      headers: { 'x-slack-signature': 'v0=abc' },
      body: 'payload=%7B%7D',
    });
    expect([status, headers['x-bot']]).toEqual([201, 'yes']);
    expect(JSON.parse(text)).toEqual({
      method: 'POST',
      url: '/slack/events?x=%20y',
      signature: 'v0=abc',
      body: 'payload=%7B%7D',
    });
    const deletion = await ask(sandbox.url, '/anything', {
      method: 'DELETE',
      headers: { 'transfer-encoding': 'chunked' },
      body: 'gone',
    });
    expect(JSON.parse(deletion.text)).toMatchObject({ method: 'DELETE', body: 'gone' });
  });

  it('is never another host, whatever the path looks like', async () => {
    const seen: unknown[] = [];
    const bot = await startBot((request, response) => {
      seen.push(request.url);
      response.end();
    });
    sandbox.setBot(bot.url);
    expect((await ask(sandbox.url, '//example.invalid/x')).status).toBe(200);
    expect((await ask(sandbox.url, 'http://example.invalid/x')).status).toBe(400);
    expect(seen).toEqual(['//example.invalid/x']);
  });

  it('is waited for again when it has gone', async () => {
    const bot = await startBot((_request, response) => response.end('ready'));
    sandbox.setBot(bot.url);
    expect((await ask(sandbox.url, '/readyz')).text).toBe('ready');
    bot.server.closeAllConnections();
    await new Promise((resolve) => bot.server.close(resolve));
    expect(await ask(sandbox.url, '/readyz')).toMatchObject({
      status: 503,
      text: expect.stringContaining('does not answer'),
    });
    sandbox.setBot(null);
    expect((await ask(sandbox.url, '/readyz')).text).toContain('is starting');
  });

  it('cutting its answer short cuts ours, and the next request is answered', async () => {
    const bot = await startBot((_request, response) => {
      response.writeHead(200, { 'content-length': '100' });
      response.write('half', () => response.destroy());
    });
    sandbox.setBot(bot.url);
    await expect(ask(sandbox.url, '/metrics')).rejects.toMatchObject({ code: 'ECONNRESET' });
    expect((await ask(sandbox.url, '/')).status).toBe(200);
  });
});

describe('a sandbox', () => {
  it('survives what is no HTTP at all', async () => {
    const { port } = new URL(sandbox.url);
    await new Promise<void>((resolve) => {
      const socket = connect(Number(port), '127.0.0.1', () => socket.write('\u0000\u0001 nonsense\r\n\r\n'));
      socket.on('close', () => resolve());
      socket.on('error', () => resolve());
    });
    expect((await ask(sandbox.url, '/')).status).toBe(200);
  });

  it('remembers both communities when it is started again on the same directory', async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'hearback-sandbox-'));
    try {
      const first = await startSandbox({ port: 0, dataDir });
      first.slack.createMessage({ as: 'U0ALMA', channel: 'C0GENERAL', text: 'Broken since Tuesday' });
      first.discord.createMessage({
        as: '1100000000000000101',
        channel: '1100000000000000201',
        text: 'Broken too',
      });
      await first.close();
      await first.close();
      const second = await startSandbox({ port: 0, dataDir });
      expect(second.slack.messages({ as: 'U0MIA', channel: 'C0GENERAL' })).toMatchObject([
        { text: 'Broken since Tuesday' },
      ]);
      const there = { as: '1100000000000000103', channel: '1100000000000000201' };
      expect(second.discord.messages(there)).toMatchObject([{ text: 'Broken too' }]);
      await second.close();
    } finally {
      rmSync(dataDir, { recursive: true });
    }
  });

  it('gives its port back when its files cannot be opened', async () => {
    const port = await freePort();
    const file = join(mkdtempSync(join(tmpdir(), 'hearback-sandbox-')), 'not-a-directory');
    writeFileSync(file, '');
    await expect(startSandbox({ port, dataDir: file })).rejects.toMatchObject({ code: 'ENOTDIR' });
    const second = await startSandbox({ port, dataDir: null });
    await second.close();
    rmSync(dirname(file), { recursive: true });
  });

  it('says that its port is taken, and leaves the files of the one that has it alone', async () => {
    const port = Number(new URL(sandbox.url).port);
    const dataDir = join(tmpdir(), `hearback-sandbox-${randomUUID()}`);
    await expect(startSandbox({ port, dataDir })).rejects.toMatchObject({ code: 'EADDRINUSE' });
    expect(existsSync(dataDir)).toBe(false);
  });
});
