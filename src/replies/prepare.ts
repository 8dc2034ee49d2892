import { caseName, type CaseFile } from '../cases/case.ts';
import { startClock } from '../cases/clocks.ts';
import { detailsToAsk, type Said } from '../cases/details.ts';
import type { Prepared } from '../cases/open.ts';
import { CONSENT_STEP, consentFor } from '../cases/consent.ts';
import { isToMember } from '../cases/reply.ts';
import { AppError } from '../errors.ts';
import { departmentOf, kindOf } from '../policy/lookup.ts';
import type { Policy, WorkspacePolicy } from '../policy/schema.ts';
import type { Composer, ReplyValues } from './composer.ts';

/**
 * Words of ours to a member: these steps, in the case's language, as Markdown; or why they cannot be written.
 * @param said what the member has said so far: none of it is asked for
 * @param otherwise languages to try next, before the one the member was answered in so far and the community's
 */
export function prepare(
  steps: readonly string[],
  file: CaseFile,
  workspace: WorkspacePolicy,
  policy: Policy,
  compose: Composer,
  now: Date,
  said: Said,
  otherwise: readonly string[] = [],
): Prepared {
  const department = steps.includes(CONSENT_STEP) ? consentFor(file, workspace, policy) : null;
  // The kind may ask for nobody by now.
  const wanted = department === null ? steps.filter((step) => step !== CONSENT_STEP) : steps;
  if (wanted.length === 0) return null;
  const { case: found } = file;
  const { deadline: promises } = startClock('update_due', found, policy, now);
  const values = valuesOf(file, department, promises, workspace, policy, said);
  try {
    const {
      markdown,
      language,
      steps: used,
      asks,
    } = compose.compose(wanted, values, [
      found.language,
      ...otherwise,
      ...spokenSoFar(file),
      workspace.language ?? policy.language,
      policy.language,
      'en',
    ]);
    return {
      markdown,
      language,
      steps: used,
      asks,
      promises,
      ...(department !== null && { consentFor: department }),
    };
  } catch (error) {
    // A broken template must not cost the case: it is recorded, and people are told that the answer is missing.
    if (error instanceof AppError && error.code === 'TEMPLATE_INVALID')
      return { problem: (texts) => error.in(texts) };
    throw error;
  }
}

function valuesOf(
  file: CaseFile,
  department: string | null,
  promises: Date,
  workspace: WorkspacePolicy,
  policy: Policy,
  said: Said,
): ReplyValues {
  const { case: found } = file;
  return {
    member: { name: found.member.name },
    community: workspace,
    case: { name: caseName(policy.prefix, found.number) },
    details: detailsToAsk(kindOf(policy, found.kind).details, file, said),
    nextUpdate: {
      at: promises,
      timeZone: workspace.timeZone ?? policy.timeZone,
    },
    ...(department !== null && {
      department: { name: departmentOf(workspace, department)?.name ?? department },
    }),
  };
}

/** A conversation that began in a language other than the case's goes on in it. */
function spokenSoFar({ replies }: CaseFile): string[] {
  const spoken = replies.findLast(
    (reply) => reply.state === 'sent' && reply.language !== null && isToMember(reply),
  )?.language;
  return spoken ? [spoken] : [];
}
