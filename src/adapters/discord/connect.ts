import { setTimeout as after } from 'node:timers/promises';
import { DiscordjsErrorCodes } from 'discord.js';
import { textCode, TOKEN_REFUSED } from './errors.ts';
import { createGatewayClient, type GatewayOptions } from './gateway-client.ts';
import { createIdentifyBudget, type IdentifyBudget } from './identify-budget.ts';

/** Waits between attempts to connect (ms), doubled each time. What only a person can put right is tried rarely. */
const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 60_000;
const PERSON_NEEDED_WAIT_MS = 30_000;
const PERSON_NEEDED_LONGEST_MS = 300_000;

/** https://docs.discord.com/developers/topics/opcodes-and-status-codes#gateway-gateway-close-event-codes */
const CLOSE = { authenticationFailed: 4004, disallowedIntents: 4014 };

/** Of discord.js itself: the token was refused before there was a connection. */
const TOKEN_INVALID: string = DiscordjsErrorCodes.TokenInvalid;

const CONNECTING = 'connecting to Discord; no events arrive yet.';
const STOPPED = 'Discord is switched off here.';
const LOST = 'the connection to Discord was lost; it is being made again.';
const INTENTS_OFF =
  'Discord refused the connection because an intent is switched off. In the Developer Portal open your application → Bot → Privileged Gateway Intents, switch on "Message Content Intent" and save.';

export interface Connection {
  /** Resolves when the first attempt has succeeded or failed; goes on by itself until `close`. */
  open: () => Promise<void>;
  close: () => Promise<void>;
  /** Null while every shard is connected. */
  problem: () => string | null;
}

/** Keeps a connection to the gateway, with a new client whenever one can go on no more. */
export function createConnection(options: GatewayOptions): Connection {
  const { log } = options;
  const closing = new AbortController();
  const budget = createIdentifyBudget();
  let problem: string | null = CONNECTING;
  let running: Promise<void> | null = null;

  async function keep(firstOutcome: () => void): Promise<void> {
    for (let failures = 0; !closing.signal.aborted; failures += 1) {
      const why = await live(options, budget, closing.signal, (state) => {
        problem = state && LOST;
        if (state === null) failures = -1;
        firstOutcome();
      });
      problem = why;
      if (closing.signal.aborted) break;
      log.error({ problem: why }, 'no connection to Discord');
      firstOutcome();
      await after(waitMs(why, Math.max(0, failures)), null, { signal: closing.signal }).catch(() => null);
    }
    problem = STOPPED;
    firstOutcome();
  }

  return {
    open: () =>
      new Promise((resolve) => {
        running ??= keep(resolve);
      }),
    close: async () => {
      closing.abort();
      await running;
    },
    problem: () => problem,
  };
}

/** One client from login until it can go on no more. @returns why, as a problem for people */
async function live(
  options: GatewayOptions,
  budget: IdentifyBudget,
  closing: AbortSignal,
  onState: (state: 'lost' | null) => void,
): Promise<string> {
  const hearsOfMembers = (await options.mayHearOfMembers?.()) ?? false;
  if (closing.aborted) return STOPPED;
  const client = createGatewayClient(options, budget, onState, hearsOfMembers);
  const why = await new Promise<string>((resolve) => {
    client.onEnd((code) => resolve(problemOfClose(code)));
    client.login().catch((error: unknown) => resolve(problemOfLogin(error)));
    closing.addEventListener('abort', () => resolve(STOPPED), { once: true });
  });
  await client.destroy();
  return why;
}

function problemOfLogin(error: unknown): string {
  const code = textCode(error);
  if (code === TOKEN_INVALID) return TOKEN_REFUSED;
  return `Discord cannot be reached (${code}); it is tried again.`;
}

function problemOfClose(code: number): string {
  if (code === CLOSE.authenticationFailed) return TOKEN_REFUSED;
  if (code === CLOSE.disallowedIntents) return INTENTS_OFF;
  return `Discord closed the connection for good (${code}); it is tried again.`;
}

function waitMs(problem: string, failures: number): number {
  const rarely = problem === TOKEN_REFUSED || problem === INTENTS_OFF;
  const [first, longest] = rarely
    ? [PERSON_NEEDED_WAIT_MS, PERSON_NEEDED_LONGEST_MS]
    : [FIRST_WAIT_MS, LONGEST_WAIT_MS];
  return Math.min(longest, first * 2 ** Math.min(failures, 10));
}
