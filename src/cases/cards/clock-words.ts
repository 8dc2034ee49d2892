import { text, time, type Inline } from '../../chat/rich.ts';
import type { CaseFile, Clock, ClockKind } from '../case.ts';
import { nextClock } from '../clocks.ts';

/** What a clock waits for, in a few words before the moment it rings. */
const CLOCK_WORDS: Readonly<Record<ClockKind, string>> = {
  first_response: 'first answer',
  next_response: 'answer',
  update_due: 'update for the member',
  department_answer: 'answer of the department',
  resolution: 'solved by',
  silence: 'member to answer',
  wake: 'comes back',
  community: 'community asked until',
};

/** What comes next of a case, and whether it rests until then. */
export function nextWords(file: Pick<CaseFile, 'case' | 'clocks'>): Inline[] {
  const { snoozedUntil, snoozedForMember } = file.case;
  const clock = nextClock(file);
  if (snoozedUntil === null) return clock ? clockWords(clock) : [text('nothing due')];
  const isBefore = clock !== null && clock.kind !== 'wake' && clock.dueAt < snoozedUntil;
  return [
    text(snoozedForMember ? 'snoozed until the member writes, at the latest ' : 'snoozed until '),
    time(snoozedUntil),
    ...(isBefore ? [text(' · before: '), ...clockWords(clock)] : []),
  ];
}

function clockWords({ kind, dueAt }: Pick<Clock, 'kind' | 'dueAt'>): Inline[] {
  return [text(`${CLOCK_WORDS[kind]} `), time(dueAt)];
}
