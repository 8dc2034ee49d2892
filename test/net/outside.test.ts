import { lookup as systemLookup } from 'node:dns';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createOutside, readAtMost } from '../../src/net/outside.ts';
import { isPublicAddress } from '../../src/net/public-address.ts';

/** A name service that knows one name, and says something else each time when it is given several answers. */
function names(...answers: string[][]): typeof systemLookup {
  let asked = 0;
  const lookup = (
    _name: string,
    _options: unknown,
    callback: (error: Error | null, found: { address: string; family: number }[]) => void,
  ) => {
    const found = answers[Math.min(asked, answers.length - 1)]!;
    asked += 1;
    callback(
      null,
      found.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
    );
  };
  return lookup as unknown as typeof systemLookup;
}

describe('an address that is not of the public internet', () => {
  it.each([
    '127.0.0.1',
    '127.8.8.8',
    '0.0.0.0',
    '10.1.2.3',
    '172.16.0.1',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '192.0.2.1',
    '198.18.0.1',
    '224.0.0.1',
    '255.255.255.255',
    '::',
    '::1',
    'fc00::1',
    'fd12::1',
    'fe80::1',
    'ff02::1',
    '::ffff:127.0.0.1',
    '::ffff:a9fe:a9fe',
    '64:ff9b::7f00:1',
    '2002:7f00:1::',
    '2001:db8::1',
    'localhost',
    '',
  ])('such as %p is told from one that is', (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });

  it.each(['8.8.8.8', '162.159.128.233', '2606:4700::6810:84e5', '::ffff:8.8.8.8'])(
    '%s is public',
    (address) => {
      expect(isPublicAddress(address)).toBe(true);
    },
  );
});

describe('reading what is at an address from outside', () => {
  let server: Server;
  let own: string;
  let handle: RequestListener;
  let asked: string[];

  const outside = (lookup: typeof systemLookup = systemLookup, ownOrigin = 'http://127.0.0.1:1') =>
    createOutside({ who: 'here', mayAsk: ({ protocol }) => protocol === 'http:', ownOrigin, lookup });
  const ask = (fetchOutside: ReturnType<typeof outside>, url: string) =>
    fetchOutside(url, { signal: AbortSignal.timeout(10_000) });
  const port = () => (server.address() as AddressInfo).port;

  beforeEach(async () => {
    asked = [];
    handle = (_, response) => response.end('bytes');
    server = createServer((request, response) => {
      asked.push(request.url!);
      handle(request, response);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    own = `http://127.0.0.1:${port()}`;
  });
  afterEach(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });

  it.each([
    ['a number', () => `http://127.0.0.1:${port()}/`],
    ['a number in IPv6', () => `http://[::ffff:127.0.0.1]:${port()}/`],
    ['one long number', () => `http://2130706433:${port()}/`],
    ['an octal number', () => `http://0177.0.0.1:${port()}/`],
    ['this machine by name', () => `http://localhost:${port()}/`],
    ['a cloud machine’s metadata', () => 'http://169.254.169.254/latest/meta-data/'],
  ])('goes nowhere private, written as %s', async (_, url) => {
    await expect(ask(outside(), url())).rejects.toMatchObject({
      code: 'PLATFORM_REFUSED',
      message: expect.stringContaining('private_address'),
    });
    expect(asked).toEqual([]);
  });

  it('goes nowhere private by a public name', async () => {
    for (const found of [['10.0.0.1'], ['127.0.0.1'], ['8.8.8.8', '127.0.0.1'], ['::1']]) {
      await expect(ask(outside(names(found)), `http://files.example:${port()}/`)).rejects.toMatchObject({
        message: expect.stringContaining('private_address'),
      });
    }
    expect(asked).toEqual([]);
  });

  it('connects to what was checked, without asking the name service again', async () => {
    let times = 0;
    const once = names(['192.0.0.1'], ['8.8.8.8']);
    const counting = ((...asking: Parameters<typeof systemLookup>) => {
      times += 1;
      return once(...asking);
    }) as typeof systemLookup;
    await expect(ask(outside(counting), `http://files.example:${port()}/`)).rejects.toMatchObject({
      message: expect.stringContaining('private_address'),
    });
    expect(times).toBe(1);
  });

  it('goes nowhere private by a redirect', async () => {
    handle = (_, response) =>
      response.writeHead(302, { location: `http://localhost:${port()}/inside` }).end();
    await expect(ask(outside(systemLookup, own), `${own}/file`)).rejects.toMatchObject({
      message: expect.stringContaining('private_address'),
    });
    expect(asked).toEqual(['/file']);
  });

  it('follows a redirect on the origin the operator has set, but not in circles', async () => {
    handle = (request, response) =>
      request.url === '/file' ? response.writeHead(302, { location: '/moved' }).end() : response.end('here');
    const answer = await ask(outside(systemLookup, own), `${own}/file`);
    expect(Buffer.from((await readAtMost(answer, 10))!).toString()).toBe('here');

    handle = (_, response) => response.writeHead(302, { location: '/file' }).end();
    await expect(ask(outside(systemLookup, own), `${own}/file`)).rejects.toMatchObject({
      message: expect.stringContaining('too_many_redirects'),
    });
  });

  it.each([
    'nonsense',
    'file:///etc/passwd',
    'data:text/plain,x',
    'http://user:pass@files.example/',
    'https://x.example/',
  ])('refuses %p', async (url) => {
    await expect(ask(outside(), url)).rejects.toMatchObject({
      message: expect.stringContaining('foreign_host'),
    });
  });

  it('refuses a redirect to what is no address', async () => {
    handle = (_, response) => response.writeHead(302, { location: 'http://[::1' }).end();
    await expect(ask(outside(systemLookup, own), `${own}/file`)).rejects.toMatchObject({
      code: 'PLATFORM_REFUSED',
    });
  });

  it('reads no more than it may, whatever was said of the size', async () => {
    handle = (_, response) => {
      let isOver = false;
      response.on('close', () => (isOver = true));
      // In a turn of its own each time: the reader lives in this process too, and shall get its turn between two writes.
      const more = () => isOver || response.write(Buffer.alloc(64), () => setImmediate(more));
      more();
    };
    const endless = await ask(outside(systemLookup, own), `${own}/file`);
    expect(await readAtMost(endless, 1_000)).toBeNull();

    handle = (_, response) => response.writeHead(200, { 'content-length': '5000' }).end(Buffer.alloc(5_000));
    expect(await readAtMost(await ask(outside(systemLookup, own), `${own}/file`), 1_000)).toBeNull();
    expect((await readAtMost(await ask(outside(systemLookup, own), `${own}/file`), 5_000))!.byteLength).toBe(
      5_000,
    );
  });
});
