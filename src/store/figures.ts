import type { Pool } from 'pg';
import { z } from 'zod';
import { countMuch } from './count-much.ts';
import {
  NO_FIGURES,
  type BarometerFigures,
  type FigureBook,
  type FigureScope,
  type FigureTime,
  type Figures,
} from './figures-port.ts';
import { type Counting, countByStep } from './figure-days.ts';
import { sightOf } from './figure-sight.ts';
import { isNothing, middleOf, type Sum } from './figure-tally.ts';
import { createKeptDays, type KeptDays } from './kept-days.ts';
import { giftMonths, openPromises, playbookEffects, promiseSteps } from './figures-of-work.ts';
import { moodDays } from './mood-days.ts';
import { rows, type Sql } from './sql.ts';

/** A year of fewer cases is counted within a tenth of a second. */
const LARGE = 20_000;

/** The numbers of the dashboard, from what `hearback.figure` keeps of each case: see 0040-figures.sql, 0043-figures-in-one-go.sql and 0053-figures-kept.sql. */
export function createFigures(pool: Pool): FigureBook {
  const kept = createKeptDays();
  const look = <T>(read: (sql: Sql) => Promise<T>) => countMuch(pool, read);
  return {
    large: async () => {
      const found = await rows(
        pool,
        z.object({ workspaceId: z.string() }),
        'select workspace_id as "workspaceId" from hearback.workspace where last_case_number > $1',
        [LARGE],
      );
      return found.map(({ workspaceId }) => workspaceId);
    },
    barometer: (scope, time, channels) => look((sql) => barometer(sql, scope, time, { channels, kept })),
    promises: (scope, time, now) => look((sql) => promiseSteps(sql, scope, time, { now, kept })),
    openPromises: (scope, limit) => look((sql) => openPromises(sql, scope, limit)),
    playbooks: (scope, time, playbooks) =>
      look((sql) => playbookEffects(sql, scope, time, { playbooks, kept })),
    gifts: (scope, since) => look((sql) => giftMonths(sql, scope, since)),
    moods: (workspaceId, time) => look((sql) => moodDays(sql, workspaceId, time)),
  };
}

/** What the counts of a `Tally` are, in their order: by what `hearback.figure` calls them. */
const BAROMETER: Counting = {
  name: 'barometer',
  whats: [1, 2, 3, 4, 5, 6],
  split: 'what',
  counts: [
    ...[1, 2, 4, 5, 6].map((what) => `sum(n) filter (where split = ${what})`),
    'sum(total) filter (where split = 4)',
  ],
  isOfStanding: false,
  waits: 'what = 3',
  by: 'place',
  keysOf: async (sql, places) => {
    const found = await rows(
      sql,
      z.object({ place: z.string(), channel: z.string(), departments: z.array(z.string()) }),
      'select group_id::text as place, channel_id as channel, departments from hearback.figure_group where group_id = any($1)',
      [places],
    );
    return new Map(
      found.map(({ place, channel, departments }) => [
        place,
        [WHOLE, CHANNEL + channel, ...departments.map((each) => DEPARTMENT + each)],
      ]),
    );
  },
};

/** What a tally is of: everything, a channel (none: not said in one), a department. */
const WHOLE = 'w';
const CHANNEL = 'c';
const DEPARTMENT = 'd';

function figuresOf(sum: Sum): Figures {
  const [opened = 0, closed = 0, ratings = 0, solved = 0, notYet = 0, total = 0] = sum.counts;
  const rated = ratings === 0 ? null : total / ratings;
  return { opened, closed, ...middleOf(sum), ratings, rated, solved, notYet };
}

async function barometer(
  sql: Sql,
  scope: FigureScope,
  time: FigureTime,
  { channels, kept }: { channels: number; kept: KeptDays },
): Promise<BarometerFigures> {
  const { all, steps } = await countByStep(sql, { sight: sightOf(scope), time, kept }, BAROMETER);
  const side = (letter: string) =>
    [...all]
      .filter(([key, sum]) => key.startsWith(letter) && !isNothing(sum))
      .map(([key, sum]) => ({ key: key.slice(1), ...figuresOf(sum) }))
      .toSorted((a, b) => b.opened - a.opened || (a.key < b.key ? -1 : 1));
  const whole = all.get(WHOLE);
  return {
    whole: whole ? figuresOf(whole) : NO_FIGURES,
    steps: steps.flatMap(({ at, sums }) => {
      const sum = sums.get(WHOLE);
      return sum && !isNothing(sum) ? [{ at, ...figuresOf(sum) }] : [];
    }),
    channels: side(CHANNEL)
      .slice(0, channels)
      .map(({ key, ...counted }) => ({ channelId: key === '' ? null : key, ...counted })),
    departments: side(DEPARTMENT).map(({ key, ...counted }) => ({ department: key, ...counted })),
  };
}
