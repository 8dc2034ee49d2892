import { z } from 'zod';
import type { WorkspaceId } from '../chat/ref.ts';
import { addDeliveries } from './deliveries.ts';
import { row, rows, run, type Sql } from './sql.ts';
import type { Work } from './work.ts';

/** A day has one morning: two lists are further apart than this, whatever zone somebody moves to (ms). */
const APART_MS = 6 * 3_600_000;
/** No two clocks that are right differ by so much (ms): what was made so far ahead of now was made by one that was wrong. */
export const SKEW_MS = 5 * 60_000;

const earlyRow = z.object({ userId: z.string(), toDoAt: z.string(), timeZone: z.string().nullable() });

/** Everybody who wants their list, with the zone they named. */
export function early(sql: Sql, workspaceId: WorkspaceId): Promise<z.infer<typeof earlyRow>[]> {
  return rows(
    sql,
    earlyRow,
    `select user_id as "userId", to_do_at as "toDoAt", time_zone as "timeZone" from hearback.person
     where workspace_id = $1 and to_do_at is not null order by user_id`,
    [workspaceId],
  );
}

/** The row and what posts it are one transaction. */
export async function askToDo(
  work: Work,
  workspaceId: WorkspaceId,
  userId: string,
  day: string,
  hasAny: boolean,
): Promise<boolean> {
  const { sql, at } = work;
  await run(
    sql,
    `update hearback.to_do set premature = true
     where workspace_id = $1 and user_id = $2 and day = $3::date and not premature and at > $4`,
    [workspaceId, userId, day, new Date(at.getTime() + SKEW_MS)],
  );
  const added = await row(
    sql,
    z.object({ toDoId: z.number() }),
    `insert into hearback.to_do (workspace_id, user_id, day, at) select $1, $2, $3::date, $4::timestamptz
     where not exists (select from hearback.to_do where workspace_id = $1 and user_id = $2 and at > $5 and at <= $4::timestamptz)
     on conflict do nothing returning to_do_id as "toDoId"`,
    [workspaceId, userId, day, at, new Date(at.getTime() - APART_MS)],
  );
  if (!added || !hasAny) return false;
  await addDeliveries(work, { workspaceId, caseId: null }, [
    {
      key: `to-do-${added.toDoId}`,
      place: { type: 'dm', workspaceId, userId },
      body: { type: 'to_do', day },
    },
  ]);
  return true;
}

/**
 * A record that was restored: whose list has come since the backup was taken is not known. Nobody gets one for some hours,
 * whatever their zone; the day that is noted is over everywhere, so that none to come counts as done.
 */
export function toDoAfterRestore(sql: Sql, now: Date): Promise<number> {
  return run(
    sql,
    `insert into hearback.to_do (workspace_id, user_id, day, at)
     select workspace_id, user_id, ($1::timestamptz at time zone 'UTC')::date - 2, $1 from hearback.person where to_do_at is not null
     on conflict (workspace_id, user_id, day) where not premature do update set at = excluded.at`,
    [now],
  );
}

/** A case that was shown once may stand in what an attempt has left on the platform, so none is forgotten. */
export async function noteToDo(
  sql: Sql,
  workspaceId: WorkspaceId,
  userId: string,
  day: string,
  caseIds: readonly number[],
): Promise<void> {
  await run(
    sql,
    `update hearback.to_do set cases = array(select distinct unnest(cases || $4::bigint[]))
     where workspace_id = $1 and user_id = $2 and day = $3::date`,
    [workspaceId, userId, day, caseIds],
  );
}
