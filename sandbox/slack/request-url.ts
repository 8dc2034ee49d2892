import { createHmac, randomUUID } from 'node:crypto';
import type { Journal } from '../journal.ts';
import type { Origin } from './origin.ts';
import type { Delivery, Outcome, Transport } from './outgoing.ts';
import type { Json, Timings } from './types.ts';

const VERIFIED = 'verified request url';
/** Between two attempts to have the address verified (ms). */
const VERIFY_AGAIN_MS = 500;

/**
 * The app behind a request URL: signed POSTs. https://docs.slack.dev/authentication/verifying-requests-from-slack
 * Nothing is sent before the address has once answered the challenge.
 */
export function createRequestUrl(
  deps: {
    url: string;
    signingSecret: string;
    journal: Journal;
    timings: Timings;
    origin: Origin;
    now: () => Date;
  },
  ready: () => void,
): Transport {
  const { url, signingSecret, timings, origin, now } = deps;
  const meta = deps.journal.table<string>('slack.meta');
  const closing = new AbortController();
  let timer: NodeJS.Timeout | undefined;

  const post = async (body: string, contentType: string, headers: Record<string, string> = {}) => {
    const timestamp = String(Math.floor(now().getTime() / 1_000));
    const signature = createHmac('sha256', signingSecret).update(`v0:${timestamp}:${body}`).digest('hex');
    const response = await fetch(url, {
      method: 'POST',
      body,
      headers: {
        ...headers,
        'content-type': contentType,
        'user-agent': 'Slackbot 1.0 (+https://api.slack.com/robots)',
        'x-slack-request-timestamp': timestamp,
        'x-slack-signature': `v0=${signature}`,
      },
      redirect: 'error',
      signal: AbortSignal.any([closing.signal, AbortSignal.timeout(timings.ackWithinMs)]),
    });
    return {
      ok: response.ok,
      noRetry: response.headers.get('x-slack-no-retry') === '1',
      text: await response.text(),
    };
  };

  const verify = async (): Promise<void> => {
    if (meta.get(VERIFIED) !== url) {
      const challenge = randomUUID();
      const body = JSON.stringify({ token: 'verification', challenge, type: 'url_verification' });
      const answer = await post(body, 'application/json').catch(() => null);
      if (closing.signal.aborted) return;
      if (!answer?.ok || !answer.text.includes(challenge)) {
        timer = setTimeout(() => void verify(), VERIFY_AGAIN_MS);
        return;
      }
      meta.set(VERIFIED, url);
    }
    ready();
  };
  // After the caller has got its platform, whose listener this wakes.
  timer = setTimeout(() => void verify(), 0);

  return {
    reachable: () => meta.get(VERIFIED) === url,
    offer: async (delivery): Promise<Outcome> => {
      if (meta.get(VERIFIED) !== url) return { status: 'nobody' };
      const { body, contentType, headers } = requestFor(delivery, origin);
      try {
        const answer = await post(body, contentType, headers);
        if (answer.ok) return { status: 'acknowledged', body: parse(answer.text) };
        return { status: 'failed', reason: 'http_error', giveUp: answer.noRetry };
      } catch (error) {
        const late = (error as { name?: string }).name === 'TimeoutError';
        return { status: 'failed', reason: late ? 'http_timeout' : 'connection_failed' };
      }
    },
    close: () => {
      closing.abort();
      clearTimeout(timer);
      return Promise.resolve();
    },
  };
}

function requestFor({ kind, payload, attempt, reason }: Delivery, origin: Origin) {
  const form = 'application/x-www-form-urlencoded';
  if (kind === 'slash_commands')
    return { body: String(new URLSearchParams(strings(payload, origin))), contentType: form };
  if (kind === 'interactive')
    return { body: String(new URLSearchParams({ payload: origin.json(payload) })), contentType: form };
  const headers = attempt ? { 'x-slack-retry-num': String(attempt), 'x-slack-retry-reason': reason } : {};
  return { body: origin.json(payload), contentType: 'application/json', headers };
}

function strings(payload: Json, origin: Origin): Record<string, string> {
  return JSON.parse(origin.json(payload)) as Record<string, string>;
}

/** A slash command may be answered with plain text. */
function parse(text: string): unknown {
  if (text.trim() === '') return null;
  try {
    return JSON.parse(text);
  } catch {
    return { text };
  }
}
