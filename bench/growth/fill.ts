import type { Pool } from 'pg';

/** The community that is measured has 6 of 10 cases; two others share the rest. */
export const COMMUNITY = 'slack:TGROWN';
const OTHERS = ['slack:TSECOND', 'discord:3'];
/** Everything happened before this moment, in two years. */
export const NOW = new Date('2026-11-23T12:00:00Z');

/** Cases of one statement. */
const BATCH = 25_000;

/** Tables whose triggers make the index of the search, which is measured by `search`. */
const SEARCHED = ['cases', 'case_message', 'message', 'message_version', 'reply', 'note'];

/**
 * Fills an empty record with `cases` cases as they come in two years: kinds, states, departments, handlers and channels as
 * unevenly as they are, one in 200 with somebody who is kept out, one in 50 for leads, answers, ratings, promises, gifts,
 * topics and a week of moods. The same for the same size.
 * @returns how long it took (ms)
 */
export async function fill(pool: Pool, cases: number): Promise<number> {
  const began = performance.now();
  await pool.query(
    `insert into hearback.workspace (workspace_id, last_case_number) select unnest($1::text[]), $2`,
    [[COMMUNITY, ...OTHERS], cases],
  );
  // A number between 0 and 1 for each case and question, the same every time.
  await pool.query(`create or replace function hearback.bench_chance(id bigint, question int) returns float8 language sql immutable as
    'select (hashint8extended(id, question) & 1048575) / 1048576.0'`);
  const triggers = (how: string) =>
    pool.query(SEARCHED.map((table) => `alter table hearback.${table} ${how} trigger user;`).join(' '));
  await pool.query(`insert into hearback.topic (made_at, raised_at, title)
    select '${NOW.toISOString()}', case when n % 3 = 0 then timestamptz '${NOW.toISOString()}' end, 'Topic ' || n from generate_series(1, ${Math.ceil(cases / 200)}) as n`);
  await triggers('disable');
  for (let from = 1; from <= cases; from += BATCH)
    for (const statement of STATEMENTS)
      await pool.query(statement(from, Math.min(cases, from + BATCH - 1), cases));
  await triggers('enable');
  await pool.query('drop function hearback.bench_chance(bigint, int)');
  await pool.query(`${setSequences} ${stirs(cases)}`);
  return performance.now() - began;
}

const now = `timestamptz '${NOW.toISOString()}'`;
const chance = (question: number, id = 'g') => `hearback.bench_chance(${id}, ${question})`;
const pick = (question: number, values: readonly string[], id = 'g') =>
  `(array[${values.map((value) => `'${value}'`).join(', ')}])[1 + floor(${chance(question, id)} ^ 2 * ${values.length})::int]`;
const channels = Array.from({ length: 24 }, (_, nth) => `C${nth + 1}`);
const handlers = Array.from({ length: 40 }, (_, nth) => `H${nth + 1}`);

type Statement = (from: number, to: number, cases: number) => string;

/** Of one batch; the case's id is its number. */
const ids = (from: number, to: number) => `generate_series(${from}::bigint, ${to}) as g`;
const own = (from: number, to: number) =>
  `(select case_id as g, opened_at, workspace_id, state, closed_at, handler_id from hearback.cases where case_id between ${from} and ${to}) as made`;
/** Half of the members hear from us within some hours, a few after days (s). */
const waited = `(120 * exp(9 * ${chance(11)}))`;
const isAnswered = `${chance(12)} < 0.92 and opened_at + ${waited} * interval '1 second' < ${now}`;
const asked = `opened_at + (${waited} + 86400 * 3 * ${chance(13)}) * interval '1 second'`;

