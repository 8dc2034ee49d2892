import type { PoolClient } from 'pg';
import { z } from 'zod';
import type { ImportSummary, ImportWish, PlacedLine } from '../imports-port.ts';
import type { Seal } from '../seal.ts';
import { row, run, type Sql } from '../sql.ts';
import { insertRow } from './insert-row.ts';
import { foreignKey, keyOfCase, type ExportLine } from './lines.ts';
import { CASE } from './nouns.ts';
import { createBatch, placed } from './take-batch.ts';
import { takeRows } from './take-row.ts';
import type { Taking } from './taking.ts';
import { isUnheard, unheardAmong, type Unheard } from './unheard.ts';
import { peopleIn, withoutErased } from './without-erased.ts';

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
  const unheard = here === null ? await unheardIn(sql, workspaceId, first.line) : null;
  const { memberId, openedAt } = first.line;
  const isErased = unheard !== null && isUnheard(unheard, memberId, openedAt);
  const isNew = here === null && !isErased;
  const taking: Taking | null = isNew ? await begin(context, first, workspaceId, unheard) : null;
  const batch = taking && createBatch(taking);
  let next = await coming.next();
  while (next.done !== true && belongsTo(next.value, key)) {
    const each = next.value;
    wish.signal.throwIfAborted();
    await batch?.add(each);
    next = await coming.next();
  }
  await batch?.flush();
  if (here !== 'noted') await note(context, knownAs, taking?.caseId ?? (here === null ? null : here.caseId));
  count(summary, workspaceId, taking, isErased);
  return next;
}

function belongsTo({ line }: PlacedLine, key: string): boolean {
  return line.type !== 'case' && line['case'] === key;
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
  // One by one: a case can have more of them than a call takes arguments.
  for (const place of taking.apartAt) summary.apart.push(place);
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
    // Two questions, each with an index of its own: as one with an "or" it reads every case of the community.
    `select id from (
         select case_id as id, 1 as place from hearback.cases where $2::boolean and workspace_id = $1 and number = $3
         union all select case_id, 2 from hearback.cases where workspace_id = $1 and source_channel = $4 and source_message = $5) found
       order by place limit 1`,
    [line['workspace'], isOwn, line['number'], line['sourceChannel'], line['sourceMessage']],
  );
  const caseId = found?.id ?? null;
  return caseId === null ? null : { caseId };
}

/** Of those the case names, who was erased here or has opted out: they do not come back by it. Null where nobody was. */
async function unheardIn(sql: Sql, workspaceId: string, line: ExportLine): Promise<Unheard | null> {
  if (!(await anybodyUnheard(sql, workspaceId))) return null;
  return unheardAmong(sql, workspaceId, [String(line['memberId']), ...peopleIn(CASE, line)]);
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
async function begin(
  context: Context,
  first: PlacedLine,
  workspaceId: string,
  unheard: Unheard | null,
): Promise<Taking> {
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
  const line = (unheard && withoutErased(CASE, first.line, unheard)) ?? first.line;
  const caseId = await placed(first, () => insertRow(sql, CASE, line, { workspaceId, number }, 'case_id'));
  const taking: Taking = {
    sql,
    seal,
    workspaceId,
    caseId,
    source: wish.source,
    at: now(),
    openClocks: wish.openClocks,
    hasUnheard: unheard !== null,
    isRenumbered: isCounted && number !== wanted,
    ids: { gift: [], note: [], reply: [] },
    made: new Set(),
    apart: new Set(),
    apartAt: [],
    counted: { messages: 0, leftOut: 0, files: 0 },
  };
  if (taking.isRenumbered) await tellNumber(taking, wanted);
  return taking;
}

/** What people called it where it came from. */
function tellNumber(taking: Taking, was: number): Promise<void> {
  const detail = { was: String(was) };
  return takeRows(taking, [
    { type: 'history', action: 'numbered_anew', actorId: null, detail, at: taking.at.toISOString() },
  ]);
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
