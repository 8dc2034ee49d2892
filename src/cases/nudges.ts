import type { Place } from '../chat/ref.ts';
import { hoursOf, isAnswered, kindOf } from '../policy/lookup.ts';
import type { Policy, WorkspacePolicy } from '../policy/schema.ts';
import { nextWorkingMoment } from '../time/working-time.ts';
import type { CaseFile, Clock, Reply } from './case.ts';
import type { Change, ClockChange } from './change.ts';
import { whenNotWaiting, whenReopened } from './clock-turns.ts';
import { answerPlace, type Prepared } from './open.ts';
import { isToMember } from './reply.ts';
import { LAST_NUDGE, nudgeToCome, silenceLeftMs, silenceWaitMs } from './silence.ts';

/** The template by which a silent member is asked again, before the last time. */
const NUDGE = 'nudge';

/** How long a nudge on its way to the member is waited for before their case is closed (ms). */
const UNDER_WAY_MS = 3_600_000;

/**
 * The member has said nothing for so long: they are asked again, and in the end the case is closed, as not confirmed. Asked
 * under the case's lock: whoever has written meanwhile has stopped this clock.
 * @param write composes a template in the member's language
 */
export function silenceRings(
  file: CaseFile,
  clock: Clock,
  workspace: WorkspacePolicy,
  policy: Policy,
  write: (template: string) => Prepared,
  now: Date,
): Change {
  const { state } = file.case;
  if (state !== 'waiting_on_member' && state !== 'solved')
    return { history: [], clocks: [{ op: 'stop', kind: 'silence' }] };
  const step = nudgeToCome(file, clock, policy);
  if (state === 'waiting_on_member' && step < policy.silence.nudges.length)
    return nudge(file, clock, step, workspace, policy, write, now);
  return close(file, clock, policy, now);
}

function nudge(
  file: CaseFile,
  clock: Clock,
  step: number,
  workspace: WorkspacePolicy,
  policy: Policy,
  write: (template: string) => Prepared,
  now: Date,
): Change {
  const { clockId } = clock;
  const { state } = file.case;
  const later = nextWorkingMoment(hoursOf(workspace), now);
  // Nobody wants to be asked in the middle of the night.
  if (later > now) {
    const deadline = new Date(
      later.getTime() + silenceLeftMs(state, step, policy) - silenceWaitMs(state, step, policy),
    );
    return { history: [], clocks: [{ op: 'move', clockId, dueAt: later, deadline }] };
  }
  const again: ClockChange = {
    op: 'again',
    clockId,
    dueAt: new Date(now.getTime() + silenceWaitMs(state, step + 1, policy)),
  };
  const kind = kindOf(policy, file.case.kind);
  const place = isAnswered(kind) ? askedAt(file, policy) : null;
  const isLast = step === policy.silence.nudges.length - 1;
  const words = place && write(isLast ? LAST_NUDGE : NUDGE);
  // A case is not closed on somebody who was not asked again because a template is broken.
  if (words && 'problem' in words) return handBack(file, policy, now);
  if (!place || !words)
    return clock.step < policy.silence.nudges.length
      ? { history: [], clocks: [again] }
      : close(file, clock, policy, now);
  return {
    history: [{ action: 'nudged', actorId: null, detail: { step: String(clock.step + 1) } }],
    clocks: [again],
    replies: [{ ...words, authorId: null, place, purpose: 'nudge', send: true }],
  };
}

/** Where the member was asked; by direct message when the case is answered in private by now. */
function askedAt(file: CaseFile, policy: Policy): Place | null {
  const isPrivate = kindOf(policy, file.case.kind).answer === 'private';
  const asked = file.replies.findLast((reply) => reply.state === 'sent' && isToMember(reply));
  return asked && (!isPrivate || asked.place.type === 'dm') ? asked.place : answerPlace(file, isPrivate);
}

function close(file: CaseFile, clock: Clock, policy: Policy, now: Date): Change {
  const last = file.replies.findLast(({ purpose }) => purpose === 'nudge' || purpose === 'closing');
  // What nobody has received was not left unanswered.
  if (last?.state === 'queued')
    return {
      history: [],
      clocks: [{ op: 'again', clockId: clock.clockId, dueAt: new Date(now.getTime() + UNDER_WAY_MS) }],
    };
  if (last?.state === 'failed')
    return file.case.state === 'solved' ? takeUp(file, policy, now) : handBack(file, policy, now);
  return {
    set: { state: 'closed_unconfirmed', closedAt: file.case.closedAt ?? now, snoozedUntil: null },
    history: [{ action: 'closed_unconfirmed', actorId: null }],
    clocks: file.clocks.map(({ kind, subject }) => ({ op: 'stop', kind, subject })),
    replyStates: file.replies
      .filter(({ state }) => state === 'draft')
      .map(({ replyId }) => ({ replyId, state: 'discarded' })),
  };
}

/** The member could not be asked again: staff look after it. */
function handBack(file: CaseFile, policy: Policy, now: Date): Change {
  return {
    set: { state: 'open' },
    history: [{ action: 'not_reached', actorId: null }],
    clocks: whenNotWaiting(file, policy, now),
  };
}

/** The member could not be asked whether it is solved, so nobody knows: staff look after it. */
function takeUp(file: CaseFile, policy: Policy, now: Date): Change {
  return {
    set: { state: 'reopened', closedAt: null },
    history: [
      { action: 'not_reached', actorId: null },
      { action: 'reopened', actorId: null },
    ],
    clocks: [{ op: 'stop', kind: 'silence' }, ...whenReopened(file, policy, now)],
  };
}

/** Whether a nudge comes too late: the member has written, or somebody else has, since it was decided. */
export function isOvertaken({ case: { state }, replies }: CaseFile, replyId: number): boolean {
  const reply = replies.find((each) => each.replyId === replyId);
  if (reply?.purpose !== 'nudge') return false;
  const hasAnswered = state !== 'waiting_on_member';
  return (
    hasAnswered ||
    replies.some((other) => other.replyId > replyId && other.state === 'sent' && isToMember(other))
  );
}

/** It was not sent: the member had answered before. */
export function notNudged({ replyId }: Reply): Change {
  return {
    history: [{ action: 'nudge_left_out', actorId: null }],
    replyStates: [{ replyId, state: 'discarded' }],
  };
}
