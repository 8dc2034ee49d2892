import type { Pool } from 'pg';
import { z } from 'zod';
import type { BarometerFigures, FigureBook, Figures, FigureScope, FigureTime } from './figures-port.ts';
import { ANSWERS, inScope } from './figure-scope.ts';
import { giftMonths, openPromises, playbookEffects, promiseSteps } from './figures-of-work.ts';
import { moodDays } from './mood-days.ts';
import { rows, type Sql } from './sql.ts';
import { transaction } from './transaction.ts';

/**
 * Longest a page's figures may take: whoever asks for years of a large record is told to ask for less, and nobody else waits
 * for a connection.
 */
const WITHIN = '20s';

/** The numbers of the dashboard, read from what is there: nothing is kept for them. */
export function createFigures(pool: Pool): FigureBook {
  const look = <T>(read: (sql: Sql) => Promise<T>) =>
    transaction(pool, async (sql) => {
      await sql.query(`set local statement_timeout = '${WITHIN}'`);
      // Compiling a query of one page costs more than it saves.
      await sql.query('set local jit = off');
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

const NOTHING: Figures = {
  opened: 0,
  closed: 0,
  answered: 0,
  waitedS: null,
  ratings: 0,
  rated: null,
  solved: 0,
  notYet: 0,
};

const COUNTED = `count(*) filter (where what = 'opened') as opened, count(*) filter (where what = 'closed') as closed,
  count(*) filter (where what = 'answered') as answered,
  percentile_cont(0.5) within group (order by value) filter (where what = 'answered') as "waitedS",
  count(*) filter (where what = 'rated') as ratings, avg(value) filter (where what = 'rated') as rated,
  count(*) filter (where what = 'solved') as solved, count(*) filter (where what = 'not_yet') as "notYet"`;

/**
 * Everything that happened in the time, one row each; $1 and $2 are its ends, $3 the workspace. Whether a case may be seen is asked
 * once for each, whatever happened to it.
 */
function happened(where: string): string {
  const within = (column: string) => `${column} >= $1 and ${column} < $2`;
  return `with raw as materialized (
      select c.case_id, c.opened_at as at, 'opened' as what, null::float8 as value from hearback.cases c
        where c.workspace_id = $3 and ${within('c.opened_at')}
      union all
      select c.case_id, c.closed_at, 'closed', null from hearback.cases c where c.workspace_id = $3 and ${within('c.closed_at')}
      union all
      select d.case_id, min(d.posted_at), 'answered', null from ${ANSWERS}
        where d.workspace_id = $3 and ${within('d.posted_at')} group by d.case_id
      union all
      select case_id, rated_at, 'rated', rating from hearback.close_request where ${within('rated_at')}
      union all
      select case_id, answered_at, answer, null from hearback.close_request where ${within('answered_at')}),
    seen as materialized (select c.case_id, c.source_channel as channel, c.opened_at from hearback.cases c
      where c.case_id in (select case_id from raw) and ${where}),
    happened as materialized (
      select event.case_id, channel, at, what,
        case what when 'answered' then extract(epoch from at - opened_at)::float8 else value end as value
      from raw event join seen using (case_id)
      where what <> 'answered' or opened_at >= $1
        or not exists (select from ${ANSWERS} where d.case_id = event.case_id and d.posted_at < $1))`;
}

const sideRow = z.object({
  side: z.enum(['whole', 'step', 'channel', 'department']),
  at: z.date().nullable(),
  key: z.string().nullable(),
  ...figures,
});

async function barometer(
  sql: Sql,
  scope: FigureScope,
  { from, until, step, timeZone }: FigureTime,
  channels: number,
): Promise<BarometerFigures> {
  const { where, values } = inScope(scope, 3);
  const next = values.length + 3;
  const found = await rows(
    sql,
    sideRow,
    `${happened(where)}
     select 'whole' as side, null::timestamptz as at, null::text as key, ${COUNTED} from happened
     union all select 'step', date_trunc($${next}, at, $${next + 1}), null, ${COUNTED} from happened group by 2
     union all (select 'channel', null, channel, ${COUNTED} from happened group by channel order by opened desc, channel limit $${next + 2})
     union all select 'department', null, department, ${COUNTED} from happened join hearback.case_department using (case_id) group by department
     order by side, at, opened desc, key`,
    [from, until, ...values, step, timeZone, channels],
  );
  const result: BarometerFigures = { whole: NOTHING, steps: [], channels: [], departments: [] };
  for (const { side, at, key, ...counted } of found) {
    if (side === 'whole') result.whole = counted;
    else if (side === 'step' && at) result.steps.push({ ...counted, at });
    else if (side === 'channel') result.channels.push({ ...counted, channelId: key });
    else if (side === 'department' && key !== null) result.departments.push({ ...counted, department: key });
  }
  return result;
}
