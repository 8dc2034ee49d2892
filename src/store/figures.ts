import type { Pool } from 'pg';
import { z } from 'zod';
import { countMuch } from './count-much.ts';
import {
  NO_FIGURES,
  type BarometerFigures,
  type FigureBook,
  type FigureScope,
  type FigureTime,
} from './figures-port.ts';
import { stepsOf } from './figure-steps.ts';
import { middleOf, seenFigures, sightOf, withGroups } from './figure-sight.ts';
import { giftMonths, openPromises, playbookEffects, promiseSteps } from './figures-of-work.ts';
import { moodDays } from './mood-days.ts';
import { rows, type Sql } from './sql.ts';

/** The numbers of the dashboard, from what `hearback.figure` keeps of each case: see 0040-figures.sql and 0043-figures-in-one-go.sql. */
export function createFigures(pool: Pool): FigureBook {
  const look = <T>(read: (sql: Sql) => Promise<T>) => countMuch(pool, read);
  return {
    barometer: (scope, time, channels) => look((sql) => barometer(sql, scope, time, channels)),
    promises: (scope, time, now) => look((sql) => promiseSteps(sql, scope, time, now)),
    openPromises: (scope, limit) => look((sql) => openPromises(sql, scope, limit)),
    playbooks: (scope, time, playbooks) => look((sql) => playbookEffects(sql, scope, time, playbooks)),
    gifts: (scope, since) => look((sql) => giftMonths(sql, scope, since)),
    moods: (workspaceId, time) => look((sql) => moodDays(sql, workspaceId, time)),
  };
}

const figures = {
  opened: z.number(),
  closed: z.number(),
  answered: z.number(),
  waitedS: z.number().nullable(),
  ratings: z.number(),
  rated: z.number().nullable(),
  solved: z.number(),
  notYet: z.number(),
};

/** Kinds of `hearback.figure` that are counted one by one. */
const WHATS = { opened: 1, closed: 2, ratings: 4, solved: 5, notYet: 6 };

const COUNTED = `${Object.entries(WHATS)
  .map(([name, what]) => `coalesce(sum(n) filter (where what = ${what}), 0)::int as "${name}"`)
  .join(
    ', ',
  )}, sum(total) filter (where what = ${WHATS.ratings})::float8 / sum(n) filter (where what = ${WHATS.ratings}) as rated`;

/**
 * One side of what happened: how much, and how long they waited.
 * @param key a number that tells apart what the side shows @param shown how it is given @param waits as `middleOf` gives them
 */
function side(
  name: string,
  key: string,
  shown: string,
  { join = '', waits = middleOf(key, `waited ${join}`) } = {},
): string {
  return `select '${name}' as side, ${shown} as key, coalesce(answered, 0) as answered, "waitedS", rated,
      ${Object.keys(WHATS)
        .map((each) => `coalesce("${each}", 0) as "${each}"`)
        .join(', ')}
    from (select ${key} as key, ${COUNTED} from happened ${join} group by 1) as counted
    full join (${waits}) as waits using (key)`;
}

const sideRow = z.object({
  side: z.enum(['whole', 'step', 'channel', 'department']),
  key: z.string(),
  ...figures,
});

/**
 * What happened is counted by channel, departments and step first, and how long they waited by length: so each row is looked at once, and
 * what is put together afterwards from all sides are some thousand sums. They are told apart by numbers: names take longer to sort.
 */
async function barometer(
  sql: Sql,
  scope: FigureScope,
  time: FigureTime,
  channels: number,
): Promise<BarometerFigures> {
  const { tables, values } = sightOf(scope);
  const steps = stepsOf(time, values.length + 1);
  const happened = (take: string, what: string) =>
    withGroups(
      `channel, door, ${steps.nth} as step, ${take}`,
      seenFigures(what, values.length + 1),
      'numbered',
    );
  const found = await rows(
    sql,
    sideRow,
    `with ${tables},
       numbered as materialized (select *, dense_rank() over (order by channel_id collate "C") as channel, dense_rank() over (order by departments collate "C") as door from groups),
       ${steps.table},
       waited as materialized (${happened('value', '= 3')}),
       -- A few for each step, and the whole has no others.
       lengths as materialized (select step, value, count(*) as n from waited group by 1, 2),
       happened as materialized (
         select channel, door, step, what, count(*) as n, sum(value) filter (where what = 4) as total
         from (${happened('what, value', 'in (1, 2, 4, 5, 6)')}) as each group by 1, 2, 3, 4),
       parts as materialized (select door, department, dense_rank() over (order by department collate "C") as part
         from (select distinct door, unnest(departments) as department from numbered) as each)
     ${side('whole', '0', "''", { waits: middleOf('0', 'lengths', 'n') })}
     union all ${side('step', 'step', `(extract(epoch from ${steps.startOf('key')}) * 1000)::bigint::text`, { waits: middleOf('step', 'lengths', 'n') })}
     union all (${side('channel', 'channel', "coalesce((select channel_id from numbered where channel = key limit 1), '')")} order by opened desc, key limit $${values.length + 5})
     union all ${side('department', 'part', '(select department from parts where part = key limit 1)', { join: 'join parts using (door)' })}
     order by side, opened desc, key`,
    [...values, ...steps.values, channels],
  );
  const result: BarometerFigures = { whole: NO_FIGURES, steps: [], channels: [], departments: [] };
  for (const { side: seenFrom, key, ...counted } of found) {
    if (seenFrom === 'whole') result.whole = counted;
    else if (seenFrom === 'step') result.steps.push({ ...counted, at: new Date(Number(key)) });
    else if (seenFrom === 'channel') result.channels.push({ ...counted, channelId: key === '' ? null : key });
    else result.departments.push({ ...counted, department: key });
  }
  result.steps.sort((a, b) => a.at.getTime() - b.at.getTime());
  return result;
}
