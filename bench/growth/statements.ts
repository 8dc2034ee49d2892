import { COMMUNITY, NOW, OTHERS, TEXTS } from './sizes.ts';

export const now = `timestamptz '${NOW.toISOString()}'`;
const chance = (question: number, id = 'g') => `hearback.bench_chance(${id}, ${question})`;
const pick = (question: number, values: readonly string[], id = 'g') =>
  `(array[${values.map((value) => `'${value}'`).join(', ')}])[1 + floor(${chance(question, id)} ^ 2 * ${values.length})::int]`;
const channels = Array.from({ length: 24 }, (_, nth) => `C${nth + 1}`);
const handlers = Array.from({ length: 40 }, (_, nth) => `H${nth + 1}`);

/** Fills the part of a table that belongs to the cases from one number to another; `cases`: how many there are in all. */
type Statement = (from: number, to: number, cases: number) => string;

/** Of one batch; the case's id is its number. */
const ids = (from: number, to: number) => `generate_series(${from}::bigint, ${to}) as g`;
const own = (from: number, to: number) =>
  `(select case_id as g, opened_at, workspace_id, state, closed_at, handler_id from hearback.cases where case_id between ${from} and ${to}) as made`;
/** Half of the members hear from us within some hours, a few after days (s). */
const waited = `(120 * exp(9 * ${chance(11)}))`;
const isAnswered = `${chance(12)} < 0.92 and opened_at + ${waited} * interval '1 second' < ${now}`;
const asked = `opened_at + (${waited} + 86400 * 3 * ${chance(13)}) * interval '1 second'`;

/** More than a page shows, also of a small record. */
export const topicsOf = (cases: number) => Math.max(50, Math.ceil(cases / 200));
/** Which of the texts is said, of an expression. */
const textOf = (nth: string) => `1 + mod(hashint8extended(${nth}, 50) & 1048575, ${TEXTS})`;

