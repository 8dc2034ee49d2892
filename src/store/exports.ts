import type { Pool, PoolClient } from 'pg';
import { z } from 'zod';
import { fileBytes } from './files.ts';
import { visibleTo } from './eyes.ts';
import { columnsOf, manyOf, smallOf } from './exchange/read-nouns.ts';
import { asSeenBy, comesAlong } from './exchange/as-seen-by.ts';
import { EXPORT_VERSION, type ExportLine } from './exchange/lines.ts';
import type { Noun } from './exchange/noun.ts';
import { CASE, IDENTITY, NOUNS } from './exchange/nouns.ts';
import { caseRow as tableCase, ROW_COLUMNS } from './digest-cases.ts';
import type { Exports, Extent, TableRow } from './exports-port.ts';
import { mailFileBytes } from './mail-files.ts';
import type { Seal } from './seal.ts';
import { row, rows, run, type Sql } from './sql.ts';
import { holdClient, MAY_WAIT_FOR_OTHERS } from './transaction.ts';

/** Cases that are looked up at a time. */
const CASES = 100;
/** Rows that are in memory at a time. */
const ROWS = 200;

const caseRow = z.object({
  caseId: z.number(),
  workspaceId: z.string(),
  number: z.number(),
  line: z.record(z.string(), z.unknown()),
});
type CaseRow = z.infer<typeof caseRow>;

const lineRow = z.object({ line: z.record(z.string(), z.unknown()) });

export function createExports(pool: Pool, { seal }: { seal: Seal }): Exports {
  return {
    header: async (eyes, at) => ({
      type: 'hearback-export',
      version: EXPORT_VERSION,
      record: await holdClient(pool, recordName),
      of: eyes === 'program' ? 'record' : 'person',
      takenAt: at.toISOString(),
    }),
    count: async (extent) => {
      const { where, values } = chosen(extent);
      const found = await holdClient(pool, (sql) =>
        row(
          sql,
          z.object({ count: z.number() }),
          `select count(*)::int as count from hearback.cases c where ${where}`,
          values,
        ),
      );
      return found?.count ?? 0;
    },
    lines: (extent) => everything(pool, seal, extent),
    table: (workspaceId, numbers, eyes) => holdClient(pool, (sql) => table(sql, workspaceId, numbers, eyes)),
  };
}

const tableRow = tableCase.extend({ quote: z.string() });

function table(
  sql: Sql,
  workspaceId: string,
  numbers: readonly number[],
  eyes: Extent['eyes'],
): Promise<TableRow[]> {
  const { where, values } = visibleTo(eyes, 3);
  return rows(
    sql,
    tableRow,
    `select ${ROW_COLUMNS}, c.quote from hearback.cases c
     where c.workspace_id = $1 and c.number = any($2) and ${where} order by array_position($2::int[], c.number)`,
    [workspaceId, numbers, ...values],
  );
}

/** What this record calls itself in its exports. It says nothing of the salt it is made from. */
export async function recordName(sql: Sql): Promise<string> {
  const found = await row(
    sql,
    z.object({ name: z.string() }),
    `select left(encode(sha256(salt || convert_to('the name of this record', 'UTF8')), 'hex'), 32) as name from hearback.privacy_salt`,
  );
  return found?.name ?? '';
}

async function* everything(pool: Pool, seal: Seal, extent: Extent): AsyncGenerator<ExportLine> {
  if (extent.eyes === 'program' && !extent.after && !extent.only)
    for (const { line } of await holdClient(pool, (sql) => rows(sql, lineRow, IDENTITIES)))
      yield { type: IDENTITY.type, ...line };
  let after = extent.after ?? null;
  for (;;) {
    const batch = await casesAfter(pool, { ...extent, after });
    for (const found of batch) yield* inOneMoment(pool, (sql) => wholeCase(sql, seal, found, extent));
    const last = batch.at(-1);
    if (!last || batch.length < CASES) return;
    after = last;
  }
}

const IDENTITIES = `select json_build_object('workspace', n.workspace_id, ${columnsOf(IDENTITY)}) as line
  from hearback.identity_link n order by ${IDENTITY.order}`;

