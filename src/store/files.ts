import { z } from 'zod';
import { keysOfMissing, TOLD } from '../cases/told.ts';
import type { FileRef } from '../chat/message.ts';
import type { WorkspaceId } from '../chat/ref.ts';
import { raiseVersion } from './change-case.ts';
import { addJobs } from './jobs.ts';
import { bytesOf } from './reseal.ts';
import { keyGivenUp, type Seal } from './seal.ts';
import { sealedTable } from './sealed-tables.ts';
import { row, rows, run, type Sql } from './sql.ts';
import type { FileToCopy } from './files-port.ts';
import type { Work } from './work.ts';

/** Writes the files of a new message down; their bytes are copied afterwards. */
export async function addFiles(
  work: Work,
  workspaceId: WorkspaceId,
  messageRowId: number,
  files: readonly FileRef[],
): Promise<void> {
  for (const { fileId, name, mime, size, url } of files) {
    const added = await row(
      work.sql,
      z.object({ fileRowId: z.number() }),
      `insert into hearback.file (message_row_id, workspace_id, file_id, name, mime, size, url)
       values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing returning file_row_id as "fileRowId"`,
      [messageRowId, workspaceId, fileId, name, mime, Math.max(0, Math.round(size)), url],
    );
    if (added) await addJobs(work, [{ kind: 'copy-file', data: { fileRowId: added.fileRowId } }]);
  }
}

const fileRow = z.object({
  workspaceId: z.string(),
  fileId: z.string(),
  name: z.string(),
  mime: z.string(),
  size: z.number(),
  url: z.string(),
  toldIn: z.number().nullable(),
  toldBy: z.string().nullable(),
  isMissed: z.boolean(),
});

/** A file whose bytes are still wanted. */
export async function fileToCopy(sql: Sql, fileRowId: number): Promise<FileToCopy | null> {
  const found = await row(
    sql,
    fileRow,
    `select f.workspace_id as "workspaceId", file_id as "fileId", name, mime, size, url,
       told.case_id as "toldIn", told.actor_id as "toldBy",
       exists (select from hearback.delivery d where d.workspace_id = f.workspace_id and d.key = any($3)) as "isMissed"
     from hearback.file f left join lateral (
       -- Whoever opened the case with it, or added it to one: that is the next such line of the history.
       select c.case_id, h.actor_id from hearback.message m join hearback.case_message c using (message_row_id)
         left join hearback.history h on h.case_id = c.case_id and h.action in ('opened', 'said_again') and h.at >= m.posted_at
       where m.message_row_id = f.message_row_id and m.channel_id = $2
       order by h.history_id limit 1) told on true
     where file_row_id = $1 and state <> 'kept'`,
    [fileRowId, TOLD, keysOfMissing(fileRowId)],
  );
  if (!found) return null;
  const { workspaceId, toldIn, toldBy, isMissed, ...file } = found;
  const told = toldIn === null ? null : { caseId: toldIn, by: toldBy, isMissed };
  return { fileRowId, workspaceId, file, told };
}

/** What the kept files of a community take, or all of them (bytes), as the platforms have said. */
export async function keptBytes(sql: Sql, workspaceId: WorkspaceId | null): Promise<number> {
  const sum = await row(
    sql,
    z.object({ bytes: z.number() }),
    `select coalesce(sum(size), 0)::bigint as bytes from hearback.file where state = 'kept' and ($1::text is null or workspace_id = $1)`,
    [workspaceId],
  );
  return sum?.bytes ?? 0;
}

const FILE = sealedTable('file');

/**
 * Bytes that are kept stay; a problem can still become bytes. Cards count what is kept, or on its way: those of its cases follow.
 * @throws {AppError} KEY_MISSING when our key was given up by a rotation this program has not heard of
 */
export async function keepFile(
  work: Work,
  seal: Seal,
  fileRowId: number,
  content: { bytes: Uint8Array } | { problem: string },
): Promise<void> {
  const counting = await holdCounting(work.sql, fileRowId, 'problem' in content);
  const changed = await keep(work.sql, seal, fileRowId, content);
  if (changed > 0) for (const { caseId } of counting) raiseVersion(work, caseId);
}

/** Holds the cases that count one file more, or less, by this. Before the file, as everything that is done to a case. */
function holdCounting(sql: Sql, fileRowId: number, isProblem: boolean): Promise<{ caseId: number }[]> {
  return rows(
    sql,
    z.object({ caseId: z.number() }),
    `select case_id as "caseId" from hearback.cases where case_id in (
       select case_id from hearback.file f join hearback.case_message m using (message_row_id)
       where file_row_id = $1 and m.role <> 'context' and f.state <> 'kept' and (f.state = 'problem') <> $2)
     order by case_id for no key update`,
    [fileRowId, isProblem],
  );
}

async function keep(
  sql: Sql,
  seal: Seal,
  fileRowId: number,
  content: { bytes: Uint8Array } | { problem: string },
): Promise<number> {
  if ('bytes' in content)
    return run(
      sql,
      `update hearback.file set state = 'kept', bytes = $2, sealed_with = $3, problem = null where file_row_id = $1 and state <> 'kept'`,
      [fileRowId, seal.seal(content.bytes, { table: FILE.table, row: fileRowId }), seal.keyId],
    ).catch((error: unknown) => {
      throw keyGivenUp(error, seal.keyId) ?? error;
    });
  return run(
    sql,
    `update hearback.file set state = 'problem', problem = $2 where file_row_id = $1 and state <> 'kept'`,
    [fileRowId, content.problem],
  );
}

/**
 * The bytes of a kept file, opened. Null when it is not there, or not kept.
 * @throws {AppError} KEY_MISSING, SEAL_BROKEN
 */
export async function fileBytes(
  sql: Sql,
  seal: Seal,
  workspaceId: WorkspaceId,
  fileRowId: number,
): Promise<Buffer | null> {
  const found = await row(
    sql,
    z.object({ sealedWith: z.string().nullable() }),
    `select sealed_with as "sealedWith" from hearback.file where file_row_id = $1 and workspace_id = $2 and bytes is not null`,
    [fileRowId, workspaceId],
  );
  const bytes = found && (await bytesOf(sql, FILE, fileRowId));
  if (!bytes || found.sealedWith === null) return bytes;
  return seal.open(bytes, { table: FILE.table, row: fileRowId });
}
