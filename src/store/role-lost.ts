import { z } from 'zod';
import type { LostHandler } from '../cases/lost-handlers.ts';
import type { WorkspaceId } from '../chat/ref.ts';
import { OPEN_STATES } from '../cases/states.ts';
import { lockFile } from './cases.ts';
import { raiseVersion } from './change-case.ts';
import { FOR_STAFF, READS, REMEMBERED } from './people-who-matter.ts';
import { redrawToDos } from './redraw-lists.ts';
import { row, rows, run } from './sql.ts';
import type { Work } from './work.ts';

const caseRow = z.object({ caseId: z.number(), handles: z.boolean() });

/**
 * Somebody has no role any more: cards of what they handle say so, and what was written to them because of it is taken back.
 * @returns the open cases they still handle; null when that was known, or there are none
 */
export async function takeAway(
  work: Work,
  workspaceId: WorkspaceId,
  userId: string,
): Promise<LostHandler | null> {
  const lost = await row(
    work.sql,
    z.object({ roleLostId: z.number() }),
    `insert into hearback.role_lost (workspace_id, user_id, lost_at) values ($1, $2, $3)
     on conflict (workspace_id, user_id) do nothing returning role_lost_id as "roleLostId"`,
    [workspaceId, userId, work.at],
  );
  if (!lost) return null;
  const found = await casesOf(work, workspaceId, userId);
  const files = [];
  for (const { caseId, handles } of found) {
    const file = await lockFile(work.sql, { workspaceId, caseId });
    if (!file) continue;
    raiseVersion(work, caseId);
    if (handles && file.case.handlerId === userId) files.push(file);
  }
  await redrawToDos(work, workspaceId, userId);
  return files.length > 0 ? { ...lost, userId, files } : null;
}

/** They have one again. What was taken back meanwhile stays so; the cards of their cases name them as before. */
export async function giveBack(work: Work, workspaceId: WorkspaceId, userId: string): Promise<void> {
  const back = await run(
    work.sql,
    'delete from hearback.role_lost where workspace_id = $1 and user_id = $2',
    [workspaceId, userId],
  );
  if (back === 0) return;
  for (const { caseId, handles } of await casesOf(work, workspaceId, userId))
    if (handles && (await lockFile(work.sql, { workspaceId, caseId }))) raiseVersion(work, caseId);
}

/** Open cases they handle, and those of which they were told, in the order in which everybody locks them. */
function casesOf(work: Work, workspaceId: WorkspaceId, userId: string): Promise<z.infer<typeof caseRow>[]> {
  return rows(
    work.sql,
    caseRow,
    `select case_id as "caseId", bool_or(handles) as handles from (
       select case_id, true as handles from hearback.cases where workspace_id = $1 and handler_id = $2 and state = any($3)
       union all
       select d.case_id, false from hearback.delivery d
       where d.workspace_id = $1 and d.case_id is not null and d.posted_at > $4::timestamptz - ${REMEMBERED} and ${FOR_STAFF} and ${READS} = $2
       union all
       select r.case_id, false from hearback.reminder r
       where r.workspace_id = $1 and r.person_id = $2 and r.delivery_id is not null and r.rung_at > $4::timestamptz - ${REMEMBERED}
       union all
       select n.case_id, false from hearback.follow_news n
       where n.workspace_id = $1 and n.user_id = $2 and n.delivery_id is not null
     ) as theirs (case_id, handles) group by case_id order by case_id`,
    [workspaceId, userId, OPEN_STATES, work.at],
  );
}