/** One for each table, in the order in which they read each other. */
export const STATEMENTS: Readonly<Record<string, Statement>> = {
  cases: (
    from,
    to,
    cases,
  ) => `insert into hearback.cases (case_id, workspace_id, number, state, severity, kind, member_id, member_name,
      source_channel, source_message, permalink, quote, handler_id, language, audience, opened_at, closed_at)
    select g, workspace, g, state, ${pick(2, ['normal', 'high', 'low', 'urgent'])}, ${pick(3, ['feedback', 'bug', 'refund', 'abuse', 'praise', 'idea'])},
      'U' || floor(${chance(4)} * 20000), 'Member ' || floor(${chance(4)} * 20000), channel, 'm' || g, 'https://chat.example/' || g,
      said.text,
      case when ${chance(5)} < 0.8 then ${pick(6, handlers)} end, said.language,
      case when ${chance(8)} < 0.02 then 'leads' else 'staff' end, opened,
      case when state in ('closed', 'closed_unconfirmed', 'solved') then least(${now}, opened + ${chance(9)} * interval '20 days') end
    from (select *, case when g % 10 < 6 then '${COMMUNITY}' when g % 10 < 9 then '${OTHERS[0]}' else '${OTHERS[1]}' end as workspace,
        ${now} - (${cases} - g + ${chance(1)}) / ${cases} * interval '730 days' as opened, ${pick(10, channels)} as channel,
        case when (${cases} - g)::float8 / ${cases} < 0.03 then ${pick(14, ['open', 'waiting_on_member', 'new', 'waiting_on_team', 'closed', 'reopened'])}
          when ${chance(16)} < 0.002 then 'open'
          else ${pick(15, ['closed', 'closed', 'closed', 'closed', 'closed', 'closed', 'solved', 'closed_unconfirmed', 'closed_unconfirmed', 'dismissed', 'merged'])} end as state
      from ${ids(from, to)}) as each join hearback.bench_text said on said.n = ${textOf('g')}`,
  departments: (from, to) => `insert into hearback.case_department (case_id, department, routed_at)
    select g, ${pick(20, ['support', 'qa', 'billing', 'safety', 'design'])}, opened_at from ${own(from, to)} where ${chance(21)} < 0.55
    union select g, 'qa', opened_at from ${own(from, to)} where ${chance(22)} < 0.1`,
  'kept out': (from, to) => `insert into hearback.case_exclusion (case_id, user_id, reason, at)
    select g, case when g % 2 = 0 then 'mia' else ${pick(23, handlers)} end, 'accused', opened_at from ${own(from, to)} where ${chance(24)} < 0.005`,
  'reads along': (from, to) =>
    `insert into hearback.case_cc (case_id, user_id, at) select g, 'dan', opened_at from ${own(from, to)} where ${chance(25)} < 0.002`,
  messages: (
    from,
    to,
  ) => `insert into hearback.message (message_row_id, workspace_id, channel_id, message_id, author_id, author_name, author_is_bot, permalink, posted_at)
    overriding system value select g, workspace_id, source_channel, source_message, member_id, member_name, false, permalink, opened_at
    from (select *, case_id as g from hearback.cases where case_id between ${from} and ${to}) as made`,
  versions: (from, to) =>
    `insert into hearback.message_version (message_row_id, version, text, at) select case_id, 1, quote, opened_at from hearback.cases where case_id between ${from} and ${to}`,
  'flagged messages': (from, to) =>
    `insert into hearback.case_message (case_id, message_row_id, role) select g, g, 'source' from ${own(from, to)}`,
  history: (from, to) => `insert into hearback.history (case_id, action, actor_id, at)
    select g, action, 'mia', opened_at + nth * interval '1 hour' from ${own(from, to)}, unnest(array['opened', 'routed', 'replied', 'reopened']) with ordinality as did (action, nth)
    where nth < 4 or ${chance(26)} < 0.04`,
  answers: (
    from,
    to,
  ) => `insert into hearback.reply (reply_id, case_id, state, markdown, author_id, place, purpose, written_at) overriding system value
    select 2 * g, g, 'sent', said.text, 'mia', '{"type":"dm","workspaceId":"slack:TGROWN","userId":"U1"}'::jsonb, 'answer', opened_at + ${waited} * interval '1 second' from ${own(from, to)} join hearback.bench_text said on said.n = ${textOf('2 * g')} where ${isAnswered}
    union all select 2 * g + 1, g, 'sent', (select text from hearback.bench_text where n = 1), 'mia', '{"type":"dm","workspaceId":"slack:TGROWN","userId":"U1"}', 'closing', ${asked} from ${own(from, to)} where ${isAnswered} and ${chance(27)} < 0.6`,
  posts: (
    from,
    to,
  ) => `insert into hearback.delivery (workspace_id, case_id, key, mark, body, place, state, posted_at, added_at)
    select workspace_id, g, 'reply-' || reply_id, 'r' || reply_id, jsonb_build_object('type', 'reply', 'replyId', reply_id), '{"type":"channel"}'::jsonb, 'sent', written_at, written_at
    from hearback.reply r join ${own(from, to)} on r.case_id = g where reply_id between ${2 * from} and ${2 * to + 1}
    union all select workspace_id, g, 'card-' || g, 'c' || g, '{"type":"card"}', '{"type":"channel"}', 'sent', opened_at, opened_at from ${own(from, to)}`,
  questions: (
    from,
    to,
  ) => `insert into hearback.close_request (reply_id, case_id, asked_at, answer, answered_at, rating, rated_at)
    select 2 * g + 1, g, asked, answer, case when answer is not null then asked + interval '2 hours' end,
      case when rates then 1 + floor(sqrt(${chance(28)}) * 5)::int end, case when rates then asked + interval '3 hours' end
    from (select *, answer = 'solved' and ${chance(29)} < 0.7 as rates from (select g, ${asked} as asked,
        case when ${chance(30)} < 0.5 then 'solved' when ${chance(30)} < 0.7 then 'not_yet' end as answer
      from ${own(from, to)} where ${isAnswered} and ${chance(27)} < 0.6) as questions) as answered`,
  clocks: (
    from,
    to,
  ) => `insert into hearback.clock (case_id, kind, state, due_at, deadline, started_at, stopped_at, met)
    select g, kind, case when is_over then 'stopped' else 'running' end, promised, promised, opened_at,
      case when is_over then promised + (${chance(31)} - 0.8) * interval '2 days' end, is_over and ${chance(32)} < 0.9
    from (select *, opened_at + interval '3 days' as promised, state not in ('new', 'open', 'waiting_on_team', 'reopened') as is_over
      from ${own(from, to)}) as each, unnest(array['update_due', 'first_response']) as kind where ${chance(33)} < 0.6`,
  gifts: (
    from,
    to,
  ) => `insert into hearback.gift (workspace_id, case_id, gift, value, state, month, at, given_at)
    select workspace_id, g, ${pick(34, ['credit', 'sticker', 'shirt'])}, 5 + g % 20, ${pick(35, ['given', 'given', 'given', 'approved', 'failed', 'refused'])},
      to_char(opened_at, 'YYYY-MM'), opened_at, opened_at from ${own(from, to)} where ${chance(36)} < 0.05`,
  topics: (
    from,
    to,
    cases,
  ) => `insert into hearback.topic_case (case_id, terms, language, topic_id, how, linked_at)
    select g, array['upload', 'picture', 'n' || g % 1000], 'en', case when ${chance(37)} < 0.1 then 1 + floor(g::float8 / ${cases + 1} * ${topicsOf(cases)})::bigint end,
      case when ${chance(37)} < 0.1 then 'found' end, opened_at from ${own(from, to)}`,
  'what is found of cases': (
    from,
    to,
  ) => `insert into hearback.search_entry (case_id, workspace_id, part, row_id, at, words, is_learned)
    select g, workspace_id, 'case', 0, opened_at, said.words, true from ${own(from, to)} join hearback.bench_text said on said.n = ${textOf('g')}`,
  'what is found of answers': (
    from,
    to,
  ) => `insert into hearback.search_entry (case_id, workspace_id, part, row_id, at, words, is_learned)
    select case_id, workspace_id, 'reply', reply_id, written_at, said.words, true
    from hearback.reply join hearback.cases using (case_id) join hearback.bench_text said on said.n = case reply_id % 2 when 0 then ${textOf('reply_id')} else 1 end
    where reply_id between ${2 * from} and ${2 * to + 1}`,
};
