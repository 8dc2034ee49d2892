import { z } from 'zod';
import type { Gift, NewGift, ReplyState } from '../cases/case.ts';
import type { Change } from '../cases/change.ts';
import type { GiftUsage } from '../cases/gift.ts';
import type { WorkspaceId } from '../chat/ref.ts';
import { NotPossible } from '../errors.ts';
import { addHistory } from './case-lists.ts';
import { addDeliveries, type Owner } from './deliveries.ts';
import { codesLeft, freeCode, reserveCode } from './gift-codes.ts';
import { listColumn } from './list-column.ts';
import { row, run, type Sql } from './sql.ts';
import type { Work } from './work.ts';

/** Whether the code of the gift `g` is gone for good. */
export const IS_CODE_LOST = `exists (select from hearback.gift_code l where l.gift_id = g.gift_id and l.lost is not null)`;

/** Gifts that count; `g` is the row. The same as `holds` of cases/gift. */
export const HOLDS = `(g.state in ('proposed', 'approved', 'given') or g.state = 'failed' and not ${IS_CODE_LOST})`;

const COLUMNS = `g.gift_id as "giftId", g.gift as key, g.value::float8 as value, g.state, g.proposed_by as "proposedBy",
  g.decided_by as "decidedBy", g.at, exists (select from hearback.gift_code c where c.gift_id = g.gift_id) as "hasCode",
  ${IS_CODE_LOST} as "isCodeLost"`;

const giftShape = {
  giftId: z.number(),
  key: z.string(),
  value: z.number(),
  state: z.enum(['proposed', 'approved', 'given', 'refused', 'withdrawn', 'failed']),
  proposedBy: z.string().nullable(),
  decidedBy: z.string().nullable(),
  at: z.coerce.date(),
  hasCode: z.boolean(),
  isCodeLost: z.boolean(),
};

const giftRow: z.ZodType<Gift> = z.object(giftShape);

/** What was or is to be given for a case `c`, oldest first. */
export const GIFTS_COLUMN = listColumn(
  'gifts',
  `select ${COLUMNS} from hearback.gift g where g.case_id = c.case_id order by gift_id`,
);

/** As it gives them. */
export const giftsShape = z.array(giftRow);

const usageRow = z.object({ member: z.number(), all: z.number(), value: z.number() });

/** What counts against the limits. Exact only while `lockGifts` holds. */
export async function usageOf(
  sql: Sql,
  workspaceId: WorkspaceId,
  { gift, month, memberId }: { gift: string; month: string; memberId: string },
): Promise<GiftUsage> {
  const found = await row(
    sql,
    usageRow,
    `select count(*) filter (where member_id = $3) as member, count(*) as all, coalesce(sum(value), 0)::float8 as value
     from hearback.gift g where workspace_id = $1 and month = $2 and ${HOLDS}`,
    [workspaceId, month, memberId],
  );
  return {
    ...(found ?? { member: 0, all: 0, value: 0 }),
    codesLeft: await codesLeft(sql, workspaceId, gift),
  };
}

/** One gift of a community is given at a time, so that two clicks cannot pass a limit together. Taken after its case. */
export async function lockGifts(sql: Sql, workspaceId: WorkspaceId): Promise<void> {
  await run(sql, 'select pg_advisory_xact_lock(hashtextextended($1, 0))', [`gifts ${workspaceId}`]);
}

/**
 * Writes a gift into the ledger, with its code and whoever has to approve it.
 * @returns its number, for the answer that brings it
 * @throws {NotPossible} when the last code has just gone
 */
export async function addGift(work: Work, owner: Owner, memberId: string, gift: NewGift): Promise<number> {
  const { sql, at } = work;
  const { workspaceId, caseId } = owner;
  const added = await row(
    sql,
    z.object({ giftId: z.number() }),
    `insert into hearback.gift (workspace_id, case_id, member_id, gift, value, state, proposed_by, month, at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9) returning gift_id as "giftId"`,
    [workspaceId, caseId, memberId, gift.key, gift.value, gift.state, gift.proposedBy, gift.month, at],
  );
  if (!added) throw new Error('a gift was not written down');
  const { giftId } = added;
  if (gift.hasCode && !(await reserveCode(sql, workspaceId, gift.key, giftId)))
    throw new NotPossible(({ rules }) => rules.gifts.lastCodeGone);
  await addDeliveries(
    work,
    owner,
    gift.ask.map((place, index) => ({
      key: `gift-approval-${giftId}-${index}`,
      place,
      body: { type: 'approval', giftId },
    })),
  );
  return giftId;
}

/** A yes or no to what was proposed. */
export async function decideGifts(
  { sql, at }: Work,
  caseId: number,
  decisions: NonNullable<Change['giftDecisions']>,
): Promise<void> {
  for (const { giftId, state, by } of decisions)
    await run(
      sql,
      `update hearback.gift set state = $3, decided_by = $4, decided_at = $5
       where case_id = $1 and gift_id = $2 and state = 'proposed'`,
      [caseId, giftId, state, by, at],
    );
}

/** A gift goes the way of the answer that brings it, whatever moved that: sent, given up, thrown away. */
export async function followReply(
  work: Work,
  caseId: number | null,
  replyId: number,
  state: ReplyState,
): Promise<void> {
  if (caseId === null) return;
  const found = await row(
    work.sql,
    z.object({ giftId: z.number(), key: z.string() }),
    `select g.gift_id as "giftId", g.gift as key from hearback.reply r join hearback.gift g using (gift_id)
     where r.case_id = $1 and r.reply_id = $2`,
    [caseId, replyId],
  );
  if (!found) return;
  if (state === 'sent') await move(work, caseId, found, 'given', `('approved', 'failed')`);
  if (state === 'failed') await move(work, caseId, found, 'failed', `('approved')`);
  if (state === 'discarded') await takeBack(work, caseId, found);
}

async function move(
  work: Work,
  caseId: number,
  { giftId, key }: { giftId: number; key: string },
  to: 'given' | 'failed' | 'withdrawn',
  from: string,
): Promise<void> {
  const moved = await run(
    work.sql,
    `update hearback.gift set state = $2, given_at = case when $2 = 'given' then $3::timestamptz else given_at end
     where gift_id = $1 and state in ${from}`,
    [giftId, to, work.at],
  );
  if (moved > 0)
    await addHistory(work, caseId, [{ action: `gift_${to}`, actorId: null, detail: { gift: key } }]);
}

/** Nobody has seen its code. Words that are only written anew bring it all the same. */
async function takeBack(work: Work, caseId: number, gift: { giftId: number; key: string }): Promise<void> {
  const other = await row(
    work.sql,
    z.object({}),
    `select 1 from hearback.reply where gift_id = $1 and state <> 'discarded' limit 1`,
    [gift.giftId],
  );
  if (other) return;
  await move(work, caseId, gift, 'withdrawn', `('proposed', 'approved')`);
  const isOver = await row(
    work.sql,
    z.object({}),
    `select 1 from hearback.gift where gift_id = $1 and state in ('withdrawn', 'refused')`,
    [gift.giftId],
  );
  if (isOver) await freeCode(work.sql, gift.giftId);
}
