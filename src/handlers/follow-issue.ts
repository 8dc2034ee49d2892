import { z } from 'zod';
import { attendanceFor } from '../cases/attendance.ts';
import { caretakers } from '../cases/caretakers.ts';
import { issueLooked } from '../cases/programs/issue-news.ts';
import { issueWaitMs } from '../cases/programs/issue-waits.ts';
import { concernedBy, programTrouble } from '../cases/programs/program-trouble.ts';
import type { Looked } from '../cases/programs/tracker.ts';
import { AppError, NotYet } from '../errors.ts';
import { workspaceOf } from '../policy/lookup.ts';
import type { IssueToDo } from '../store/issues-port.ts';
import { defineHandler, whoIsThere, type Context } from './handler.ts';

/** How long a tracker that shows us nothing is left alone (ms). */
const HIDDEN_AGAIN_AFTER_MS = 3_600_000;

/** When it is asked again whether a tracker is in the policy that was taken out of it (ms). */
const MISSING_AGAIN_AFTER_MS = 6 * HIDDEN_AGAIN_AFTER_MS;

/** Looks how an issue stands on its tracker, again and again until it has been closed for long. */
export const followIssue = defineHandler({
  name: 'follow-issue',
  lane: 'programs',
  data: z.object({ issueId: z.number() }),
  async run({ issueId }, context) {
    const { issues, now } = context;
    const issue = await issues.issue(issueId);
    if (!issue?.name || !isFollowed(issue)) return;
    if (!Object.hasOwn(context.policy(issue.workspaceId).issues, issue.tracker))
      throw new NotYet('Its tracker is not in the policy at present.', MISSING_AGAIN_AFTER_MS);
    const looked = await look(issue, issue.name, context);
    await note(issue, looked, context);
    const after = await issues.issue(issueId);
    if (!after || !isFollowed(after)) return;
    const quietMs = now().getTime() - (after.changedAt ?? now()).getTime();
    const waitMs = issueWaitMs(after.state === 'closed' ? 'closed' : 'open', quietMs);
    if (waitMs !== null) throw new NotYet('The issue is looked at again later.', waitMs);
  },
});

function isFollowed({ state }: IssueToDo): boolean {
  return state === 'open' || state === 'closed';
}

/** The repository or project of an issue: one that was given up in hearback.yaml can be closed to us while its successor is not. */
function placeOf(name: string): string {
  return name.replace(/[#-]\d+$/, '');
}

/** A tracker that does not let us in is told of once; nothing is known of its issues meanwhile. */
async function look(issue: IssueToDo, name: string, context: Context): Promise<Looked> {
  const { programs, store, policy } = context;
  const about = `tracker ${issue.tracker} ${placeOf(name)}`;
  const all = policy(issue.workspaceId);
  const tracker = all.issues[issue.tracker];
  const home = tracker && concernedBy(tracker, all);
  try {
    const looked = await programs.tracker(issue.workspaceId, issue.tracker).look(name, issue.etag);
    if (home) await store.endTrouble(home.id, [about]);
    return looked;
  } catch (error) {
    if (!(error instanceof AppError) || error.retry !== 'never') throw error;
    if (home) await tellOnce(error, issue.tracker, about, home, context);
    throw new AppError(error.code, error.message, { afterMs: HIDDEN_AGAIN_AFTER_MS }, { cause: error });
  }
}

async function tellOnce(
  error: AppError,
  key: string,
  about: string,
  home: NonNullable<ReturnType<typeof concernedBy>>,
  { store }: Context,
): Promise<void> {
  const { troubleId } = await store.noteTrouble(home.id, about, error.message);
  const told = programTrouble(
    {
      key: `tracker-${key}-${troubleId}`,
      say: (texts) => {
        const { title, again } = texts.says.undelivered.issues;
        return { title: title(key), words: [error.in(texts), again] };
      },
    },
    home,
  );
  for (const delivery of told) await store.say(home.id, delivery);
}

async function note(issue: IssueToDo, looked: Looked, context: Context): Promise<void> {
  const { issues, store, policy, now } = context;
  const { issueId, workspaceId } = issue;
  const workspace = workspaceOf(policy(workspaceId), workspaceId);
  if (looked.type === 'unchanged' || !workspace) return issues.looked(issueId, issue.etag, null);
  const etag = looked.type === 'there' ? looked.issue.etag : null;
  const file = await store.read(issue);
  if (!file) return;
  const attendance = await attendanceFor(
    (known) => caretakers(file, workspace, known),
    whoIsThere(context, workspace, now()),
  );
  await issues.looked(issueId, etag, (found) =>
    issueLooked(found, issue, looked, { workspace, policy: policy(workspaceId), attendance }),
  );
}
