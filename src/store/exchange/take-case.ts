import type { PoolClient } from 'pg';
import { z } from 'zod';
import type { ImportSummary, ImportWish, PlacedLine } from '../imports-port.ts';
import type { Seal } from '../seal.ts';
import { row, run, type Sql } from '../sql.ts';
import { insertRow } from './insert-row.ts';
import { foreignKey, keyOfCase, type ExportLine } from './lines.ts';
import { CASE } from './nouns.ts';
import { refused } from './refused.ts';
import { takeRow } from './take-row.ts';
import type { Taking } from './taking.ts';

interface Context {
  sql: PoolClient;
  seal: Seal;
  now(): Date;
  /** The file was exported from this very record. */
  isOwn: boolean;
  wish: ImportWish;
  summary: ImportSummary;
}

const idRow = z.object({ id: z.number().nullable() });

/**
 * Takes a case in with everything behind it, in the transaction that is open.
 * @returns the line behind its last one
 */
export async function takeCase(
  context: Context,
  first: PlacedLine,
  coming: AsyncIterator<PlacedLine>,
): Promise<IteratorResult<PlacedLine>> {
  const { sql, wish, summary } = context;
  const key = keyOfCase(first.line);
  const knownAs = foreignKey(first.line) ?? key;
  const here = await caseHere(context, first.line, knownAs);
  const workspaceId = String(first.line['workspace']);
  const isErased = here === null && (await wasErased(sql, workspaceId, first.line));
  const isNew = here === null && !isErased;
  const taking: Taking | null = isNew ? await begin(context, first, workspaceId) : null;
  let next = await coming.next();
  while (next.done !== true && belongsTo(next.value, key)) {
    const each = next.value;
    wish.signal.throwIfAborted();
    if (taking) await placed(each, () => takeRow(taking, each.line));
    next = await coming.next();
  }
  if (here !== 'noted') await note(context, knownAs, taking?.caseId ?? (here === null ? null : here.caseId));
  count(summary, workspaceId, taking, isErased);
  return next;
}

function belongsTo({ line }: PlacedLine, key: string): boolean {
  return line.type !== 'case' && line['case'] === key;
}

async function placed<T>({ place }: PlacedLine, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw refused(error, place);
  }
}

function count(summary: ImportSummary, workspaceId: string, taking: Taking | null, isErased: boolean): void {
  if (!taking) {
    summary[isErased ? 'erased' : 'known'] += 1;
    return;
  }
  summary.cases += 1;
  summary.renumbered += taking.isRenumbered ? 1 : 0;
  summary.messages += taking.counted.messages;
  summary.leftOut += taking.counted.leftOut;
  summary.files += taking.counted.files;
  if (!summary.workspaces.includes(workspaceId)) summary.workspaces.push(workspaceId);
}

/** Whether the case is here: brought in before (`noted`), or by its number in its own record, or because its message is a case. */
async function caseHere(
  { sql, wish, isOwn }: Context,
  line: ExportLine,
  key: string,
): Promise<'noted' | { caseId: number } | null> {
  const before = await row(
    sql,
    idRow,
    'select case_id as id from hearback.imported where source = $1 and key = $2',
    [wish.source, key],
  );
  if (before) return 'noted';
  const found = await row(
    sql,
    idRow,
    `select case_id as id from hearback.cases where workspace_id = $1
       and (($2 and number = $3) or (source_channel = $4 and source_message = $5)) order by number = $3 desc limit 1`,
    [line['workspace'], isOwn, line['number'], line['sourceChannel'], line['sourceMessage']],
  );
  const caseId = found?.id ?? null;
  return caseId === null ? null : { caseId };
}

/** Somebody who was erased here after the case was opened does not come back by it. */
async function wasErased(sql: Sql, workspaceId: string, line: ExportLine): Promise<boolean> {
  const found = await row(
    sql,
    z.object({}),
    `select 1 from hearback.erasure where workspace_id = $1 and tag = hearback.person_tag($1, $2) and at >= $3::timestamptz`,
    [workspaceId, line['memberId'], line['openedAt']],
  );
  return found !== null;
}

async function note({ sql, wish, now }: Context, key: string, caseId: number | null): Promise<void> {
  await run(sql, 'insert into hearback.imported (source, key, case_id, at) values ($1, $2, $3, $4)', [
    wish.source,
    key,
    caseId,
    now(),
  ]);
}

/** The case's own row, under its number where that was never given here; else under the next one. */
async function begin(context: Context, first: PlacedLine, workspaceId: string): Promise<Taking> {
  const { sql, seal, now, wish } = context;
  const isCounted = foreignKey(first.line) === null;
  const wanted = isCounted ? Number(first.line['number']) : 0;
  await run(sql, 'insert into hearback.workspace (workspace_id) values ($1) on conflict do nothing', [
    workspaceId,
  ]);
  const given = await row(
    sql,
    z.object({ number: z.number() }),
    `update hearback.workspace set last_case_number = greatest(last_case_number + 1, $2) where workspace_id = $1
     returning last_case_number as number`,
    [workspaceId, wanted],
  );
  const number = given?.number ?? wanted;
  const caseId = await placed(first, () =>
    insertRow(sql, CASE, first.line, { workspaceId, number }, 'case_id'),
  );
  const taking: Taking = {
    sql,
    seal,
    workspaceId,
    caseId,
    source: wish.source,
    at: now(),
    openClocks: wish.openClocks,
    hasUnheard: await anybodyUnheard(sql, workspaceId),
    isRenumbered: isCounted && number !== wanted,
    ids: { gift: [], note: [], reply: [] },
    counted: { messages: 0, leftOut: 0, files: 0 },
  };
  if (taking.isRenumbered)
    await takeRow(taking, {
      type: 'history',
      // What people called it where it came from.
      action: 'numbered_anew',
      actorId: null,
      detail: { was: String(wanted) },
      at: now().toISOString(),
    });
  return taking;
}

async function anybodyUnheard(sql: Sql, workspaceId: string): Promise<boolean> {
  const found = await row(
    sql,
    z.object({}),
    `select 1 where exists (select from hearback.erasure where workspace_id = $1)
       or exists (select from hearback.opted_out where workspace_id = $1)`,
    [workspaceId],
  );
  return found !== null;
}
