import { z } from 'zod';
import type { AuditFault, AuditReport } from './audit-port.ts';
import { BEGINNING, commitmentTo, hashOf, type Sealed } from './audit-chain.ts';
import { row, rows, type Sql } from './sql.ts';

/** Rows read at a time. */
const PAGE = 2_000;

const record = z.record(z.string(), z.string()).nullable();

const storedRow = z.object({
  seq: z.number(),
  at: z.string(),
  action: z.string(),
  caseNumber: z.number().nullable(),
  facts: z.record(z.string(), z.union([z.number(), z.string()])).nullable(),
  actorId: z.string().nullable(),
  detail: record,
  salt: z.string().nullable(),
  commitment: z.string(),
  hash: z.string(),
});
type Stored = z.infer<typeof storedRow>;

/** What a cut wrote down of what it removed. */
const cutFacts = z.object({ seq: z.number(), hash: z.string(), balance: z.number() });

/** Actions of rows that carry facts about the log. */
export const CUT = 'audit_cut';

/** One chain as far as it has been walked. */
interface Walk {
  seq: number;
  hash: string;
  rows: number;
  emptied: number;
  /** How many rows erasures say they have emptied, minus those that were cut off. */
  accountedFor: number;
}

/** @param expected hashes not found yet; those found are taken out */
export async function verifyChain(
  sql: Sql,
  workspaceId: string,
  expected: Set<string>,
): Promise<{ chain: AuditReport['chains'][number]; fault: AuditFault | null }> {
  const walk = await beginning(sql, workspaceId);
  expected.delete(walk.hash);
  const fault =
    (await walkRows(sql, workspaceId, walk, expected)) ?? (await atTheEnd(sql, workspaceId, walk));
  const { seq, hash, rows: count, emptied } = walk;
  return { chain: { workspaceId, seq, hash, rows: count, emptied }, fault };
}

/** Where the chain starts: at its beginning, or where the last cut ended, which a later row of the chain says. */
async function beginning(sql: Sql, workspaceId: string): Promise<Walk> {
  const cut = await row(
    sql,
    z.object({ facts: cutFacts }),
    `select facts from hearback.audit where workspace_id = $1 and action = $2 order by seq desc limit 1`,
    [workspaceId, CUT],
  );
  const { seq, hash, balance } = cut?.facts ?? { seq: 0, hash: BEGINNING, balance: 0 };
  return { seq, hash, rows: 0, emptied: 0, accountedFor: balance };
}

async function walkRows(
  sql: Sql,
  workspaceId: string,
  walk: Walk,
  expected: Set<string>,
): Promise<AuditFault | null> {
  let after = -1;
  for (;;) {
    const page = await pageAfter(sql, workspaceId, after);
    if (page.length === 0) return null;
    for (const stored of page) {
      const fault = step(workspaceId, walk, stored);
      if (fault) return fault === 'changed' ? explainChange(sql, workspaceId, walk, stored) : fault;
      expected.delete(stored.hash);
      after = stored.seq;
    }
  }
}

function pageAfter(sql: Sql, workspaceId: string, after: number): Promise<Stored[]> {
  return rows(
    sql,
    storedRow,
    `select seq, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US') || 'Z' as at, action, case_number as "caseNumber",
       facts, actor_id as "actorId", detail, salt, commitment, hash
     from hearback.audit where workspace_id = $1 and seq > $2 order by seq limit $3`,
    [workspaceId, after, PAGE],
  );
}

/** Takes the row into the walk, or says what is wrong with it. */
function step(workspaceId: string, walk: Walk, stored: Stored): AuditFault | 'changed' | null {
  const expectedSeq = walk.seq + 1;
  if (stored.seq > expectedSeq) {
    return {
      workspaceId,
      seq: expectedSeq,
      kind: 'removed',
      sentence: `Row ${expectedSeq} is missing${stored.seq > expectedSeq + 1 ? `, with those up to ${stored.seq - 1}` : ''}.`,
    };
  }
  if (stored.seq < expectedSeq) {
    return {
      workspaceId,
      seq: stored.seq,
      kind: 'inserted',
      sentence: `Row ${stored.seq} stands before the place where the log was cut: it was added.`,
    };
  }
  if (hashOf(walk.hash, sealed(workspaceId, stored)) !== stored.hash || !keepsCommitment(stored))
    return 'changed';
  walk.seq = stored.seq;
  walk.hash = stored.hash;
  walk.rows += 1;
  if (stored.salt === null) walk.emptied += 1;
  walk.accountedFor += emptiedBy(stored);
  return null;
}

