import { NotPossible } from '../errors.ts';
import { kindOf } from '../policy/lookup.ts';
import { SEVERITIES, type Policy, type Severity } from '../policy/schema.ts';
import type { CaseFile, NewReply } from './case.ts';
import type { Change } from './change.ts';
import { whenOtherwise, whenReopened } from './clock-turns.ts';
import { stopClocks } from './clocks.ts';
import { answerPlace } from './open.ts';
import { startSilence } from './silence.ts';
import { assertMove, assertOpen } from './states.ts';

/** Somebody takes it on. Of two people at once the second is told who was first. */
export function claim(file: CaseFile, by: string): Change {
  assertOpen(file.case);
  if (file.case.handlerId === by) throw new NotPossible('You already handle this case.');
  if (file.case.handlerId !== null) {
    throw new NotPossible(
      'Somebody else already handles this case. To take it over, ask them to hand it over, or use /feedback assign.',
    );
  }
  return {
    set: { handlerId: by, ...(file.case.state === 'new' && { state: 'open' as const }) },
    history: [{ action: 'claimed', actorId: by }],
  };
}

/** Running clocks go on with the new severity's times. */
export function changeSeverity(
  file: CaseFile,
  severity: string,
  by: string,
  policy: Policy,
  now: Date,
): Change {
  const known = SEVERITIES.find((each) => each === severity);
  if (!known)
    throw new NotPossible(`"${severity}" is not a severity. Choose one of: ${SEVERITIES.join(', ')}.`);
  assertOpen(file.case);
  if (file.case.severity === known) throw new NotPossible(`The severity is already ${known}.`);
  return {
    set: { severity: known satisfies Severity },
    clocks: whenOtherwise(file, { ...file.case, severity: known }, policy, now),
    history: [{ action: 'severity_changed', actorId: by, detail: { from: file.case.severity, to: known } }],
  };
}

export function addNote(_file: CaseFile, text: string, by: string): Change {
  if (!text.trim())
    throw new NotPossible(
      'The note is empty. Write it behind the case, such as /feedback note FB-12 Called back, line busy.',
    );
  return { notes: [{ authorId: by, text }], history: [{ action: 'noted', actorId: by }] };
}

/**
 * We believe it is solved. The member is asked whether it is, and has their time to answer; where nobody is asked, nobody can
 * confirm it, and the case is closed so.
 * @param closing the words that ask; null to say nothing
 */
export function resolve(
  file: CaseFile,
  by: string,
  closing: Pick<NewReply, 'markdown' | 'language' | 'steps'> | null,
  policy: Policy,
  now: Date,
): Change {
  assertMove(file.case, 'solved');
  const place = answerPlace(file, kindOf(policy, file.case.kind).answer === 'private');
  const entry = { action: 'resolved', actorId: by };
  if (!closing || !place) return finish(file, { state: 'closed_unconfirmed', closedAt: now }, entry);
  const asked = finish(file, { state: 'solved', closedAt: now }, entry);
  return {
    ...asked,
    clocks: [...(asked.clocks ?? []), startSilence({ case: { ...file.case, state: 'solved' } }, policy, now)],
    replies: [{ ...closing, authorId: null, place, send: true, purpose: 'closing' }],
  };
}

export function dismiss(file: CaseFile, reason: string, by: string, now: Date): Change {
  if (!reason.trim())
    throw new NotPossible('Please say why it is dismissed; the reason is kept with the case.');
  assertMove(file.case, 'dismissed');
  return {
    ...finish(file, { state: 'dismissed', closedAt: now }, { action: 'dismissed', actorId: by }),
    notes: [{ authorId: by, text: `Dismissed: ${reason}` }],
  };
}

export function reopen(file: CaseFile, reason: string, by: string | null, policy: Policy, now: Date): Change {
  assertMove(file.case, 'reopened');
  return {
    set: { state: 'reopened', closedAt: null, snoozedUntil: null },
    clocks: [...stopClocks(file), ...whenReopened(file, policy, now)],
    notes: reason.trim() && by !== null ? [{ authorId: by, text: `Reopened: ${reason}` }] : [],
    history: [{ action: 'reopened', actorId: by }],
  };
}

function finish(file: CaseFile, set: NonNullable<Change['set']>, entry: Change['history'][number]): Change {
  return {
    set: { ...set, snoozedUntil: null },
    clocks: stopClocks(file, set.state !== 'dismissed'),
    replyStates: file.replies
      .filter(({ state }) => state === 'draft')
      .map(({ replyId }) => ({ replyId, state: 'discarded' })),
    history: [entry],
  };
}
