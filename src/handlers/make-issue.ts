import { z } from 'zod';
import { issueFailed, issueMade } from '../cases/programs/issue-news.ts';
import { trackerNamed } from '../cases/programs/issues.ts';
import { isRestricted } from '../cases/exclude.ts';
import { AppError, TargetGone } from '../errors.ts';
import { workspaceOf } from '../policy/lookup.ts';
import { defineHandler } from './handler.ts';

/** Makes an issue on its tracker, once: an attempt whose end is not known is looked for there before it is repeated. */
export const makeIssue = defineHandler({
  name: 'make-issue',
  // It holds a connection to the record while it waits for the tracker: few at a time.
  lane: 'files',
  data: z.object({ issueId: z.number() }),
  async run({ issueId }, { store, issues, programs, policy, log }) {
    try {
      await issues.make(
        issueId,
        async (
          { tracker: key, mark, title, body, workspaceId, caseId, firstTriedAt, lastTriedAt },
          isRetry,
        ) => {
          const tracker = programs.tracker(workspaceId, key);
          const file = await store.read({ workspaceId, caseId });
          const { labels = [], restricted = false } = trackerNamed(policy(workspaceId), key)?.policy ?? {};
          // Somebody may have been kept out since it was asked for.
          if (!file || (isRestricted(file) && !restricted))
            throw new TargetGone(key, ({ says }) => says.advice.notForPrograms, null);
          const before =
            isRetry && firstTriedAt
              ? await tracker.find(mark, lookFrom(firstTriedAt), lastTriedAt ?? firstTriedAt)
              : null;
          return before ?? tracker.make({ title, body, labels, mark });
        },
        (_file, { tracker }, made) => issueMade(issueId, tracker, made),
      );
    } catch (error) {
      if (!(error instanceof AppError) || error.retry !== 'never') throw error;
      log.error({ err: error, issueId }, 'an issue cannot be made');
      const issue = await issues.issue(issueId);
      const workspace = issue && workspaceOf(policy(issue.workspaceId), issue.workspaceId);
      if (!issue || !workspace) return;
      await store.change(issue, (file) => ({
        change: issueFailed(
          file,
          issue,
          { failure: (texts) => error.in(texts), code: error.code },
          workspace,
          policy(workspace.id),
        ),
        answer: null,
      }));
    }
  },
});

/** Clocks differ: what was made by another one's time is found as well. */
function lookFrom(firstTriedAt: Date): Date {
  return new Date(firstTriedAt.getTime() - 3_600_000);
}
