import { z } from 'zod';
import type { WorkspaceId } from '../chat/ref.ts';
import { AppError } from '../errors.ts';
import type { CodeCount } from './gifts-port.ts';
import type { Seal } from './seal.ts';
import { row, rows, run, type Sql } from './sql.ts';
import type { Work } from './work.ts';

/** What sealed codes are bound to. */
export const CODE = 'gift_code';

/** Codes a gift can have; `c` is the row. Also the condition of the index gift_code_free. */
const FREE = 'c.gift_id is null and c.code is not null and c.uncertain_since is null';

/** Holds a code for a gift, for good or until it is given back. @returns false when there is none left */
export async function reserveCode(
  sql: Sql,
  workspaceId: WorkspaceId,
  gift: string,
  giftId: number,
): Promise<boolean> {
  const taken = await run(
    sql,
    `update hearback.gift_code set gift_id = $3 where code_id = (
       select code_id from hearback.gift_code c where workspace_id = $1 and gift = $2 and ${FREE}
       order by code_id limit 1 for update skip locked)`,
    [workspaceId, gift, giftId],
  );
  return taken > 0;
}

/** Nobody has seen it: somebody else can have it. */
export async function freeCode(sql: Sql, giftId: number): Promise<void> {
  await run(sql, 'update hearback.gift_code set gift_id = null where gift_id = $1', [giftId]);
}

export async function codesLeft(sql: Sql, workspaceId: WorkspaceId, gift: string): Promise<number> {
  const found = await row(
    sql,
    z.object({ count: z.number() }),
    `select count(*) as count from hearback.gift_code c where workspace_id = $1 and gift = $2 and ${FREE}`,
    [workspaceId, gift],
  );
  return found?.count ?? 0;
}

const countRow: z.ZodType<CodeCount> = z.object({
  gift: z.string(),
  left: z.number(),
  uncertain: z.number(),
  lost: z.number(),
});

export function countCodes(sql: Sql, workspaceId: WorkspaceId): Promise<CodeCount[]> {
  return rows(
    sql,
    countRow,
    `select gift, count(*) filter (where ${FREE}) as left,
       count(*) filter (where code is not null and uncertain_since is not null) as uncertain,
       count(*) filter (where gift_id is null and code is null) as lost
     from hearback.gift_code c where workspace_id = $1 group by gift order by gift`,
    [workspaceId],
  );
}

export async function codeOf(
  sql: Sql,
  seal: Seal,
  workspaceId: WorkspaceId,
  giftId: number,
): Promise<string | null> {
  const found = await row(
    sql,
    z.object({ id: z.number(), code: z.instanceof(Buffer).nullable(), isUncertain: z.boolean() }),
    `select code_id as id, code, uncertain_since is not null as "isUncertain"
     from hearback.gift_code where workspace_id = $1 and gift_id = $2`,
    [workspaceId, giftId],
  );
  if (!found) return null;
  if (found.code && found.isUncertain)
    throw new AppError('TARGET_GONE', ({ says }) => says.reasons.codeUncertain, 'never');
  if (found.code) return seal.open(found.code, { table: CODE, row: found.id }).toString('utf8');
  throw new AppError('TARGET_GONE', ({ says }) => says.reasons.codeLost, 'never');
}

/** Also those that a restore made uncertain while a gift held them: that gift can never arrive then. @returns how many */
export async function dropCodes(
  { sql, noted }: Work,
  workspaceId: WorkspaceId,
  gift: string,
): Promise<number> {
  const free = await run(
    sql,
    'delete from hearback.gift_code where workspace_id = $1 and gift = $2 and gift_id is null',
    [workspaceId, gift],
  );
  const held = await run(
    sql,
    `update hearback.gift_code set code = null, sealed_with = null, uncertain_since = null, lost = 'It was dropped after a restore.'
     where workspace_id = $1 and gift = $2 and code is not null and uncertain_since is not null`,
    [workspaceId, gift],
  );
  const dropped = free + held;
  if (dropped > 0)
    noted.push({
      workspaceId,
      actorId: null,
      action: 'codes_dropped',
      detail: { gift, codes: String(dropped) },
    });
  return dropped;
}
