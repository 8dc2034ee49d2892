import { z } from 'zod';
import { row, rows, run, type Sql } from './sql.ts';
import { atomically, type Source } from './work.ts';

/** Cases that are indexed in one step: while it lasts no erasure begins. */
const CASES = 20;
/** Entries whose words are learnt in one step. */
const ENTRIES = 200;

/** One step of what is left to do. @returns whether there is more */
export function keepUp(source: Source): Promise<boolean> {
  return atomically(source, async ({ sql }) => (await indexOlder(sql)) || learn(sql));
}

/** What was there before the index was, the newest first. Whoever else is at it, is. */
async function indexOlder(sql: Sql): Promise<boolean> {
  const state = await row(
    sql,
    z.object({ backlog: z.number() }),
    'select backlog from hearback.search_state where backlog is not null for update skip locked',
  );
  if (!state) return false;
  const cases = await rows(
    sql,
    z.object({ caseId: z.number() }),
    'select case_id as "caseId" from hearback.cases where case_id <= $1 order by case_id desc limit $2',
    [state.backlog, CASES],
  );
  const ids = cases.map(({ caseId }) => caseId);
  // What was written meanwhile has its entry, and keeps it.
  await run(
    sql,
    `select hearback.search_put(case_id, part, row_id, false) from (
       select case_id, 'case' as part, 0::bigint as row_id from hearback.cases where case_id = any($1)
       union all select case_id, 'message', message_row_id from hearback.case_message where case_id = any($1) and role <> 'source'
       union all select case_id, 'reply', reply_id from hearback.reply where case_id = any($1)
       union all select case_id, 'note', note_id from hearback.note where case_id = any($1)) each`,
    [ids],
  );
  const last = ids.length === CASES ? ids.at(-1) : undefined;
  await run(sql, 'update hearback.search_state set backlog = $1', [last === undefined ? null : last - 1]);
  return true;
}

async function learn(sql: Sql): Promise<boolean> {
  const left = await rows(
    sql,
    z.object({ isLearned: z.boolean() }),
    `with left_over as (select * from hearback.search_entry where not is_learned order by entry_id limit $1 for update skip locked),
       learned as (select entry_id, hearback.search_learn(entry_id,
           string_to_array(hearback.search_clean(coalesce(source.said, '')) || ' ' || hearback.search_clean(coalesce(source.speaker, '')), ' ')) as done
         from left_over join lateral hearback.search_source(case_id, part, row_id) source on true)
     update hearback.search_entry e set is_learned = true from learned where learned.entry_id = e.entry_id and learned.done
     returning is_learned as "isLearned"`,
    [ENTRIES],
  );
  return left.length === ENTRIES;
}
