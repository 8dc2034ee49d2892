import { Queue, Worker } from 'bullmq';
import { Redis } from 'ioredis';
import type { Log } from '../log.ts';
import { type Backend, type LaneQueue, type LaneWorker, workerOptions } from './backend.ts';
import { faultOf } from './fault.ts';
import { queueName } from './lanes.ts';

/** Longest silence of Redis while the relay waits for it with rows locked (ms). */
const ANSWER_WITHIN_MS = 10_000;
/** How long a connection that is being closed may take (ms). */
const GOODBYE_WITHIN_MS = 200;
/** Longest pause between two attempts to connect (ms). */
const RECONNECT_MAX_MS = 5_000;

/** The queue in Redis. `url` may hold a password: it goes to the driver and nowhere else. */
export function redisBackend(url: string, log: Log): Backend {
  let closing = false;
  const retryStrategy = (times: number) => (closing ? null : Math.min(times * 200, RECONNECT_MAX_MS));
  const common = { retryStrategy, disconnectTimeout: GOODBYE_WITHIN_MS };
  // The relay holds rows locked while it publishes: fail at once, it comes again in a second.
  const producer = new Redis(url, {
    enableOfflineQueue: false,
    maxRetriesPerRequest: 0,
    commandTimeout: ANSWER_WITHIN_MS,
    ...common,
  });
  // Nobody waits for a worker: it may wait for Redis as long as it takes.
  const consumer = new Redis(url, { maxRetriesPerRequest: null, ...common });
  // BullMQ copies it for each worker and cannot close a copy that has lost its connection: we do.
  const clients = [producer, consumer];
  const duplicate = consumer.duplicate.bind(consumer);
  consumer.duplicate = (override) => {
    const copy = duplicate(override);
    clients.push(copy);
    return copy;
  };
  let told: string | null = null;
  for (const client of [producer, consumer]) client.on('error', tell);
  producer.on('ready', () => {
    if (told !== null) log.info('Redis can be reached again');
    told = null;
  });

  /** Once for each kind of trouble, not once for each attempt. */
  function tell(error: Error): void {
    const code = faultOf(error);
    if (code !== told) log.error({ code }, 'Redis cannot be reached');
    told = code;
  }

  return {
    name: 'Redis',
    prepare: () => Promise.resolve(),
    isReachable: () => producer.status === 'ready',
    onReachable: (listener) => void producer.on('ready', listener),
    openQueue: (lane): LaneQueue => new Queue(queueName(lane), { connection: producer }),
    openWorker: (lane, run, concurrency, timings): LaneWorker =>
      new Worker(queueName(lane), run, { connection: consumer, ...workerOptions(concurrency, timings) }),
    close() {
      closing = true;
      for (const client of clients) end(client);
      return Promise.resolve();
    },
  };
}

/** A client between two attempts to connect only ends, and fails what waits for it, after one more attempt. */
function end(client: Redis): void {
  const isBetween = client.status === 'reconnecting';
  client.disconnect();
  if (isBetween) client.connect().catch(() => {});
}
