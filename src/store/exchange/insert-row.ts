import { z } from 'zod';
import { json, prepared, row, run, type Sql } from '../sql.ts';
import type { ExportLine } from './lines.ts';
import { inTable, type Noun } from './noun.ts';

/** An insert of one row of a noun: what the line says, without what is read otherwise than by its column's name, and what is given besides. */
function insertion(
  { table, columns, read = {} }: Noun,
  line: ExportLine,
  given: Readonly<Record<string, unknown>>,
): { text: string; values: unknown[] } {
  const own = Object.entries(columns)
    .filter(([name]) => !(name in read) && !(name in given))
    .map(([name, kind]): [string, unknown] => [
      name,
      kind.startsWith('json') ? asJson(line[name]) : line[name],
    ]);
  const all = [...own, ...Object.entries(given)];
  return {
    text: `insert into hearback.${table} (${all.map(([name]) => inTable(name)).join(', ')})
      values (${all.map((_each, index) => `$${index + 1}`).join(', ')})`,
    values: all.map(([, value]) => value ?? null),
  };
}

/** Rows of one noun at once, each with what is given besides. @returns how many they are */
export function insertMany(
  sql: Sql,
  noun: Noun,
  lines: readonly ExportLine[],
  given: Readonly<Record<string, unknown>>,
): Promise<number> {
  const { table } = noun;
  const columns = tableColumns(noun, given).join(', ');
  return run(
    sql,
    prepared(
      `insert into hearback.${table} (${columns}) select ${columns} from jsonb_populate_recordset(null::hearback.${table}, $1::jsonb)`,
    ),
    [json(lines.map((line) => tableRow(noun, line, given)))],
  );
}

/** The columns a noun is written into, as its table calls them. */
export function tableColumns(
  { columns, read = {} }: Noun,
  given: Readonly<Record<string, unknown>>,
): string[] {
  return [...new Set([...Object.keys(columns).filter((name) => !(name in read)), ...Object.keys(given)])].map(
    inTable,
  );
}

/** What a line says, by the columns of its table. */
export function tableRow(
  { columns }: Noun,
  line: ExportLine,
  given: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const said = Object.keys(columns).map((name) => [name, line[name]] as const);
  return Object.fromEntries(
    [...said, ...Object.entries(given)].map(([name, value]) => [inTable(name), value]),
  );
}

/** @returns the value of `id`, where it is asked for; 0 when `unless` kept it out */
export async function insertRow(
  sql: Sql,
  noun: Noun,
  line: ExportLine,
  given: Readonly<Record<string, unknown>>,
  id: string | null = null,
  unless = '',
): Promise<number> {
  const { text, values } = insertion(noun, line, given);
  if (id === null) return run(sql, prepared(`${text} ${unless}`), values);
  const made = await row(
    sql,
    z.object({ id: z.number() }),
    prepared(`${text} ${unless} returning ${id} as id`),
    values,
  );
  return made?.id ?? 0;
}

function asJson(value: unknown): string | null {
  return value === null || value === undefined ? null : json(value);
}