const STATEMENTS: readonly Statement[] = [
  (
    from,
    to,
    cases,
  ) => `insert into hearback.cases (case_id, workspace_id, number, state, severity, kind, member_id, member_name,
      source_channel, source_message, permalink, quote, handler_id, language, audience, opened_at, closed_at)
    select g, workspace, g, state, ${pick(2, ['normal', 'high', 'low', 'urgent'])}, ${pick(3, ['feedback', 'bug', 'refund', 'abuse', 'praise', 'idea'])},
      'U' || floor(${chance(4)} * 20000), 'Member ' || floor(${chance(4)} * 20000), channel, 'm' || g, 'https://chat.example/' || g,
      'The app stops when I upload a picture, number ' || g || ', and nobody has told me why so far.',
      case when ${chance(5)} < 0.8 then ${pick(6, handlers)} end, ${pick(7, ['en', 'da', 'fr', 'pt'])},
      case when ${chance(8)} < 0.02 then 'leads' else 'staff' end, opened,
      case when state in ('closed', 'closed_unconfirmed', 'solved') then least(${now}, opened + ${chance(9)} * interval '20 days') end
    from (select *, case when g % 10 < 6 then '${COMMUNITY}' when g % 10 < 9 then '${OTHERS[0]}' else '${OTHERS[1]}' end as workspace,
        ${now} - (${cases} - g + ${chance(1)}) / ${cases} * interval '730 days' as opened, ${pick(10, channels)} as channel,
        case when (${cases} - g)::float8 / ${cases} < 0.03 then ${pick(14, ['open', 'waiting_on_member', 'new', 'waiting_on_team', 'closed', 'reopened'])}
          else ${pick(15, ['closed', 'closed', 'closed', 'closed', 'closed', 'closed', 'solved', 'closed_unconfirmed', 'closed_unconfirmed', 'dismissed', 'merged', 'open'])} end as state
      from ${ids(from, to)}) as each`,
  (from, to) => `insert into hearback.case_department (case_id, department, routed_at)
    select g, ${pick(20, ['support', 'qa', 'billing', 'safety', 'design'])}, opened_at from ${own(from, to)} where ${chance(21)} < 0.55
    union select g, 'qa', opened_at from ${own(from, to)} where ${chance(22)} < 0.1`,
  (from, to) => `insert into hearback.case_exclusion (case_id, user_id, reason, at)
    select g, case when g % 2 = 0 then 'mia' else ${pick(23, handlers)} end, 'accused', opened_at from ${own(from, to)} where ${chance(24)} < 0.005`,
  (from, to) =>
    `insert into hearback.case_cc (case_id, user_id, at) select g, 'dan', opened_at from ${own(from, to)} where ${chance(25)} < 0.002`,
  (
    from,
    to,
  ) => `insert into hearback.message (message_row_id, workspace_id, channel_id, message_id, author_id, author_name, author_is_bot, permalink, posted_at)
    overriding system value select g, workspace_id, source_channel, source_message, member_id, member_name, false, permalink, opened_at
    from (select *, case_id as g from hearback.cases where case_id between ${from} and ${to}) as made`,
  (from, to) =>
    `insert into hearback.message_version (message_row_id, version, text, at) select g, 1, 'The app stops when I upload a picture, number ' || g, opened_at from ${own(from, to)}`,
  (from, to) =>
    `insert into hearback.case_message (case_id, message_row_id, role) select g, g, 'source' from ${own(from, to)}`,
  (from, to) => `insert into hearback.history (case_id, action, actor_id, at)
    select g, action, 'mia', opened_at + nth * interval '1 hour' from ${own(from, to)}, unnest(array['opened', 'routed', 'replied', 'reopened']) with ordinality as did (action, nth)
    where nth < 4 or ${chance(26)} < 0.04`,
  (
    from,
    to,
  ) => `insert into hearback.reply (reply_id, case_id, state, markdown, author_id, place, purpose, written_at) overriding system value
    select 2 * g, g, 'sent', 'Thank you. We have found out why, and it works again.', 'mia', '{"type":"dm","workspaceId":"slack:TGROWN","userId":"U1"}'::jsonb, 'answer', opened_at + ${waited} * interval '1 second' from ${own(from, to)} where ${isAnswered}
    union all select 2 * g + 1, g, 'sent', 'Is it solved for you?', 'mia', '{"type":"dm","workspaceId":"slack:TGROWN","userId":"U1"}', 'closing', ${asked} from ${own(from, to)} where ${isAnswered} and ${chance(27)} < 0.6`,
  (
    from,
    to,
  ) => `insert into hearback.delivery (workspace_id, case_id, key, mark, body, place, state, posted_at, added_at)
    select workspace_id, g, 'reply-' || reply_id, 'r' || reply_id, jsonb_build_object('type', 'reply', 'replyId', reply_id), '{"type":"channel"}'::jsonb, 'sent', written_at, written_at
    from hearback.reply r join ${own(from, to)} on r.case_id = g
    union all select workspace_id, g, 'card-' || g, 'c' || g, '{"type":"card"}', '{"type":"channel"}', 'sent', opened_at, opened_at from ${own(from, to)}`,
  (
    from,
    to,
  ) => `insert into hearback.close_request (reply_id, case_id, asked_at, answer, answered_at, rating, rated_at)
    select 2 * g + 1, g, asked, answer, case when answer is not null then asked + interval '2 hours' end,
      case when rates then 1 + floor(sqrt(${chance(28)}) * 5)::int end, case when rates then asked + interval '3 hours' end
    from (select *, answer = 'solved' and ${chance(29)} < 0.7 as rates from (select g, ${asked} as asked,
        case when ${chance(30)} < 0.5 then 'solved' when ${chance(30)} < 0.7 then 'not_yet' end as answer
      from ${own(from, to)} where ${isAnswered} and ${chance(27)} < 0.6) as questions) as answered`,
  (
    from,
    to,
  ) => `insert into hearback.clock (case_id, kind, state, due_at, deadline, started_at, stopped_at, met)
    select g, kind, case when is_over then 'stopped' else 'running' end, promised, promised, opened_at,
      case when is_over then promised + (${chance(31)} - 0.8) * interval '2 days' end, is_over and ${chance(32)} < 0.9
    from (select *, opened_at + interval '3 days' as promised, state not in ('new', 'open', 'waiting_on_team', 'reopened') as is_over
      from ${own(from, to)}) as each, unnest(array['update_due', 'first_reply']) as kind where ${chance(33)} < 0.6`,
  (from, to) => `insert into hearback.gift (workspace_id, case_id, gift, value, state, month, at, given_at)
    select workspace_id, g, ${pick(34, ['credit', 'sticker', 'shirt'])}, 5 + g % 20, ${pick(35, ['given', 'given', 'given', 'approved', 'failed', 'refused'])},
      to_char(opened_at, 'YYYY-MM'), opened_at, opened_at from ${own(from, to)} where ${chance(36)} < 0.05`,
  (from, to, cases) => `insert into hearback.topic_case (case_id, terms, language, topic_id, how, linked_at)
    select g, array['upload', 'picture', 'n' || g % 1000], 'en', case when ${chance(37)} < 0.1 then 1 + floor(g::float8 / ${cases + 1} * ${Math.ceil(cases / 200)})::bigint end,
      case when ${chance(37)} < 0.1 then 'found' end, opened_at from ${own(from, to)}`,
];

const setSequences = ['cases.case_id', 'message.message_row_id', 'reply.reply_id']
  .map((each) => each.split('.'))
  .map(
    ([table, column]) =>
      `select setval(pg_get_serial_sequence('hearback.${table}', '${column}'), (select max(${column}) from hearback.${table}) + 1);`,
  )
  .join(' ');

/** What is felt in a week, in as many channels. */
const stirs = (
  cases: number,
) => `insert into hearback.stir (workspace_id, key, channel_id, thread_message, message_id, who, is_reaction, mood, gone, at)
  select '${COMMUNITY}', 'm/C' || n % 24 + 1 || '/' || n, 'C' || n % 24 + 1, 't' || n / 10, n::text, 'w' || n % 500, false, n % 3 - 1, false, ${now} - n * interval '690000 seconds' / ${Math.min(cases, 100_000)}
  from generate_series(1, ${Math.min(cases, 100_000)}) as n`;
