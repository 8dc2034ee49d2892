import { channel, text, type Inline } from '../../chat/rich.ts';
import type { Texts } from '../../texts/index.ts';
import { barometerOf, weatherOf, type Barometer, type ChannelMood } from './barometer-of.ts';

type WeighedChannel = Omit<ChannelMood, 'before'> & Barometer;

/** Channels with their values, those in which people are most upset first. */
export function byMood(channels: readonly ChannelMood[], days: number): WeighedChannel[] {
  return channels
    .map((each) => ({ ...each, ...barometerOf(each.today, each.before, days) }))
    .toSorted((a, b) => a.value - b.value || b.today.messages - a.today.messages);
}

const ARROW = { up: '▲', down: '▼', steady: '▬', new: '•' } as const;

/** One channel in a line: value, trend and why. */
export function barometerLine(mood: WeighedChannel, texts: Texts): Inline[] {
  const words = texts.says.heat;
  const { channelId, today, value, trend, hotThreads } = mood;
  const { upset, praise, messages, people } = today;
  const weather = texts.figures.barometer.weather[weatherOf(value)];
  const why = words.why(upset, praise, messages, people);
  const hot = hotThreads === 0 ? '' : `, ${words.hotThreads(hotThreads)}`;
  return [
    channel(channelId),
    text(` ${value} ${ARROW[trend]} ${weather}, ${comparedWith(mood, texts)}: ${why}${hot}`),
  ];
}

function comparedWith({ trend, before }: Barometer, { says }: Texts): string {
  const { nothingBefore, asBefore, upFrom, downFrom } = says.heat;
  if (trend === 'new') return nothingBefore;
  if (trend === 'steady') return asBefore;
  return trend === 'up' ? upFrom(before) : downFrom(before);
}
