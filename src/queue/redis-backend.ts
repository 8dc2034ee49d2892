import { Queue, Worker } from 'bullmq';
import { Redis } from 'ioredis';
import type { Log } from '../log.ts';
import { type Backend, type LaneQueue, type LaneWorker, workerOptions } from './backend.ts';
import { faultOf } from './fault.ts';
import { queueName } from './lanes.ts';

/** Longest silence of Redis while the relay waits for it with rows locked (ms). */
const ANSWER_WITHIN_MS = 10_000;
/** Longest pause between two attempts to connect (ms). */
const RECONNECT_MAX_MS = 5_000;

/** The queue in Redis. `url` may hold a password: it goes to the driver and nowhere else. */
export function redisBackend(url: string, log: Log): Backend {
  const retryStrategy = (times: number) => Math.min(times * 200, RECONNECT_MAX_MS);
  // The relay holds rows locked while it publishes: fail at once, it comes again in a second.
  const producer = new Redis(url, { enableOfflineQueue: false, maxRetriesPerRequest: 0, commandTimeout: ANSWER_WITHIN_MS, retryStrategy });
  // Nobody waits for a worker: it may wait for Redis as long as it takes.
  const consumer = new Redis(url, { maxRetriesPerRequest: null, retryStrategy });
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
    openQueue: (lane): LaneQueue => new Queue(queueName(lane), { connection: producer }),
    openWorker: (lane, run, concurrency, timings): LaneWorker =>
      new Worker(queueName(lane), run, { connection: consumer, ...workerOptions(concurrency, timings) }),
    close() {
      for (const client of [producer, consumer]) client.disconnect();
      return Promise.resolve();
    },
  };
}
