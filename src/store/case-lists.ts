import { z } from 'zod';
import type { HistoryEntry, HistoryRow } from '../cases/case.ts';
import type { Change } from '../cases/change.ts';
import { byKey } from './case-key.ts';
import { followersOf, tellFollowers } from './followers.ts';
import { json, rows, run, type Sql } from './sql.ts';
import type { CaseKey } from './store.ts';
import { tellPrograms } from './tell-programs.ts';
import type { Work } from './work.ts';

// What hangs on a case in lists: who flagged it, where it was routed, whom it is kept from, what was noted and done.

/** @returns how many had not flagged it before. */
export function addReporters({ sql, at }: Work, caseId: number, userIds: readonly string[]): Promise<number> {
  return run(
    sql,
    `insert into hearback.case_reporter (case_id, user_id, joined_at)
     select $1, user_id, $3 from unnest($2::text[]) with ordinality as reporter (user_id, place) order by place on conflict do nothing`,
    [caseId, userIds, at],
  );
}

export async function removeReporters(
  { sql }: Work,
  caseId: number,
  userIds: readonly string[],
): Promise<void> {
  await run(sql, 'delete from hearback.case_reporter where case_id = $1 and user_id = any($2)', [
    caseId,
    userIds,
  ]);
}

/** Those it was routed to before keep their place. */
export async function addDepartments(
  { sql, at }: Work,
  caseId: number,
  departments: readonly string[],
): Promise<void> {
  await run(
    sql,
    `insert into hearback.case_department (case_id, department, routed_at)
     select $1, department, $3 from unnest($2::text[]) with ordinality as routed (department, place) order by place on conflict do nothing`,
    [caseId, departments, at],
  );
}

/** Those kept out before get the new reason. */
export async function addExclusions(
  { sql, at }: Work,
  caseId: number,
  exclusions: NonNullable<Change['exclude']>,
): Promise<void> {
  for (const { userId, reason, by } of exclusions) {
    await run(
      sql,
      `insert into hearback.case_exclusion (case_id, user_id, reason, excluded_by, at) values ($1, $2, $3, $4, $5)
       on conflict (case_id, user_id) do update set reason = excluded.reason, excluded_by = excluded.excluded_by, at = excluded.at`,
      [caseId, userId, reason, by, at],
    );
  }
}

export async function removeExclusions(
  { sql }: Work,
  caseId: number,
  userIds: readonly string[],
): Promise<void> {
  await run(sql, 'delete from hearback.case_exclusion where case_id = $1 and user_id = any($2)', [
    caseId,
    userIds,
  ]);
}

export async function addNotes(
  { sql, at }: Work,
  caseId: number,
  notes: readonly { authorId: string; text: string }[],
): Promise<void> {
  for (const { authorId, text } of notes) {
    await run(sql, 'insert into hearback.note (case_id, author_id, text, at) values ($1, $2, $3, $4)', [
      caseId,
      authorId,
      text,
      at,
    ]);
  }
}

/** What is in the history is in the audit log too, and other programs are told of it: in the same transaction. */
export async function addHistory(
  work: Work,
  caseId: number,
  entries: readonly HistoryEntry[],
): Promise<void> {
  if (entries.length === 0) return;
  const { sql, at, noted } = work;
  for (const { action, actorId, detail } of entries)
    noted.push({ caseId, action, actorId, ...(detail && { detail }) });
  tellPrograms(work, caseId, entries);
  const [added, followers] = await Promise.all([
    rows(
      sql,
      addedRow,
      `insert into hearback.history (case_id, action, actor_id, detail, at)
       select $1, action, actor_id, detail, $5
       from unnest($2::text[], $3::text[], $4::jsonb[]) with ordinality as entry (action, actor_id, detail, place) order by place
       returning history_id as "historyId", action, actor_id as "actorId"`,
      [
        caseId,
        entries.map(({ action }) => action),
        entries.map(({ actorId }) => actorId),
        entries.map(({ detail }) => (detail ? json(detail) : null)),
        at,
      ],
    ),
    followersOf(sql, caseId),
  ]);
  await tellFollowers(work, caseId, followers, added);
}

const addedRow = z.object({ historyId: z.number(), action: z.string(), actorId: z.string().nullable() });

const historyRow = z
  .object({
    action: z.string(),
    actorId: z.string().nullable(),
    detail: z.record(z.string(), z.string()).nullable(),
    at: z.date(),
  })
  .transform(({ detail, ...entry }): HistoryRow => ({ ...entry, ...(detail && { detail }) }));

/** The newest `limit` entries, newest last. */
export async function readHistory(sql: Sql, key: CaseKey, limit: number): Promise<HistoryRow[]> {
  const newestFirst = await rows(
    sql,
    historyRow,
    `select action, actor_id as "actorId", detail, at from hearback.history join hearback.cases using (case_id)
     where ${byKey(key).where} order by history_id desc limit $3`,
    [...byKey(key).values, limit],
  );
  return newestFirst.toReversed();
}

const noteRow = z.object({ authorId: z.string(), text: z.string(), at: z.date() });

/** The newest `limit` notes, newest last. */
export async function readNotes(sql: Sql, key: CaseKey, limit: number): Promise<z.infer<typeof noteRow>[]> {
  const newestFirst = await rows(
    sql,
    noteRow,
    `select author_id as "authorId", text, at from hearback.note
     where case_id = (select case_id from hearback.cases where ${byKey(key).where}) and deleted_at is null order by note_id desc limit $3`,
    [...byKey(key).values, limit],
  );
  return newestFirst.toReversed();
}
