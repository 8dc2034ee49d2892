import type { Pool } from 'pg';
import { z } from 'zod';
import { visibleTo } from './eyes.ts';
import { HOLDS, IS_CODE_LOST } from './gifts.ts';
import { codeOf, countCodes, dropCodes } from './gift-codes.ts';
import { importCodes } from './import-codes.ts';
import type { GiftRow, Gifts, GiftSum } from './gifts-port.ts';
import type { Seal } from './seal.ts';
import { rows, type Sql } from './sql.ts';
import { holdClient } from './transaction.ts';
import { atomically, type Source } from './work.ts';

/** The ledger and the codes, on a PostgreSQL database that `migrate` has brought up to date. */
export function createGifts(pool: Pool, { now, seal }: { now: () => Date; seal: Seal }): Gifts {
  const source: Source = { pool, now };
  return {
    sums: (workspaceId, month) => holdClient(pool, (sql) => sums(sql, workspaceId, month)),
    rows: (where, eyes, limit) => holdClient(pool, (sql) => ledger(sql, where, eyes, limit)),
    codes: (workspaceId) => holdClient(pool, (sql) => countCodes(sql, workspaceId)),
    codeOf: (workspaceId, giftId) => holdClient(pool, (sql) => codeOf(sql, seal, workspaceId, giftId)),
    importCodes: (workspaceId, gift, codes) =>
      atomically(source, (work) => importCodes(work, seal, workspaceId, gift, codes)),
    dropCodes: (workspaceId, gift) => atomically(source, (work) => dropCodes(work, workspaceId, gift)),
  };
}

const sumRow: z.ZodType<GiftSum> = z.object({
  gift: z.string(),
  given: z.number(),
  waiting: z.number(),
  failed: z.number(),
  value: z.number(),
});

/** What was refused or taken back counts nowhere, nor what failed with a code that is gone for good. */
function sums(sql: Sql, workspaceId: string, month: string): Promise<GiftSum[]> {
  return rows(
    sql,
    sumRow,
    `select gift, count(*) filter (where state = 'given') as given,
       count(*) filter (where state in ('proposed', 'approved')) as waiting,
       count(*) filter (where state = 'failed') as failed,
       coalesce(sum(value), 0)::float8 as value
     from hearback.gift g where workspace_id = $1 and month = $2 and ${HOLDS}
     group by gift order by gift`,
    [workspaceId, month],
  );
}

const ledgerRow = z
  .object({
    giftId: z.number(),
    workspaceId: z.string(),
    key: z.string(),
    value: z.number(),
    state: z.enum(['proposed', 'approved', 'given', 'refused', 'withdrawn', 'failed']),
    proposedBy: z.string().nullable(),
    decidedBy: z.string().nullable(),
    at: z.date(),
    hasCode: z.boolean(),
    isCodeLost: z.boolean(),
    month: z.string(),
    caseNumber: z.number().nullable(),
    memberId: z.string().nullable(),
    memberName: z.string().nullable(),
  })
  .transform(({ memberId, memberName, ...rest }): GiftRow => ({
    ...rest,
    member: memberId === null ? null : { userId: memberId, name: memberName ?? memberId },
  }));

/** A gift whose case is gone names nobody, so whoever may see the ledger may see it; only a member's own list has no use for it. */
function ledger(
  sql: Sql,
  { workspaceId, month, memberId }: Parameters<Gifts['rows']>[0],
  eyes: Parameters<Gifts['rows']>[1],
  limit: number,
): Promise<GiftRow[]> {
  const visible = visibleTo(eyes, 5);
  return rows(
    sql,
    ledgerRow,
    `select g.gift_id as "giftId", g.workspace_id as "workspaceId", g.gift as key, g.value::float8 as value, g.state,
       g.proposed_by as "proposedBy", g.decided_by as "decidedBy", g.at, g.month,
       exists (select from hearback.gift_code k where k.gift_id = g.gift_id) as "hasCode", ${IS_CODE_LOST} as "isCodeLost",
       c.number as "caseNumber", g.member_id as "memberId", c.member_name as "memberName"
     from hearback.gift g left join hearback.cases c using (case_id)
     where ($1::text is null or g.workspace_id = $1) and ($2::text is null or g.month = $2)
       and ($3::text is null or g.member_id = $3) and (c.case_id is null or ${visible.where})
     order by g.gift_id desc limit $4`,
    [workspaceId ?? null, month ?? null, memberId ?? null, limit, ...visible.values],
  );
}
