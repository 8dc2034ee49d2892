import { z } from 'zod';
import type { CardFile } from '../chat/card.ts';
import { MAIL, type MailedFiles } from '../chat/mail.ts';
import type { ThreadRoot } from '../chat/ref.ts';
import { keyGivenUp, type Seal } from './seal.ts';
import { row, rows, run, type Sql } from './sql.ts';
import { sealedTable } from './sealed-tables.ts';

const MAIL_FILE = sealedTable('mail_file');

/** What came with an answer by mail, sealed; and what did not, with the reason. */
export async function addMailFiles(
  sql: Sql,
  seal: Seal,
  noteId: number,
  { files, left }: MailedFiles,
): Promise<void> {
  const add = (name: string, mime: string, size: number, problem: string | null) =>
    row(
      sql,
      z.object({ fileId: z.number() }),
      `insert into hearback.mail_file (note_id, name, mime, size, problem) values ($1, $2, $3, $4, $5)
       returning mail_file_id as "fileId"`,
      [noteId, name, mime, size, problem],
    );
  for (const { name, mime, bytes } of files) {
    const added = await add(name, mime, bytes.byteLength, null);
    if (!added) continue;
    await run(sql, 'update hearback.mail_file set bytes = $2, sealed_with = $3 where mail_file_id = $1', [
      added.fileId,
      seal.seal(bytes, { table: MAIL_FILE.table, row: added.fileId }),
      seal.keyId,
    ]).catch((error: unknown) => {
      throw keyGivenUp(error, seal.keyId) ?? error;
    });
  }
  for (const { name, why } of left) await add(name, '', 0, why);
}

const keptRow = z.object({
  fileId: z.number(),
  name: z.string(),
  bytes: z.instanceof(Buffer),
  sealedWith: z.string(),
});

/** Opened, in the order they came; without those that cannot be any more: the note names them all. */
export async function mailFiles(
  sql: Sql,
  seal: Seal,
  { channelId, messageId }: ThreadRoot,
): Promise<CardFile[]> {
  const kept = await rows(
    sql,
    keptRow,
    `select mail_file_id as "fileId", name, bytes, f.sealed_with as "sealedWith"
     from hearback.mail_file f join hearback.note n using (note_id)
     where n.workspace_id = $1 and n.channel_id = $2 and n.message_id = $3 and bytes is not null order by mail_file_id`,
    [MAIL, channelId, messageId],
  );
  return kept.flatMap(({ fileId, name, bytes, sealedWith }) =>
    seal.keyIds.includes(sealedWith)
      ? [{ name, bytes: seal.open(bytes, { table: MAIL_FILE.table, row: fileId }) }]
      : [],
  );
}

const bytesRow = z.object({ bytes: z.instanceof(Buffer), sealedWith: z.string() });

/** The bytes of one of them, opened; null when they are gone. @throws {AppError} KEY_MISSING, SEAL_BROKEN */
export async function mailFileBytes(sql: Sql, seal: Seal, fileId: number): Promise<Buffer | null> {
  const found = await row(
    sql,
    bytesRow,
    `select bytes, sealed_with as "sealedWith" from hearback.mail_file where mail_file_id = $1 and bytes is not null`,
    [fileId],
  );
  return found && seal.open(found.bytes, { table: MAIL_FILE.table, row: fileId });
}
