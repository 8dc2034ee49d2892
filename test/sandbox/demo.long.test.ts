import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { openWorld, type World } from '../support/world.ts';

// `npm run demo` beside a running sandbox, as the README and docs/sandbox.md have it.

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world?.close());

it('plays its story on both platforms, and ends well', async () => {
  const demo = spawn(process.execPath, ['--enable-source-maps', 'dist/sandbox/demo.js'], {
    env: { PATH: process.env['PATH'] ?? '', HEARBACK_URL: world.sandbox.url },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [demo.stdout, demo.stderr])
    stream.on('data', (data: Buffer) => (said += data.toString()));
  const [code] = (await once(demo, 'close')) as [number];

  expect({ code, said: code === 0 ? '' : said }).toEqual({ code: 0, said: '' });
  for (const name of ['Alma Berg', 'Kasper Lind']) expect(said).toContain(name);
});
