import { createHash } from 'node:crypto';
import type { ClientBase } from 'pg';
import type { z } from 'zod';
import { storable } from '../chat/text.ts';

/** What a query needs; inside a transaction it is the transaction's client. */
export interface Sql extends Pick<ClientBase, 'query'> {
  /** Every statement is read and planned once for each connection, whatever its values: for transactions that look things up by their keys. */
  readonly plansOnce?: boolean;
}

/** A connection while a transaction has it. */
export interface SqlInTransaction extends Sql {
  /**
   * Sends a statement and waits for nothing: it is carried out before whatever is asked after it, and when it fails, the transaction fails
   * with its error. A transaction that others wait for is shorter by each answer nobody needs.
   */
  later(statement: Statement, values?: readonly unknown[]): void;
}

/** A query's text, or one that each connection reads and plans only once. */
export type Statement = string | Prepared;

interface Prepared {
  name: string;
  text: string;
}

const known = new Map<string, Prepared>();

/**
 * For what is asked all the time: reading and planning a long query takes PostgreSQL several times longer than answering it.
 * Only for texts of which there are few; each connection keeps what it has planned. https://node-postgres.com/features/queries
 */
export function prepared(text: string): Prepared {
  const found = known.get(text);
  if (found) return found;
  const made = { name: createHash('sha256').update(text).digest('base64url'), text };
  known.set(text, made);
  return made;
}

/** Every row the query answers, checked against `shape`. */
export async function rows<T>(
  sql: Sql,
  shape: z.ZodType<T>,
  statement: Statement,
  values: readonly unknown[] = [],
): Promise<T[]> {
  const result = await sql.query<Record<string, unknown>>(asked(sql, statement, values));
  return result.rows.map((each) => shape.parse(each));
}

/** The first row, or null. */
export async function row<T>(
  sql: Sql,
  shape: z.ZodType<T>,
  statement: Statement,
  values: readonly unknown[] = [],
): Promise<T | null> {
  const [first] = await rows(sql, shape, statement, values);
  return first ?? null;
}

/** @returns how many rows it changed. */
export async function run(sql: Sql, statement: Statement, values: readonly unknown[] = []): Promise<number> {
  const result = await sql.query(asked(sql, statement, values));
  return result.rowCount ?? 0;
}

/** Sends a statement whose answer nobody needs, and waits for it only where a failure would go unnoticed: outside a transaction of `Work`. */
export async function sent(
  sql: Sql & Partial<SqlInTransaction>,
  statement: Statement,
  values: readonly unknown[] = [],
): Promise<void> {
  if (sql.later) sql.later(statement, values);
  else await run(sql, statement, values);
}

function asked({ plansOnce }: Sql, statement: Statement, values: readonly unknown[]) {
  const isNamed = typeof statement !== 'string' || (plansOnce && values.length > 0);
  const text = typeof statement === 'string' ? statement : statement.text;
  return { ...(isNamed ? prepared(text) : { text }), values: values.map(acceptable) };
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
