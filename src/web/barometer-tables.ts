import { departmentName } from '../policy/lookup.ts';
import { NO_FIGURES, type BarometerFigures } from '../store/figures-port.ts';
import { addressOf, type Query } from './filters.ts';
import type { FigureQuery, Step } from './figure-query.ts';
import { figureColumns, NONE, type Table } from './figure-words.ts';
import type { Moods } from './moods.ts';
import type { Visit, Visitor } from './page.ts';

/** Everything a barometer shows, as it was read. */
export type Read = BarometerFigures & { moods: Moods };

/** Step by step, the latest first. */
export function stepTable(
  found: Read['steps'],
  steps: readonly Step[],
  { time }: FigureQuery,
  { texts }: Visitor,
): Table {
  const columns = figureColumns(texts);
  const at = new Map(found.map((each) => [each.at.getTime(), each]));
  return {
    caption: texts.figures.numbers,
    head: [texts.figures.step[time.step], ...columns.head],
    rows: steps
      .map(({ ms, long }) => ({ cells: [long, ...columns.cells(at.get(ms) ?? NO_FIGURES)], url: null }))
      .toReversed(),
  };
}

export function departmentTable({ departments }: Read, { texts, workspace }: Visitor): Table[] {
  if (departments.length === 0) return [];
  const columns = figureColumns(texts);
  return [
    {
      caption: texts.figures.barometer.departments,
      head: [texts.dashboard.fields.department, ...columns.head],
      rows: departments.map((each) => ({
        cells: [departmentName(workspace, each.department, texts.common.code), ...columns.cells(each)],
        url: addressOf('/', {}, { state: 'all', department: each.department }),
      })),
    },
  ];
}

export async function channelTable(
  { channels: found, moods }: Read,
  query: Query,
  visitor: Visitor,
  names: Visit['channels'],
): Promise<Table[]> {
  const { texts } = visitor;
  const { barometer: words } = texts.figures;
  const columns = figureColumns(texts);
  // A channel in which nothing was flagged has a mood all the same.
  const quiet = [...moods.now.keys()].filter((id) => !found.some(({ channelId }) => channelId === id));
  const rows = [
    ...found,
    ...(query['channel'] ? [] : quiet.map((channelId) => ({ ...NO_FIGURES, channelId }))),
  ];
  if (rows.length === 0) return [];
  const nameOf = await names(
    rows.flatMap(({ channelId }) => channelId ?? []),
    visitor,
  );
  const mood = (channelId: string | null) => {
    const now = channelId === null ? undefined : moods.now.get(channelId);
    return now ? `${now.value} ${words.weather[now.weather]}, ${words.trend[now.trend]}` : NONE;
  };
  return [
    {
      caption: words.channels,
      head: [texts.dashboard.fields.channel, ...columns.head, words.moodNow],
      rows: rows.map((each) => ({
        cells: [
          each.channelId === null ? words.noChannel : nameOf(each.channelId),
          ...columns.cells(each),
          mood(each.channelId),
        ],
        url: each.channelId === null ? null : addressOf('/', {}, { state: 'all', channel: each.channelId }),
      })),
    },
  ];
}
