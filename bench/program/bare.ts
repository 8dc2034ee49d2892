import { Queue, Worker, createPostgresBackend, runMigrations, withBackend } from 'bullmq';
import { Redis } from 'ioredis';
import pg from 'pg';
import { pino } from 'pino';
import { poolConfig } from '../../src/store/database.ts';
import { runServer } from '../../src/store/embedded/server.ts';
import { tellParent } from './tell-parent.ts';

/** What the program imports at every start besides. */
const PACKAGES = [
  '@fastify/cookie',
  '@fastify/csrf-protection',
  '@fastify/helmet',
  '@fastify/rate-limit',
  '@slack/bolt',
  'dataloader',
  'discord.js',
  'fastify',
  'gemoji',
  'ipaddr.js',
  'liquidjs',
  'luxon',
  'mdast-util-from-markdown',
  'mdast-util-gfm-strikethrough',
  'micromark-extension-gfm-strikethrough',
  'prom-client',
  'standardwebhooks',
  'undici',
  'yaml',
  'zod',
];
await Promise.all(PACKAGES.map((name) => import(name)));

/**
 * Node with the same packages, a connection to the database, and one BullMQ worker that has nothing to do. With the folder of an
 * embedded database in the place of an address it starts one there, as ours does.
 */
const { DATABASE_URL: url, QUEUE_URL: redisUrl, HEARBACK_DATA_DIR: dataDir = '' } = process.env;
const server = url ? null : await runServer({ dataDir, log: pino({ level: 'silent' }), settings: {} });
const config = server ? server.connection : poolConfig(url!);
const pool = new pg.Pool({ ...config, options: '-c search_path=bullmq,public' });
// The server is ended before its last connection.
pool.on('error', () => {});
const client = await pool.connect();
await runMigrations(client);
client.release();
const redis = redisUrl ? new Redis(redisUrl, { maxRetriesPerRequest: null }) : null;
const made = redis ? { Queue, Worker } : (withBackend(createPostgresBackend) as never);
const connection = (redis ?? pool) as never;
const queue = new made.Queue('bare', { connection });
const worker = new made.Worker('bare', () => Promise.resolve(), { connection });
worker.on('error', () => {});
queue.on('error', () => {});
await worker.waitUntilReady();
tellParent(async () => {
  await worker.close();
  await queue.close();
  redis?.disconnect();
  await pool.end();
  await server?.shutDown();
});
