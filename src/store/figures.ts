import type { Pool } from 'pg';
import { z } from 'zod';
import {
  NO_FIGURES,
  type BarometerFigures,
  type FigureBook,
  type FigureScope,
  type FigureTime,
} from './figures-port.ts';
import { middleOf, seenFigures, sightOf, withGroups } from './figure-sight.ts';
import { giftMonths, openPromises, playbookEffects, promiseSteps } from './figures-of-work.ts';
import { moodDays } from './mood-days.ts';
import { rows, type Sql } from './sql.ts';
import { transaction } from './transaction.ts';

/**
 * Longest a page's figures may take: whoever asks for years of a large record is told to ask for less, and nobody else waits
 * for a connection.
 */
const WITHIN = '20s';
const SORTED_IN = '48MB';

/** The numbers of the dashboard, from what `hearback.figure` keeps of each case: see 0040-figures.sql and 0043-figures-in-one-go.sql. */
export function createFigures(pool: Pool): FigureBook {
  const look = <T>(read: (sql: Sql) => Promise<T>) =>
    transaction(pool, async (sql) => {
      await sql.query(`set local statement_timeout = '${WITHIN}'`);
      // Compiling a query of one page costs more than it saves.
      await sql.query('set local jit = off');
      // What a year of a large record comes to is sorted in memory.
      await sql.query(`set local work_mem = '${SORTED_IN}'`);
      return read(sql);
    });
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

/** One side of what happened: how much, and how long they waited. @param key what tells it apart @param shown how that is given */
function side(name: string, key: string, more = '', shown = 'key::text'): string {
  return `select '${name}' as side, ${shown} as key, coalesce(answered, 0) as answered, "waitedS", rated,
      ${Object.keys(WHATS)
        .map((each) => `coalesce("${each}", 0) as "${each}"`)
        .join(', ')}
    from (select ${key} as key, ${COUNTED} from happened ${more} group by 1) as counted
    full join (${middleOf(key, `waited ${more}`)}) as waits using (key)`;
}

const sideRow = z.object({
  side: z.enum(['whole', 'step', 'channel', 'department']),
  key: z.string(),
  ...figures,
});

/**
 * What happened is counted by group and step first, and how long they waited by length: so each row is looked at once, and what is put
 * together afterwards from all sides are some thousand sums.
 */
async function barometer(
  sql: Sql,
  scope: FigureScope,
  { from, until, step, timeZone }: FigureTime,
  channels: number,
): Promise<BarometerFigures> {
  const { tables, values } = sightOf(scope);
  const [first, last, stepAt, zone, most] = [1, 2, 3, 4, 5].map((place) => `$${values.length + place}`);
  const happened = (what: string) => seenFigures(what, String(first), String(last));
  const start = (nth: string) =>
    `(date_trunc(${stepAt}, ${first}::timestamptz at time zone ${zone}) + ${nth} * ('1 ' || ${stepAt})::interval) at time zone ${zone}`;
  const nth = 'width_bucket(f.at, (select starts from bounds))';
  const { byGroup, single } = happened('in (1, 2, 4, 5, 6)');
  const found = await rows(
    sql,
    sideRow,
    `with ${tables},
       bounds as materialized (select array(select ${start('nth')} from generate_series(0, 800) as nth where ${start('nth')} < ${last}) as starts),
       waited as materialized (${withGroups(`group_id, channel_id, ${nth} as step, value`, happened('= 3'))}),
       happened as materialized (
         select group_id, channel_id, step, what, n, total
         from (select group_id, ${nth} as step, what, count(*)::int as n, (sum(value) filter (where what = 4))::int as total
           from ${byGroup} group by 1, 2, 3) as sums join groups using (group_id) where is_open
         union all select group_id, channel_id, ${nth}, what, 1, case when what = 4 then value end
           from ${single.replace(' where ', ' join groups using (group_id) where ')}),
       parts as materialized (select group_id, unnest(departments) as department from groups)
     ${side('whole', "''")}
     union all ${side('step', 'step', '', '(extract(epoch from (select starts from bounds)[key]) * 1000)::bigint::text')}
     union all (${side('channel', "coalesce(channel_id, '')")} order by opened desc, key limit ${most})
     union all ${side('department', 'department', 'join parts using (group_id)')}
     order by side, opened desc, key`,
    [...values, from, until, step, timeZone, channels],
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