function sealed(workspaceId: string, { seq, at, action, caseNumber, facts, commitment }: Stored): Sealed {
  return { workspaceId, seq, at, action, caseNumber, facts, commitment };
}

/** Either all of it is there and fits, or all of it was erased. */
function keepsCommitment({ salt, actorId, detail, commitment }: Stored): boolean {
  if (salt === null) return actorId === null && detail === null;
  return commitmentTo(salt, actorId, detail) === commitment;
}

/** How many rows an erasure says it has emptied. */
export function emptiedBy({ facts }: Pick<Stored, 'facts'>): number {
  const emptied = facts?.['emptied'];
  return typeof emptied === 'number' ? emptied : 0;
}

/** The row does not follow from the one before it: was it written so, but somewhere else? */
async function explainChange(sql: Sql, workspaceId: string, walk: Walk, stored: Stored): Promise<AuditFault> {
  const hashes = await rows(
    sql,
    z.object({ seq: z.number(), hash: z.string() }),
    'select seq, hash from hearback.audit where workspace_id = $1 order by seq',
    [workspaceId],
  );
  const follows = new Map(hashes.map(({ seq, hash }) => [seq + 1, hash]));
  const origin = (found: Stored) =>
    [...follows].find(
      ([seq, before]) =>
        seq !== found.seq && hashOf(before, { ...sealed(workspaceId, found), seq }) === found.hash,
    )?.[0];
  const fault = (kind: AuditFault['kind'], sentence: string) => ({
    workspaceId,
    seq: stored.seq,
    kind,
    sentence,
  });
  const from = origin(stored);
  if (from !== undefined)
    return fault('moved', `The row at ${stored.seq} was written as row ${from}: the order was changed.`);
  const [next] = await pageAfter(sql, workspaceId, stored.seq);
  const head = await headOf(sql, workspaceId);
  if (!next && head && stored.seq > head.seq)
    return fault('inserted', `Row ${stored.seq} was added behind the end of the log.`);
  // The row after it follows from the one before it: between the two there was none.
  if (next && hashOf(walk.hash, { ...sealed(workspaceId, next), seq: stored.seq }) === next.hash)
    return fault('inserted', `Row ${stored.seq} was added between two others.`);
  return fault('changed', `Row ${stored.seq} is not as it was written.`);
}

const headRow = z.object({ seq: z.number(), hash: z.string() });

function headOf(sql: Sql, workspaceId: string): Promise<z.infer<typeof headRow> | null> {
  return row(sql, headRow, 'select seq, hash from hearback.audit_head where workspace_id = $1', [
    workspaceId,
  ]);
}

/** What only shows when all rows have been seen. */
async function atTheEnd(sql: Sql, workspaceId: string, walk: Walk): Promise<AuditFault | null> {
  const head = await headOf(sql, workspaceId);
  const fault = (seq: number | null, kind: AuditFault['kind'], sentence: string) => ({
    workspaceId,
    seq,
    kind,
    sentence,
  });
  if (!head || head.seq < walk.seq)
    return fault(
      (head?.seq ?? 0) + 1,
      'inserted',
      `Row ${(head?.seq ?? 0) + 1} stands behind the end of the log.`,
    );
  if (head.seq > walk.seq)
    return fault(walk.seq + 1, 'removed', `The end is missing: rows ${walk.seq + 1} to ${head.seq}.`);
  if (head.hash !== walk.hash)
    return fault(walk.seq, 'changed', `Row ${walk.seq} is not the end that was written.`);
  if (walk.emptied !== walk.accountedFor) {
    return fault(
      null,
      'emptied',
      `${walk.emptied} rows have lost who it was, but the erasures account for ${walk.accountedFor}.`,
    );
  }
  return null;
}
