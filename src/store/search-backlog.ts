import { z } from 'zod';
import { row, rows, run, type Sql } from './sql.ts';
import { atomically, type Source } from './work.ts';

/** Cases that are indexed in one step: while it lasts no erasure begins. */
const CASES = 20;
/** Entries whose words are learnt in one step. */
const ENTRIES = 200;

/** One step of what is left to do. @returns whether there is more */
export async function keepUp(source: Source): Promise<boolean> {
  const isMore = await atomically(source, async ({ sql }) => (await indexOlder(sql)) || learn(sql));
  // Otherwise somebody who writes would do it, for thousands of texts at once, and each search looks through what is pending.
  // https://www.postgresql.org/docs/current/gin.html#GIN-FAST-UPDATE
  if (!isMore)
    await atomically(source, ({ sql }) =>
      run(sql, `select gin_clean_pending_list('hearback.search_entry_words')`),
    );
  return isMore;
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

const entryRow = z.object({
  entryId: z.number(),
  caseId: z.number(),
  part: z.string(),
  rowId: z.number(),
});

/**
 * Puts once more what had no time for its words, or may have been edited while its case took it up. Waits for nobody: a message that
 * is being edited is left for later.
 */
async function learn(sql: Sql): Promise<boolean> {
  const left = await rows(
    sql,
    entryRow,
    `select entry_id as "entryId", case_id as "caseId", part, row_id as "rowId" from hearback.search_entry
     where not is_learned order by entry_id limit $1 for update skip locked`,
    [ENTRIES],
  );
  if (left.length === 0) return false;
  const still = await rows(
    sql,
    z.object({ rowId: z.number() }),
    'select message_row_id as "rowId" from hearback.message where message_row_id = any($1) for share skip locked',
    [left.flatMap(({ part, rowId }) => (part === 'message' ? [rowId] : []))],
  );
  const held = new Set(still.map(({ rowId }) => rowId));
  const ready = left.filter(({ part, rowId }) => part !== 'message' || held.has(rowId));
  const ids = ready.map(({ entryId }) => entryId);
  await run(
    sql,
    `select hearback.search_put(case_id, part, row_id, true)
     from unnest($1::bigint[], $2::text[], $3::bigint[]) as entry (case_id, part, row_id)`,
    [ready.map(({ caseId }) => caseId), ready.map(({ part }) => part), ready.map(({ rowId }) => rowId)],
  );
  const learned = await rows(
    sql,
    z.object({ entryId: z.number() }),
    'select entry_id as "entryId" from hearback.search_entry where entry_id = any($1) and is_learned',
    [ids],
  );
  return learned.length === ENTRIES;
}
