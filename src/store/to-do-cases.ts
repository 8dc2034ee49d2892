import { z } from 'zod';
import type { Standing } from '../cases/access.ts';
import { AUDIENCES, CLOCK_KINDS } from '../cases/case.ts';
import type { Listed } from '../cases/digest/facts.ts';
import type { ToDoCase, Untaken } from '../cases/digest/to-do.ts';
import { OPEN_STATES } from '../cases/states.ts';
import { CASE_COLUMNS, caseShape } from './digest-scope.ts';
import { BESIDES, EXCLUDED_IDS, visibleTo } from './eyes.ts';
import { rows, type Sql } from './sql.ts';

/** So many cases are named. */
const NAMED = 15;
/** So many cases nobody has taken on are looked at; where there are more, the list is not what helps. */
const UNTAKEN_MAX = 1_000;

const waitingRow = z.object({
  ...caseShape,
  clock: z.enum(CLOCK_KINDS).nullable(),
  deadline: z.date().nullable(),
  isWaiting: z.boolean(),
  hasDraft: z.boolean(),
  memberId: z.string(),
  audience: z.enum(AUDIENCES),
  excluded: z.array(z.string()),
  besides: z.array(z.string()),
  total: z.number(),
});

/** See `Digests.toDo`. */
export async function toDo(sql: Sql, standing: Standing, until: Date): Promise<Listed<ToDoCase>> {
  const found = await waiting(sql, standing, { until, handlerId: standing.userId, limit: NAMED });
  return { total: found[0]?.total ?? 0, first: found.map(toDoCase) };
}

/** See `Digests.untaken`. */
export async function untaken(sql: Sql, standing: Standing, until: Date): Promise<Untaken[]> {
  const found = await waiting(sql, standing, { until, handlerId: null, limit: UNTAKEN_MAX });
  return found.map(({ memberId, audience, excluded, besides, ...each }) => ({
    ...toDoCase(each),
    guard: {
      case: {
        workspaceId: standing.workspaceId,
        member: { userId: memberId, ...(besides.length > 0 && { besides }) },
        audience,
        handlerId: null,
      },
      excluded: excluded.map((userId) => ({ userId })),
    },
  }));
}

/** Open cases of one handler, or of none, in which something waits: what is due, whom we owe words, and what waits for its click. */
function waiting(
  sql: Sql,
  standing: Standing,
  { until, handlerId, limit }: { until: Date; handlerId: string | null; limit: number },
): Promise<z.infer<typeof waitingRow>[]> {
  const visible = visibleTo(standing, 6);
  return rows(
    sql,
    waitingRow,
    `select *, count(*) over () as total from (
       select ${CASE_COLUMNS}, c.member_id as "memberId", c.audience, k.kind as clock, k.deadline,
         exists (select from hearback.clock w where w.case_id = c.case_id and w.state = 'running' and w.kind in ('first_response', 'next_response')) as "isWaiting",
         exists (select from hearback.reply r where r.case_id = c.case_id and r.state = 'draft') as "hasDraft",
         ${EXCLUDED_IDS} as excluded, ${BESIDES} as besides
       from hearback.cases c left join lateral (
         select kind, least(deadline, due_at) as deadline from hearback.clock k
         where k.case_id = c.case_id and k.state = 'running' and k.kind <> 'community' and least(deadline, due_at) < $1
         order by least(deadline, due_at) limit 1) k on true
       where c.workspace_id = $2 and (c.handler_id = $3 or $3::text is null and c.handler_id is null) and c.state = any($4)
         and (c.snoozed_until is null or c.snoozed_until < $1) and ${visible.where}) theirs
     where clock is not null or "isWaiting" or "hasDraft" order by deadline nulls last, number limit $5`,
    [until, standing.workspaceId, handlerId, [...OPEN_STATES], limit, ...visible.values],
  );
}

function toDoCase({
  caseId,
  number,
  kind,
  permalink,
  handlerId,
  clock,
  deadline,
  isWaiting,
  hasDraft,
}: Omit<z.infer<typeof waitingRow>, 'memberId' | 'audience' | 'excluded' | 'besides'>): ToDoCase {
  return { caseId, number, kind, permalink, handlerId, clock, deadline, isWaiting, hasDraft };
}
