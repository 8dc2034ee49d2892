import { z } from 'zod';
import { OPEN_STATES } from '../cases/states.ts';
import { paragraph } from '../chat/rich.ts';
import { addHistory } from './case-lists.ts';
import { eraseIssues } from './issue-turns.ts';
import { eraseHome, followHomes } from './home-turns.ts';
import { addJobs } from './jobs.ts';
import { json, rows, run } from './sql.ts';
import type { Work } from './work.ts';
import type { Texts } from '../texts/index.ts';

/** Whose words go, and under what name their rows stay. */
export interface Leaving {
  workspaceId: string;
  userId: string;
  /** Of chance, another one for every erasure. */
  pseudonym: string;
  /** Their cases and messages, held until the transaction ends. */
  caseIds: readonly number[];
  messageRowIds: readonly number[];
  /** What stands in their place is in the language of the community. */
  texts: Texts;
}

type Counts = Record<string, number>;

const idRow = z.object({ id: z.number() });

/** Holds what belongs to them. Deliveries first: whoever sends one holds it, and takes its case afterwards. */
export async function holdAll(
  { sql }: Work,
  workspaceId: string,
  userId: string,
): Promise<Pick<Leaving, 'caseIds' | 'messageRowIds'>> {
  const values = [workspaceId, userId];
  await run(
    sql,
    `select 1 from hearback.delivery where workspace_id = $1 and (place ->> 'userId' = $2
       or body ->> 'replyId' in (select reply_id::text from hearback.reply where author_id = $2)
       or case_id in (select case_id from hearback.cases where workspace_id = $1 and member_id = $2)) order by delivery_id for update`,
    values,
  );
  const cases = await rows(
    sql,
    idRow,
    'select case_id as id from hearback.cases where workspace_id = $1 and member_id = $2 order by case_id for update',
    values,
  );
  const messages = await rows(
    sql,
    idRow,
    'select message_row_id as id from hearback.message where workspace_id = $1 and author_id = $2 order by message_row_id for update',
    values,
  );
  return { caseIds: cases.map(({ id }) => id), messageRowIds: messages.map(({ id }) => id) };
}

/** Everything they said, wherever it was said, with its files. Only its place stays, so that it is not recorded anew. */
export async function eraseMessages({ sql, at }: Work, leaving: Leaving): Promise<Counts> {
  const { workspaceId, userId, messageRowIds, pseudonym, texts } = leaving;
  const intakes = await run(
    sql,
    `delete from hearback.intake i where workspace_id = $1 and (
       (meaning = 'message' and event #>> '{message,author,userId}' = $2)
       or (meaning in ('edit', 'delete') and exists (select from hearback.message m where m.message_row_id = any($3)
         and m.workspace_id = i.workspace_id and m.channel_id = i.channel_id and m.message_id = i.message_id)))`,
    [workspaceId, userId, messageRowIds],
  );
  const versions = await run(sql, 'delete from hearback.message_version where message_row_id = any($1)', [
    messageRowIds,
  ]);
  const files = await run(sql, 'delete from hearback.file where message_row_id = any($1)', [messageRowIds]);
  const messages = await run(
    sql,
    `update hearback.message set author_id = $2, author_name = $3, permalink = '', mentions = '{}', erased_at = $4 where message_row_id = any($1)`,
    [messageRowIds, pseudonym, texts.rules.kept.erasedMember, at],
  );
  return { messages, versions, files, intakes };
}

