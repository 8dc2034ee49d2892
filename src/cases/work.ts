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
import type { Texts } from '../texts/index.ts';

/** Somebody takes it on. Of two people at once the second is told who was first. */
export function claim(file: CaseFile, by: string): Change {
  assertOpen(file.case);
  if (file.case.handlerId === by) throw new NotPossible(({ rules }) => rules.refusals.youHandle);
  if (file.case.handlerId !== null) {
    throw new NotPossible(({ rules }) => rules.refusals.othersHandle);
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
    throw new NotPossible(({ rules }) => rules.refusals.noSeverity(severity, SEVERITIES.join(', ')));
  assertOpen(file.case);
  if (file.case.severity === known)
    throw new NotPossible(({ rules, dashboard }) =>
      rules.refusals.severityAlready(dashboard.severities[known]),
    );
  return {
    set: { severity: known satisfies Severity },
    clocks: whenOtherwise(file, { ...file.case, severity: known }, policy, now),
    history: [{ action: 'severity_changed', actorId: by, detail: { from: file.case.severity, to: known } }],
  };
}

export function addNote(_file: CaseFile, text: string, by: string): Change {
  if (!text.trim()) throw new NotPossible(({ rules }) => rules.refusals.emptyNote);
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

/** @param texts in the language of the community */
export function dismiss(file: CaseFile, reason: string, by: string, now: Date, texts: Texts): Change {
  if (!reason.trim()) throw new NotPossible(({ rules }) => rules.refusals.whyDismissed);
  assertMove(file.case, 'dismissed');
  return {
    ...finish(file, { state: 'dismissed', closedAt: now }, { action: 'dismissed', actorId: by }),
    notes: [{ authorId: by, text: texts.rules.notices.dismissed(reason) }],
  };
}

/** @param texts in the language of the community */
export function reopen(
  file: CaseFile,
  reason: string,
  by: string | null,
  policy: Policy,
  now: Date,
  texts: Texts,
): Change {
  assertMove(file.case, 'reopened');
  return {
    set: { state: 'reopened', closedAt: null, snoozedUntil: null },
    clocks: [...stopClocks(file), ...whenReopened(file, policy, now)],
    notes: reason.trim() && by !== null ? [{ authorId: by, text: texts.rules.notices.reopened(reason) }] : [],
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
