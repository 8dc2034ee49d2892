import { z } from 'zod';
import { row, type Sql } from '../sql.ts';
import { inTable, type Noun } from './noun.ts';

const TIME = `'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'`;

/** A noun's columns as arguments of json_build_object. */
export function columnsOf({ columns, read }: Noun): string {
  return Object.entries(columns)
    .map(([name, kind]) => {
      const value = read?.[name] ?? `n.${inTable(name)}`;
      return `'${name}', ${kind.startsWith('time') ? `to_char(${value} at time zone 'UTC', ${TIME})` : value}`;
    })
    .join(', ');
}

/** Rows of a noun in one case, one line each; $1 is the case. */
export function manyOf(noun: Noun): string {
  return `select json_build_object(${columnsOf(noun)}) as line from ${fromOf(noun)} order by ${noun.order}`;
}

function fromOf({ table, from }: Noun): string {
  return from ?? `hearback.${table} n where n.case_id = $1`;
}

const smallRow = z.object({ found: z.record(z.string(), z.array(z.record(z.string(), z.unknown()))) });

/** Everything of a case of which there is little, in one query. */
export async function smallOf(
  sql: Sql,
  nouns: readonly Noun[],
  caseId: number,
): Promise<Record<string, Record<string, unknown>[]>> {
  const parts = nouns
    .filter(({ isMany }) => !isMany)
    .map(
      (noun) =>
        `'${noun.type}', (select coalesce(json_agg(json_build_object(${columnsOf(noun)}) order by ${noun.order}), '[]') from ${fromOf(noun)})`,
    );
  const found = await row(sql, smallRow, `select json_build_object(${parts.join(', ')}) as found`, [caseId]);
  return found?.found ?? {};
}
