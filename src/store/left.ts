import { z } from 'zod';
import { rows, type Sql } from './sql.ts';

const columnRow = z.object({ schema: z.string(), table: z.string(), column: z.string(), type: z.string() });

/**
 * Where a text still stands, among all columns of text, jsonb and bytes of the record and of the queue. The columns come
 * from the catalog, so a table that is added later is looked through as well.
 */
export async function findLeft(sql: Sql, text: string): Promise<string[]> {
  const columns = await rows(
    sql,
    columnRow,
    `select table_schema as schema, table_name as "table", column_name as "column", data_type as type
     from information_schema.columns join information_schema.tables using (table_catalog, table_schema, table_name)
     where table_schema in ('hearback', 'bullmq') and table_type = 'BASE TABLE'
       and data_type in ('text', 'character varying', 'character', 'json', 'jsonb', 'bytea', 'ARRAY', 'USER-DEFINED')
     order by 1, 2, ordinal_position`,
  );
  const left: string[] = [];
  for (const { schema, table, column, type } of columns) {
    const name = `"${schema}"."${table}"`;
    const holds =
      type === 'bytea'
        ? `position(convert_to($1, 'UTF8') in "${column}") > 0`
        : `strpos(lower("${column}"::text), lower($1)) > 0`;
    const [found] = await rows(
      sql,
      z.object({ count: z.number() }),
      `select count(*) as count from ${name} where ${holds}`,
      [text],
    );
    if (found && found.count > 0) left.push(`${schema === 'hearback' ? '' : `${schema}.`}${table}.${column}`);
  }
  return left;
}
