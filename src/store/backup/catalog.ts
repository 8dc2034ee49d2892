import { z } from 'zod';
import { rows, type Sql } from '../sql.ts';
import type { SequenceAt, TableStart } from './frames.ts';

/** Its rows are the header of a backup. */
const MIGRATIONS = 'migration';
/** What is made of the other tables: after a restore it is made anew. */
const MADE = ['search_entry', 'search_word', 'figure', 'figure_group', 'figure_past'];
/** Who listens now: after a restore somebody else does. */
const PASSING = ['gateway', 'gateway_plan', 'gateway_shard'];

/**
 * Every table of the record with its columns, those first to which others refer; without those that are made of others or pass. Asked of the
 * database itself, so that no table can be forgotten.
 */
export async function tablesInOrder(sql: Sql): Promise<TableStart[]> {
  const tables = await rows(
    sql,
    z.object({ name: z.string(), columns: z.array(z.string()), refersTo: z.array(z.string()) }),
    `select c.relname as name,
       (select array_agg(a.attname::text order by a.attnum) from pg_attribute a
          where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns,
       array(select distinct other.relname::text from pg_constraint f join pg_class other on other.oid = f.confrelid
          where f.conrelid = c.oid and f.contype = 'f' and other.oid <> c.oid) as "refersTo"
     from pg_class c where c.relnamespace = 'hearback'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
       and c.relname <> all($1) order by c.relname`,
    [[MIGRATIONS, ...MADE, ...PASSING]],
  );
  const ordered: TableStart[] = [];
  const isPlaced = (name: string) => ordered.some((table) => table.name === name);
  let left = tables;
  while (left.length > 0) {
    const next = left.filter(({ refersTo }) => refersTo.every(isPlaced));
    if (next.length === 0)
      throw new Error(`tables refer to each other in a circle: ${left.map(({ name }) => name).join(', ')}`);
    ordered.push(...next.map(({ name, columns }) => ({ name, columns })));
    left = left.filter(({ name }) => !isPlaced(name));
  }
  return ordered;
}

/** How far each sequence behind a column has counted; 0 when it was never used. */
export async function sequences(sql: Sql): Promise<SequenceAt[]> {
  return rows(
    sql,
    z.object({ table: z.string(), column: z.string(), last: z.number() }),
    `select c.relname as "table", a.attname as "column", coalesce(pg_sequence_last_value(s.oid), 0) as last
     from pg_class s join pg_depend d on d.objid = s.oid and d.classid = 'pg_class'::regclass and d.deptype in ('i', 'a')
     join pg_class c on c.oid = d.refobjid join pg_attribute a on a.attrelid = c.oid and a.attnum = d.refobjsubid
     where s.relkind = 'S' and s.relnamespace = 'hearback'::regnamespace order by 1, 2`,
  );
}

/** A name as SQL takes it, whatever is in it. */
export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/** How COPY names a table's columns. */
export function copyTarget({ name, columns }: TableStart): string {
  return `hearback.${quoted(name)} (${columns.map(quoted).join(', ')})`;
}
