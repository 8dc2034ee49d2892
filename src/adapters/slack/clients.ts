import { LogLevel, WebClient, type Logger, type WebClientOptions } from '@slack/web-api';

/** How long a call may take (ms). */
const CALL_TIMEOUT_MS = 10_000;

/**
 * One client per purpose, because a client's calls share a queue. None waits out a rate limit: whoever called decides.
 * `post` never repeats a call, so nothing is said twice; `ask` serves people who wait (views.open has 3 s);
 * `read` may repeat a call that failed.
 */
export interface Clients {
  post: WebClient;
  ask: WebClient;
  read: WebClient;
  /** Where the API is, with a slash at the end. */
  apiUrl: string;
}

export function createClients(botToken: string, apiUrl: string | undefined): Clients {
  const client = (retries: number) => new WebClient(botToken, clientOptions(apiUrl, retries));
  const post = client(0);
  return { post, ask: client(0), read: client(1), apiUrl: post.slackApiUrl };
}

/** For every client of Slack's, Bolt's and Socket Mode's included. */
export function clientOptions(apiUrl: string | undefined, retries: number): WebClientOptions {
  return {
    ...(apiUrl && { slackApiUrl: apiUrl }),
    retryConfig: { retries, minTimeout: 300 },
    rejectRateLimitedCalls: true,
    timeout: CALL_TIMEOUT_MS,
    logger: silent(),
  };
}

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
