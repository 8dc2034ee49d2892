import { Webhook } from 'standardwebhooks';
import { fetch, type Agent } from 'undici';
import { AppError } from '../errors.ts';
import { publicAgent } from './outside.ts';
import { retryAfterMs } from './retry-after.ts';

/** How long a receiver may take to answer (ms). Standard Webhooks says 15 to 30 s. */
const ANSWER_WITHIN_MS = 15_000;
/** A secret that is no `whsec_…` has at least so many characters. */
const SECRET_MIN = 16;
/** So many messages a process sends to one receiver at a time: a slow one must not hold up the others. */
const AT_ONCE = 2;
/** How long whoever finds these places taken waits for each that is before it, and at most (ms). */
const EACH_WAITS_MS = 250;
const WAITS_AT_MOST_MS = 30_000;
/** The longest a receiver can ask us to wait (ms). */
const WAIT_MAX_MS = 6 * 3_600_000;

interface Target {
  name: string;
  url: string;
  secret: string | null;
  private: boolean;
}

interface Message {
  mark: string;
  at: Date;
  payload: unknown;
}

interface Refused {
  why: 'secretUnset' | 'secretUnusable' | 'inside' | 'silent' | 'unreached' | 'redirect' | 'status';
  /** Seconds, a code or a status, where there is one. */
  what: string;
}

type Outcome = { taken: true; outcome: string } | ({ taken: false; waitMs: number | null } & Refused);
type Busy = { taken: 'busy'; waitMs: number };

/**
 * Sends messages as Standard Webhooks describes it. No redirect is followed: whoever moved is told to people, and nothing goes
 * where nobody has sent it. Addresses that are not public are not asked, unless the operator has said so.
 * https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md
 */
export function createCallWebhook({ answerWithinMs = ANSWER_WITHIN_MS } = {}): {
  call(target: Target, message: Message): Promise<Outcome | Busy>;
  close(): Promise<void>;
} {
  const guarded = publicAgent('webhook');
  const places = new Map<string, { taken: number; refused: number }>();
  return {
    call: async (target, message) => {
      const place = places.get(target.name) ?? { taken: 0, refused: 0 };
      places.set(target.name, place);
      if (place.taken >= AT_ONCE) {
        place.refused += 1;
        return { taken: 'busy', waitMs: Math.min(WAITS_AT_MOST_MS, place.refused * EACH_WAITS_MS) };
      }
      place.taken += 1;
      place.refused = Math.max(0, place.refused - 1);
      return call(target, message, guarded, answerWithinMs).finally(() => {
        place.taken -= 1;
        // Nobody is before whoever comes next.
        if (place.taken === 0) place.refused = 0;
      });
    },
    close: () => guarded.close(),
  };
}

async function call(
  target: Target,
  { mark, at, payload }: Message,
  guarded: Agent,
  withinMs: number,
): Promise<Outcome> {
  const signer = target.secret === null ? null : signerOf(target.secret);
  if (!signer) return notTaken({ why: target.secret === null ? 'secretUnset' : 'secretUnusable', what: '' });
  const body = JSON.stringify(payload);
  try {
    const response = await fetch(target.url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'user-agent': 'Hearback',
        'webhook-id': mark,
        'webhook-timestamp': String(Math.floor(at.getTime() / 1_000)),
        'webhook-signature': signer.sign(mark, at, body),
      },
      body,
      redirect: 'manual',
      signal: AbortSignal.timeout(withinMs),
      ...(!target.private && { dispatcher: guarded }),
    });
    await response.body?.cancel();
    return outcomeOf(response.status, response.headers.get('retry-after'), at);
  } catch (error) {
    return notTaken(faultOf(error));
  }
}

function outcomeOf(status: number, retryAfter: string | null, at: Date): Outcome {
  if (status >= 200 && status < 300) return { taken: true, outcome: String(status) };
  if (status >= 300 && status < 400) return notTaken({ why: 'redirect', what: String(status) });
  const waitMs =
    retryAfter !== null && (status === 429 || status === 503)
      ? Math.min(WAIT_MAX_MS, retryAfterMs(retryAfter, at.getTime()))
      : null;
  return notTaken({ why: 'status', what: String(status) }, waitMs);
}

function notTaken(refused: Refused, waitMs: number | null = null): Outcome {
  return { taken: false, ...refused, waitMs };
}

/** `whsec_` and base64, or any text that is long enough. Null for what is neither. */
function signerOf(secret: string): Webhook | null {
  try {
    if (secret.startsWith('whsec_')) return new Webhook(secret);
    return secret.length >= SECRET_MIN ? new Webhook(secret, { format: 'raw' }) : null;
  } catch {
    return null;
  }
}

/** Never the message of an error: it can hold the address, and that a secret. */
function faultOf(error: unknown): Refused {
  const { cause } = error instanceof Error ? error : {};
  const inner = cause instanceof AppError ? cause : error instanceof AppError ? error : null;
  if (inner) return { why: 'inside', what: '' };
  if (error instanceof Error && error.name === 'TimeoutError')
    return { why: 'silent', what: String(ANSWER_WITHIN_MS / 1_000) };
  return { why: 'unreached', what: codeIn(cause) ?? codeIn(error) ?? '' };
}

function codeIn(error: unknown): string | null {
  return typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string'
    ? error.code.replaceAll(/[^\w-]/g, '').slice(0, 40)
    : null;
}