/** The condition for the cases that come along. */
function chosen({ eyes, after, only }: Extent): { where: string; values: unknown[] } {
  const seen = visibleTo(eyes, 1);
  const next = seen.values.length + 1;
  const place = only ?? after;
  if (!place) return seen;
  return {
    where: `${seen.where} and (c.workspace_id, c.number) ${only ? '=' : '>'} ($${next}, $${next + 1})`,
    values: [...seen.values, place.workspaceId, place.number],
  };
}

function casesAfter(
  pool: Pool,
  extent: Extent,
): Promise<Pick<CaseRow, 'caseId' | 'workspaceId' | 'number'>[]> {
  const { where, values } = chosen(extent);
  return holdClient(pool, (sql) =>
    rows(
      sql,
      caseRow.omit({ line: true }),
      `select c.case_id as "caseId", c.workspace_id as "workspaceId", c.number from hearback.cases c
       where ${where} order by c.workspace_id, c.number limit ${CASES}`,
      values,
    ),
  );
}

/** A case with all that hangs on it. One that is not theirs any more, or gone, is not there. */
async function* wholeCase(
  sql: PoolClient,
  seal: Seal,
  named: Pick<CaseRow, 'caseId' | 'workspaceId' | 'number'>,
  extent: Extent,
): AsyncGenerator<ExportLine> {
  // Whether they may see it is asked in the moment it is read.
  const { where, values } = chosen({ ...extent, after: null, only: named });
  const found = await row(
    sql,
    caseRow,
    `select case_id as "caseId", workspace_id as "workspaceId", number, json_build_object(${columnsOf(CASE)}) as line
     from (select c.* from hearback.cases c where ${where}) n`,
    values,
  );
  if (!found) return;
  const { caseId, workspaceId, number, line } = found;
  yield { type: CASE.type, workspace: workspaceId, number, ...line };
  const key = `${workspaceId}/${number}`;
  const wanted = NOUNS.filter((noun) => comesAlong(noun, extent.eyes));
  const small = await smallOf(sql, wanted, caseId);
  for (const noun of wanted) {
    const theirs = noun.isMany
      ? manyRows(sql, noun, caseId)
      : (small[noun.type] ?? []).map((each): Record<string, unknown> => each);
    for await (const each of theirs) {
      const told = asSeenBy(extent.eyes, noun, each);
      if (told)
        yield {
          type: noun.type,
          case: key,
          ...(await withBytes(sql, seal, workspaceId, noun, told, extent)),
        };
    }
  }
}

/** By a cursor of the database: between its rows something else can be asked. */
async function* manyRows(
  sql: PoolClient,
  noun: Noun,
  caseId: number,
): AsyncGenerator<Record<string, unknown>> {
  await run(sql, `declare of_case no scroll cursor for ${manyOf(noun)}`, [caseId]);
  for (;;) {
    const found = await rows(sql, lineRow, `fetch ${ROWS} from of_case`);
    for (const { line } of found) yield line;
    if (found.length < ROWS) break;
  }
  await run(sql, 'close of_case');
}

/** Where a row has bytes, its number stands until here. */
async function withBytes(
  sql: Sql,
  seal: Seal,
  workspaceId: string,
  { type, columns }: Noun,
  line: Record<string, unknown>,
  { withFiles }: Extent,
): Promise<Record<string, unknown>> {
  if (!('base64' in columns)) return line;
  const id = Number(line['base64']);
  if (!withFiles) return { ...line, base64: null };
  const bytes =
    type === 'file' ? await fileBytes(sql, seal, workspaceId, id) : await mailFileBytes(sql, seal, id);
  return { ...line, base64: bytes?.toString('base64') ?? null };
}

/** Reads with one client, everything as of one moment. Given back also when nobody reads on. */
async function* inOneMoment<T>(pool: Pool, read: (sql: PoolClient) => AsyncGenerator<T>): AsyncGenerator<T> {
  const client = await holdFor(pool);
  let isWhole = false;
  try {
    await run(client, 'begin isolation level repeatable read read only');
    await run(client, MAY_WAIT_FOR_OTHERS);
    yield* read(client);
    await run(client, 'commit');
    isWhole = true;
  } finally {
    client.off('error', ignored);
    client.release(!isWhole);
  }
}

// A lost connection is told by the query that meets it; without a listener it would end the process.
function ignored(): void {}

async function holdFor(pool: Pool): Promise<PoolClient> {
  const client = await pool.connect();
  client.on('error', ignored);
  return client;
}
