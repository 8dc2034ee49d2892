import { GLOBAL } from '../../sandbox/discord/limits.ts';
import { POSTS } from '../../sandbox/slack/api/limits.ts';

/**
 * The least time from the first to the last of so many answers that the limits of the sandbox allow (ms), when all of them wait, spread
 * evenly over so many channels.
 */
export const LEAST_MS: Readonly<Record<'slack' | 'discord', (answers: number, channels: number) => number>> =
  {
    // One message an answer: a few at once in each channel, then one a second; and so many a minute in all.
    slack: (answers, channels) => {
      const at: number[] = [];
      for (let nth = 0; nth < answers; nth += 1) {
        const inItsChannel = Math.floor(nth / channels);
        const own = Math.max(0, inItsChannel - POSTS.burst + 1) * POSTS.everyMs;
        at.push(Math.max(own, nth < POSTS.inAll ? 0 : at[nth - POSTS.inAll]! + POSTS.perMs));
      }
      return at.at(-1) ?? 0;
    },
    // An answer opens a thread and is posted in it; each thread has room of its own, so the bot's calls in all are what counts.
    discord: (answers) => Math.floor((2 * answers - 1) / GLOBAL.calls) * GLOBAL.perMs,
  };
