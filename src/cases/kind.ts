import { NotPossible } from '../errors.ts';
import { isAnswered, kindName, kindOf } from '../policy/lookup.ts';
import type { KindPolicy, Policy, WorkspacePolicy } from '../policy/schema.ts';
import { handlerAmongLeads } from './audience.ts';
import type { CaseFile, NewReply } from './case.ts';
import type { Change } from './change.ts';
import { whenOtherwise, whenRouted } from './clock-turns.ts';
import { whenExtreme } from './extremes.ts';
import { answerPlace, isAnsweredAtOnce, type Prepared } from './open.ts';
import { routeDeliveries } from './route.ts';
import { assertOpen } from './states.ts';
import { tellHeads } from './tell.ts';

/** What was said goes on in another direction: `file` as it will be, and what is still to be said. */
export interface KindChange {
  /** The case as it is with its new kind: what an answer is composed from. */
  after: CaseFile;
  /** The steps of the new kind's answer that the member has not had yet. */
  steps: string[];
}

/**
 * What another kind means for a case, before the words are composed.
 * @throws {NotPossible} when it is of that kind already, or done
 */
export function planKind(file: CaseFile, kind: string, policy: Policy): KindChange {
  assertOpen(file.case);
  const next = kindOf(policy, kind);
  if (file.case.kind === kind)
    throw new NotPossible(({ rules, common }) =>
      rules.refusals.kindAlready(kindName(policy, file.case, common.code)),
    );
  const before = kindOf(policy, file.case.kind);
  // Whoever chose a severity by hand meant it.
  const severity = file.case.severity === before.severity ? next.severity : file.case.severity;
  const after = {
    ...file,
    case: {
      ...file.case,
      kind,
      severity,
      // Once in confidence, always in confidence: only a lead opens a case to the others.
      audience: next.audience === 'leads' ? ('leads' as const) : file.case.audience,
    },
  };
  return { after, steps: isAnswered(next) ? stepsToCome(file, next) : [] };
}

/**
 * A case becomes one of another kind. What was sent stays sent and is not said again; what was only prepared is prepared
 * anew; clocks, departments and whoever hears of it are those of the new kind from now on.
 * @param prepared the words of the steps that are still to come
 */
export function changeKind(
  file: CaseFile,
  { after }: KindChange,
  prepared: Prepared,
  by: string,
  workspace: WorkspacePolicy,
  policy: Policy,
  now: Date,
): Change {
  const { kind, severity, audience } = after.case;
  const next = kindOf(policy, kind);
  // What only leads see goes to no department.
  const departments =
    next.community || audience === 'leads'
      ? []
      : next.route.filter((key) => key in workspace.departments && !file.departments.includes(key));
  return {
    set: {
      kind,
      severity,
      audience,
      ...(audience === 'leads' && handlerAmongLeads(file, workspace)),
      ...(departments.length > 0 && { state: 'waiting_on_team' as const }),
    },
    departments,
    clocks: [...whenOtherwise(file, after.case, policy, now), ...whenRouted(after, departments, policy, now)],
    replyStates: preparedDrafts(file).map(({ replyId }) => ({ replyId, state: 'discarded' as const })),
    replies: nextAnswer(file, next, prepared),
    history: [
      { action: 'kind_changed', actorId: by, detail: { from: file.case.kind, to: kind } },
      ...departments.map((department) => ({ action: 'routed', actorId: by, detail: { department } })),
    ],
    deliveries: [
      ...departments.flatMap((department) => routeDeliveries(file, department, workspace)),
      ...tellHeads(after, workspace, policy),
      ...whenExtreme(file.case, after, workspace, policy),
    ],
  };
}

/**
 * The steps of a kind's answer that the member has not had: neither the very step nor, for words that are said once, another
 * one of its family (`apologise-refund` after `apologise`). A question is asked again where it has something new to ask.
 */
function stepsToCome({ replies }: CaseFile, { steps }: KindPolicy): string[] {
  const had = new Set(replies.filter(wasSaid).flatMap((reply) => reply.steps));
  if (had.size === 0) return [...steps];
  const families = new Set([...had].map(familyOf));
  return steps.filter((step) => {
    const family = familyOf(step);
    if (family === 'ask') return true;
    return family === 'next' ? !had.has(step) : !families.has(family);
  });
}

function familyOf(step: string): string {
  return step.split('-', 1)[0] ?? step;
}

function wasSaid({ state, purpose }: CaseFile['replies'][number]): boolean {
  return (state === 'sent' || state === 'queued') && purpose === 'answer';
}

/** Answers that wait for a click and that nobody has touched. */
function preparedDrafts({ replies }: CaseFile): CaseFile['replies'] {
  return replies.filter(
    ({ state, authorId, purpose }) => state === 'draft' && authorId === null && purpose === 'answer',
  );
}

/** A member who has been answered before gets nothing more without somebody looking at it. */
function nextAnswer(file: CaseFile, next: KindPolicy, prepared: Prepared): NewReply[] {
  const place = answerPlace(file, next.answer === 'private');
  if (!place || !prepared || 'problem' in prepared) return [];
  // Of an answer that failed some of it may have arrived all the same.
  const isFirst = !file.replies.some((reply) => wasSaid(reply) || reply.state === 'failed');
  return [{ ...prepared, authorId: null, place, send: isFirst && isAnsweredAtOnce(file, next) }];
}
