import type { ClientBase } from 'pg';
import type { z } from 'zod';
import { storable } from '../chat/text.ts';

/** What a query needs; inside a transaction it is the transaction's client. */
export type Sql = Pick<ClientBase, 'query'>;

/** Every row the query answers, checked against `shape`. */
export async function rows<T>(
  sql: Sql,
  shape: z.ZodType<T>,
  text: string,
  values: readonly unknown[] = [],
): Promise<T[]> {
  const result = await sql.query<Record<string, unknown>>({ text, values: values.map(acceptable) });
  return result.rows.map((each) => shape.parse(each));
}

/** The first row, or null. */
export async function row<T>(
  sql: Sql,
  shape: z.ZodType<T>,
  text: string,
  values: readonly unknown[] = [],
): Promise<T | null> {
  const [first] = await rows(sql, shape, text, values);
  return first ?? null;
}

/** @returns how many rows it changed. */
export async function run(sql: Sql, text: string, values: readonly unknown[] = []): Promise<number> {
  const result = await sql.query({ text, values: values.map(acceptable) });
  return result.rowCount ?? 0;
}

/** A value for a jsonb column. PostgreSQL refuses `\u0000` and half surrogate pairs there too. */
export function json(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) => (typeof part === 'string' ? storable(part) : part));
}

/** The last gate before the database: whatever a caller let through, no text can make a transaction fail. */
function acceptable(value: unknown): unknown {
  if (typeof value === 'string') return storable(value);
  return Array.isArray(value) ? value.map(acceptable) : value;
}
