import { paragraph } from '../chat/rich.ts';
import { NotPossible } from '../errors.ts';
import { kindOf } from '../policy/lookup.ts';
import type { Policy, WorkspacePolicy } from '../policy/schema.ts';
import { both } from './both.ts';
import type { CaseFile, Reply } from './case.ts';
import type { Change } from './change.ts';
import type { DeliveryBody, NewDelivery } from './delivery.ts';
import { startClock } from './clocks.ts';
import { isRestricted } from './exclude.ts';
import type { Prepared } from './open.ts';
import { isOpen } from './states.ts';
import { toDepartments } from './to-departments.ts';
import { textsOf } from '../texts/index.ts';

/**
 * The helpers are asked first; no department has the case until the clock runs out, or somebody routes it. Where they cannot
 * be asked it goes to the departments at once. They are asked once.
 * @param question what they read
 * @param unasked why they cannot be asked; null when nothing is in the way
 */
export function askHelpers(
  file: CaseFile,
  question: Prepared,
  unasked: string | null,
  workspace: WorkspacePolicy,
  policy: Policy,
  now: Date,
): Change {
  if (!kindOf(policy, file.case.kind).community) return { history: [] };
  if (wasAsked(file)) return isAsking(file) ? { history: [] } : toDepartments(file, workspace, policy, now);
  const { helpers } = workspace;
  const texts = textsOf(workspace);
  const { notices } = texts.rules;
  const why = unasked ?? (isRestricted(file) ? notices.unasked.restricted : null);
  if (why === null && helpers !== undefined && question && 'markdown' in question) {
    const { workspaceId } = file.case;
    const place = { type: 'channel' as const, workspaceId, channelId: helpers };
    return {
      history: [{ action: 'community_asked', actorId: null }],
      clocks: [startClock('community', file.case, policy, now)],
      replies: [{ ...question, asks: [], authorId: null, place, purpose: 'community', send: true }],
    };
  }
  const problem =
    why ?? (question && 'problem' in question ? question.problem(texts) : notices.unasked.unwritten);
  const routed = toDepartments(file, workspace, policy, now);
  return { ...routed, deliveries: [...(routed.deliveries ?? []), notAsked(file, problem, workspace)] };
}

/** The post that asks them stands: what is said below it belongs to the case. */
export function helpersAsked(reply: Reply, messageId: string): Change {
  if (reply.place.type !== 'channel') return { history: [] };
  return { history: [], help: { channelId: reply.place.channelId, messageId } };
}

export function isQuestionToHelpers(body: DeliveryBody, { replies }: CaseFile): boolean {
  return (
    body.type === 'reply' &&
    replies.some(({ replyId, purpose }) => replyId === body.replyId && purpose === 'community')
  );
}

/**
 * The question could not be posted, for good: the departments get the case. Asked again, it changes nothing. Nor does it while the
 * flag is taken back: should it come back, they get it then (`flaggedAgain`).
 */
export function helpersUnreachable(
  file: CaseFile,
  workspace: WorkspacePolicy,
  policy: Policy,
  now: Date,
): Change | null {
  if (!isAsking(file) || !isOpen(file.case)) return null;
  return both(
    { history: [], clocks: [{ op: 'stop', kind: 'community' }] },
    toDepartments(file, workspace, policy, now),
  );
}

/** Time is up, and nobody has said that it is solved: the departments get it, with what was said so far. */
export function communityRings(
  file: CaseFile,
  workspace: WorkspacePolicy,
  policy: Policy,
  now: Date,
): Change {
  if (!isOpen(file.case)) return { history: [], clocks: [{ op: 'stop', kind: 'community' }] };
  const change = toDepartments(file, workspace, policy, now);
  return {
    ...change,
    history: [
      {
        action: 'community_did_not_solve',
        actorId: null,
        detail: { messages: String(file.help?.said ?? 0) },
      },
      ...change.history,
    ],
    clocks: [{ op: 'stop', kind: 'community' }, ...(change.clocks ?? [])],
    ...(file.departments.length === 0 &&
      !change.departments?.length && { deliveries: [nobodyElse(file, workspace)] }),
  };
}

/** Somebody of the community solved it. @throws {NotPossible} for whoever could not have, or had no part in it */
export function creditHelper(file: CaseFile, helper: string, by: string, thanks: Prepared): Change {
  if (helper === file.case.member.userId) throw new NotPossible(({ rules }) => rules.answers.helpers.own);
  if (file.excluded.some(({ userId }) => userId === helper))
    throw new NotPossible(({ rules }) => rules.answers.helpers.notForThem);
  const { workspaceId } = file.case;
  const place = file.help && { type: 'thread' as const, workspaceId, ...file.help.thread };
  return {
    history: [{ action: 'solved_by_community', actorId: by, detail: { helper } }],
    credit: { userId: helper, by },
    replies:
      place && thanks && 'markdown' in thanks
        ? [{ ...thanks, asks: [], authorId: null, place, purpose: 'thanks', send: true }]
        : [],
  };
}

/** Whether the helpers still have it to themselves. */
export function isAsking({ clocks }: Pick<CaseFile, 'clocks'>): boolean {
  return clocks.some(({ kind }) => kind === 'community');
}

function wasAsked({ help, replies }: CaseFile): boolean {
  return help !== null || replies.some(({ purpose }) => purpose === 'community');
}

function notAsked(
  { case: { workspaceId, caseId } }: CaseFile,
  problem: string,
  workspace: WorkspacePolicy,
): NewDelivery {
  const { notices } = textsOf(workspace).rules;
  return {
    key: `community-not-asked-${caseId}`,
    place: { type: 'channel', workspaceId, channelId: workspace.triage },
    body: {
      type: 'notice',
      title: notices.notAskedTitle,
      blocks: [paragraph(notices.notAsked(problem))],
    },
  };
}

function nobodyElse({ case: { workspaceId, caseId } }: CaseFile, workspace: WorkspacePolicy): NewDelivery {
  const { notices } = textsOf(workspace).rules;
  return {
    key: `community-over-${caseId}`,
    place: { type: 'channel', workspaceId, channelId: workspace.triage },
    body: {
      type: 'notice',
      title: notices.helpersOverTitle,
      blocks: [paragraph(notices.helpersOver)],
    },
  };
}
