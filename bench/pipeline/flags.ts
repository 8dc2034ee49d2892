import { setTimeout as pause } from 'node:timers/promises';
import { openChannelsOf } from '../../sandbox/burst.ts';
import type { CallView, MessageView, SandboxPlatform } from '../../sandbox/platform.ts';
import type { Seed } from '../../sandbox/seed.ts';

/** Between two looks at how far the bot is (ms). */
const LOOK_EVERY_MS = 10;
/** What is written takes no longer to reach the bot (ms). */
const HEARD_MS = 1_000;
/** Nothing has been said for so long: it will not be (ms). */
const HUNG_MS = 60_000;

/** A message that is or will be flagged. */
export interface Flagged {
  channel: string;
  message: string;
}

/** Messages of a member's, in turn in the open channels, all of which the bot has heard of. */
export async function written(people: SandboxPlatform, seed: Seed, count: number): Promise<Flagged[]> {
  const channels = openChannelsOf(seed);
  const as = seed.people[0]!.id;
  const all = Array.from({ length: count }, (_, index) => {
    const text = `The app closes by itself when I upload a picture, for the ${index}. time.`;
    return people.createMessage({ as, channel: channels[index % channels.length]!, text });
  });
  await pause(HEARD_MS);
  return all;
}

/** A handler flags a message, as feedback unless the emoji says otherwise. */
export function flag(people: SandboxPlatform, seed: Seed, { channel, message }: Flagged, emoji = '🚩'): void {
  people.react({ as: seed.people[2]!.id, channel, message, emoji, present: true });
}

/**
 * Flags them all, at most so many ahead of the bot.
 * @returns how long it took until each had its mark, answer and card (ms), and the calls the bot made
 */
export async function drain(
  people: SandboxPlatform,
  seed: Seed,
  flagged: readonly Flagged[],
  ahead: number,
): Promise<{ tookMs: number; calls: Record<string, number> }> {
  const tally = tallyOf(people);
  const from = performance.now();
  let sent = 0;
  let lastMoved = from;
  for (let done = 0; done < flagged.length;) {
    for (; sent < flagged.length && sent - done < ahead; sent += 1) flag(people, seed, flagged[sent]!);
    await pause(LOOK_EVERY_MS);
    const calls = tally();
    const now = Math.min((calls['chat.postMessage'] ?? 0) / 2, calls['reactions.add'] ?? 0);
    if (now > done) lastMoved = performance.now();
    if (performance.now() - lastMoved > HUNG_MS)
      throw new Error(`Only ${done} of ${flagged.length} flags were answered.`);
    done = Math.floor(now);
  }
  return { tookMs: performance.now() - from, calls: tally() };
}

/** Counts the calls that were carried out from now on, by method. The sandbox keeps the last thousand: look often. */
function tallyOf(people: SandboxPlatform): () => Record<string, number> {
  const counts: Record<string, number> = {};
  let last: CallView | undefined = people.calls().at(-1);
  return () => {
    const all = people.calls();
    const seen = last === undefined ? -1 : all.lastIndexOf(last);
    if (last !== undefined && seen === -1) throw new Error('More calls were made than the sandbox keeps.');
    for (const { method, error } of all.slice(seen + 1))
      if (error === null) counts[method] = (counts[method] ?? 0) + 1;
    last = all.at(-1);
    return { ...counts };
  };
}

/** @throws when not each of them has its mark and one answer, and the triage channel so many cards */
export function check(
  people: SandboxPlatform,
  seed: Seed,
  flagged: readonly Flagged[],
  cardsInAll: number,
): void {
  const as = seed.people[2]!.id;
  const cards = people.messages({ as, channel: triageOf(seed) }).filter(isFromBot).length;
  const views = new Map(
    openChannelsOf(seed)
      .flatMap((channel) => people.messages({ as, channel }))
      .map((each) => [each.id, each]),
  );
  const wrong = flagged.filter(({ channel, message }) => {
    const isMarked = views.get(message)?.reactions.some(({ emoji }) => ['👀', ':eyes:'].includes(emoji));
    const answers = people.messages({ as, channel, thread: message }).filter(isFromBot).length;
    return !isMarked || answers !== 1;
  });
  if (wrong.length > 0 || cards !== cardsInAll)
    throw new Error(
      `${wrong.length} of ${flagged.length} flags have no mark or not one answer; ${cards} cards of ${cardsInAll}.`,
    );
}

export function triageOf({ channels }: Seed): string {
  return channels.find(({ name }) => name === 'feedback-triage')!.id;
}

const isFromBot = ({ author }: MessageView) => author.isBot;
