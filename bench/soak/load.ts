import { setTimeout as pause } from 'node:timers/promises';
import { openChannelsOf } from '../../sandbox/burst.ts';
import type { SandboxPlatform } from '../../sandbox/platform.ts';
import type { Seed } from '../../sandbox/seed.ts';
import { flag, type Flagged } from '../pipeline/flags.ts';

/** Between two handfuls of flags (ms). */
const TICK_MS = 200;

/**
 * Messages are written and flagged at a steady rate, whatever the bot makes of them, each a tick after it was written.
 * @param rate flags per second
 * @returns what ends it, and gives how many were flagged
 */
export function startLoad(people: SandboxPlatform, seed: Seed, rate: number): () => Promise<number> {
  const ended = new AbortController();
  const running = load(people, seed, rate, ended.signal);
  return () => {
    ended.abort();
    return running;
  };
}

async function load(people: SandboxPlatform, seed: Seed, rate: number, signal: AbortSignal): Promise<number> {
  const channels = openChannelsOf(seed);
  const as = seed.people[0]!.id;
  const began = performance.now();
  let [flagged, waiting]: [number, Flagged[]] = [0, []];
  let made = 0;
  while (!signal.aborted || waiting.length > 0) {
    for (const each of waiting) flag(people, seed, each);
    flagged += waiting.length;
    waiting = [];
    const due = signal.aborted ? made : Math.floor(((performance.now() - began) / 1_000) * rate);
    for (; made < due; made += 1) {
      const text = `The picture I upload is gone afterwards, for the ${made}. time.`;
      waiting.push(people.createMessage({ as, channel: channels[made % channels.length]!, text }));
    }
    await pause(TICK_MS);
  }
  return flagged;
}
