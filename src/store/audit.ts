import type { Pool } from 'pg';
import { z } from 'zod';
import { CUT, emptiedBy, verifyChain } from './audit-verify.ts';
import type { Audit, AuditHead, AuditNote, AuditReport, AuditRow } from './audit-port.ts';
import { row, rows, run, type Sql } from './sql.ts';
import { holdClient, transaction } from './transaction.ts';
import { atomically, type Source, type Work } from './work.ts';

/** Everything a walk sees belongs to one moment. */
const BEGIN_LOOKING = 'begin isolation level repeatable read read only';

/** The audit log on a PostgreSQL database that `migrate` has brought up to date. */
export function createAudit(pool: Pool, { now }: { now: () => Date }): Audit {
  const source: Source = { pool, now };
  return {
    note: (note) => atomically(source, async (work) => noteOne(work, note)),
    about: (workspaceId, what, limit) => holdClient(pool, (sql) => about(sql, workspaceId, what, limit)),
    heads: () => holdClient(pool, heads),
    verify: (expected = []) => transaction(pool, (sql) => verify(sql, expected), { begin: BEGIN_LOOKING }),
    cut: (workspaceId, before) => atomically(source, (work) => cut(work, workspaceId, before)),
  };
}

function noteOne({ noted }: Work, note: AuditNote): void {
  noted.push(note);
}

const auditRow = z
  .object({
    seq: z.number(),
    at: z.date(),
    action: z.string(),
    caseNumber: z.number().nullable(),
    actorId: z.string().nullable(),
    detail: z.record(z.string(), z.string()).nullable(),
    salt: z.string().nullable(),
  })
  .transform(({ salt, ...shown }): AuditRow => ({ ...shown, isEmptied: salt === null }));

/** A case is in a line by its number, or among those a list showed. */
async function about(
  sql: Sql,
  workspaceId: string,
  what: Parameters<Audit['about']>[1],
  limit: number,
): Promise<AuditRow[]> {
  const [where, value] =
    'actorId' in what
      ? ['actor_id = $2', what.actorId]
      : [`(case_number = $2 or $2::text = any(string_to_array(detail ->> 'cases', ' ')))`, what.caseNumber];
  const newestFirst = await rows(
    sql,
    auditRow,
    `select seq, at, action, case_number as "caseNumber", actor_id as "actorId", detail, salt
     from hearback.audit where workspace_id = $1 and ${where} order by seq desc limit $3`,
    [workspaceId, value, limit],
  );
  return newestFirst.toReversed();
}

const headRow: z.ZodType<AuditHead> = z.object({
  workspaceId: z.string(),
  seq: z.number(),
  hash: z.string(),
});

function heads(sql: Sql): Promise<AuditHead[]> {
  return rows(
    sql,
    headRow,
    'select workspace_id as "workspaceId", seq, hash from hearback.audit_head order by workspace_id',
  );
}

async function verify(sql: Sql, expected: readonly string[]): Promise<AuditReport> {
  const workspaces = await rows(
    sql,
    z.object({ workspaceId: z.string() }),
    // Also a chain whose head was taken away.
    `select workspace_id as "workspaceId" from hearback.audit_head
     union select distinct workspace_id from hearback.audit order by 1`,
  );
  const missing = new Set(expected.map((hash) => hash.trim().toLowerCase()));
  const report: AuditReport = { chains: [], faults: [] };
  for (const { workspaceId } of workspaces) {
    const { chain, fault } = await verifyChain(sql, workspaceId, missing);
    report.chains.push(chain);
    if (fault) report.faults.push(fault);
  }
  for (const hash of missing) {
    report.faults.push({
      workspaceId: '',
      seq: null,
      kind: 'unknown_head',
      sentence: `${hash} is the end of no log here: rows up to it were changed or cut off, or it is older than what is kept.`,
    });
  }
  return report;
}

const oldRow = z.object({
  seq: z.number(),
  hash: z.string(),
  facts: z.record(z.string(), z.union([z.number(), z.string()])).nullable(),
  isEmptied: z.boolean(),
});

/** The row that says so goes to the end of the same chain, so nobody can cut without it. */
async function cut({ sql, noted }: Work, workspaceId: string, before: Date): Promise<number> {
  // One cut at a time; whoever appends is not in the way.
  await run(sql, 'select pg_advisory_xact_lock(hashtextextended($1, 0))', [`audit-cut ${workspaceId}`]);
  const last = await row(
    sql,
    z.object({ seq: z.number() }),
    // The newest row stays whatever its age: the next one has to follow something.
    `select coalesce((select min(seq) from hearback.audit a where a.workspace_id = h.workspace_id and at >= $2), seq) - 1 as seq
     from hearback.audit_head h where workspace_id = $1`,
    [workspaceId, before],
  );
  if (!last) return 0;
  const removed = await rows(
    sql,
    oldRow,
    `delete from hearback.audit where workspace_id = $1 and seq <= $2
     returning seq, hash, facts, salt is null as "isEmptied"`,
    [workspaceId, last.seq],
  );
  const end = removed.find(({ seq }) => seq === last.seq);
  if (!end) return 0;
  noted.push({
    workspaceId,
    actorId: null,
    action: CUT,
    facts: { seq: end.seq, hash: end.hash, balance: await balanceAfter(sql, workspaceId, removed) },
  });
  return removed.length;
}

/** What erasures account for among the rows that are left, without those they emptied before the cut. */
async function balanceAfter(
  sql: Sql,
  workspaceId: string,
  removed: readonly z.infer<typeof oldRow>[],
): Promise<number> {
  const [earlier] = [
    ...(await rows(
      sql,
      oldRow,
      `select seq, hash, facts, salt is null as "isEmptied" from hearback.audit
       where workspace_id = $1 and action = $2 order by seq desc limit 1`,
      [workspaceId, CUT],
    )),
    ...removed
      .filter(({ facts }) => facts?.['balance'] !== undefined)
      .toSorted((one, other) => other.seq - one.seq),
  ];
  const carried = earlier?.facts?.['balance'];
  return removed.reduce(
    (balance, cutOff) => balance + emptiedBy(cutOff) - (cutOff.isEmptied ? 1 : 0),
    typeof carried === 'number' ? carried : 0,
  );
}
