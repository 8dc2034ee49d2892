/** What was felt in a channel in some time. */
export interface ChannelDay {
  /** Everything that was said. */
  messages: number;
  /** How many different people said something or reacted. */
  people: number;
  /** Upset words and reactions, each person once for each message; kind ones the same. */
  upset: number;
  praise: number;
}

/** What was counted in a channel. */
export interface ChannelMood {
  channelId: string;
  today: ChannelDay;
  /** The days before, all together. */
  before: ChannelDay;
  /** Threads that were offered in the last day. */
  hotThreads: number;
}

/** A channel's mood: the last day, and how it was before. */
export interface Barometer {
  /** 0 (everybody is upset) to 100 (everybody is delighted); 50 is neither. */
  value: number;
  /** The value of the days before. */
  before: number;
  /** `new` where nothing was counted before. */
  trend: 'up' | 'down' | 'steady' | 'new';
}

/** So many signs of neither kind are thought in, so that a single angry word is no storm. */
const CALM = 10;
/** A smaller change is none. */
const CHANGE = 5;

/**
 * 50 + 50 × (praise − upset) ÷ (praise + upset + 10), rounded. See docs/hot-threads.md.
 * @param days how many days `before` counts
 */
export function barometerOf(today: ChannelDay, before: ChannelDay, days: number): Barometer {
  const value = valueOf(today.praise, today.upset);
  const usual = valueOf(before.praise / days, before.upset / days);
  return { value, before: usual, trend: isNothing(before) ? 'new' : trendOf(value - usual) };
}

function isNothing({ messages, upset, praise }: ChannelDay): boolean {
  return messages + upset + praise === 0;
}

function trendOf(change: number): Barometer['trend'] {
  if (Math.abs(change) < CHANGE) return 'steady';
  return change > 0 ? 'up' : 'down';
}

function valueOf(praise: number, upset: number): number {
  return Math.round(50 + (50 * (praise - upset)) / (praise + upset + CALM));
}

/** A value as people say it. */
export function weatherOf(value: number): 'sunny' | 'calm' | 'clouded' | 'stormy' {
  if (value >= 65) return 'sunny';
  if (value >= 45) return 'calm';
  return value >= 30 ? 'clouded' : 'stormy';
}
