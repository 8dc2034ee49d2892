import type pg from 'pg';

/** Between two copies of an id; a record that is multiplied has fewer of each. */
const APART = 100_000;
/** The newest of them are as they were (a share of all); what the others are about is over. */
const STILL_OPEN = 0.03;
/** Years that the copies are spread over. */
const YEARS = 2;

/** Tables that are made of others, or of which there are as many as there are communities, settings and the like. */
const NOT_COPIED =
  'audit audit_head daily figure figure_group figure_past gift_secret home mailbox migration pace pace_limit pace_turn person policy_seen ' +
  'privacy_salt role_check role_group role_lost scan seal_key search_state search_word topic_apart webhook workspace';
/** Columns that point at something said, and such of members, who are many: each copy has its own. */
const MESSAGES =
  /^(?:message_id|source_message|thread_message|parent_message|posted_message|first_message|event_id)$/;
const MEMBERS = new Set([
  'cases.member_id',
  'message.author_id',
  'intake.user_id',
  'gift.member_id',
  'stir.who',
]);
/** What it means that it is over. */
const OVER: Readonly<Record<string, string>> = {
  'cases.state': `'closed'`,
  'cases.closed_at': "opened_at + interval '3 days'",
  'clock.state': `'stopped'`,
  'delivery.state': `'sent'`,
  'follow_news.delivery_id': `news_id + k * ${APART}`,
  'issue.state': `'closed'`,
  'meeting_item.decided_at': 'added_at',
  'meeting_item.decision': `'done'`,
  'outbox.dispatched_at': 'added_at',
  'outbox.done_at': 'added_at',
  'reminder.delivery_id': `reminder_id + k * ${APART}`,
  'reply.state': `'sent'`,
  'webhook_message.settled_at': 'at',
  'webhook_message.state': `'sent'`,
};

interface Column {
  table: string;
  column: string;
  type: string;
  /** The last text of a key that nothing else keeps apart. */
  isKey: boolean;
}

/**
 * Makes every row of a record so many times, over two years, with ids of its own, for the communities named: so every table
 * that can grow is large, whatever tables there are, as long as the record had a row in each. `workspaceId` is whose record it was.
 * @param sql somebody who may turn triggers off
 * @returns how many rows there are of each table that was multiplied
 */
export async function multiply(
  sql: pg.Pool,
  { times, workspaceId, communities }: { times: number; workspaceId: string; communities: readonly string[] },
): Promise<Map<string, number>> {
  const { rows: columns } = await sql.query<Column>(COLUMNS);
  const step = Math.floor((YEARS * 365 * 86_400) / times);
  const counts = new Map<string, number>();
  const client = await sql.connect();
  try {
    await client.query('begin; set local session_replication_role = replica');
    await client.query(IDS);
    for (const table of new Set(columns.map((each) => each.table))) {
      const its = columns.filter((each) => each.table === table);
      const values = its.map((each) => copied(each, { step, workspaceId, communities }));
      const names = its.map(({ column }) => column).join(', ');
      const made = await client.query(
        `insert into hearback.${table} (${names}) overriding system value
         select ${values.join(', ')} from hearback.${table}, generate_series(1, $1::bigint) as k`,
        [times],
      );
      counts.set(table, made.rowCount ?? 0);
    }
    await client.query(SEQUENCES);
    await client.query(`update hearback.workspace set last_case_number = ${APART * (times + 1)}`);
    await client.query('select hearback.figures_anew()');
    await client.query('commit');
  } finally {
    client.release();
  }
  await sql.query('analyze');
  return counts;
}

function copied(
  { table, column, type, isKey }: Column,
  { step, workspaceId, communities }: { step: number; workspaceId: string; communities: readonly string[] },
): string {
  const name = `${table}.${column}`;
  const over = OVER[name];
  const own = copy();
  return over === undefined ? own : `case when k < ${STILL_OPEN} * $1 then ${own} else ${dated(over)} end`;

  function dated(value: string): string {
    return type === 'timestamp with time zone' ? `${value} - k * interval '${step} seconds'` : value;
  }
  function copy(): string {
    const home = communities.map((each) => `'${each}'`).join(', ');
    // Nothing of what was copied is due.
    if (name === 'clock.due_at') return `${column} + interval '90 days'`;
    if (type === 'timestamp with time zone') return dated(column);
    if (type === 'date') return `${column} - k::int`;
    if (type === 'jsonb') return `pg_temp.with_ids(${column}, k * ${APART})`;
    if (type === 'bigint' && column.endsWith('_id')) return `${column} + k * ${APART}`;
    if (type === 'integer' && column === 'number') return `${column} + k * ${APART}`;
    if (column === 'workspace_id')
      return `case when ${column} = '${workspaceId}' then (array[${home}])[1 + k % ${communities.length}] else ${column} end`;
    if (type === 'bytea' && isKey) return `${column} || int8send(k)`;
    if (type === 'text' && (isKey || MESSAGES.test(column) || MEMBERS.has(name)))
      return `${column} || '~' || k`;
    return column;
  }
}

/** Each column of the tables that have rows, and whether its unique key needs it to be another in each copy. */
const COLUMNS = `
  select c.relname as table, a.attname as column, format_type(a.atttypid, null) as type, exists (
    select from pg_index i where i.indrelid = c.oid and i.indisunique and a.attnum = i.indkey[i.indnkeyatts - 1] and not exists (
      select from unnest(i.indkey) as n join pg_attribute k on k.attrelid = c.oid and k.attnum = n
      where k.atttypid = 'int8'::regtype and k.attname like '%\\_id' or k.attname = 'day')) as "isKey"
  from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
  where c.relnamespace = 'hearback'::regnamespace and c.relkind = 'r' and a.attgenerated = ''
    and c.relname <> all (string_to_array('${NOT_COPIED}', ' '))
    and (xpath('/row/c/text()', query_to_xml('select count(*) as c from hearback.' || c.relname, false, true, '')))[1]::text <> '0'
  order by c.relname, a.attnum`;

/** Ids in a job's data or a delivery's body point at the copies. */
const IDS = `create function pg_temp.with_ids(value jsonb, further bigint) returns jsonb language sql immutable as $$
  select case when jsonb_typeof(value) <> 'object' then value else coalesce((
    select jsonb_object_agg(key, case when key like '%Id' and jsonb_typeof(each.value) = 'number' then to_jsonb(each.value::bigint + further) else each.value end)
    from jsonb_each(value) as each), value) end $$`;

const SEQUENCES = `do $$ declare c record; begin
  for c in select attrelid::regclass as own, attname from pg_attribute
    where attidentity <> '' and attrelid in (select oid from pg_class where relnamespace = 'hearback'::regnamespace) loop
    execute format('select setval(pg_get_serial_sequence(%L, %L), (select coalesce(max(%I), 0) + 1 from %s))', c.own, c.attname, c.attname, c.own);
  end loop; end $$`;
