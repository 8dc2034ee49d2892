import { z } from 'zod';
import type { Cc } from '../cases/case.ts';
import type { Change } from '../cases/change.ts';
import type { WorkspaceId } from '../chat/ref.ts';
import { row, run, type Sql } from './sql.ts';
import type { Work } from './work.ts';

/** A column of `hearback.cases c`: who reads it along, in the order they were added. */
export const CC_COLUMN = `(select coalesce(jsonb_agg(case when user_id is null
    then jsonb_build_object('workspaceId', channel_workspace, 'channelId', channel_id) else jsonb_build_object('userId', user_id) end
    order by cc_id), '[]') from hearback.case_cc a where a.case_id = c.case_id) as cc`;

/** As it gives them. */
export const ccShape: z.ZodType<Cc[]> = z.array(
  z.union([
    z.strictObject({ userId: z.string() }),
    z.strictObject({ workspaceId: z.string(), channelId: z.string() }),
  ]),
);

/** Who reads a case along from now on, and who no longer does. */
export async function changeCc(
  { sql, at }: Work,
  caseId: number,
  { add = [], remove = [], by }: NonNullable<Change['cc']>,
): Promise<void> {
  for (const each of add) {
    // One that ended before anything of it was posted, taken off in between, keeps no new one from being posted.
    if ('channelId' in each)
      await run(
        sql,
        `delete from hearback.delivery where case_id = $1 and body ->> 'type' = 'copy' and state in ('sent', 'failed') and posted_message is null
           and place ->> 'type' = 'channel' and place ->> 'workspaceId' = $2 and place ->> 'channelId' = $3`,
        [caseId, each.workspaceId, each.channelId],
      );
    await run(
      sql,
      `insert into hearback.case_cc (case_id, user_id, channel_workspace, channel_id, added_by, at)
       values ($1, $2, $3, $4, $5, $6) on conflict do nothing`,
      [caseId, ...columnsOf(each), by, at],
    );
  }
  for (const each of remove)
    await run(
      sql,
      `delete from hearback.case_cc where case_id = $1 and user_id is not distinct from $2
         and channel_workspace is not distinct from $3 and channel_id is not distinct from $4`,
      [caseId, ...columnsOf(each)],
    );
}

function columnsOf(cc: Cc): [string | null, string | null, string | null] {
  return 'userId' in cc ? [cc.userId, null, null] : [null, cc.workspaceId, cc.channelId];
}

/** Whether somebody reads any case of the community along, were it only one that they are kept out of. */
export async function readsAny(sql: Sql, workspaceId: WorkspaceId, userId: string): Promise<boolean> {
  const found = await row(
    sql,
    z.object({}),
    `select 1 from hearback.case_cc a join hearback.cases c using (case_id) where a.user_id = $2 and c.workspace_id = $1 limit 1`,
    [workspaceId, userId],
  );
  return found !== null;
}
