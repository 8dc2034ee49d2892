import { z } from 'zod';
import { ISSUE_STATES } from '../cases/case.ts';
import type { Change, IssueTurn, NewIssue } from '../cases/change.ts';
import { addJobs, type Job } from './jobs.ts';
import { run } from './sql.ts';
import type { Work } from './work.ts';

/** The issues of a case as a column of its row, `hearback.cases c`. */
export const ISSUES_COLUMN = `(select coalesce(jsonb_agg(jsonb_build_object('issueId', issue_id, 'tracker', tracker, 'state', i.state, 'title', title, 'body', body,
    'askedBy', asked_by, 'name', name, 'url', url, 'status', status, 'failure', failure) order by issue_id), '[]')
  from hearback.issue i where i.case_id = c.case_id and i.state <> 'discarded') as issues`;

/** What that column holds. */
export const issuesShape = z.array(
  z.object({
    issueId: z.number(),
    tracker: z.string(),
    state: z.enum(ISSUE_STATES),
    title: z.string(),
    body: z.string(),
    askedBy: z.string().nullable(),
    name: z.string().nullable(),
    url: z.string().nullable(),
    status: z.string().nullable(),
    failure: z.string().nullable(),
  }),
);

/** One job looks at an issue again and again, and puts itself off in between. */
export function followJob(issueId: number, runAt: Date): Job & { key: string } {
  return { kind: 'follow-issue', data: { issueId }, key: `follow-issue-${issueId}`, runAt };
}

/** What a change makes of the issues of its case. */
export async function changeIssues(
  work: Work,
  caseId: number,
  { issue, issueTurns = [] }: Change,
): Promise<void> {
  if (issue) await addIssue(work, caseId, issue);
  await turnIssues(work, caseId, issueTurns);
}

/** What waits to become an issue is not made any more, and nothing of what it was to say is left. */
export async function eraseIssues({ sql }: Work, caseIds: readonly number[]): Promise<void> {
  await run(
    sql,
    `update hearback.issue set title = '', body = '', state = case when state in ('draft', 'making', 'failed') then 'discarded' else state end
     where case_id = any($1)`,
    [caseIds],
  );
}

/** What somebody wrote for it; nothing happens until somebody says yes. */
async function addIssue(
  { sql, at }: Work,
  caseId: number,
  { tracker, title, body, askedBy }: NewIssue,
): Promise<void> {
  await run(
    sql,
    'insert into hearback.issue (case_id, tracker, title, body, asked_by, asked_at) values ($1, $2, $3, $4, $5, $6)',
    [caseId, tracker, title, body, askedBy, at],
  );
}

/** What becomes of issues. Once one is made, what was written for it is its tracker's, and kept there alone. */
async function turnIssues(work: Work, caseId: number, turns: readonly IssueTurn[]): Promise<void> {
  const { sql, at } = work;
  for (const turn of turns) {
    const { issueId, state } = turn;
    const is = { name: null, url: null, status: null, failure: null, ...turn };
    await run(
      sql,
      `update hearback.issue set state = $3, name = coalesce($4, name), url = coalesce($5, url), status = coalesce($6, status), failure = $7,
         title = case when $8 then '' else title end, body = case when $8 then '' else body end,
         made_at = case when $3 = 'open' then coalesce(made_at, $9) else made_at end, changed_at = $9
       where case_id = $1 and issue_id = $2`,
      [
        caseId,
        issueId,
        state,
        is.name,
        is.url,
        is.status,
        is.failure,
        state === 'open' || state === 'closed' || state === 'discarded',
        at,
      ],
    );
    if (state === 'making')
      await addJobs(work, [{ kind: 'make-issue', data: { issueId }, key: `make-issue-${issueId}` }]);
    if (state === 'open' || state === 'closed') await addJobs(work, [followJob(issueId, at)]);
  }
}
