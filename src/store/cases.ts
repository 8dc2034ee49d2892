import { z } from 'zod';
import type { Eyes } from '../cases/access.ts';
import type { Case, CaseFile, State } from '../cases/case.ts';
import type { EarlierCases } from '../cases/earlier-cases.ts';
import type { WorkspaceId } from '../chat/ref.ts';
import { byKey } from './case-key.ts';
import { COLUMNS, columns, toCase } from './case-row.ts';
import { CC_COLUMN, ccShape } from './copies.ts';
import { FOLLOWERS_COLUMN } from './followers.ts';
import { RAISED_COLUMN, raisedShape } from './levels.ts';
import { CLOSE_REQUESTS_COLUMN, closeRequestsShape } from './close-requests.ts';
import { RECOMMENDATION_COLUMN, recommendationShape, TICKS_COLUMN, ticksShape } from './checklist.ts';
import { CLOCKS_COLUMN, clocksShape } from './clocks.ts';
import { BESIDES, visibleTo } from './eyes.ts';
import { EXCLUSIONS, exclusionShape, withAccounts } from './exclusions.ts';
import { DEPARTMENT_WORK, departmentWorkShape } from './department-work.ts';
import { FILE_COUNTS } from './evidence.ts';
import { GIFTS_COLUMN, giftsShape } from './gifts.ts';
import { helpShape, PASSED_ON_COLUMNS } from './praise.ts';
import { issuesShape, ISSUES_COLUMN } from './issue-turns.ts';
import { REPLIES_COLUMN, repliesShape } from './replies.ts';
import { prepared, row, rows, run, type Sql } from './sql.ts';
import type { CaseKey } from './store.ts';

const caseRow: z.ZodType<Case> = columns.transform(toCase);

/** What a case's file holds besides the case itself. */
const parts = z.object({
  reporters: z.array(z.string()),
  departmentWork: departmentWorkShape,
  excluded: z.array(exclusionShape),
  besides: z.array(z.string()),
  issues: issuesShape,
  raised: raisedShape,
  cc: ccShape,
  followers: z.array(z.string()),
  lostRole: z.array(z.string()),
  isOptedOut: z.boolean(),
  noteCount: z.number(),
  fileCount: z.number(),
  lastFileId: z.number().nullable(),
  clocks: clocksShape,
  replies: repliesShape,
  ticks: ticksShape,
  recommendation: recommendationShape,
  gifts: giftsShape,
  praised: z.array(z.string()),
  help: helpShape,
  closeRequests: closeRequestsShape,
});

const fileRow = z.looseObject({}).transform((found): CaseFile => {
  const { besides, lostRole, departmentWork, ...own } = parts.parse(found);
  return {
    ...own,
    case: withAccounts(toCase(columns.parse(found)), besides),
    departments: departmentWork.map(({ department }) => department),
    departmentWork,
    ...(lostRole.length > 0 && { lostRole }),
  };
});

const FILE_COLUMNS = `${COLUMNS},
  array(select user_id from hearback.case_reporter r where r.case_id = c.case_id order by position) as reporters,
  ${DEPARTMENT_WORK},
  ${EXCLUSIONS} as excluded,
  ${BESIDES} as besides,
  ${ISSUES_COLUMN},
  ${RAISED_COLUMN}, ${CC_COLUMN}, ${FOLLOWERS_COLUMN},
  array(select user_id from hearback.role_lost l where l.workspace_id = c.workspace_id order by user_id) as "lostRole",
  hearback.withheld(c.workspace_id, c.member_id, 'infinity') is not distinct from 'opted_out' as "isOptedOut",
  (select count(*) from hearback.note n where n.case_id = c.case_id and n.deleted_at is null) as "noteCount",
  ${FILE_COUNTS},
  ${CLOCKS_COLUMN}, ${REPLIES_COLUMN}, ${TICKS_COLUMN}, ${RECOMMENDATION_COLUMN}, ${GIFTS_COLUMN}, ${PASSED_ON_COLUMNS}, ${CLOSE_REQUESTS_COLUMN}`;

/** A case with what a decision needs. Files at messages that only stood around it are not counted. */
export function readFile(sql: Sql, key: CaseKey): Promise<CaseFile | null> {
  const { where, values } = byKey(key);
  return row(sql, fileRow, prepared(`select ${FILE_COLUMNS} from hearback.cases c where ${where}`), values);
}

/** Holds the case until the transaction ends, then reads it as it is now. */
export async function lockFile(sql: Sql, key: CaseKey): Promise<CaseFile | null> {
  const { where, values } = byKey(key);
  // Read by a statement of its own: the one that waited for the lock saw the database as it was before the wait.
  const [, file] = await Promise.all([
    run(sql, prepared(`select from hearback.cases where ${where} for update`), values),
    readFile(sql, key),
  ]);
  return file;
}

const SEVERITY_ORDER = `array_position(array['urgent', 'high', 'normal', 'low'], severity)`;

/** The most urgent first, then the oldest. */
export function listCases(
  sql: Sql,
  workspaceId: WorkspaceId,
  {
    states,
    eyes,
    handlerId,
    limit,
  }: { states: readonly State[]; eyes: Eyes; handlerId?: string; limit: number },
): Promise<Case[]> {
  const visible = visibleTo(eyes, 5);
  return rows(
    sql,
    caseRow,
    `select ${COLUMNS} from hearback.cases c
     where workspace_id = $1 and state = any($2)
       and ($3::text is null or handler_id = $3)
       and ${visible.where}
     order by ${SEVERITY_ORDER}, opened_at, case_id limit $4`,
    [workspaceId, states, handlerId ?? null, limit, ...visible.values],
  );
}

/** @param where a condition on `hearback.cases c`, and what follows it */
export function casesWhere(sql: Sql, where: string, values: readonly unknown[]): Promise<Case[]> {
  return rows(sql, caseRow, `select ${COLUMNS} from hearback.cases c where ${where}`, values);
}

/** So many of them are read: playbooks ask for no more. */
const LATEST = 100;

/** What the same member said before. Feedback of people who are not in the community has no member id and no earlier cases. */
export async function earlierCases(
  sql: Sql,
  workspaceId: WorkspaceId,
  userId: string,
  beforeCaseId: number,
  eyes: Eyes,
): Promise<EarlierCases> {
  if (!userId) return { latest: [], count: 0 };
  const visible = visibleTo(eyes, 4);
  const all = `from hearback.cases c where workspace_id = $1 and member_id = $2 and case_id < $3 and ${visible.where}`;
  const values = [workspaceId, userId, beforeCaseId, ...visible.values];
  const latest = await rows(
    sql,
    caseRow,
    `select ${COLUMNS} ${all} order by case_id desc limit ${LATEST}`,
    values,
  );
  if (latest.length < LATEST) return { latest, count: latest.length };
  const counted = await row(sql, z.object({ count: z.number() }), `select count(*) ${all}`, values);
  return { latest, count: counted?.count ?? latest.length };
}
