import { z } from 'zod';
import { visibleTo } from './eyes.ts';
import { fileBytes } from './files.ts';
import type { Member } from './privacy-port.ts';
import type { Seal } from './seal.ts';
import { rows, type Sql } from './sql.ts';

/** Raised when a line changes its meaning; docs/privacy.md describes every line. */
const VERSION = 1;

/**
 * Steps that are the member's: what they did, what was said or given to them, and how their feedback stands. All others are
 * the working papers of the staff, and so is a new one until it is named here.
 */
const MEMBER_STEPS: readonly string[] = [
  'opened',
  'flagged_again',
  'flag_taken_back',
  'member_wrote',
  'thread_message',
  'message_edited',
  'message_deleted',
  'replied',
  'resolved',
  'nudged',
  'closed_unconfirmed',
  'reopened',
  'dismissed',
  'gift_given',
  'consent_given',
  'consent_refused',
  'said_solved',
  'said_not_yet',
  'rated',
  'commented',
  'community_asked',
  'solved_by_community',
  'member_erased',
];

const record = z.record(z.string(), z.unknown());

/**
 * What of the record is theirs, one query for each type of line: what they said, what was said to them, when, and how it
 * stands. What others wrote about them for each other (notes, who handles it, how urgent it is) is not.
 */
const LINES: readonly { type: string; query: string }[] = [
  {
    type: 'case',
    query: `select number as "case", kind, state, member_name as name, quote, origin, permalink, language, opened_at as "openedAt", closed_at as "closedAt"
      from hearback.cases where workspace_id = $1 and member_id = $2 order by number`,
  },
  {
    type: 'step',
    query: `select number as "case", action, h.at from hearback.history h join hearback.cases using (case_id)
      where workspace_id = $1 and member_id = $2 and action in (${MEMBER_STEPS.map((action) => `'${action}'`).join(', ')}) order by history_id`,
  },
  {
    type: 'message',
    query: `select channel_id as channel, message_id as message, author_name as name, permalink, posted_at as "postedAt",
        (select coalesce(jsonb_agg(jsonb_build_object('text', text, 'at', v.at) order by version), '[]') from hearback.message_version v where v.message_row_id = m.message_row_id) as versions,
        (select coalesce(jsonb_agg(number order by number), '[]') from hearback.case_message join hearback.cases using (case_id) where message_row_id = m.message_row_id and role <> 'context' and member_id = $2) as cases
      from hearback.message m where workspace_id = $1 and author_id = $2 order by posted_at, message_row_id`,
  },
  {
    type: 'reply',
    query: `select number as "case", markdown, r.place ->> 'type' as place, coalesce(d.posted_at, written_at) as at
      from hearback.reply r join hearback.cases c using (case_id) left join hearback.delivery d on d.workspace_id = c.workspace_id and d.key = 'reply-' || reply_id
      where c.workspace_id = $1 and member_id = $2 and (r.state = 'sent' or d.state = 'sent')
        and purpose not in ('community', 'thanks') order by reply_id`,
  },
  {
    type: 'solved',
    query: `select number as "case", answer, reason, rating, comment, asked_at as "askedAt", answered_at as "answeredAt", rated_at as "ratedAt"
      from hearback.close_request join hearback.cases using (case_id)
      where workspace_id = $1 and member_id = $2 order by reply_id`,
  },
  {
    // Without the code: it was sent to them, and to nobody else who might hold this file.
    type: 'gift',
    query: `select number as "case", gift, value::float8 as value, given_at as at
      from hearback.gift left join hearback.cases using (case_id)
      where gift.workspace_id = $1 and gift.member_id = $2 and gift.state = 'given' order by gift_id`,
  },
  {
    type: 'direct',
    query: `select body ->> 'title' as title, body -> 'blocks' as blocks, posted_at as at from hearback.delivery
      where workspace_id = $1 and place ->> 'userId' = $2 and case_id is null and body ->> 'type' = 'notice' and state = 'sent' order by delivery_id`,
  },
  {
    type: 'flag',
    // The number of a case that channels are told no more of is no more for its reporter: they may be whom it is kept from.
    query: `select case when ${visibleTo('channel', 0).where} then number end as "case", joined_at as at
      from hearback.case_reporter join hearback.cases c using (case_id)
      where workspace_id = $1 and user_id = $2 order by number`,
  },
  {
    // The number as for a flag. Who added them is not theirs.
    type: 'reads',
    query: `select case when ${visibleTo('channel', 0).where} then number end as "case", how, own.at
      from (select case_id, 'follows' as how, at from hearback.follower where user_id = $2
        union all select case_id, 'reads_along', at from hearback.case_cc where user_id = $2) own join hearback.cases c using (case_id)
      where c.workspace_id = $1 order by number, how`,
  },
  {
    type: 'settings',
    query: `select time_zone as "timeZone", zone_asked_at as "zoneAskedAt", away_until as "awayUntil", stand_in as "standIn", to_do_at as "toDoAt", locale
      from hearback.person where workspace_id = $1 and user_id = $2`,
  },
  {
    // Their other accounts as somebody said they are, here or over there; who said so is not theirs.
    type: 'account',
    query: `select case when workspace_id = $1 and user_id = $2 then other_workspace else workspace_id end as workspace,
        case when workspace_id = $1 and user_id = $2 then other_user else user_id end as user, linked_at as at
      from hearback.identity_link where (workspace_id = $1 and user_id = $2) or (other_workspace = $1 and other_user = $2) order by linked_at`,
  },
  {
    // What was counted of them in watched channels lately: kept by their tag, without words.
    type: 'counted',
    query: `select channel_id as channel, message_id as message, is_reaction as reaction, mood, at from hearback.stir
      where workspace_id = $1 and who = hearback.person_tag($1, $2) and not gone order by at, message_id, is_reaction`,
  },
  {
    type: 'opt_out',
    query: `select at from hearback.opted_out where workspace_id = $1 and tag = hearback.person_tag($1, $2)`,
  },
];

/** The first line says what it is; attachments come last, as base64. */
export async function* memberLines(
  sql: Sql,
  seal: Seal,
  { workspaceId, userId }: Member,
  at: Date,
): AsyncGenerator<string> {
  yield line('export', { version: VERSION, workspace: workspaceId, user: userId, at });
  for (const { type, query } of LINES)
    for (const each of await rows(sql, record, query, [workspaceId, userId])) yield line(type, each);
  for (const { fileRowId, ...about } of await filesOf(sql, workspaceId, userId)) {
    const bytes = await fileBytes(sql, seal, workspaceId, fileRowId);
    yield line('file', { ...about, base64: bytes?.toString('base64') ?? null });
  }
}

function line(type: string, values: Record<string, unknown>): string {
  return JSON.stringify({ type, ...values });
}

/** Without their bytes: those are read one file at a time. */
function filesOf(sql: Sql, workspaceId: string, userId: string) {
  return rows(
    sql,
    z.object({
      fileRowId: z.number(),
      message: z.string(),
      name: z.string(),
      mime: z.string(),
      size: z.number(),
    }),
    `select file_row_id as "fileRowId", message_id as message, name, mime, size
     from hearback.file join hearback.message m using (message_row_id)
     where m.workspace_id = $1 and author_id = $2 order by file_row_id`,
    [workspaceId, userId],
  );
}
