import { caseName, type CaseFile } from '../cases/case.ts';
import { waitMs } from '../cases/clocks.ts';
import type { Prepared } from '../cases/open.ts';
import { AppError } from '../errors.ts';
import { kindOf } from '../policy/lookup.ts';
import type { Policy, WorkspacePolicy } from '../policy/schema.ts';
import type { Composer } from './composer.ts';

/** Words of ours to a member: these steps, in the case's language, as Markdown; or why they cannot be written. */
export function prepare(
  steps: readonly string[],
  file: CaseFile,
  workspace: WorkspacePolicy,
  policy: Policy,
  compose: Composer,
  now: Date,
): Prepared {
  if (steps.length === 0) return null;
  const { case: found } = file;
  const values = {
    member: { name: found.member.name },
    community: { name: workspace.name },
    case: { name: caseName(policy.prefix, found.number) },
    details: kindOf(policy, found.kind).details,
    nextUpdate: {
      at: new Date(now.getTime() + waitMs('follow_up', found, policy)),
      timeZone: workspace.timeZone ?? policy.timeZone,
    },
  };
  try {
    const { markdown } = compose.compose(steps, values, [
      found.language,
      workspace.language ?? policy.language,
      policy.language,
      'en',
    ]);
    return { markdown };
  } catch (error) {
    // A broken template must not cost the case: it is recorded, and people are told that the answer is missing.
    if (error instanceof AppError && error.code === 'TEMPLATE_INVALID') return { problem: error.message };
    throw error;
  }
}
