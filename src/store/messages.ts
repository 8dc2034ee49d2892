import { z } from 'zod';
import type { CaseFile } from '../cases/case.ts';
import type { Change } from '../cases/change.ts';
import type { MessageSnapshot } from '../chat/message.ts';
import type { MessageRef } from '../chat/ref.ts';
import { NotYet } from '../errors.ts';
import { addHistory } from './case-lists.ts';
import { readFile } from './cases.ts';
import { changeCase, raiseVersion } from './change-case.ts';
import { addFiles } from './files.ts';
import { isComingIn } from './intake.ts';
import { row, rows, run, type Sql } from './sql.ts';
import type { NewMessage } from './store.ts';
import { holdQuestions, takeBackQuestion } from './take-back-question.ts';
import { addNoteVersion } from './thread-notes.ts';
import { whyWithheld } from './withheld.ts';
import type { Work } from './work.ts';

/** How long an edit waits for the message it belongs to, when both came at once (ms). */
const WAIT_FOR_MESSAGE_MS = 1_000;

/**
 * Adds a message to a case that is locked. A message another case has already is shared with it; one that only stood
 * around the flagged message becomes correspondence.
 * @returns false when this case has it already, or its author does not want it recorded.
 */
export async function linkMessage(
  work: Work,
  caseId: number,
  { role, snapshot }: NewMessage,
): Promise<boolean> {
  if (await whyWithheld(work.sql, snapshot)) return false;
  const messageRowId = await keepMessage(work, snapshot);
  const linked = await run(
    work.sql,
    `insert into hearback.case_message as known (case_id, message_row_id, role) values ($1, $2, $3)
     on conflict (case_id, message_row_id) do update set role = excluded.role
     where known.role = 'context' and excluded.role <> 'context'`,
    [caseId, messageRowId, role],
  );
  return linked > 0;
}

const idRow = z.object({ messageRowId: z.number() });

async function keepMessage(work: Work, snapshot: MessageSnapshot): Promise<number> {
  const { ref, author, threadRoot } = snapshot;
  const at = [ref.workspaceId, ref.channelId, ref.messageId];
  const added = await row(
    work.sql,
    idRow,
    `insert into hearback.message (workspace_id, channel_id, message_id, thread_channel, thread_message, author_id, author_name, author_is_bot, permalink, posted_at, mentions)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) on conflict (workspace_id, channel_id, message_id) do nothing
     returning message_row_id as "messageRowId"`,
    [
      ...at,
      threadRoot?.channelId ?? null,
      threadRoot?.messageId ?? null,
      author.userId,
      author.name,
      author.isBot,
      snapshot.permalink,
      snapshot.postedAt,
      snapshot.mentions ?? [],
    ],
  );
  if (added) {
    work.sql.later(
      'insert into hearback.message_version (message_row_id, version, text, at) values ($1, 1, $2, $3)',
      [added.messageRowId, snapshot.text, snapshot.postedAt],
    );
    await addFiles(work, ref.workspaceId, added.messageRowId, snapshot.files);
    return added.messageRowId;
  }
  const known = await row(
    work.sql,
    idRow,
    'select message_row_id as "messageRowId" from hearback.message where workspace_id = $1 and channel_id = $2 and message_id = $3',
    at,
  );
  if (!known) throw new Error('a known message vanished');
  await addMentions(work.sql, known.messageRowId, snapshot.mentions ?? []);
  return known.messageRowId;
}

/** Those it mentioned before stay. Waits for nobody: whoever records an edit meanwhile holds the message, and waits for our case. */
export async function addMentions(
  sql: Sql,
  messageRowId: number,
  mentions: readonly string[],
): Promise<void> {
  if (mentions.length === 0) return;
  await run(
    sql,
    `update hearback.message set mentions = mentions || array(
       select mentioned from unnest($2::text[]) with ordinality as seen (mentioned, place) where mentioned <> all(mentions) order by place)
     where message_row_id = (
       select message_row_id from hearback.message
       where message_row_id = $1 and erased_at is null and not mentions @> $2::text[] for no key update skip locked)`,
    [messageRowId, mentions],
  );
}

const concernedRow = z.object({ caseId: z.number(), isSource: z.boolean() });

/**
 * Adds an edit, or with text null the deletion, where it differs from what was said just before it. Edits that overtook
 * each other keep the order of their times. The quote of the case follows its source message; what the helpers were asked
 * goes with it when it is deleted.
 * @throws {NotYet} while the message itself is still being recorded, or the helpers are being asked about it.
 */
