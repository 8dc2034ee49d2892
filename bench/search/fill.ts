import type { Pool } from 'pg';
import type { Text } from './texts.ts';

/** The flagged message, two more of the member, an answer and a note. */
export const TEXTS_A_CASE = 5;
const BATCH = 200;

/** Whose cases they are. */
export const WORKSPACE = 'slack:TBENCH';

/**
 * Puts texts into the record as they would come, five a case. Of
 * ten cases one is for leads alone, and two are a department's.
 * @returns how long it took (ms)
 */
export async function fill(pool: Pool, texts: readonly Text[]): Promise<number> {
  await pool.query('insert into hearback.workspace (workspace_id) values ($1) on conflict do nothing', [
    WORKSPACE,
  ]);
  const began = performance.now();
  const cases = Math.floor(texts.length / TEXTS_A_CASE);
  for (let from = 0; from < cases; from += BATCH) {
    const part = Array.from({ length: Math.min(BATCH, cases - from) }, (_, nth) =>
      texts.slice((from + nth) * TEXTS_A_CASE, (from + nth + 1) * TEXTS_A_CASE),
    );
    await pool.query(ADD, [
      WORKSPACE,
      ...[0, 1, 2, 3, 4].map((nth) => part.map((each) => each[nth]!.text)),
      part.map((each) => each[0]!.language),
    ]);
  }
  return performance.now() - began;
}

const ADD = `with said as (
    select * , row_number() over () + (select coalesce(max(number), 0) from hearback.cases where workspace_id = $1) as number
    from unnest($2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[]) as t (quote, second, third, answer, note, language)),
  made as (insert into hearback.cases (workspace_id, number, state, severity, kind, member_id, member_name, permalink, quote, language, audience, opened_at)
    select $1, number, case when number % 4 = 0 then 'open' else 'closed' end, case when number % 20 = 0 then 'high' else 'normal' end,
      case number % 3 when 0 then 'refund' else 'feedback' end, 'U' || number % 5000, 'Member ' || number % 5000, 'https://chat.example/' || number, quote, language,
      case when number % 10 = 9 then 'leads' else 'staff' end, timestamptz '2026-11-01' - number % 300 * interval '1 day' from said returning case_id, number, opened_at),
  dept as (insert into hearback.case_department (case_id, department, routed_at) select case_id, 'qa', opened_at from made where number % 5 = 0),
  message as (insert into hearback.message (workspace_id, channel_id, message_id, author_id, author_name, author_is_bot, permalink, posted_at)
    select $1, 'C' || nth, number || '-' || nth, 'U' || number % 5000, 'Member ' || number % 5000, false, 'https://chat.example/' || number || '/' || nth, opened_at
    from made, generate_series(1, 2) as nth returning message_row_id, message_id),
  version as (insert into hearback.message_version (message_row_id, version, text, at)
    select message_row_id, 1, case split_part(message_id, '-', 2) when '1' then second else third end, now()
    from message join said on said.number = split_part(message_id, '-', 1)::bigint returning message_row_id),
  link as (insert into hearback.case_message (case_id, message_row_id, role)
    select case_id, message_row_id, 'member' from message join made on made.number = split_part(message_id, '-', 1)::bigint returning case_id),
  reply as (insert into hearback.reply (case_id, state, markdown, place, written_at)
    select case_id, 'sent', answer, '{}', opened_at from made join said using (number) returning reply_id)
  insert into hearback.note (case_id, author_id, text, at) select case_id, 'U1', note, opened_at from made join said using (number)`;
