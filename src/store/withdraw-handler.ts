import { run } from './sql.ts';
import type { Work } from './work.ts';

/** Nobody handles a case that is kept from them, or about what they said themselves, by whichever account. */
export async function withdrawHandler({ sql }: Work, caseId: number): Promise<void> {
  await run(
    sql,
    `update hearback.cases c set handler_id = null where case_id = $1 and handler_id is not null and (
       hearback.person_key(c.workspace_id, c.handler_id) in (select hearback.account_keys(c.workspace_id, c.member_id)) and c.handler_id <> c.member_id
       or exists (select from hearback.case_exclusion e where e.case_id = c.case_id
         and hearback.person_key(c.workspace_id, c.handler_id) in (select hearback.account_keys(c.workspace_id, e.user_id))))`,
    [caseId],
  );
}
