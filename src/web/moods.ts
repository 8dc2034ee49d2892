import { isLead, isStaff } from '../cases/access.ts';
import { heatLimits } from '../cases/heat/heat-limits.ts';
import { barometerOf, weatherOf, type Barometer, type ChannelDay } from '../cases/heat/barometer-of.ts';
import { watches } from '../policy/lookup.ts';
import type { FigureTime, MoodDay } from '../store/figures-port.ts';
import type { Rooms, Visitor } from './page.ts';

/** Today's mood is compared with that of so many days before it. */
const COMPARED_DAYS = 7;

type MoodRooms = Pick<Rooms, 'heat' | 'figures' | 'chat'>;

/** The mood of the channels somebody may know of: now, and in a time. */
export interface Moods {
  now: ReadonlyMap<string, Barometer & { weather: ReturnType<typeof weatherOf> }>;
  /** Of all these channels together, by the first moment of the step (ms). */
  steps: ReadonlyMap<number, number>;
}

/** The watched channels' mood, for staff: leads see all of them, others those they can read themselves. As `/feedback barometer`. */
export async function moodsFor(time: FigureTime, visitor: Visitor, rooms: MoodRooms): Promise<Moods> {
  const { workspace, policy, standing } = visitor;
  if (!isStaff(standing) || !heatLimits(policy, workspace, '')) return { now: new Map(), steps: new Map() };
  await rooms.heat.flush();
  const [moods, days] = await Promise.all([
    rooms.heat.moods(workspace.id, COMPARED_DAYS),
    rooms.figures.moods(workspace.id, time),
  ]);
  const channels = new Set([...moods, ...days].map(({ channelId }) => channelId));
  const seen = await readable([...channels], visitor, rooms);
  return {
    now: new Map(
      moods
        .filter(
          ({ channelId, today }) => seen.has(channelId) && today.messages + today.upset + today.praise > 0,
        )
        .map(({ channelId, today, before }) => {
          const found = barometerOf(today, before, COMPARED_DAYS);
          return [channelId, { ...found, weather: weatherOf(found.value) }];
        }),
    ),
    steps: together(days.filter(({ channelId }) => seen.has(channelId))),
  };
}

/** Those that are watched and counted, and whose mood somebody may know. */
async function readable(
  channelIds: readonly string[],
  { workspace, policy, standing, userId }: Visitor,
  { chat }: MoodRooms,
): Promise<ReadonlySet<string>> {
  const counted = channelIds.filter(
    (channelId) => watches(workspace, channelId, null) && heatLimits(policy, workspace, channelId),
  );
  if (isLead(standing)) return new Set(counted);
  const asked = await Promise.all(
    counted.map(async (channelId) => {
      const can = await chat(workspace.id)
        .canSee(workspace.id, channelId, userId)
        .catch(() => false);
      return can ? [channelId] : [];
    }),
  );
  return new Set(asked.flat());
}

/** All channels of a step as one. */
function together(days: readonly MoodDay[]): Map<number, number> {
  const sums = new Map<number, ChannelDay>();
  for (const { day, upset, praise, messages } of days) {
    const sum = sums.get(day.getTime()) ?? { upset: 0, praise: 0, messages: 0, people: 0 };
    sums.set(day.getTime(), {
      people: 0,
      upset: sum.upset + upset,
      praise: sum.praise + praise,
      messages: sum.messages + messages,
    });
  }
  return new Map([...sums].map(([day, sum]) => [day, barometerOf(sum, sum, 1).value]));
}
