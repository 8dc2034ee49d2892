import type { Pool } from 'pg';
import { z } from 'zod';
import type { SeenGroup } from '../cases/role-groups.ts';
import { OPEN_STATES } from '../cases/states.ts';
import type { RolesChanged } from '../chat/group.ts';
import type { WorkspaceId } from '../chat/ref.ts';
import { addDeliveries } from './deliveries.ts';
import { addJobs } from './jobs.ts';
import { askForAll } from './home-turns.ts';
import { keepListening } from './listen.ts';
import { peopleWhoMatter, REMEMBERED } from './people-who-matter.ts';
import { giveBack, takeAway } from './role-lost.ts';
import type { RoleCheck, Roles, RolesFound } from './roles-port.ts';
import { row, rows, run, type Sql } from './sql.ts';
import { holdClient } from './transaction.ts';
import { atomically, type Source, type Work } from './work.ts';

/** The name under which PostgreSQL tells every process whose groups may be others now. */
const ROLES_CHANGED = 'hearback_roles';

/** PostgreSQL takes 8,000 bytes in one message; of more people than fit everybody is forgotten. */
const PEOPLE_TOLD = 100;

/** A look that was asked for so long ago and has not ended is asked for once more. */
const LOST_AFTER = "interval '10 minutes'";

/** How long after a look what changed meanwhile is looked at (ms): of a group that changes all the time each look asks for everybody. */
const AGAIN_AFTER_MS = 10_000;

const changedShape = z.object({ workspaceId: z.string(), people: z.array(z.string()).nullable() });

const groupRow: z.ZodType<SeenGroup> = z.object({
  groupId: z.string(),
  name: z.string().nullable(),
  state: z.enum(['filled', 'empty', 'gone']),
  told: z.number(),
});

const idRow = z.object({ userId: z.string() });

/** On a PostgreSQL database that `migrate` has brought up to date. */
export function createRoles(pool: Pool, { now }: { now: () => Date }): Roles {
  const source: Source = { pool, now };
  return {
    changed: (changed, homes) =>
      atomically(source, async (work) => {
        await tell(work.sql, changed);
        for (const workspaceId of homes) await askForCheck(work, workspaceId, true);
        await askForAll(work, homes, changed.people);
      }),
    listen: (forget) =>
      keepListening(pool, ROLES_CHANGED, {
        heard: (payload) => forget(readChanged(payload)),
        mayHaveMissed: () => forget(null),
      }),
    toCheck: (workspaceId) => holdClient(pool, (sql) => toCheck(sql, workspaceId, now())),
    checked: (workspaceId, found, telling) =>
      atomically(source, (work) => checked(work, workspaceId, found, telling)),
  };
}

async function tell(sql: Sql, { workspaceId, people }: RolesChanged): Promise<void> {
  const few = people && people.length <= PEOPLE_TOLD ? people : null;
  await run(sql, 'select pg_notify($1, $2)', [ROLES_CHANGED, JSON.stringify({ workspaceId, people: few })]);
}

/** Null, so that everything is forgotten, for what no version of ours says. */
function readChanged(payload: string): RolesChanged | null {
  try {
    return changedShape.parse(JSON.parse(payload));
  } catch {
    return null;
  }
}

/** One look at a time; what changes while it is under way is looked at once more afterwards. */
async function askForCheck(
  { sql, at, ...work }: Work,
  workspaceId: WorkspaceId,
  isNews: boolean,
): Promise<void> {
  const asked = await row(
    sql,
    z.object({ wanted: z.number(), isFree: z.boolean() }),
    `insert into hearback.role_check as c (workspace_id, wanted) values ($1, 1)
     on conflict (workspace_id) do update set wanted = c.wanted + $3
     returning wanted, asked_at is null or asked_at < $2::timestamptz - ${LOST_AFTER} as "isFree"`,
    [workspaceId, at, isNews ? 1 : 0],
  );
  if (!asked?.isFree) return;
  await run(sql, 'update hearback.role_check set asked_at = $2 where workspace_id = $1', [workspaceId, at]);
  const runAt = isNews ? at : new Date(at.getTime() + AGAIN_AFTER_MS);
  await addJobs({ sql, at, ...work }, [{ kind: 'check-roles', data: { workspaceId }, runAt }]);
}

async function toCheck(sql: Sql, workspaceId: WorkspaceId, at: Date): Promise<RoleCheck> {
  const wanted = await row(
    sql,
    z.object({ wanted: z.number() }),
    'select wanted from hearback.role_check where workspace_id = $1',
    [workspaceId],
  );
  const lost = await rows(
    sql,
    idRow,
    'select user_id as "userId" from hearback.role_lost where workspace_id = $1 order by role_lost_id',
    [workspaceId],
  );
  return {
    generation: wanted?.wanted ?? 0,
    groups: await groupsSeen(sql, workspaceId),
    people: await peopleWhoMatter(sql, workspaceId, at),
    lost: lost.map(({ userId }) => userId),
  };
}

function groupsSeen(sql: Sql, workspaceId: WorkspaceId): Promise<SeenGroup[]> {
  return rows(
    sql,
    groupRow,
    'select group_id as "groupId", name, state, told from hearback.role_group where workspace_id = $1 order by group_id',
    [workspaceId],
  );
}

async function checked(
  work: Work,
  workspaceId: WorkspaceId,
  { generation, groups, lost, back, say }: RolesFound,
  telling: Parameters<Roles['checked']>[2],
): Promise<void> {
  const { sql } = work;
  const held = await row(
    sql,
    z.object({ wanted: z.number() }),
    'select wanted from hearback.role_check where workspace_id = $1 for update',
    [workspaceId],
  );
  await keepGroups(sql, workspaceId, groups);
  const owner = { workspaceId, caseId: null };
  await addDeliveries(work, owner, say);
  for (const userId of back) await giveBack(work, workspaceId, userId);
  for (const userId of lost) {
    const handler = await takeAway(work, workspaceId, userId);
    if (handler) await addDeliveries(work, owner, telling(handler));
  }
  await run(
    sql,
    'update hearback.role_check set checked = greatest(checked, $2), asked_at = null where workspace_id = $1',
    [workspaceId, generation],
  );
  await forgetLongLost(work, workspaceId);
  if (held && held.wanted > generation) await askForCheck(work, workspaceId, false);
}

/** What was written to them is so old that it is not drawn again, and nothing of theirs is open. */
async function forgetLongLost({ sql, at }: Work, workspaceId: WorkspaceId): Promise<void> {
  await run(
    sql,
    `delete from hearback.role_lost l where workspace_id = $1 and lost_at < $2::timestamptz - ${REMEMBERED} and not exists (
       select from hearback.cases c where c.workspace_id = $1 and c.handler_id = l.user_id and c.state = any($3))`,
    [workspaceId, at, OPEN_STATES],
  );
}

async function keepGroups(sql: Sql, workspaceId: WorkspaceId, groups: readonly SeenGroup[]): Promise<void> {
  await run(sql, 'delete from hearback.role_group where workspace_id = $1 and not group_id = any($2)', [
    workspaceId,
    groups.map(({ groupId }) => groupId),
  ]);
  for (const { groupId, name, state, told } of groups)
    await run(
      sql,
      `insert into hearback.role_group (workspace_id, group_id, name, state, told) values ($1, $2, $3, $4, $5)
       on conflict (workspace_id, group_id) do update set name = excluded.name, state = excluded.state, told = excluded.told`,
      [workspaceId, groupId, name, state, told],
    );
}
