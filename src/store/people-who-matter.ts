import { z } from 'zod';
import type { WorkspaceId } from '../chat/ref.ts';
import { OPEN_STATES } from '../cases/states.ts';
import { rows, type Sql } from './sql.ts';

/** How long what was written to somebody about a case is drawn again. */
export const REMEMBERED = "interval '90 days'";

/** So many people are asked about at most, those first who were written to last. */
const AT_MOST = 300;

/** A direct message `d` that somebody got because of their role: no answer to a member, and no thanks. The same as `readersOf` in cases/leaks. */
export const FOR_STAFF = `d.place ->> 'type' = 'dm' and d.body ->> 'type' not in ('reply', 'receipt', 'hint', 'praise')
  and coalesce(d.body ->> 'toFlagger', 'false') <> 'true'`;

/** Who reads a direct message `d`, as the record of its community writes them. */
export const READS = `case when d.place ->> 'workspaceId' = d.workspace_id then d.place ->> 'userId'
  else (d.place ->> 'workspaceId') || '/' || (d.place ->> 'userId') end`;

/** Whoever handles an open case or was written to about one of late, and whoever has lost their role: theirs is looked at. */
export async function peopleWhoMatter(sql: Sql, workspaceId: WorkspaceId, at: Date): Promise<string[]> {
  const found = await rows(
    sql,
    z.object({ userId: z.string() }),
    `select user_id as "userId" from (
       select handler_id as user_id, 'infinity'::timestamptz as last from hearback.cases
       where workspace_id = $1 and handler_id is not null and state = any($2)
       union all
       select user_id, lost_at from hearback.role_lost where workspace_id = $1
       union all
       select ${READS}, d.posted_at from hearback.delivery d
       where d.workspace_id = $1 and d.state = 'sent' and d.posted_message is not null and ${FOR_STAFF}
         and (d.case_id is not null or d.body ->> 'type' in ('reminders', 'followed', 'to_do'))
         and d.posted_at > $3::timestamptz - ${REMEMBERED}
     ) as known (user_id, last) where user_id is not null group by user_id order by max(last) desc, user_id limit ${AT_MOST}`,
    [workspaceId, OPEN_STATES, at],
  );
  return found.map(({ userId }) => userId);
}
