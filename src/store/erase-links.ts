import { z } from 'zod';
import { emptyAudit, eraseTraces } from './erase-traces.ts';
import type { Leaving } from './erase-words.ts';
import { rows, run } from './sql.ts';
import type { Work } from './work.ts';

/**
 * Which other accounts were theirs goes. Whom a case was kept from because of it stays kept from it, by name: nobody gets to
 * see a complaint about themselves by having themselves erased.
 */
export async function eraseLinks({ sql }: Work, { workspaceId, userId }: Leaving): Promise<void> {
  await run(
    sql,
    `insert into hearback.case_exclusion (case_id, user_id, reason, excluded_by, at)
     select case_id, account, reason, excluded_by, at
     from hearback.case_exclusion e join hearback.cases c using (case_id) cross join lateral hearback.accounts(c.workspace_id, e.user_id) as account
     where hearback.person_key($1, $2) in (select hearback.account_keys(c.workspace_id, e.user_id))
     on conflict do nothing`,
    [workspaceId, userId],
  );
  await run(
    sql,
    `delete from hearback.identity_link where hearback.person_key(workspace_id, user_id) = hearback.person_key($1, $2)
       or hearback.person_key(other_workspace, other_user) = hearback.person_key($1, $2)`,
    [workspaceId, userId],
  );
}

/** What they did for other communities, where they are written with their own in front, is done by somebody without a name too. */
export async function eraseTracesElsewhere(
  work: Work,
  { workspaceId, userId, pseudonym }: Leaving,
): Promise<number> {
  const others = await rows(
    work.sql,
    z.object({ id: z.string() }),
    `select distinct workspace_id as id from hearback.cases where workspace_id <> $1`,
    [workspaceId],
  );
  const written = `${workspaceId}/${userId}`;
  let traces = 0;
  for (const { id } of others) {
    const found = await eraseTraces(work, { workspaceId: id, userId: written, pseudonym });
    traces += (found['traces'] ?? 0) + (await emptyAudit(work, id, written));
  }
  const toThem = `workspace_id <> $1 and place ->> 'workspaceId' = $1 and place ->> 'userId' = $2`;
  await run(work.sql, `delete from hearback.delivery where ${toThem} and state <> 'sent'`, [
    workspaceId,
    userId,
  ]);
  return (
    traces +
    (await run(
      work.sql,
      `update hearback.delivery set place = jsonb_set(place, '{userId}', to_jsonb($3::text)), posted_channel = null, posted_message = null
       where ${toThem}`,
      [workspaceId, userId, pseudonym],
    ))
  );
}
