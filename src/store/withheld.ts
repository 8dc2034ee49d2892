import { z } from 'zod';
import type { MessageSnapshot } from '../chat/message.ts';
import { NotPossible } from '../errors.ts';
import { row, type Sql } from './sql.ts';

/** Why something somebody said is not recorded: they do not want to be, or were erased after they had said it. */
export type Withheld = 'opted_out' | 'erased';

const why = z.object({ why: z.enum(['opted_out', 'erased']).nullable() });

/** Asked in the transaction that would record it: an erasure or an opt-out is seen by it, or sees what it wrote. */
export async function whyWithheld(
  sql: Sql,
  { ref, author, postedAt }: Pick<MessageSnapshot, 'ref' | 'author' | 'postedAt'>,
): Promise<Withheld | null> {
  const found = await row(sql, why, 'select hearback.withheld($1, $2, $3) as why', [
    ref.workspaceId,
    author.userId,
    postedAt,
  ]);
  return found?.why ?? null;
}

/** @throws {NotPossible} when its author does not want it recorded; the sentence is for whoever flagged it */
export async function assertRecordable(sql: Sql, flagged: MessageSnapshot): Promise<void> {
  const reason = await whyWithheld(sql, flagged);
  if (!reason) return;
  throw new NotPossible(({ rules: { kept } }) => (reason === 'opted_out' ? kept.optedOut : kept.erased));
}
