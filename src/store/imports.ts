import type { Pool, PoolClient } from 'pg';
import { z } from 'zod';
import type { WorkspaceId } from '../chat/ref.ts';
import { NotPossible } from '../errors.ts';
import { writeNoted } from './audit-chain.ts';
import { takeCase } from './exchange/take-case.ts';
import { refused } from './exchange/refused.ts';
import { asLine, casesIn, takeIdentity } from './exchange/take-lines.ts';
import { placeOf } from './exchange/take-words.ts';
import { recordName } from './exports.ts';
import { askForAll } from './home-turns.ts';
import type { Imports, ImportSummary, ImportWish, PlacedLine } from './imports-port.ts';
import type { Seal } from './seal.ts';
import { row, run } from './sql.ts';
import { BEGIN, holdClient, MAY_WAIT_FOR_OTHERS } from './transaction.ts';
import { WRITING_LOCK } from './work.ts';

/** One import at a time: any number will do. */
const IMPORT_LOCK = 4_332_236;

/** As every writer: see work.ts. What is lost when the machine loses power is brought in again the next time. */
const BEGIN_CASE = `${BEGIN}; ${MAY_WAIT_FOR_OTHERS}; set local synchronous_commit = off; select pg_advisory_xact_lock_shared(${WRITING_LOCK})`;

interface Source {
  pool: Pool;
  seal: Seal;
  now(): Date;
}

export function createImports(pool: Pool, { now, seal }: { now: () => Date; seal: Seal }): Imports {
  const source = { pool, seal, now };
  return {
    check: async (lines) => {
      let cases = 0;
      const messages = new Set<string>();
      let workspaceId = '';
      for await (const { line } of checked(lines)) {
        if (line.type === 'case') {
          cases += 1;
          workspaceId = String(line['workspace']);
        }
        // One that is in several cases comes once.
        if (line.type === 'message') messages.add(`${workspaceId} ${placeOf(line)}`);
      }
      return { cases, messages: messages.size };
    },
    take: (lines, wish) => holdClient(pool, (sql) => alone(sql, () => take(source, sql, lines, wish))),
  };
}

/** Every line in its shape, and each behind its case. */
async function* checked(lines: AsyncIterable<PlacedLine>): AsyncGenerator<PlacedLine> {
  for await (const each of casesIn(lines)) yield { ...each, line: asLine(each) };
}

async function alone<T>(sql: PoolClient, work: () => Promise<T>): Promise<T> {
  const got = await row(sql, z.object({ got: z.boolean() }), 'select pg_try_advisory_lock($1) as got', [
    IMPORT_LOCK,
  ]);
  if (!got?.got)
    throw new NotPossible('Another import is running. Wait until it is through, then run this one again.');
  try {
    return await work();
  } finally {
    await run(sql, 'select pg_advisory_unlock($1)', [IMPORT_LOCK]).catch(() => 0);
  }
}

async function take(
  source: Source,
  sql: PoolClient,
  lines: AsyncIterable<PlacedLine>,
  wish: ImportWish,
): Promise<ImportSummary> {
  const summary: ImportSummary = {
    cases: 0,
    known: 0,
    renumbered: 0,
    erased: 0,
    messages: 0,
    leftOut: 0,
    files: 0,
    apart: [],
    workspaces: [],
  };
  const isOwn = wish.source === (await recordName(sql));
  const coming = checked(lines)[Symbol.asyncIterator]();
  let next = await coming.next();
  try {
    while (next.done !== true) {
      wish.signal.throwIfAborted();
      const first = next.value;
      next = await inTransaction(sql, first, async () => {
        if (first.line.type === 'identity') {
          await takeIdentity(sql, first.line);
          return coming.next();
        }
        return takeCase({ ...source, sql, isOwn, wish, summary }, first, coming);
      });
      if (first.line.type === 'case') wish.onCase?.(summary);
    }
  } finally {
    await coming.return?.(undefined);
    await noteImport(source, sql, summary);
  }
  return summary;
}

async function inTransaction<T>(sql: PoolClient, { place }: PlacedLine, work: () => Promise<T>): Promise<T> {
  await sql.query(BEGIN_CASE);
  try {
    const done = await work();
    await run(sql, 'commit');
    return done;
  } catch (error) {
    await run(sql, 'rollback').catch(() => 0);
    throw refused(error, place);
  }
}

/** That it was done is in the audit log of every community it concerns, also when it was stopped half-way. */
async function noteImport({ now }: Source, sql: PoolClient, summary: ImportSummary): Promise<void> {
  if (summary.cases === 0) return;
  const at = now();
  await inTransaction(sql, { place: '', line: { type: '' } }, async () => {
    await askForAll({ sql, at, noted: [] }, summary.workspaces, null);
    await writeNoted(
      sql,
      at,
      summary.workspaces.map((workspaceId: WorkspaceId) => ({
        workspaceId,
        actorId: null,
        action: 'cases_imported',
        facts: { cases: String(summary.cases) },
      })),
    );
  });
}
