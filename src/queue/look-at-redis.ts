import { Redis } from 'ioredis';
import { faultOf } from './fault.ts';

/** The oldest Redis BullMQ works on. https://docs.bullmq.io/guide/redis-tm-compatibility */
const OLDEST_MAJOR = 6;

/** How long a server may take to answer (ms). */
const ANSWER_WITHIN_MS = 5_000;

/** A Redis as it was found. */
export interface RedisSeen {
  /** Such as `7.2.4`; null when it did not let us in. */
  version: string | null;
  /** What is wrong, and what to do; null when it can be used. */
  problem: string | null;
  /** What works, but less well. */
  notes: string[];
}

/** Looks at the Redis that `QUEUE_URL` names. Writes nothing. */
export async function lookAtRedis(url: string): Promise<RedisSeen> {
  const client = new Redis(url, {
    lazyConnect: true,
    connectTimeout: ANSWER_WITHIN_MS,
    commandTimeout: ANSWER_WITHIN_MS,
    maxRetriesPerRequest: 0,
    retryStrategy: () => null,
  });
  // The last one says why the connection failed; what `connect` throws says only that it did.
  let last: Error | null = null;
  const beganAt = Date.now();
  client.on('error', (error) => {
    last = error;
  });
  try {
    await client.connect();
    return seenIn(await client.info());
  } catch (error) {
    // The client says of a server that is silent only that it has waited, and has no code for it.
    const isSilent = Date.now() - beganAt >= ANSWER_WITHIN_MS;
    const seen = (last ?? error) as { code?: string };
    const { code = isSilent ? SILENT : faultOf(seen) } = seen;
    return { version: null, notes: [], problem: `QUEUE_URL: ${reasonOf(code)} (${code})` };
  } finally {
    client.disconnect();
  }
}

/** What Redis says of itself. @param info of the command INFO */
export function seenIn(info: string): RedisSeen {
  const said = (key: string) => new RegExp(`^${key}:(.*?)\\r?$`, 'm').exec(info)?.[1] ?? null;
  const version = said('redis_version') ?? 'of an unknown version';
  const major = Number(version.split('.')[0]);
  const policy = said('maxmemory_policy');
  return {
    version,
    problem:
      major < OLDEST_MAJOR ? `QUEUE_URL: Redis ${version} is too old; use ${OLDEST_MAJOR}.2 or newer` : null,
    notes:
      policy === null || policy === 'noeviction'
        ? []
        : [
            `QUEUE_URL: when its memory is full this Redis throws jobs away (${policy}), and they are late until they are made anew; set: maxmemory-policy noeviction`,
          ],
  };
}

const SILENT = 'ETIMEDOUT';

function reasonOf(code: string): string {
  if (code === 'NOAUTH' || code === 'WRONGPASS') return 'user or password is wrong; correct it';
  if (code === 'ECONNREFUSED') return 'nobody answers there; start Redis, or correct host and port';
  if (code === SILENT) return 'nobody answers there; correct host and port, or let us through the firewall';
  if (code === 'ENOTFOUND') return 'there is no such host; correct its name';
  return 'Redis does not let us in; is it running, and is it redis:// or rediss://?';
}
