import { channel, text, type Inline } from '../../chat/rich.ts';
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
export function barometerLine(mood: WeighedChannel): Inline[] {
  const { channelId, today, value, trend, hotThreads } = mood;
  const { upset, praise, messages, people } = today;
  const why = `${upset} upset and ${praise} kind words or reactions in ${messages} ${messages === 1 ? 'message' : 'messages'} by ${people} ${people === 1 ? 'person' : 'people'}`;
  const hot = hotThreads === 0 ? '' : `, ${hotThreads} hot ${hotThreads === 1 ? 'thread' : 'threads'}`;
  return [
    channel(channelId),
    text(` ${value} ${ARROW[trend]} ${weatherOf(value)}, ${comparedWith(mood)}: ${why}${hot}`),
  ];
}

function comparedWith({ trend, before }: Barometer): string {
  if (trend === 'new') return 'nothing to compare with yet';
  return trend === 'steady' ? 'as in the week before' : `${trend} from ${before} in the week before`;
}
