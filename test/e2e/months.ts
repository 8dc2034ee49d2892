import type { Pool } from 'pg';

const SAID = [
  'The export has been broken since Tuesday, this is the third time',
  'I was charged twice this month',
  'Pictures no longer load on my phone',
  'Thank you for the lovely evening, you are wonderful',
  'The new colours are hard to read at night',
  'Fakturaen har den forkerte adresse, og ingen svarer mig',
  'Impossible de trouver les règles du marché',
  `Look: https://example.org/${'a-very-long-address'.repeat(12)} and ${'W'.repeat(180)}`,
];

/** Some are called what no line is long enough for. */
const PEOPLE = [
  'Alma Berg',
  'Tomás Ribeiro',
  'Jonas Öhlin',
  'Zoë Adeyemi',
  `Maximilian${'maximilian'.repeat(7)}`,
];

/** A gift that `hearback.yaml` has no more, with a key that no column is wide enough for. */
const GIFT = 'W'.repeat(80);

/**
 * Three months of a community: cases of every state, answers, ratings, promises, gifts, moods. Written into the record, since
 * nobody has three months; what the pages show of it is read the usual way.
 */
export async function liveMonths(
  pool: Pool,
  workspaceId: string,
  channels: readonly string[],
  now = new Date(),
): Promise<void> {
  const values = [workspaceId, channels, now, SAID, PEOPLE];
  await pool.query(
    `insert into hearback.workspace (workspace_id, last_case_number) values ($1, 1000) on conflict (workspace_id) do update set last_case_number = 1000`,
    [workspaceId],
  );
  const { rows } = await pool.query<{ from: number; to: number }>(
    `with made as (
       insert into hearback.cases (workspace_id, number, state, severity, kind, member_id, member_name, source_channel, source_message,
           thread_channel, thread_message, permalink, quote, language, opened_at, closed_at, handler_id)
       select $1, 100 + n, (array['closed', 'closed', 'open', 'solved', 'waiting_on_member', 'closed_unconfirmed', 'new'])[1 + n % 7],
         (array['normal', 'high', 'low', 'normal', 'urgent'])[1 + n % 5], (array['feedback', 'refund', 'bug', 'praise'])[1 + n % 4],
         'UX' || n % 23, ($5::text[])[1 + n % 5], ($2::text[])[1 + n % array_length($2::text[], 1)], 'e2e' || n,
         ($2::text[])[1], 'e2e' || n, null, ($4::text[])[1 + n % 8], 'en',
         $3::timestamptz - n * interval '11 hours', case when n % 7 in (0, 1, 3, 5) then $3::timestamptz - n * interval '10 hours' end,
         case when n % 3 = 0 then 'U0MIA' end
       from generate_series(1, 180) as n returning case_id, number)
     select min(case_id)::int as from, max(case_id)::int as to from made`,
    values,
  );
  const range = [rows[0]!.from, rows[0]!.to];
  await pool.query(
    `insert into hearback.case_department (case_id, department, routed_at) select case_id, 'qa', opened_at from hearback.cases
     where case_id between $1 and $2 and number % 3 = 1`,
    range,
  );
  await pool.query(
    `with said as (
       insert into hearback.reply (case_id, state, markdown, place, purpose, written_at)
       select case_id, 'sent', 'We are on it, and you hear from us on Friday.', jsonb_build_object('type', 'dm', 'workspaceId', workspace_id, 'userId', member_id), 'answer', opened_at + (number % 9 + 1) * interval '40 minutes'
       from hearback.cases where case_id between $1 and $2 and number % 10 <> 0 returning reply_id, case_id, written_at)
     insert into hearback.delivery (workspace_id, case_id, key, mark, body, place, state, posted_at, added_at)
     select $3, case_id, 'reply-' || reply_id, 'e2e-' || reply_id, jsonb_build_object('type', 'reply', 'replyId', reply_id), '{}', 'sent', written_at, written_at from said`,
    [...range, workspaceId],
  );
  await pool.query(
    `insert into hearback.close_request (reply_id, case_id, asked_at, answer, answered_at, rating, rated_at)
     select distinct on (c.case_id) r.reply_id, c.case_id, c.closed_at, case when number % 6 = 0 then 'not_yet' else 'solved' end, c.closed_at, case when number % 6 <> 0 then 2 + number % 4 end, case when number % 6 <> 0 then c.closed_at end
     from hearback.cases c join hearback.reply r using (case_id) where c.case_id between $1 and $2 and closed_at is not null`,
    range,
  );
  await pool.query(
    `insert into hearback.clock (case_id, kind, state, due_at, deadline, started_at, stopped_at, met, set_by)
     select case_id, 'update_due', case when number % 7 = 2 then 'running' else 'stopped' end, opened_at + interval '2 days', opened_at + interval '2 days', opened_at,
       case when number % 7 <> 2 then opened_at + (number % 4) * interval '16 hours' end, number % 7 <> 2, 'policy'
     from hearback.cases where case_id between $1 and $2 and number % 2 = 0`,
    range,
  );
  await pool.query(
    `insert into hearback.gift (workspace_id, case_id, member_id, gift, value, state, proposed_by, month, at, given_at)
     select $3, case_id, member_id, case when number % 4 = 0 then $4 else 'credit' end, 10, case when number % 5 = 0 then 'proposed' else 'given' end, 'U0MIA', to_char(opened_at, 'YYYY-MM'), opened_at, opened_at
     from hearback.cases where case_id between $1 and $2 and number % 9 = 0`,
    [...range, workspaceId, GIFT],
  );
  await pool.query(
    `with topic as (insert into hearback.topic (title, made_at, raised_at) values ('The export breaks', $3, $3) returning topic_id)
     insert into hearback.topic_case (case_id, terms, language, topic_id, how, linked_at)
     select case_id, '{export}', 'en', topic_id, 'found', $3 from hearback.cases, topic where case_id between $1 and $2 and number % 7 = 0 and kind <> 'praise'`,
    [...range, now],
  );
  await pool.query(
    `insert into hearback.stir (workspace_id, key, channel_id, thread_message, message_id, who, is_reaction, mood, gone, at)
     select $1, 'm/e2e/' || n, ($2::text[])[1 + n % array_length($2::text[], 1)], 't' || n % 30, 'e2e' || n, 'w' || n % 17, false, (array[-1, 0, 0, 1, 1])[1 + (n * 7 + n / 40) % 5], false,
       $3::timestamptz - n * interval '25 minutes' from generate_series(1, 400) as n`,
    [workspaceId, channels, now],
  );
}
