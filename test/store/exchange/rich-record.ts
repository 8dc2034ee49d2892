import type { Pool } from 'pg';
import { createStore } from '../../../src/store/create-store.ts';
import type { Seal } from '../../../src/store/seal.ts';
import { aPersonWhoWasEverywhere } from '../person.ts';
import { START } from '../record.ts';

/**
 * A record with something of every noun: what people do by way of the rules, and what takes a long story by plain SQL.
 * @returns the workspace it is of
 */
export async function richRecord(pool: Pool, seal: Seal): Promise<string> {
  const store = createStore(pool, { now: () => START, seal });
  const person = await aPersonWhoWasEverywhere(store, pool);
  const { caseId, otherCaseId } = person;
  await pool.query(EVERYTHING(caseId, otherCaseId, person.workspaceId));
  const note = await pool.query<{ id: number }>(
    'select note_id::int as id from hearback.note order by 1 limit 1',
  );
  const file = await pool.query<{ id: number }>(
    `insert into hearback.mail_file (note_id, name, mime, size) values ($1, 'brev.txt', 'text/plain', 4) returning mail_file_id::int as id`,
    [note.rows[0]!.id],
  );
  const row = file.rows[0]!.id;
  await pool.query('update hearback.mail_file set bytes = $2, sealed_with = $3 where mail_file_id = $1', [
    row,
    seal.seal(Buffer.from('mail'), { table: 'mail_file', row }),
    seal.keyId,
  ]);
  return person.workspaceId;
}

/** What no rule of this file's stories comes to. */
const EVERYTHING = (one: number, two: number, workspace: string) => `
  update hearback.outbox set done_at = now();
  update hearback.cases set snoozed_until = '2026-12-01T08:00:00.123456Z', snoozed_for_member = true, handler_id = 'mia' where case_id = ${one};
  insert into hearback.case_department (case_id, department, routed_at, state, question, said_by, said_at, words, link)
    values (${one}, 'support', '2026-11-20T10:00Z', 'answered', 'Why?', 'sam', '2026-11-20T11:00Z', E'a "quoted"\\nline', 'https://x.example'),
      (${one}, 'qa', '2026-11-20T10:01Z', 'asked', '', null, null, '', null);
  insert into hearback.case_exclusion (case_id, user_id, reason, excluded_by, at) values (${two}, 'kim', 'accused', 'mia', '2026-11-20T12:00:00.5Z');
  insert into hearback.case_cc (case_id, channel_workspace, channel_id, added_by, at) values (${two}, '${workspace}', 'C9', 'mia', '2026-11-20T12:00Z');
  insert into hearback.tick (case_id, item, ticked_by, at) values (${one}, 'ask', 'mia', '2026-11-20T12:00Z'), (${one}, 'tell', 'mia', '2026-11-20T11:00Z');
  insert into hearback.recommendation (case_id, choice, reason, recommended_by, at) values (${one}, 'refund', '=1+1', 'mia', '2026-11-20T12:00Z');
  insert into hearback.gift (workspace_id, case_id, member_id, gift, value, state, proposed_by, month, at, given_at)
    values ('${workspace}', ${one}, 'm', 'coupon', 12.50, 'given', 'mia', '2026-11', '2026-11-20T12:00Z', '2026-11-20T13:00Z');
  update hearback.reply set gift_id = (select max(gift_id) from hearback.gift where case_id = ${one}), steps = '{thank,"with, comma"}', asks = '{order}',
    purpose = 'gift', waits = true, promises = '2026-11-25T09:00Z', consent_for = 'marketing', consent = 'given', consent_version = 2
    where reply_id = (select max(reply_id) from hearback.reply where case_id = ${one} and state = 'draft');
  update hearback.reply set state = 'sent' where case_id in (${one}, ${two}) and state = 'queued';
  update hearback.delivery set state = 'sent', posted_at = '2026-11-20T12:30:00.25Z', posted_channel = 'C1', posted_message = 'p1' where key like 'reply-%';
  insert into hearback.close_request (reply_id, case_id, asked_at, answer, answered_at, rating, rated_at, comment, version)
    select max(reply_id), ${one}, '2026-11-21T09:00Z', 'solved', '2026-11-21T10:00Z', 5, '2026-11-21T10:01Z', 'great 🎉', 4 from hearback.reply where case_id = ${one};
  insert into hearback.clock (case_id, kind, subject, state, started_at, deadline, set_by, due_at, stopped_at, met)
    values (${one}, 'department_answer', 'qa', 'stopped', '2026-11-20T10:00Z', '2026-11-21T10:00Z', 'person', '2026-11-21T10:00Z', '2026-11-20T11:00Z', true);
  insert into hearback.note (case_id, author_id, text, at, workspace_id, channel_id, message_id, permalink, department)
    values (${two}, 'sam', 'in the thread', '2026-11-20T14:00Z', '${workspace}', 'CSUP', 'n${two}', 'https://n.example', 'support');
  insert into hearback.note_version (note_id, version, text, at) select max(note_id), 1, 'first', '2026-11-20T14:00Z' from hearback.note;
  insert into hearback.note_version (note_id, version, text, at) select max(note_id), 2, null, '2026-11-20T15:00Z' from hearback.note;
  insert into hearback.issue (case_id, tracker, title, body, asked_by, asked_at, state, name, url, status, made_at)
    values (${two}, 'dev', '', '', 'mia', '2026-11-20T14:00Z', 'open', 'o/n#1', 'https://i.example', 'open', '2026-11-20T14:01Z');
  delete from hearback.topic_case where case_id in (${one}, ${two});
  insert into hearback.topic (title, made_at, raised_at, round) values ('Puddings', '2026-11-20T09:00Z', '2026-11-20T10:00Z', 1);
  insert into hearback.topic_case (case_id, terms, language, topic_id, how, linked_by, linked_at)
    select case_id, '{plum,pudding}', 'en', (select max(topic_id) from hearback.topic), 'confirmed', 'mia', '2026-11-20T10:00Z'
    from hearback.cases where case_id in (${one}, ${two});
  insert into hearback.topic_apart (case_id, other_id, said_by, at) values (least(${one}, ${two}), greatest(${one}, ${two}), 'mia', '2026-11-20T10:00Z');
  insert into hearback.identity_link (workspace_id, user_id, other_workspace, other_user, linked_by, linked_at)
    values ('${workspace}', 'kim', 'discord:9', '99', 'mia', '2026-11-20T08:00Z');
`;
