import { z } from 'zod';
import type { CaseFile } from '../cases/case.ts';
import { noteEdited } from '../cases/thread-note.ts';
import { idIn } from '../chat/account.ts';
import type { MessageRef } from '../chat/ref.ts';
import { addHistory } from './case-lists.ts';
import { lockFile } from './cases.ts';
import { changed, raiseVersion, reread } from './change-case.ts';
import { effect, type Ticket } from './effect.ts';
import { addMailFiles } from './mail-files.ts';
import type { Seal } from './seal.ts';
import { row, run, type Sql } from './sql.ts';
import type { CaseKey, Changed, Decision } from './store.ts';
import type { ThreadNote } from './thread-notes-port.ts';
import { whyWithheld } from './withheld.ts';
import type { Source, Work } from './work.ts';

/** Keeps what was said in the thread of a card as a note, and carries out what follows. @returns null when it is known already */
export function addNote<T>(
  source: Source & { seal: Seal },
  ticket: Ticket | null,
  key: CaseKey,
  note: ThreadNote,
  decide: (file: CaseFile) => Decision<T>,
): Promise<Changed<T> | null> {
  return effect(
    source,
    ticket,
    async (work) => {
      const held = await lockFile(work.sql, key);
      if (!held) return { result: null, caseId: null };
      const { caseId } = held.case;
      if (!(await insertNote(work, source.seal, held.case, note))) return { result: null, caseId };
      const file = await reread(work, held.case);
      const { change, answer } = decide(file);
      return { result: { file: change ? await changed(work, file, change) : file, answer }, caseId };
    },
    async () => null,
  );
}

async function insertNote(
  { sql }: Work,
  seal: Seal,
  { caseId, workspaceId: home }: CaseFile['case'],
  { message, text, department, mailed }: ThreadNote,
): Promise<boolean> {
  if (await whyWithheld(sql, message)) return false;
  const { ref, author, postedAt, permalink } = message;
  const added = await row(
    sql,
    z.object({ noteId: z.number() }),
    `insert into hearback.note (case_id, author_id, text, at, workspace_id, channel_id, message_id, permalink, department)
     select $1::bigint, $2, $3, $4::timestamptz, $5, $6, $7, $8, $9 from hearback.cases where case_id = $1 and erased_at is null
     on conflict do nothing returning note_id as "noteId"`,
    [
      caseId,
      idIn(home, { ...ref, userId: author.userId }),
      text,
      postedAt,
      ref.workspaceId,
      ref.channelId,
      ref.messageId,
      permalink,
      department,
    ],
  );
  if (!added) return false;
  await run(sql, 'insert into hearback.note_version (note_id, version, text, at) values ($1, 1, $2, $3)', [
    added.noteId,
    text,
    postedAt,
  ]);
  if (mailed) await addMailFiles(sql, seal, added.noteId, mailed);
  return true;
}

/**
 * A message that is a note was edited, or with text null deleted: that is a version of it. What was said stays in the record.
 * @returns null when it is no note
 */
export async function addNoteVersion(
  work: Work,
  { workspaceId, channelId, messageId }: MessageRef,
  { text, at }: { text: string | null; at: Date },
): Promise<{ caseId: number; workspaceId: string } | null> {
  const { sql } = work;
  const note = await row(
    sql,
    z.object({
      noteId: z.number(),
      caseId: z.number(),
      authorId: z.string(),
      home: z.string(),
      isWithheld: z.boolean(),
      first: z.string(),
    }),
    `select note_id as "noteId", case_id as "caseId", author_id as "authorId", c.workspace_id as home,
       (select v.text from hearback.note_version v where v.note_id = n.note_id and v.version = 1) as first,
       hearback.withheld(n.workspace_id, hearback.person_in(n.workspace_id, author_id), $4) is not null as "isWithheld"
     from hearback.note n join hearback.cases c using (case_id)
     where n.workspace_id = $1 and channel_id = $2 and message_id = $3 for update of n`,
    [workspaceId, channelId, messageId, at],
  );
  if (!note) return null;
  const { noteId, caseId, authorId, home } = note;
  const concerned = { caseId, workspaceId: home };
  if (note.isWithheld && text !== null) return concerned;
  const said = text === null ? null : noteEdited(note.first, text);
  if (!(await insertVersion(sql, noteId, said, at))) return concerned;
  await run(sql, 'select 1 from hearback.cases where case_id = $1 for update', [caseId]);
  await addHistory(work, caseId, [
    { action: text === null ? 'note_deleted' : 'note_edited', actorId: authorId },
  ]);
  raiseVersion(work, caseId);
  return concerned;
}

/** Versions keep the order of their times; the note says the last words, and whether they were taken back. */
async function insertVersion(sql: Sql, noteId: number, text: string | null, at: Date): Promise<boolean> {
  const added = await run(
    sql,
    `with moment as (select greatest(at, $3) as at from hearback.note_version where note_id = $1 and version = 1)
     insert into hearback.note_version (note_id, version, text, at)
     select $1, (select max(version) + 1 from hearback.note_version where note_id = $1), $2, moment.at from moment
     where $2 is distinct from (
       select text from hearback.note_version known where note_id = $1 and known.at <= moment.at order by known.at desc, version desc limit 1)`,
    [noteId, text, at],
  );
  if (added === 0) return false;
  await run(
    sql,
    `update hearback.note set
       text = (select v.text from hearback.note_version v where v.note_id = $1 and v.text is not null order by v.at desc, version desc limit 1),
       deleted_at = (select case when v.text is null then v.at end from hearback.note_version v where v.note_id = $1 order by v.at desc, version desc limit 1)
     where note_id = $1`,
    [noteId],
  );
  return true;
}
