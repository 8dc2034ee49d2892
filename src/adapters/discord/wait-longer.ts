import { TOKEN_REFUSED } from './errors.ts';

/** Waits between attempts to connect (ms), doubled each time. What only a person can put right is tried rarely. */
const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 60_000;
const PERSON_NEEDED_WAIT_MS = 30_000;
const PERSON_NEEDED_LONGEST_MS = 300_000;

export const INTENTS_OFF =
  'Discord refused the connection because an intent is switched off. In the Developer Portal open your application → Bot → Privileged Gateway Intents, switch on "Message Content Intent" and save.';
export const TOO_FEW_SHARDS =
  'Discord refused the connection because the bot is in too many servers for so few shards. Raise DISCORD_SHARDS, or leave it out and Discord says how many there should be.';

const PERSON_NEEDED = [TOKEN_REFUSED, INTENTS_OFF, TOO_FEW_SHARDS];

/** How long to wait before the next attempt (ms). @param problem why the last one failed */
export function waitMs(problem: string, failures: number): number {
  const [first, longest] = PERSON_NEEDED.includes(problem)
    ? [PERSON_NEEDED_WAIT_MS, PERSON_NEEDED_LONGEST_MS]
    : [FIRST_WAIT_MS, LONGEST_WAIT_MS];
  return Math.min(longest, first * 2 ** Math.min(failures, 10));
}
