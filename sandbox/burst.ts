import type { MessageView, SandboxPlatform } from './platform.ts';
import type { Seed } from './seed.ts';

/** Channels the flags of a burst are spread over. */
const CHANNELS = 6;

/** The same community with so many open channels for a burst. */
export function withOpenChannels(seed: Seed, channels = CHANNELS): Seed {
  const open = Array.from({ length: channels - 2 }, (_, index) => ({
    id: /^\d/.test(seed.id) ? `11000000000000009${String(index).padStart(2, '0')}` : `C0BURST${index}`,
    name: `burst-${index}`,
    isPrivate: false,
    members: 'everyone' as const,
  }));
  return { ...seed, channels: [...seed.channels, ...open] };
}

/** Ids of the open channels of such a community. */
export function openChannelsOf({ channels }: Seed): string[] {
  const open = channels.filter(({ name }) => name === 'general' || name.startsWith('burst-'));
  return [channels[1]!, ...open].map(({ id }) => id);
}

/** What a burst has come to so far. */
export interface Burst {
  /** How many of the flagged messages carry 👀, have exactly one answer, and exactly one card. */
  receipts: number;
  answers: number;
  cards: number;
  /** Messages with more than one answer or card. */
  twice: number;
  /** Calls of the app's, by method, and those that were refused because there were too many. */
  calls: Record<string, number>;
  refused: string[];
}

/** Flags `count` messages at once, in turn in six channels. @returns a function that says how far the app has got. */
export function startBurst(
  people: SandboxPlatform,
  seed: Seed,
  count: number,
  complaint = 'complaint',
): () => Burst {
  const [member, , handler] = seed.people;
  const triage = seed.channels.find(({ name }) => name === 'feedback-triage')!.id;
  const channels = openChannelsOf(seed);
  const before = people.calls().length;
  const flagged = Array.from({ length: count }, (_, index) => {
    const channel = channels[index % channels.length]!;
    const text = `${complaint} number ${String(index).padStart(4, '0')}`;
    return { ...people.createMessage({ as: member!.id, channel, text }), text };
  });
  for (const { channel, message } of flagged)
    people.react({ as: handler!.id, channel, message, emoji: '🚩', present: true });

  return () => {
    const shown = new Map(channels.map((channel) => [channel, people.messages({ as: member!.id, channel })]));
    const cards = people
      .messages({ as: handler!.id, channel: triage })
      .filter(isFromBot)
      .map((each) => JSON.stringify(each.native));
    const seen = flagged.map(({ channel, message, text }) => ({
      receipts: shown
        .get(channel)!
        .find(({ id }) => id === message)!
        .reactions.some(({ emoji }) => emoji === '👀' || emoji === ':eyes:'),
      answers: people.messages({ as: member!.id, channel, thread: message }).filter(isFromBot).length,
      cards: cards.filter((card) => card.includes(text)).length,
    }));
    const calls = people.calls().slice(before);
    return {
      receipts: seen.filter(({ receipts }) => receipts).length,
      answers: seen.filter(({ answers }) => answers === 1).length,
      cards: seen.filter((each) => each.cards === 1).length,
      twice: seen.filter((each) => each.answers > 1 || each.cards > 1).length,
      calls: countBy(
        calls.map(
          ({ method, status }) =>
            method.replaceAll(/\d{15,}/g, ':id').replace(/reactions\/.*/, 'reactions') +
            (status >= 400 ? ` ${status}` : ''),
        ),
      ),
      refused: calls.filter(({ status }) => status === 429).map(({ method, at }) => `${at} ${method}`),
    };
  };
}

const isFromBot = ({ author }: MessageView) => author.isBot;

function countBy(names: string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const name of names) counts[name] = (counts[name] ?? 0) + 1;
  return counts;
}
