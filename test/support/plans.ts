import pg from 'pg';
import { z } from 'zod';

/** What one look may read of a table from its beginning, such as the first rows of a list (a share of it). */
const READ_AT_MOST = 0.25;
/** Tables with fewer rows are not looked at. */
const FEW = 200;

interface Plan {
  'Node Type': string;
  Schema?: string | undefined;
  'Relation Name'?: string | undefined;
  'Actual Rows'?: number | undefined;
  'Rows Removed by Filter'?: number | undefined;
  'Index Cond'?: string | undefined;
  Plans?: Plan[] | undefined;
}

const plan: z.ZodType<Plan> = z.object({
  'Node Type': z.string(),
  Schema: z.string().optional(),
  'Relation Name': z.string().optional(),
  'Actual Rows': z.number().optional(),
  'Rows Removed by Filter': z.number().optional(),
  'Index Cond': z.string().optional(),
  Plans: z.lazy(() => z.array(plan)).optional(),
});
const explained = z.object({ 'Query Text': z.string(), Plan: plan });

/** A table that a query read row by row. */
export interface SequentialScan {
  table: string;
  /** Rows read by it. */
  read: number;
  query: string;
}

/** What PostgreSQL has told of each query it carried out in a database, those in its functions and triggers too. */
export interface Plans {
  /** Every query, once. */
  queries: Set<string>;
  /** Large tables that were read without an index: one line for each table and query. */
  scans: SequentialScan[];
  stop(): void;
}

/**
 * Every later connection to the database explains what it does, with the rows it really read, by PostgreSQL's own auto_explain:
 * https://www.postgresql.org/docs/current/auto-explain.html. All clients of this process are listened to.
 * @param sql a superuser, connected to it
 */
export async function explainAll(sql: pg.Pool): Promise<Plans> {
  const { rows } = await sql.query<{ name: string }>('select current_database() as name');
  for (const setting of SETTINGS) await sql.query(`alter database ${rows[0]!.name} set ${setting}`);
  const sizes = await sql.query<{ table: string; rows: number }>(
    `select relname as table, reltuples::int8 as rows from pg_class where relnamespace = 'hearback'::regnamespace and relkind = 'r'`,
  );
  const sizeOf = new Map(sizes.rows.map((each) => [each.table, each.rows]));
  const queries = new Set<string>();
  const scans: SequentialScan[] = [];
  const known = new Set<string>();
  const connect = pg.Client.prototype.connect;
  const hear = ({ message }: { message?: string | undefined }) => {
    const json = /^duration: [\d.]+ ms {2}plan:\n(\{.*)$/s.exec(message ?? '')?.[1];
    if (json === undefined) return;
    const { 'Query Text': query, Plan: root } = explained.parse(JSON.parse(json));
    queries.add(query);
    for (const { table, read } of sequential(root)) {
      const name = `${table} ${query}`;
      const size = sizeOf.get(table) ?? 0;
      if (size < FEW || read <= READ_AT_MOST * size || known.has(name)) continue;
      known.add(name);
      scans.push({ table, read, query: query.replaceAll(/\s+/g, ' ') });
    }
  };
  pg.Client.prototype.connect = function (this: pg.Client, ...args: Parameters<typeof connect>) {
    this.on('notice', hear);
    return connect.apply(this, args);
  } as typeof connect;
  return {
    queries,
    scans,
    stop: () => {
      pg.Client.prototype.connect = connect;
    },
  };
}

function sequential(node: Plan): { table: string; read: number }[] {
  const below = (node.Plans ?? []).flatMap(sequential);
  const isWhole =
    node['Node Type'] === 'Seq Scan' || (WALKS.has(node['Node Type']) && node['Index Cond'] === undefined);
  if (!isWhole || node.Schema !== 'hearback') return below;
  const each = (node['Actual Rows'] ?? 0) + (node['Rows Removed by Filter'] ?? 0);
  return [{ table: node['Relation Name'] ?? '', read: each }, ...below];
}

const WALKS = new Set(['Index Scan', 'Index Only Scan']);

const SETTINGS = [
  `enable_seqscan = off`,
  `enable_hashjoin = off`,
  `enable_mergejoin = off`,
  `session_preload_libraries = 'auto_explain'`,
  `auto_explain.log_min_duration = 0`,
  `auto_explain.log_analyze = on`,
  `auto_explain.log_timing = off`,
  `auto_explain.log_verbose = on`,
  `auto_explain.log_nested_statements = on`,
  `auto_explain.log_format = 'json'`,
  `auto_explain.log_level = 'notice'`,
  // What people wrote is not in it.
  `auto_explain.log_parameter_max_length = 0`,
];
