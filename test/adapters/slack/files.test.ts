import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createClients } from '../../../src/adapters/slack/clients.ts';
import { createDownload } from '../../../src/adapters/slack/files.ts';
import { fixedToken } from '../../../src/adapters/slack/token-source.ts';
import type { FileRef } from '../../../src/chat/message.ts';
import { close, listen } from './harness.ts';

describe('a file on Slack', () => {
  let slack: Server;
  let stranger: Server;
  let address: string;
  let elsewhere: string;
  let handle: (request: IncomingMessage, response: ServerResponse) => void;
  let toStranger: string[];
  const token = fixedToken('xoxb-secret');

  const fetchFile = (change: Partial<FileRef> = {}, maxBytes = 100) =>
    createDownload(createClients(token, `${address}/api/`), token)(
      { fileId: 'F1', name: 'a.png', mime: 'image/png', size: 4, url: `${address}/files/a.png`, ...change },
      maxBytes,
    );

  beforeEach(async () => {
    toStranger = [];
    slack = createServer((request, response) => handle(request, response));
    stranger = createServer((request, response) => {
      toStranger.push(request.headers.authorization ?? '');
      response.end('x');
    });
    address = await listen(slack);
    elsewhere = await listen(stranger);
  });
  afterEach(async () => {
    await close(slack);
    await close(stranger);
  });

  it('is fetched with the token', async () => {
    handle = (request, response) => response.end(request.headers.authorization);
    expect(Buffer.from(await fetchFile()).toString()).toBe('Bearer xoxb-secret');
  });

  it('is cut off at the limit, whatever was said of its size', async () => {
    handle = (_, response) => {
      const more = () => response.write(Buffer.alloc(64), more);
      response.on('close', () => undefined);
      more();
    };
    await expect(fetchFile()).rejects.toMatchObject({
      code: 'PLATFORM_REFUSED',
      message: expect.stringContaining('too_large'),
    });
  });

  it('never takes the token to another host', async () => {
    await expect(fetchFile({ url: `${elsewhere}/a.png` })).rejects.toMatchObject({
      code: 'PLATFORM_REFUSED',
    });
    for (const url of [
      'https://slack.com.evil.example/a',
      'http://files.slack.com/a',
      'https://evilslack.com/a',
      'file:///etc/passwd',
      'nonsense',
    ])
      await expect(fetchFile({ url })).rejects.toMatchObject({ code: 'PLATFORM_REFUSED' });
    handle = (_, response) => response.writeHead(302, { location: `${elsewhere}/stolen` }).end();
    await expect(fetchFile()).rejects.toMatchObject({ code: 'PLATFORM_REFUSED' });
    expect(toStranger).toEqual([]);
  });

  it('is followed to another address on the same host, but not in circles', async () => {
    handle = (request, response) =>
      request.url === '/files/a.png'
        ? response.writeHead(302, { location: '/moved' }).end()
        : response.end('here');
    expect(Buffer.from(await fetchFile()).toString()).toBe('here');
    handle = (_, response) => response.writeHead(302, { location: '/files/a.png' }).end();
    await expect(fetchFile()).rejects.toMatchObject({ code: 'PLATFORM_REFUSED' });
  });

  it('that turns out to be a login page needs a scope', async () => {
    handle = (_, response) =>
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end('<html>Sign in</html>');
    await expect(fetchFile()).rejects.toMatchObject({
      code: 'PERMISSION_MISSING',
      needed: expect.stringContaining('files:read'),
    });
    expect(Buffer.from(await fetchFile({ mime: 'text/html' })).toString()).toContain('Sign in');
  });

  it.each([
    [401, 'PERMISSION_MISSING'],
    [403, 'PERMISSION_MISSING'],
    [404, 'TARGET_GONE'],
    [410, 'TARGET_GONE'],
    [429, 'RATE_LIMITED'],
    [500, 'PLATFORM_UNAVAILABLE'],
  ])('answered with HTTP %i is %s', async (status, code) => {
    handle = (_, response) => response.writeHead(status, { 'retry-after': '3' }).end();
    await expect(fetchFile()).rejects.toMatchObject({ code });
  });

  it('that is cut off is tried again later', async () => {
    handle = (_, response) => {
      response.writeHead(200, { 'content-length': '50' });
      response.write('half', () => response.destroy());
    };
    await expect(fetchFile()).rejects.toMatchObject({ code: 'PLATFORM_UNAVAILABLE', retry: 'backoff' });
  });

  it('without an address is asked for by its id', async () => {
    handle = (request, response) => {
      if (request.url !== '/api/files.info') return response.end('bytes');
      return response.end(
        JSON.stringify({ ok: true, file: { id: 'F1', url_private: `${address}/files/real.png` } }),
      );
    };
    expect(Buffer.from(await fetchFile({ url: '' })).toString()).toBe('bytes');
  });
});
