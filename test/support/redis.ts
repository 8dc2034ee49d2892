import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { Redis } from 'ioredis';
import { eventually } from './eventually.ts';

/** A real Redis that a test may empty, stop and start. */
export interface TestRedis {
  url: string;
  /** As after the loss of its disk. */
  wipe(): Promise<void>;
  /** Ends it without saving. */
  down(): Promise<void>;
  /** Starts it, empty, at the same address. */
  up(): Promise<void>;
}

/** Whether this machine has a Redis server to test with. */
export const hasRedis = spawnSync('redis-server', ['--version']).status === 0;

/** A server of the test's own: in memory only, on a free port, with a password. Call `down` at the end. */
export async function testRedis(): Promise<TestRedis> {
  const port = await freePort();
  const url = `redis://:${PASSWORD}@127.0.0.1:${port}`;
  let server: ChildProcess | undefined;
  const redis: TestRedis = {
    url,
    wipe: async () => void (await withClient(url, (client) => client.flushall())),
    async down() {
      const running = server;
      server = undefined;
      if (!running || running.exitCode !== null) return;
      const ended = once(running, 'exit');
      running.kill('SIGKILL');
      await ended;
    },
    async up() {
      const options = {
        port: String(port),
        bind: '127.0.0.1',
        requirepass: PASSWORD,
        save: '',
        appendonly: 'no',
      };
      server = spawn(
        'redis-server',
        Object.entries(options).flatMap(([name, value]) => [`--${name}`, value]),
        { stdio: 'ignore' },
      );
      await eventually(() => withClient(url, (client) => client.ping()).catch(() => null));
    },
  };
  await redis.up();
  return redis;
}

export const PASSWORD = 'a-password-nobody-may-see';

async function withClient<T>(url: string, work: (client: Redis) => Promise<T>): Promise<T> {
  const client = new Redis(url, { lazyConnect: true, maxRetriesPerRequest: 0, retryStrategy: () => null });
  client.on('error', () => {});
  try {
    await client.connect();
    return await work(client);
  } finally {
    client.disconnect();
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address ? address.port : 0;
}
