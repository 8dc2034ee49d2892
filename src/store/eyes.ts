import { z } from 'zod';
import { isLead, isStaff, type Colleagues, type Eyes, type Guarded } from '../cases/access.ts';
import { AUDIENCES } from '../cases/case.ts';
import { byKey } from './case-key.ts';
import { CC_COLUMN, ccShape } from './copies.ts';
import { prepared, row, type Sql } from './sql.ts';
import type { CaseKey } from './store.ts';

/** A condition on `hearback.cases c`, with the values of its placeholders. */
export interface Condition {
  where: string;
  values: unknown[];
}

/** What a channel may be told: whoever reads along sees these cases. */
const UNRESTRICTED =
  "c.audience = 'staff' and not exists (select from hearback.case_exclusion e where e.case_id = c.case_id)";

/** Whom a case `c` is kept from, with their other accounts. */
export const EXCLUDED_IDS = `array(select distinct hearback.accounts(c.workspace_id, e.user_id)
  from hearback.case_exclusion e where e.case_id = c.case_id)`;

/** The other accounts of its member. */
export const BESIDES = `array(select account from hearback.accounts(c.workspace_id, c.member_id) as account where account <> c.member_id)`;

/**
 * The cases `eyes` may see, as a condition: what `maySee` of cases/access answers for one case. A test compares the two.
 * @param from the number of its first placeholder
 */
export function visibleTo(eyes: Eyes, from: number): Condition {
  if (eyes === 'program') return { where: 'true', values: [] };
  if (eyes === 'channel') return { where: UNRESTRICTED, values: [] };
  const [workspace, user, colleagues, fellowLeads, lead, departments] = [0, 1, 2, 3, 4, 5].map(
    (place) => `$${from + place}`,
  );
  const others = `(case c.audience when 'leads' then ${fellowLeads}::text[] else ${colleagues}::text[] end)`;
  // `offset 0`: asked of each case that is looked at. Otherwise all cases of a department are read first, however few are listed.
  // The accounts are asked once, not for each case.
  const own = `array(select hearback.account_keys(${workspace}, ${user}))`;
  const keyOf = (id: string) => `hearback.person_key(c.workspace_id, ${id})`;
  return {
    where: `c.workspace_id = ${workspace}
       and not exists (select from hearback.case_exclusion e where e.case_id = c.case_id and ${keyOf('e.user_id')} = any(${own}))
       and (not ${keyOf('c.member_id')} = any(${own}) or ${others} is not null and not exists (
         select from unnest(${others}) as other (user_id) where not ${keyOf('other.user_id')} = any(${own}) and not exists (
           select from hearback.case_exclusion e where e.case_id = c.case_id and ${keyOf('e.user_id')} in (select hearback.account_keys(c.workspace_id, other.user_id)))))
       and (c.audience = 'staff' or ${lead}::boolean)
       and (${departments}::text[] is null or exists (
         select from hearback.case_department d where d.case_id = c.case_id and d.department = any(${departments}::text[]) offset 0)
         or exists (select from hearback.case_cc a where a.case_id = c.case_id and ${keyOf('a.user_id')} = ${keyOf(String(user))}))`,
    values: [
      eyes.workspaceId,
      eyes.userId,
      counted(eyes.colleagues),
      counted(eyes.fellowLeads),
      isLead(eyes),
      isStaff(eyes) ? null : [...eyes.departments],
    ],
  };
}

function counted(others: Colleagues): readonly string[] | null {
  return others === 'uncounted' ? null : others;
}

const guardRow = z
  .object({
    workspaceId: z.string(),
    memberId: z.string(),
    audience: z.enum(AUDIENCES),
    departments: z.array(z.string()),
    excluded: z.array(z.string()),
    besides: z.array(z.string()),
    cc: ccShape,
  })
  .transform(({ workspaceId, memberId, audience, departments, excluded, besides, cc }): Guarded => ({
    case: {
      workspaceId,
      member: { userId: memberId, ...(besides.length > 0 && { besides }) },
      audience,
    },
    departments,
    excluded: excluded.map((userId) => ({ userId })),
    cc,
  }));

/** What decides who may see a case. */
export function readGuard(sql: Sql, key: CaseKey): Promise<Guarded | null> {
  const { where, values } = byKey(key);
  return row(
    sql,
    guardRow,
    prepared(`select workspace_id as "workspaceId", member_id as "memberId", audience,
       array(select department from hearback.case_department d where d.case_id = c.case_id) as departments,
       ${EXCLUDED_IDS} as excluded, ${BESIDES} as besides, ${CC_COLUMN}
     from hearback.cases c where ${where}`),
    values,
  );
}
