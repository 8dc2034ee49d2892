import { z } from 'zod';
import { EXCLUSION_REASONS, type Case, type Exclusion } from '../cases/case.ts';

/** Whom a case `c` is kept from: by name, in that order, each followed by their other accounts. */
export const EXCLUSIONS = `(select coalesce(jsonb_agg(jsonb_build_object('userId', account, 'reason', reason, 'of', case when account <> user_id then user_id end)
    order by position, account <> user_id, account), '[]')
  from hearback.case_exclusion e cross join lateral hearback.accounts(c.workspace_id, e.user_id) as account
  where e.case_id = c.case_id)`;

/** One of them, as JSON. */
export const exclusionShape = z
  .object({ userId: z.string(), reason: z.enum(EXCLUSION_REASONS), of: z.string().nullable() })
  .transform(({ of, ...kept }): Exclusion => (of === null ? kept : { ...kept, of }));

/** A case with the other accounts of its member. */
export function withAccounts(found: Case, besides: string[]): Case {
  return besides.length > 0 ? { ...found, member: { ...found.member, besides } } : found;
}