export async function addVersion(
  work: Work,
  message: MessageRef,
  { text, at }: { text: string | null; at: Date },
  decide?: Decide,
): Promise<{ caseId: number; isSource: boolean; workspaceId: string } | null> {
  const { sql } = work;
  const known = await row(
    sql,
    idRow.extend({ authorId: z.string(), isWithheld: z.boolean() }),
    // Not "for update": other cases may link to the message meanwhile.
    `select message_row_id as "messageRowId", author_id as "authorId",
       erased_at is not null or hearback.withheld(workspace_id, author_id, $4) is not null as "isWithheld" from hearback.message
     where workspace_id = $1 and channel_id = $2 and message_id = $3 for no key update`,
    [message.workspaceId, message.channelId, message.messageId, at],
  );
  if (known?.isWithheld && text !== null) return null;
  if (!known) {
    const note = await addNoteVersion(work, message, { text, at });
    if (note) return { ...note, isSource: false };
    if (await isComingIn(sql, message))
      throw new NotYet('The message itself is still being recorded.', WAIT_FOR_MESSAGE_MS);
    return null;
  }
  const before = decide && text !== null ? await latestText(sql, known.messageRowId) : null;
  const isNew = await insertVersion(sql, known.messageRowId, text, at);
  const concerned = await casesWith(sql, known.messageRowId);
  if (isNew) {
    const isGone = text === null;
    const entry = { action: isGone ? 'message_deleted' : 'message_edited', actorId: known.authorId };
    const sourceOf = concerned.filter(({ isSource }) => isSource).map(({ caseId }) => caseId);
    if (isGone) await holdQuestions(sql, sourceOf);
    // In one order everywhere, so that two edits cannot hold each other up for good.
    for (const { caseId, isSource } of concerned.toSorted((a, b) => a.caseId - b.caseId))
      await follow(work, caseId, isSource ? { messageRowId: known.messageRowId, isGone } : null, entry);
    // An edit that was overtaken by a later one is not how it stands now.
    if (decide && before !== null && text !== null && (await latestText(sql, known.messageRowId)) === text)
      for (const { caseId } of concerned)
        await answerEdit(work, { workspaceId: message.workspaceId, caseId }, (file) =>
          decide(file, { authorId: known.authorId, before, after: text }),
        );
  }
  const [first] = concerned;
  return first ? { ...first, workspaceId: message.workspaceId } : null;
}

type Decide = (file: CaseFile, edit: { authorId: string; before: string; after: string }) => Change | null;

/** The case is held already. */
async function answerEdit(
  work: Work,
  key: { workspaceId: string; caseId: number },
  decide: (file: CaseFile) => Change | null,
): Promise<void> {
  const file = await readFile(work.sql, key);
  const change = file && decide(file);
  // Its version was raised when the edit was noted.
  if (file && change) await changeCase(work, file, change, false);
}

/** As it stands; null when it was deleted. */
async function latestText(sql: Sql, messageRowId: number): Promise<string | null> {
  const latest = await row(
    sql,
    z.object({ text: z.string().nullable() }),
    'select text from hearback.message_version where message_row_id = $1 order by at desc, version desc limit 1',
    [messageRowId],
  );
  return latest?.text ?? null;
}

async function insertVersion(
  sql: Sql,
  messageRowId: number,
  text: string | null,
  at: Date,
): Promise<boolean> {
  const added = await run(
    sql,
    `with moment as (select greatest(at, $3) as at from hearback.message_version where message_row_id = $1 and version = 1)
     insert into hearback.message_version (message_row_id, version, text, at)
     select $1, (select max(version) + 1 from hearback.message_version where message_row_id = $1), $2, moment.at from moment
     where $2 is distinct from (
       select text from hearback.message_version known where message_row_id = $1 and known.at <= moment.at order by known.at desc, version desc limit 1)`,
    [messageRowId, text, at],
  );
  return added > 0;
}

/** Those it belongs to, the one it was flagged as first; not those it only stood around. */
function casesWith(sql: Sql, messageRowId: number): Promise<z.infer<typeof concernedRow>[]> {
  return rows(
    sql,
    concernedRow,
    `select case_id as "caseId", role = 'source' as "isSource" from hearback.case_message
     where message_row_id = $1 and role <> 'context' order by role = 'source' desc, case_id desc`,
    [messageRowId],
  );
}

async function follow(
  work: Work,
  caseId: number,
  source: { messageRowId: number; isGone: boolean } | null,
  entry: { action: string; actorId: string },
): Promise<void> {
  await run(work.sql, 'select 1 from hearback.cases where case_id = $1 for update', [caseId]);
  await addHistory(work, caseId, [entry]);
  if (source) await followQuote(work.sql, caseId, source.messageRowId);
  if (source?.isGone) await takeBackQuestion(work.sql, caseId);
  raiseVersion(work, caseId);
}

/** After a deletion the last words stay: the case is about them. */
async function followQuote(sql: Sql, caseId: number, messageRowId: number): Promise<void> {
  await run(
    sql,
    `update hearback.cases set quote = (
       select text from hearback.message_version where message_row_id = $2 and text is not null order by at desc, version desc limit 1)
     where case_id = $1`,
    [caseId, messageRowId],
  );
}
