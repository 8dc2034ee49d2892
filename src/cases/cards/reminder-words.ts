import { person, text, time, type Inline } from '../../chat/rich.ts';
import type { Clock, ClockKind } from '../case.ts';
import type { Rung, Skipped } from '../rung.ts';

/** Why somebody is reminded, in a sentence that goes without its moments. */
export const WHY: Readonly<Record<ClockKind, string>> = {
  first_response: 'The member has not been answered yet.',
  update_due: 'The member was promised to hear from us again, and has heard nothing yet.',
  next_response: 'The member waits for an answer.',
  department_answer: 'The department has not said anything yet.',
  resolution: 'It is not solved yet.',
  silence: 'The member has not answered.',
  wake: 'It was put off, and is back.',
  community: 'Nobody in the community has helped yet.',
};

/** The same where there is room for a few words. */
export const WHY_IN_SHORT: Readonly<Record<ClockKind, string>> = {
  first_response: 'not answered yet',
  update_due: 'promised to hear from us',
  next_response: 'waits for an answer',
  department_answer: 'the department is silent',
  resolution: 'not solved yet',
  silence: 'silent',
  wake: 'was put off',
  community: 'nobody has helped',
};

/** A clock that reminds, as far as its reminder tells of it. */
export type Told = Pick<Clock, 'startedAt' | 'deadline'>;

/**
 * Why somebody is reminded, and since when or by when. A reminder may come before its deadline, and is drawn again after it, so
 * that the words are true both before and after.
 * @param department its name, where one is waited for
 */
export function reasonOf(
  clock: ClockKind,
  { startedAt, deadline }: Told,
  department = 'The department',
): Inline[] {
  switch (clock) {
    case 'first_response':
      return [text('The member has waited for a first answer since '), time(startedAt), text('.')];
    case 'next_response':
      return [text('The member has waited for an answer since '), time(startedAt), text('.')];
    case 'update_due':
      return [
        text('The member was promised to hear from us by '),
        time(deadline),
        text(', and has heard nothing yet.'),
      ];
    case 'department_answer':
      return [
        text(`${department} has had this case since `),
        time(startedAt),
        text(' and has not said anything yet.'),
      ];
    case 'resolution':
      return [text('It should be solved by '), time(deadline), text(', and is not yet.')];
    case 'wake':
      return [text('It was put off until '), time(deadline), text('.')];
    // Nobody of the staff is reminded of these.
    case 'silence':
    case 'community':
      return [text(WHY[clock])];
  }
}

/** What else whoever is reminded has to know: how far up the ladder it has come. */
export function climbed(rung: Rung, step: number): string {
  if (rung === 'department' || step === 0) return '';
  if (rung === 'responsible') return ' Its channel was asked before, and nobody there has reacted.';
  return rung === 'again'
    ? ' There was a reminder before, and nobody has reacted.'
    : ' Whoever looks after it was reminded before and has not reacted.';
}

/** Who was not there, and what to do about it. @param reader whom the reminder came to instead; null: a channel */
export function passedOver(skipped: readonly Skipped[], reader: string | null): Inline[][] {
  const here = reader === null ? 'here' : 'to you';
  return skipped.map(({ personId, part, until, lostRole }) =>
    until === null
      ? [
          person(personId),
          text(`${lostRole ? ' no longer works on cases' : ' has left the community'}${TO_DO[part]}`),
        ]
      : [person(personId), text(' is away until '), time(new Date(until)), text(`, so this came ${here}.`)],
  );
}

const TO_DO: Readonly<Record<Skipped['part'], string>> = {
  owner: ' and still has this case; hand it over to somebody.',
  handler: '; name another handler in hearback.yaml.',
  standIn: '; name another stand-in.',
  lead: '; name another lead in hearback.yaml.',
  management: '; name somebody else for management in hearback.yaml.',
};
