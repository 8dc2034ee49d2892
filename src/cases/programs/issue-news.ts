import { link, paragraph } from '../../chat/rich.ts';
import type { Policy, WorkspacePolicy } from '../../policy/schema.ts';
import type { Attendance } from '../attendance.ts';
import type { CaseFile, Issue } from '../case.ts';
import type { Change } from '../change.ts';
import { noticeTo } from '../notice.ts';
import { tellCaretakers } from '../tell-caretakers.ts';
import { trackerNamed } from './issues.ts';
import type { Looked, TrackedIssue } from './tracker.ts';
import { textsOf, type Texts, type Wording } from '../../texts/index.ts';

/** It is there, under the name its tracker has given it. */
export function issueMade(issueId: number, tracker: string, made: TrackedIssue): Change {
  const { name, url, state, status } = made;
  return {
    issueTurns: [{ issueId, state, name, url, status }],
    history: [{ action: 'issue_made', actorId: null, detail: { tracker, issue: name } }],
  };
}

interface Around {
  workspace: WorkspacePolicy;
  policy: Policy;
  attendance: Attendance;
}

/** It cannot be made: whoever asked for it hears why, and can ask again. @param failure for people */
export function issueFailed(
  file: CaseFile,
  { issueId, tracker }: Pick<Issue, 'issueId' | 'tracker'>,
  { failure, code }: { failure: Wording; code: string },
  workspace: WorkspacePolicy,
  policy: Policy,
): Change | null {
  const issue = file.issues.find((each) => each.issueId === issueId);
  if (issue?.state !== 'making') return null;
  const { workspaceId } = file.case;
  const place = issue.askedBy
    ? ({ type: 'dm', workspaceId, userId: issue.askedBy } as const)
    : ({ type: 'channel', workspaceId, channelId: workspace.triage } as const);
  const where = trackerNamed(policy, tracker)?.name ?? tracker;
  return {
    issueTurns: [{ issueId, state: 'failed', failure: failure(textsOf(workspace)) }],
    history: [{ action: 'issue_failed', actorId: null, detail: { tracker, code } }],
    deliveries: [
      {
        key: `issue-failed-${issueId}`,
        place,
        body: noticeTo(place, workspace, (texts) => ({
          title: texts.rules.programs.failedTitle(where),
          blocks: [paragraph(texts.rules.programs.failed(failure(texts)))],
        })),
      },
    ],
  };
}

/**
 * What has changed since an issue was last looked at; null: nothing. Whoever looks after the case hears when it was closed, opened
 * again or is gone, once each time.
 */
export function issueLooked(
  file: CaseFile,
  { issueId, tracker }: Pick<Issue, 'issueId' | 'tracker'>,
  looked: Exclude<Looked, { type: 'unchanged' }>,
  around: Around,
): Change | null {
  const issue = file.issues.find((each) => each.issueId === issueId);
  if (!issue || (issue.state !== 'open' && issue.state !== 'closed')) return null;
  if (looked.type === 'gone') return issueGone(file, issue, looked, around);
  const { name, url, state, status } = looked.issue;
  if (state === issue.state && status === issue.status && name === issue.name) return null;
  const turn = { issueId, state, name, url, status };
  if (state === issue.state) return { issueTurns: [turn], history: [] };
  const action = state === 'closed' ? 'issue_closed' : 'issue_reopened';
  const where = trackerNamed(around.policy, tracker)?.name ?? tracker;
  return {
    issueTurns: [turn],
    history: [{ action, actorId: null, detail: { tracker, issue: name } }],
    deliveries: tellCaretakers(
      file,
      around.workspace,
      around.attendance,
      `issue-${issueId}-${file.case.version}-${state}`,
      {
        by: null,
        say: ({ rules: { programs } }) => ({
          title:
            state === 'closed' ? programs.closed(name, status, where) : programs.openedAgain(name, where),
          blocks: [
            paragraph(link(programs.open(name), url)),
            ...(state === 'closed' ? [paragraph(programs.tellMember)] : []),
          ],
        }),
      },
    ),
  };
}

function issueGone(
  file: CaseFile,
  { issueId, tracker, name, url }: Issue,
  { why, to }: Extract<Looked, { type: 'gone' }>,
  { workspace, policy, attendance }: Around,
): Change {
  const where = trackerNamed(policy, tracker)?.name ?? tracker;
  const howIn = ({ rules: { programs } }: Texts) => {
    if (why === 'deleted') return programs.wasDeleted;
    return to === null ? programs.wasMoved : programs.wasMovedTo(to);
  };
  return {
    issueTurns: [{ issueId, state: 'gone', status: howIn(textsOf(workspace)) }],
    history: [{ action: 'issue_gone', actorId: null, detail: { tracker, issue: name ?? '' } }],
    deliveries: tellCaretakers(file, workspace, attendance, `issue-${issueId}-gone`, {
      by: null,
      say: (texts) => {
        const { programs } = texts.rules;
        return {
          title: programs.gone(name ?? programs.anIssue, howIn(texts), where),
          blocks: [
            ...(why === 'moved' && url ? [paragraph(link(programs.open(name ?? ''), url))] : []),
            paragraph(programs.noMoreOfIt),
          ],
        };
      },
    }),
  };
}
