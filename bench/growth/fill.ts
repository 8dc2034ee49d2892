import { join } from 'node:path';
import type { Pool, PoolClient } from 'pg';
import { packageRoot } from '../../src/package-root.ts';
import { texts } from '../search/texts.ts';
import { COMMUNITY, NOW, OTHERS, TEXTS } from './sizes.ts';
import { now, STATEMENTS, topicsOf } from './statements.ts';

/** Cases of one statement. */
const BATCH = 100_000;

/**
 * Fills an empty record with `cases` cases as they come in two years: kinds, states, departments, handlers and channels as
 * unevenly as they are, one in 200 with somebody who is kept out, one in 50 for leads, answers, ratings, promises, gifts,
 * topics, what is found by words, and a week of moods. The same for the same size. Without triggers, and with the indexes made at the end: what
 * triggers would have written is made in one go, as after a restore.
 * @param pool of a user who may turn triggers off
 * @returns how long it took (ms)
 */
export async function fill(pool: Pool, cases: number): Promise<number> {
  const began = performance.now();
  const said = await texts(join(packageRoot(), 'bench', 'topics'), TEXTS);
  const sql = await pool.connect();
  const made = async (what: string, statement: string, values?: unknown[]) => {
    const from = performance.now();
    await sql.query(statement, values);
    if (cases >= BATCH) process.stderr.write(`${what}: ${Math.round(performance.now() - from)} ms\n`);
  };
  try {
    await sql.query(
      `set session_replication_role = replica; set synchronous_commit = off; set work_mem = '128MB'; set maintenance_work_mem = '512MB'; set jit = off`,
    );
    await sql.query(PREPARE);
    await sql.query(
      `insert into hearback.workspace (workspace_id, last_case_number) select unnest($1::text[]), $2`,
      [[COMMUNITY, ...OTHERS], cases],
    );
    await made('texts', TAKE_TEXTS, [said.map(({ text }) => text), said.map(({ language }) => language)]);
    await sql.query(`insert into hearback.topic (made_at, raised_at, title)
      select '${NOW.toISOString()}', case when n % 3 = 0 then timestamptz '${NOW.toISOString()}' end, 'Topic ' || n from generate_series(1, ${topicsOf(cases)}) as n`);
    const indexes = await takeIndexes(sql);
    for (const [what, statement] of Object.entries(STATEMENTS))
      for (let from = 1; from <= cases; from += BATCH)
        await made(what, statement(from, Math.min(cases, from + BATCH - 1), cases));
    for (const { name, definition } of indexes) await made(name, definition);
    await made('statistics', 'analyze');
    await made('figures', 'select hearback.figures_anew()');
    await sql.query(`${stirs(cases)}; ${FINISH}`);
  } finally {
    sql.release(true);
  }
  return performance.now() - began;
}

/** Takes away all indexes that are no constraint. @returns how they are made again */
async function takeIndexes(sql: PoolClient): Promise<{ name: string; definition: string }[]> {
  const { rows } = await sql.query<{ name: string; definition: string }>(
    `select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as definition from pg_index
     where indrelid in (select oid from pg_class where relnamespace = 'hearback'::regnamespace and relkind = 'r')
       and not exists (select from pg_constraint where conindid = indexrelid)`,
  );
  for (const { name } of rows) await sql.query(`drop index ${name}`);
  return rows;
}

/** A number between 0 and 1 for each case and question, the same every time; and the texts with what is found of them. */
const PREPARE = `create function hearback.bench_chance(id bigint, question int) returns float8 language sql immutable as
    'select (hashint8extended(id, question) & 1048575) / 1048576.0';
  create table hearback.bench_text (n bigint primary key, language text, text text, words tsvector);`;

const TAKE_TEXTS = `insert into hearback.bench_text
  select n, language, text, hearback.search_vector(hearback.search_clean(text), '', language, true)
  from unnest($1::text[], $2::text[]) with ordinality as said (text, language, n)`;

const setSequences = ['cases.case_id', 'message.message_row_id', 'reply.reply_id']
  .map((each) => each.split('.'))
  .map(
    ([table, column]) =>
      `select setval(pg_get_serial_sequence('hearback.${table}', '${column}'), (select max(${column}) from hearback.${table}) + 1);`,
  )
  .join(' ');

/** The words are learnt of the first case that says them; what was only needed here goes. */
const FINISH = `${setSequences}
  select hearback.search_learn(entry, string_to_array(hearback.search_clean(text), ' ')) from (
    select quote as text, min(entry_id) as entry from hearback.search_entry join hearback.cases using (case_id)
    where part = 'case' and case_id <= ${10 * TEXTS} group by quote) as first;
  update hearback.search_state set backlog = null;
  drop table hearback.bench_text; drop function hearback.bench_chance(bigint, int);`;

/** What is felt in a week, in as many channels; one in five is a reaction to what was said before it. Its sums follow by triggers. */
const stirs = (cases: number) => `set session_replication_role = origin;
  insert into hearback.stir (workspace_id, key, channel_id, thread_message, message_id, who, is_reaction, mood, gone, at)
  select '${COMMUNITY}', case when felt then 'r/' else 'm/' end || channel || '/' || message || case when felt then '/x/' || n else '' end, channel, 't' || n / 10,
    message::text, 'w' || n % 500, felt, n % 3 - 1, false, ${now} - n * interval '690000 seconds' / ${Math.min(cases, 100_000)}
  from (select n, n % 5 = 0 as felt, n - (n % 5 = 0)::int as message, 'C' || (n - (n % 5 = 0)::int) % 24 + 1 as channel
    from generate_series(1, ${Math.min(cases, 100_000)}) as n) as each`;
