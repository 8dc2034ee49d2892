import type { Felt } from './stir.ts';

/** When a thread is hot: all three are reached within the time the policy says. */
export interface HeatLimits {
  replies: number;
  people: number;
  upset: number;
}

/** How hot a thread is, and why. */
export interface Heat {
  /** 100 and more is hot. */
  value: number;
  /** What was said below the first message, without praise. */
  replies: number;
  /** How many different people said something that is no praise, or were upset. */
  people: number;
  /** Upset words and reactions, each person once for each message. */
  upset: number;
  /** The same for kind ones. */
  praise: number;
}

/** From here on a thread is offered. */
export const HOT = 100;

/** A thread has to be so many times as quick as threads of its channel usually are. */
const QUICKER = 2;
/** What a kind word or reaction takes away from the upset ones. */
const SOOTHES = 0.5;

/**
 * How hot a thread is by what was said and felt in it within the time that counts, in any order:
 *
 *     100 × the smallest of  replies ÷ limit,  people ÷ limit,  (upset − praise ÷ 2) ÷ limit
 *
 * where the limit of replies is at least twice what threads of the channel usually have. So praise never makes a thread hotter,
 * and neither many replies alone nor one angry person do. See docs/hot-threads.md.
 * @param root the message the thread hangs from, which is no reply
 * @param usual replies that an active thread of this channel has in such a time
 */
export function heatOf(felt: readonly Felt[], root: string, limits: HeatLimits, usual: number): Heat {
  const angry = new Set(felt.filter(({ isReaction, mood }) => !isReaction && mood < 0).map(messageOf));
  const said = felt.filter(({ isReaction, mood }) => !isReaction && mood <= 0);
  const upset = felt.filter(({ mood }) => mood < 0);
  // A heart below angry words agrees with them.
  const kind = felt.filter(
    ({ mood, isReaction, messageId }) => mood > 0 && !(isReaction && angry.has(messageId)),
  );
  const counts = {
    replies: said.filter(({ messageId }) => messageId !== root).length,
    people: new Set([...said, ...upset].map(({ who }) => who)).size,
    upset: timesFelt(upset),
    praise: timesFelt(kind),
  };
  const parts = [
    counts.replies / Math.max(limits.replies, QUICKER * usual),
    counts.people / limits.people,
    (counts.upset - SOOTHES * counts.praise) / limits.upset,
  ];
  return { value: Math.max(0, Math.round(HOT * Math.min(...parts))), ...counts };
}

const messageOf = ({ messageId }: Felt) => messageId;

/** Five angry faces by one person below one message are one. */
function timesFelt(felt: readonly Felt[]): number {
  return new Set(felt.map(({ who, messageId, isReaction }) => `${who} ${messageId} ${isReaction}`)).size;
}
