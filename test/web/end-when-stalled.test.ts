import { once } from 'node:events';
import { createServer } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { expect, it } from '@jest/globals';
import { endWhenStalled } from '../../src/web/end-when-stalled.ts';

it('a download nobody takes is ended, and what was read for it is given back', async () => {
  let isGivenBack = false;
  async function* endless() {
    try {
      for (;;) yield Buffer.alloc(65_536);
    } finally {
      isGivenBack = true;
    }
  }
  const server = createServer();
  const ended = new Promise((resolve) =>
    server.once('request', (_request, response) => {
      endWhenStalled(response, 100);
      resolve(pipeline(Readable.from(endless()), response));
    }),
  );
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const browser = connect((server.address() as AddressInfo).port, '127.0.0.1');
  // It asks, and then reads nothing at all.
  browser.pause();
  browser.write('GET / HTTP/1.1\r\nhost: x\r\n\r\n');

  await expect(ended).rejects.toThrow();
  expect(isGivenBack).toBe(true);
  browser.destroy();
  server.close();
});
