import { chartsOf, tilesOf } from '../barometer-charts.ts';
import { channelTable, departmentTable, stepTable, type Read } from '../barometer-tables.ts';
import { channelChoice } from '../choices.ts';
import { figurePage } from '../figure-page.ts';
import {
  departmentsOf,
  figureFrame,
  figureQuery,
  stepsOf,
  type FigureQuery,
  type Step,
} from '../figure-query.ts';
import { isNothing } from '../figure-words.ts';
import { moodsFor } from '../moods.ts';
import type { Page, Rooms, Visitor } from '../page.ts';
import { pictures } from '../pictures.ts';

/** Channels in the table; those with the most cases. */
const CHANNELS = 20;

/** Volume, first answers, satisfaction and mood over time, by channel and by department. */
export const barometer: Page = {
  name: 'barometer',
  method: 'GET',
  path: '/barometer',
  allow: 'departments',
  async handle(parts) {
    const { visitor, rooms, query, channels } = parts;
    const { texts } = visitor;
    const asked = figureQuery(query, visitor, rooms.now(), ['department', 'kind', 'channel']);
    const channel = await channelChoice(asked.scope.channelId, parts);
    const frame = {
      ...figureFrame('/barometer', query, asked, visitor, ['department', 'kind'], [channel]),
      title: texts.dashboard.pages.barometer,
      intro: texts.figures.yours,
    };
    return figurePage(parts, frame, {
      name: 'barometer',
      read: () => readAll(asked, visitor, rooms),
      async draw(read) {
        const steps = stepsOf(asked.time, texts.common.code);
        const isEmpty = isNothing(read.whole) && read.moods.steps.size === 0;
        return {
          tiles: tilesOf(read.whole, visitor),
          pictures: await pictures(chartsOf(read, steps, visitor), rooms),
          tables: [
            ...departmentTable(read, visitor),
            ...(await channelTable(read, query, visitor, channels)),
            ...(isEmpty ? [] : [stepTable(read.steps, steps, asked, visitor)]),
          ],
          note: moodNote(read.moods, steps, visitor),
          isEmpty,
        };
      },
    });
  },
};

/** What the numbers mean, and since when there are any, where that is later than the page begins. */
function moodNote(
  { steps: moods }: Read['moods'],
  steps: readonly Step[],
  { texts }: Visitor,
): string | null {
  const words = texts.figures.barometer;
  if (moods.size === 0) return null;
  const first = steps.find(({ ms }) => moods.has(ms));
  return first && first !== steps[0] ? `${words.moodNote} ${words.moodSince(first.long)}` : words.moodNote;
}

async function readAll({ scope, time }: FigureQuery, visitor: Visitor, rooms: Rooms): Promise<Read> {
  const own = new Set(departmentsOf(visitor));
  const [found, moods] = await Promise.all([
    rooms.figures.barometer(scope, time, CHANNELS),
    moodsFor(time, visitor, rooms),
  ]);
  return { ...found, departments: found.departments.filter(({ department }) => own.has(department)), moods };
}
