import { NotPossible } from '../errors.ts';
import { kindOf } from '../policy/lookup.ts';
import { SEVERITIES, type Policy, type Severity } from '../policy/schema.ts';
import type { CaseFile, Change, ClockKind } from './case.ts';
import { startClock, stopClocks } from './clocks.ts';
import { answerPlace } from './open.ts';
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

/** Hands it to somebody, with a note if there is one. */
export function assign(file: CaseFile, to: string, by: string, note: string): Change {
  assertOpen(file.case);
  if (file.case.handlerId === to) throw new NotPossible('They already handle this case.');
  const { workspaceId, caseId, version } = file.case;
  return {
    set: { handlerId: to, ...(file.case.state === 'new' && { state: 'open' as const }) },
    notes: note ? [{ authorId: by, text: note }] : [],
    history: [{ action: 'assigned', actorId: by, detail: { to } }],
    deliveries:
      to === by
        ? []
        : [
            {
              key: `assigned-${caseId}-${version}`,
              place: { type: 'dm', workspaceId, userId: to },
              body: {
                type: 'notice',
                title: 'A case was handed to you',
                blocks: [
                  {
                    type: 'paragraph',
                    children: [
                      { type: 'person', userId: by, ping: false },
                      { type: 'text', text: ' asks you to look after this case from now on.' },
                    ],
                  },
                  ...(note
                    ? [{ type: 'quote' as const, children: [{ type: 'text' as const, text: note }] }]
                    : []),
                ],
              },
            },
          ],
  };
}

/** Running clocks start anew with the new severity's times. */
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
    clocks: ourClocks(file).map((kind) => startClock(kind, { ...file.case, severity: known }, policy, now)),
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

/** Reminders rest until then. */
export function snooze(file: CaseFile, until: Date, by: string): Change {
  assertOpen(file.case);
  return {
    set: { snoozedUntil: until },
    clocks: clocksOr(file).map((kind) => ({ op: 'start', kind, dueAt: until })),
    history: [{ action: 'snoozed', actorId: by, detail: { until: until.toISOString() } }],
  };
}

/** The next reminder comes at `at`. */
export function remindAt(file: CaseFile, at: Date, by: string): Change {
  assertOpen(file.case);
  return {
    clocks: clocksOr(file).map((kind) => ({ op: 'start', kind, dueAt: at })),
    history: [{ action: 'reminder_set', actorId: by, detail: { at: at.toISOString() } }],
  };
}

/** The follow-up has been done: the clock starts anew. */
export function followedUp(file: CaseFile, by: string, policy: Policy, now: Date): Change {
  assertOpen(file.case);
  return {
    set: { snoozedUntil: null, ...(file.case.state === 'new' && { state: 'open' as const }) },
    clocks: [{ op: 'stop', kind: 'first_response' }, startClock('follow_up', file.case, policy, now)],
    history: [{ action: 'followed_up', actorId: by }],
  };
}

/** @param closing what the member is told, if anything: that we believe it is solved, and how to say it is not */
export function resolve(
  file: CaseFile,
  by: string,
  closing: string | null,
  policy: Policy,
  now: Date,
): Change {
  assertMove(file.case, 'solved');
  const place = answerPlace(file, kindOf(policy, file.case.kind).answer === 'private');
  return {
    ...finish(file, { state: 'solved', closedAt: now }, { action: 'resolved', actorId: by }),
    replies:
      closing && place
        ? [{ markdown: closing, authorId: null, place, send: true, purpose: 'closing' as const }]
        : [],
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
    clocks: [startClock('first_response', file.case, policy, now)],
    notes: reason.trim() && by !== null ? [{ authorId: by, text: `Reopened: ${reason}` }] : [],
    history: [{ action: 'reopened', actorId: by }],
  };
}

function finish(file: CaseFile, set: NonNullable<Change['set']>, entry: Change['history'][number]): Change {
  return {
    set: { ...set, snoozedUntil: null },
    clocks: stopClocks(file),
    replyStates: file.replies
      .filter(({ state }) => state === 'draft')
      .map(({ replyId }) => ({ replyId, state: 'discarded' })),
    history: [entry],
  };
}

function clocksOr(file: CaseFile): ClockKind[] {
  const own = ourClocks(file);
  return own.length > 0 ? own : ['follow_up'];
}

/** The helpers have their time whatever staff put off. */
function ourClocks({ clocks }: CaseFile): ClockKind[] {
  return clocks.map(({ kind }) => kind).filter((kind) => kind !== 'community');
}
