import type { Pool } from 'pg';
import { z } from 'zod';
import { idIn, type Account } from '../chat/account.ts';
import type { WorkspaceId } from '../chat/ref.ts';
import { OPEN_STATES } from '../cases/states.ts';
import { raiseVersion } from './change-case.ts';
import type { Identities, IdentityLink } from './identities-port.ts';
import { askForAccounts } from './home-turns.ts';
import { redrawLists } from './redraw-lists.ts';
import { row, rows, run } from './sql.ts';
import { holdClient } from './transaction.ts';
import { withdrawHandler } from './withdraw-handler.ts';
import { atomically, type Source, type Work } from './work.ts';

const linkRow = z
  .object({
    userId: z.string(),
    otherWorkspace: z.string(),
    otherUser: z.string(),
    linkedBy: z.string().nullable(),
    linkedAt: z.date(),
  })
  .transform(({ otherWorkspace, otherUser, ...rest }): IdentityLink => ({
    ...rest,
    other: { workspaceId: otherWorkspace, userId: otherUser },
  }));

const idRow = z.object({ userId: z.string() });
const accountRow = z.object({ workspaceId: z.string(), userId: z.string() });

/** On a PostgreSQL database that `migrate` has brought up to date. */
export function createIdentities(pool: Pool, { now }: { now: () => Date }): Identities {
  const source: Source = { pool, now };
  return {
    peopleOf: (home, { workspaceId, userId }) =>
      holdClient(pool, async (sql) => {
        const found = await rows(
          sql,
          idRow,
          `select user_id as "userId" from hearback.identity_link
           where workspace_id = $1 and other_workspace = $2 and other_user = $3 order by linked_at, user_id`,
          [home, workspaceId, userId],
        );
        return found.map((each) => each.userId);
      }),
    accountsOf: (home, userId) =>
      holdClient(pool, (sql) =>
        rows(
          sql,
          accountRow,
          `select other_workspace as "workspaceId", other_user as "userId" from hearback.identity_link
           where workspace_id = $1 and user_id = $2 order by linked_at, other_workspace, other_user`,
          [home, userId],
        ),
      ),
    list: (home, { userId, limit }) =>
      holdClient(pool, (sql) =>
        rows(
          sql,
          linkRow,
          `select user_id as "userId", other_workspace as "otherWorkspace", other_user as "otherUser", linked_by as "linkedBy", linked_at as "linkedAt"
           from hearback.identity_link where workspace_id = $1 and ($2::text is null or user_id = $2)
           order by linked_at desc, user_id, other_workspace, other_user limit $3`,
          [home, userId, limit],
        ),
      ),
    link: (home, link, by) => atomically(source, (work) => keepLink(work, home, link, by)),
    unlink: (home, link, by) => atomically(source, (work) => dropLink(work, home, link, by)),
  };
}

interface Link {
  userId: string;
  other: Account;
}

async function keepLink(
  work: Work,
  home: WorkspaceId,
  { userId, other }: Link,
  by: string,
): Promise<boolean> {
  const made = await run(
    work.sql,
    `insert into hearback.identity_link (workspace_id, user_id, other_workspace, other_user, linked_by, linked_at)
     values ($1, $2, $3, $4, $5, $6) on conflict do nothing`,
    [home, userId, other.workspaceId, other.userId, by, work.at],
  );
  if (made === 0) return false;
  note(work, home, { userId, other }, by, 'identity_linked');
  await follow(work, home, userId);
  await askForAccounts(work, [{ workspaceId: home, userId }, other]);
  return true;
}

async function dropLink(
  work: Work,
  home: WorkspaceId,
  { userId, other }: Link,
  by: string,
): Promise<boolean> {
  const gone = await run(
    work.sql,
    `delete from hearback.identity_link where workspace_id = $1 and user_id = $2 and other_workspace = $3 and other_user = $4`,
    [home, userId, other.workspaceId, other.userId],
  );
  if (gone === 0) return false;
  note(work, home, { userId, other }, by, 'identity_unlinked');
  await askForAccounts(work, [{ workspaceId: home, userId }, other]);
  return true;
}

function note(work: Work, home: WorkspaceId, { userId, other }: Link, by: string, action: string): void {
  work.noted.push({
    workspaceId: home,
    actorId: by,
    action,
    detail: { person: userId, account: idIn(home, other) },
  });
}

/**
 * Cases that are kept from one of the accounts, or about what one of them said, are kept from all of them now: nobody of them
 * handles one any more, and what was posted is drawn again where they could read it.
 */
async function follow(work: Work, home: WorkspaceId, userId: string): Promise<void> {
  const accounts = await row(
    work.sql,
    z.object({ keys: z.array(z.string()) }),
    `select array(select hearback.account_keys($1, $2)) as keys`,
    [home, userId],
  );
  const found = await rows(
    work.sql,
    z.object({ caseId: z.number(), workspaceId: z.string() }),
    `select case_id as "caseId", workspace_id as "workspaceId" from hearback.cases c
     where erased_at is null and (
       exists (select from hearback.case_exclusion e where e.case_id = c.case_id and hearback.person_key(c.workspace_id, e.user_id) = any($1))
       or state = any($2) and hearback.person_key(workspace_id, member_id) = any($1)) order by case_id for update`,
    [accounts?.keys ?? [], OPEN_STATES],
  );
  for (const { caseId } of found) {
    await withdrawHandler(work, caseId);
    raiseVersion(work, caseId);
  }
  for (const workspaceId of new Set(found.map((each) => each.workspaceId)))
    await redrawLists(work, {
      workspaceId,
      caseIds: found.filter((each) => each.workspaceId === workspaceId).map(({ caseId }) => caseId),
    });
}
