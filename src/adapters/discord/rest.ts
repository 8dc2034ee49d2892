import { DefaultRestOptions, DiscordAPIError, REST, type RESTOptions } from 'discord.js';
import { z } from 'zod';
import { retryAfterMs } from '../../net/retry-after.ts';
import type { Room } from './budgets.ts';
import { CODE } from './errors.ts';

/** How long Discord may take for the first byte of an answer (ms). */
const ANSWER_WITHIN_MS = 10_000;

/** Discord answers so to too many edits of messages older than an hour, and says nothing of how long that lasts. */
const OLD_EDITS_WAIT_MS = 60_000;

/** https://docs.discord.com/developers/topics/rate-limits#exceeding-a-rate-limit */
const rateLimit = z.object({ code: z.number(), global: z.boolean(), retry_after: z.number() }).partial();

/** Discord refused a call because there were too many. */
export class TooMany extends Error {
  readonly afterMs: number;
  /** Whose limit it was: all calls of the bot, the route's in its channel, or this one message's. */
  readonly scope: 'global' | 'route' | 'message';

  constructor(afterMs: number, scope: TooMany['scope']) {
    super(`too many (${scope})`);
    this.name = 'TooMany';
    this.afterMs = afterMs;
    this.scope = scope;
  }
}

/** A client that neither waits nor repeats. */
export function restOptions(apiUrl: string): Partial<RESTOptions> {
  return { version: '10', api: apiUrl, retries: 0, rejectOnRateLimit: () => true, timeout: ANSWER_WITHIN_MS };
}

/**
 * Discord's client with its own pacing switched off: it knows of this process only, believes any wait for as long as the
 * process lives, and would refuse answers to people during a burst. So it is shown nothing of the limits.
 * Its calls throw TooMany for a 429.
 * @param onRoom told what each answer says of its limit
 */
export function createRest(
  apiUrl: string,
  onRoom: (room: Room, method: string, route: string) => void,
): REST {
  const base = new URL(`${apiUrl.replace(/\/$/, '')}/v10`).pathname;
  return new REST({
    ...restOptions(apiUrl),
    globalRequestsPerSecond: Infinity,
    makeRequest: async (url, init) => {
      const response = await DefaultRestOptions.makeRequest(url, await withBytes(init));
      if (response.status === 429)
        throw tooMany(await response.json().catch(() => null), response.headers, url);
      const room = roomIn(response.headers);
      if (room) onRoom(room, init.method ?? 'GET', new URL(url).pathname.slice(base.length));
      for (const name of Array.from(response.headers.keys()))
        if (name.startsWith('x-ratelimit-') || name === 'retry-after') response.headers.delete(name);
      return response;
    },
  });
}

type Init = Parameters<typeof DefaultRestOptions.makeRequest>[1];

/**
 * A form of several parts as bytes: the client's own HTTP library does not know the `FormData` of another version, which is what
 * Node 24 has.
 */
async function withBytes(init: Init): Promise<Init> {
  const { body }: { body?: unknown } = init;
  if (!(body instanceof FormData)) return init;
  const form = new Response(body);
  const type = form.headers.get('content-type') ?? 'multipart/form-data';
  const headers = { ...(init.headers as Record<string, string>), 'content-type': type };
  return { ...init, headers, body: new Uint8Array(await form.arrayBuffer()) };
}

function tooMany(body: unknown, headers: Headers, url: string): Error {
  const said = rateLimit.safeParse(body).data ?? {};
  const { code, global } = said;
  if (code === CODE.openingDmsTooFast)
    return new DiscordAPIError({ code, message: '' }, code, 429, '', url, {});
  if (code === CODE.tooManyOldEdits) return new TooMany(OLD_EDITS_WAIT_MS, 'message');
  const isGlobal =
    global === true || headers.get('x-ratelimit-scope') === 'global' || headers.has('x-ratelimit-global');
  const wait = headers.get('retry-after') ?? said.retry_after?.toString();
  return new TooMany(retryAfterMs(wait, Date.now()), isGlobal ? 'global' : 'route');
}

function roomIn(headers: Headers): Room | null {
  const number = (name: string) => Number(headers.get(`x-ratelimit-${name}`) ?? NaN);
  const room = {
    bucket: headers.get('x-ratelimit-bucket') ?? '',
    limit: number('limit'),
    remaining: number('remaining'),
    resetAfterMs: number('reset-after') * 1_000,
  };
  const isUsable =
    room.bucket !== '' &&
    Number.isInteger(room.limit) &&
    room.limit > 0 &&
    room.remaining >= 0 &&
    room.resetAfterMs > 0;
  return isUsable && room.resetAfterMs <= 3_600_000 ? room : null;
}
