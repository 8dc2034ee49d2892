import { LogLevel, type Logger, type WebClient, type WebClientOptions } from '@slack/web-api';
import { unpaced } from '../../chat/pace.ts';
import { retryAfterMs } from '../../net/retry-after.ts';
import { PacedClient, type Pacing } from './paced-client.ts';
import { TokenClient } from './token-client.ts';
import type { TokenSource } from './token-source.ts';

/** How long a call may take (ms). */
const CALL_TIMEOUT_MS = 10_000;

/**
 * One client per purpose, because a client's calls share a queue. None waits out a rate limit: whoever called decides.
 * `post` never repeats a call, so nothing is said twice; `read` may repeat a call that failed; both keep the pace.
 * `ask` serves people who wait (views.open has 3 s): nothing holds it up.
 */
export interface Clients {
  post: PacedClient;
  ask: WebClient;
  read: WebClient;
  /** Where the API is, with a slash at the end. */
  apiUrl: string;
}

export function createClients(
  tokens: TokenSource,
  apiUrl: string | undefined,
  pacing: Pacing = { pace: unpaced, workspace: async () => 'slack' },
): Clients {
  const ask = new TokenClient(tokens, clientOptions(apiUrl, 0));
  return {
    post: new PacedClient(tokens, clientOptions(apiUrl, 0), pacing, false),
    ask,
    read: new PacedClient(tokens, clientOptions(apiUrl, 1), pacing, true),
    apiUrl: ask.slackApiUrl,
  };
}

/** For every client of Slack's, Bolt's and Socket Mode's included. */
export function clientOptions(apiUrl: string | undefined, retries: number): WebClientOptions {
  return {
    ...(apiUrl && { slackApiUrl: apiUrl }),
    retryConfig: { retries, minTimeout: 300 },
    rejectRateLimitedCalls: true,
    timeout: CALL_TIMEOUT_MS,
    logger: silent(),
    fetch: withUsableWait,
  };
}

/**
 * The SDK takes a rate limit without a number of seconds for an unknown failure, after which a post would have to be looked up,
 * and believes any number. So it is always given a sensible one.
 */
const withUsableWait: NonNullable<WebClientOptions['fetch']> = async (url, init) => {
  const response = await fetch(url, init);
  if (response.status !== 429) return response;
  const headers = new Headers(response.headers);
  const waitMs = retryAfterMs(headers.get('retry-after'), Date.now());
  headers.set('retry-after', String(Math.ceil(waitMs / 1_000)));
  return new Response(await response.text(), { status: 429, headers });
};

function nothing(): void {}

/**
 * What the SDK would log reaches us as an error or an event as well, and is reported from there by its code;
 * the SDK's own lines carry payloads and addresses that are secrets.
 */
export function silent(): Logger {
  return {
    debug: nothing,
    info: nothing,
    warn: nothing,
    error: nothing,
    setLevel: nothing,
    setName: nothing,
    getLevel: () => LogLevel.ERROR,
  };
}
