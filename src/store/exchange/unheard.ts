import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { rows, type Sql } from '../sql.ts';

const foundRow = z.object({
  userId: z.string(),
  erasedAt: z.coerce.date().nullable(),
  optedOutAt: z.coerce.date().nullable(),
});

/** Since when nothing of somebody is kept. */
export type Unheard = ReadonlyMap<string, z.infer<typeof foundRow> & { pseudonym: string }>;

/** Those of these people who were erased in this community, or have opted out. */
export async function unheardAmong(
  sql: Sql,
  workspaceId: string,
  userIds: Iterable<string>,
): Promise<Unheard> {
  const asked = [...new Set(userIds)];
  if (asked.length === 0) return new Map();
  const found = await rows(
    sql,
    foundRow,
    `select * from (select who as "userId",
         (select max(at) from hearback.erasure e where e.workspace_id = $1 and e.tag = hearback.person_tag($1, who)) as "erasedAt",
         (select min(at) from hearback.opted_out o where o.workspace_id = $1 and o.tag = hearback.person_tag($1, who)) as "optedOutAt"
       from unnest($2::text[]) as who) found where "erasedAt" is not null or "optedOutAt" is not null`,
    [workspaceId, asked],
  );
  return new Map(
    found.map((each) => [each.userId, { ...each, pseudonym: `erased-${randomBytes(8).toString('hex')}` }]),
  );
}

/** Whether what somebody did at a moment was done before they were erased. */
export function wasErased(unheard: Unheard, userId: unknown, at: unknown): boolean {
  const { erasedAt } = unheard.get(String(userId)) ?? {};
  return Boolean(erasedAt && erasedAt >= new Date(String(at)));
}

/** Whether nothing that somebody wrote at a moment is kept. */
export function isUnheard(unheard: Unheard, userId: unknown, at: unknown): boolean {
  const { optedOutAt } = unheard.get(String(userId)) ?? {};
  return wasErased(unheard, userId, at) || Boolean(optedOutAt && optedOutAt <= new Date(String(at)));
}
