import type { Pool } from 'pg';
import { z } from 'zod';
import type { Eyes } from '../cases/access.ts';
import type { CaseCursor, CaseFilter, CaseLists, CaseOrder, CasePart } from './case-list-port.ts';
import { COLUMNS, columns, toCase } from './case-row.ts';
import { visibleTo, type Condition } from './eyes.ts';
import { row, rows, type Sql } from './sql.ts';
import { holdClient } from './transaction.ts';

const RANK = `array_position(array['urgent', 'high', 'normal', 'low'], severity)`;
const OPENED_US = '(extract(epoch from opened_at) * 1000000)::bigint';

/** Lists of cases by parts. Where one goes on is looked up in an index, so the last part comes as quickly as the first. */
export function createCaseLists(pool: Pool): CaseLists {
  return {
    part: (workspaceId, filter, eyes, page) =>
      holdClient(pool, (sql) => part(sql, filtered(workspaceId, filter, eyes), page)),
    count: (workspaceId, filter, eyes, most) =>
      holdClient(pool, (sql) => count(sql, filtered(workspaceId, filter, eyes), most)),
  };
}

/** The filter as a condition on `hearback.cases c`. What does not narrow anything is not in it, so that the indexes are found. */
function filtered(workspaceId: string, filter: CaseFilter, eyes: Eyes): Condition {
  const values: unknown[] = [];
  const put = (value: unknown) => `$${values.push(value)}`;
  const where = [
    `c.workspace_id = ${put(workspaceId)}`,
    `c.state = any(${put([...filter.states])}::text[])`,
    ...(filter.severity === undefined ? [] : [`c.severity = ${put(filter.severity)}`]),
    ...(filter.kind === undefined ? [] : [`c.kind = ${put(filter.kind)}`]),
    ...(filter.department === undefined
      ? []
      : [
          `c.case_id in (select case_id from hearback.case_department where department = ${put(filter.department)})`,
        ]),
    ...(filter.handlerId === undefined ? [] : [handledBy(filter.handlerId, put)]),
    ...(filter.channelId === undefined ? [] : [`c.source_channel = ${put(filter.channelId)}`]),
    ...(filter.from === undefined ? [] : [`c.opened_at >= ${put(filter.from)}`]),
    ...(filter.until === undefined ? [] : [`c.opened_at < ${put(filter.until)}`]),
  ];
  const visible = visibleTo(eyes, values.length + 1);
  return { where: [...where, `(${visible.where})`].join(' and '), values: [...values, ...visible.values] };
}

/** Said so that an index finds both. */
function handledBy(handlerId: string | null, put: (value: unknown) => string): string {
  return handlerId === null ? 'c.handler_id is null' : `c.handler_id = ${put(handlerId)}`;
}

const partRow = columns.extend({ rank: z.number(), openedUs: z.coerce.number() });

async function part(
  sql: Sql,
  { where, values }: Condition,
  { order, after, limit }: { order: CaseOrder; after: CaseCursor | null; limit: number },
): Promise<CasePart> {
  const given = [...values];
  const put = (value: unknown) => `$${given.push(value)}`;
  const found = await rows(
    sql,
    partRow,
    `select ${COLUMNS}, ${RANK} as rank, ${OPENED_US} as "openedUs" from hearback.cases c
     where ${where} ${after ? `and ${behind(order, after, put)}` : ''}
     order by ${order === 'urgent' ? `${RANK}, opened_at, number` : 'opened_at desc, number desc'} limit ${put(limit + 1)}`,
    given,
  );
  const last = found.length > limit ? found[limit - 1] : undefined;
  return {
    cases: found.slice(0, limit).map(({ rank: _rank, openedUs: _openedUs, ...each }) => toCase(each)),
    next: last ? { rank: last.rank, openedUs: last.openedUs, number: last.number } : null,
  };
}

/** What is sorted behind the cursor. */
function behind(
  order: CaseOrder,
  { rank, openedUs, number }: CaseCursor,
  put: (value: unknown) => string,
): string {
  const moment = `timestamptz 'epoch' + ${put(openedUs)}::double precision * interval '1 microsecond'`;
  return order === 'urgent'
    ? `(${RANK}, opened_at, number) > (${put(rank)}::integer, ${moment}, ${put(number)}::integer)`
    : `(opened_at, number) < (${moment}, ${put(number)}::integer)`;
}

async function count(sql: Sql, { where, values }: Condition, most: number): Promise<number> {
  const found = await row(
    sql,
    z.object({ count: z.number() }),
    `select count(*) from (select from hearback.cases c where ${where} limit $${values.length + 1}) as first`,
    [...values, most],
  );
  return found?.count ?? 0;
}
