import { z } from 'zod';
import type { Standing } from '../cases/access.ts';
import type { DigestScope, Listed, MeetingItem } from '../cases/digest/facts.ts';
import type { WorkspaceId } from '../chat/ref.ts';
import { NotPossible } from '../errors.ts';
import type { Period } from '../time/schedule.ts';
import type { Digests } from './digests-port.ts';
import { visibleTo, type Condition } from './eyes.ts';
import { row, rows, run, type Sql } from './sql.ts';
import type { Work } from './work.ts';

const itemRow = z
  .object({
    number: z.number(),
    text: z.string(),
    addedBy: z.string().nullable(),
    addedAt: z.date(),
    decision: z.string().nullable(),
    decidedBy: z.string().nullable(),
    decidedAt: z.date().nullable(),
    caseId: z.number().nullable(),
    caseNumber: z.number().nullable(),
    kind: z.string().nullable(),
    permalink: z.string().nullable(),
    handlerId: z.string().nullable(),
    total: z.number(),
  })
  .transform(({ caseId, caseNumber, kind, permalink, handlerId, total, ...item }) => ({
    total,
    item: {
      ...item,
      case:
        caseId === null || caseNumber === null || kind === null
          ? null
          : { caseId, number: caseNumber, kind, permalink, handlerId },
    } satisfies MeetingItem,
  }));

const COLUMNS = `i.number, i.text, i.added_by as "addedBy", i.added_at as "addedAt", i.decision, i.decided_by as "decidedBy",
  i.decided_at as "decidedAt", c.case_id as "caseId", c.number as "caseNumber", c.kind, c.permalink, c.handler_id as "handlerId",
  count(*) over () as total`;
const ITEMS = 'hearback.meeting_item i left join hearback.cases c using (case_id)';

/**
 * Items whose case may be seen, and, in a digest of everything, those of no case: an item goes with its case. Which departments
 * and kinds an item without one concerns, nobody has said.
 */
function within({ workspaceId, eyes, departments, kinds }: DigestScope, from: number): Condition {
  const visible = visibleTo(eyes, from + 3);
  return {
    where: `i.workspace_id = $${from} and (i.case_id is null and $${from + 1}::text[] is null and $${from + 2}::text[] is null
      or i.case_id is not null and ($${from + 1}::text[] is null or c.kind = any($${from + 1}::text[]))
        and ($${from + 2}::text[] is null or exists (select from hearback.case_department d
          where d.case_id = c.case_id and d.department = any($${from + 2}::text[]))) and (${visible.where}))`,
    values: [workspaceId, kinds, departments, ...visible.values],
  };
}

/** What was not decided at a moment, the oldest first. */
export async function openItems(
  sql: Sql,
  scope: DigestScope,
  asOf: Date,
  limit: number,
): Promise<Listed<MeetingItem>> {
  const { where, values } = within(scope, 3);
  return list(
    await rows(
      sql,
      itemRow,
      `select ${COLUMNS} from ${ITEMS} where i.added_at <= $1 and (i.decided_at is null or i.decided_at > $1) and ${where}
       order by i.added_at, i.number limit $2`,
      [asOf, limit, ...values],
    ),
  );
}

/** What was decided in a period, the latest first. */
export async function decidedItems(
  sql: Sql,
  scope: DigestScope,
  { from, to }: Pick<Period, 'from' | 'to'>,
  limit: number,
): Promise<Listed<MeetingItem>> {
  const { where, values } = within(scope, 4);
  return list(
    await rows(
      sql,
      itemRow,
      `select ${COLUMNS} from ${ITEMS} where i.decided_at >= $1 and i.decided_at < $2 and ${where} order by i.decided_at desc limit $3`,
      [from, to, limit, ...values],
    ),
  );
}

function list(found: z.infer<typeof itemRow>[]): Listed<MeetingItem> {
  return { total: found[0]?.total ?? 0, first: found.map(({ item }) => item) };
}

/** @returns its number. The row of the workspace's latest one is held, so that no two get the same. */
export async function addItem(
  work: Work,
  item: {
    workspaceId: WorkspaceId;
    caseNumber: number | null;
    text: string;
    by: string;
    interaction: string;
  },
): Promise<number> {
  const { sql, at } = work;
  const { workspaceId, caseNumber, text, by, interaction } = item;
  if (!(await isFirst(work, workspaceId, interaction))) return latestNumber(sql, workspaceId, by);
  await sql.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`meeting ${workspaceId}`]);
  const added = await row(
    sql,
    z.object({ number: z.number() }),
    `insert into hearback.meeting_item (workspace_id, number, case_id, text, added_by, added_at)
     select $1, coalesce((select max(number) from hearback.meeting_item where workspace_id = $1), 0) + 1,
       (select case_id from hearback.cases where workspace_id = $1 and number = $2), $3, $4, $5 returning number`,
    [workspaceId, caseNumber, text, by, at],
  );
  return added?.number ?? 0;
}

/** Whether a click or command is no repeat; a repeat waits until the first one is through. */
async function isFirst({ sql, at }: Work, workspaceId: WorkspaceId, interaction: string): Promise<boolean> {
  const added = await run(
    sql,
    'insert into hearback.interaction (workspace_id, interaction_id, at) values ($1, $2, $3) on conflict do nothing',
    [workspaceId, interaction, at],
  );
  return added > 0;
}

/** A repeat of the command that added it gets the number it got. */
async function latestNumber(sql: Sql, workspaceId: WorkspaceId, by: string): Promise<number> {
  const found = await row(
    sql,
    z.object({ number: z.number() }),
    `select max(number) as number from hearback.meeting_item where workspace_id = $1 and added_by = $2 having count(*) > 0`,
    [workspaceId, by],
  );
  return found?.number ?? 0;
}

/**
 * @returns the item as it was; null when there is none open that may be seen. A repeat of the command gets what it decided
 * @throws {NotPossible} when the decision names a case, and the item is about another one
 */
export async function decideItem(
  work: Work,
  standing: Standing,
  { number, decision, caseNumber, interaction }: Parameters<Digests['decide']>[1],
): Promise<MeetingItem | null> {
  const { sql, at } = work;
  const isRepeat = !(await isFirst(work, standing.workspaceId, interaction));
  const scope = { workspaceId: standing.workspaceId, eyes: standing, departments: null, kinds: null };
  const { where, values } = within(scope, 4);
  const found = await row(
    sql,
    itemRow,
    `select ${COLUMNS} from ${ITEMS} where i.number = $1 and ${where}
       and (not $2::boolean and i.decided_at is null or $2::boolean and i.decided_by = $3)`,
    [number, isRepeat, standing.userId, ...values],
  );
  if (!found || isRepeat) return found?.item ?? null;
  const about = found.item.case;
  if (caseNumber !== null && about !== null && about.number !== caseNumber)
    throw new NotPossible(({ rules }) => rules.kept.otherCase);
  const decided = await run(
    sql,
    `update hearback.meeting_item set decision = $3, decided_by = $4, decided_at = $5,
       case_id = coalesce(case_id, (select case_id from hearback.cases where workspace_id = $1 and number = $6))
     where workspace_id = $1 and number = $2 and decided_at is null`,
    [standing.workspaceId, number, decision, standing.userId, at, caseNumber],
  );
  return decided === 0 ? null : found.item;
}