/** Their cases stay as numbers with dates and states: closed, nameless and without a word of what they were about. */
export async function eraseCases(work: Work, leaving: Leaving): Promise<Counts> {
  const { sql, at } = work;
  const { caseIds, pseudonym } = leaving;
  const { erasedMember, erasedQuote } = leaving.texts.rules.kept;
  const cases = await run(
    sql,
    `update hearback.cases set member_id = $2, member_name = $3, quote = $4, origin = null, permalink = null,
       thread_channel = null, thread_message = null, snoozed_until = null, erased_at = $5, version = version + 1,
       state = case when state = any($6) then 'closed' else state end,
       closed_at = case when state = any($6) then coalesce(closed_at, $5) else closed_at end
     where case_id = any($1)`,
    // Whether it is solved nobody is left to say.
    [caseIds, pseudonym, erasedMember, erasedQuote, at, [...OPEN_STATES, 'solved']],
  );
  await run(
    sql,
    `update hearback.topic set title = null where topic_id in (select topic_id from hearback.topic_case where case_id = any($1))`,
    [caseIds],
  );
  await run(sql, 'delete from hearback.topic_case where case_id = any($1)', [caseIds]);
  const clocks = await run(
    sql,
    `update hearback.clock set state = 'stopped' where case_id = any($1) and state = 'running'`,
    [caseIds],
  );
  const notes =
    (await run(sql, 'delete from hearback.note where case_id = any($1)', [caseIds])) +
    (await run(sql, 'delete from hearback.recommendation where case_id = any($1)', [caseIds])) +
    (await run(sql, 'delete from hearback.meeting_item where case_id = any($1)', [caseIds]));
  await run(
    sql,
    `update hearback.case_department set question = '', words = '', link = null where case_id = any($1)`,
    [caseIds],
  );
  await run(sql, `update hearback.case_level set reason = '' where case_id = any($1)`, [caseIds]);
  await eraseIssues(work, caseIds);
  const replies = await run(
    sql,
    // A post that is drawn again has to say something, were it nothing.
    `update hearback.reply set markdown = case when purpose = 'community' then '…' else '' end, state = case when state = 'sent' then state else 'discarded' end where case_id = any($1)`,
    [caseIds],
  );
  for (const caseId of caseIds) await addHistory(work, caseId, [{ action: 'member_erased', actorId: null }]);
  return { cases, clocks, notes, replies };
}

/** What was to be said is not said any more. Cards that are posted are drawn again, and show what is left. */
export async function eraseDeliveries(
  work: Work,
  { workspaceId, userId, caseIds, texts: { rules } }: Leaving,
): Promise<Counts> {
  // What stands afterwards where a card with their words was posted.
  const notice = {
    type: 'notice',
    title: rules.kept.erasedTitle,
    blocks: [paragraph(rules.kept.erasedNotice)],
  };
  const { sql } = work;
  const unsent = await run(
    sql,
    `delete from hearback.delivery where workspace_id = $1 and state <> 'sent'
       and ((case_id = any($2) and body ->> 'type' not in ('triage', 'escalation', 'management', 'copy')) or place ->> 'userId' = $3)`,
    [workspaceId, caseIds, userId],
  );
  const notices = await run(
    sql,
    `update hearback.delivery set body = $2, shown_version = -1 where case_id = any($1) and body ->> 'type' in ('notice', 'reminder', 'praise')`,
    [caseIds, json(notice)],
  );
  await run(
    sql,
    `update hearback.delivery set shown_version = -1 where case_id = any($1) and body ->> 'type' = 'evidence'`,
    [caseIds],
  );
  // Where we wrote to them directly nothing will be drawn again.
  await run(
    sql,
    `update hearback.delivery set posted_channel = null, posted_message = null where workspace_id = $1 and place ->> 'userId' = $2`,
    [workspaceId, userId],
  );
  await run(sql, 'delete from hearback.reminder where case_id = any($1) and delivery_id is null', [caseIds]);
  await run(sql, 'update hearback.reminder set shown_version = -1 where case_id = any($1)', [caseIds]);
  await run(sql, 'delete from hearback.follow_news where case_id = any($1) and delivery_id is null', [
    caseIds,
  ]);
  await run(sql, 'update hearback.delivery set failure_message = null where case_id = any($1)', [caseIds]);
  await addJobs(
    work,
    caseIds.map((caseId) => ({ kind: 'refresh-cards', data: { caseId } })),
  );
  for (const caseId of caseIds) followHomes(work, caseId);
  await eraseHome(work, workspaceId, userId);
  return { unsent, notices };
}
