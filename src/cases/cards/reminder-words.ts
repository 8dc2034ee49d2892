import { inlines, person, text, time, type Inline } from '../../chat/rich.ts';
import type { Texts } from '../../texts/index.ts';
import type { Clock, ClockKind } from '../case.ts';
import type { Rung, Skipped } from '../rung.ts';

type Words = Texts['cards']['reminders'];

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
  words: Words,
  department = words.theDepartment,
): Inline[] {
  switch (clock) {
    case 'first_response':
      return inlines(...words.firstResponse(time(startedAt)));
    case 'next_response':
      return inlines(...words.nextResponse(time(startedAt)));
    case 'update_due':
      return inlines(...words.updateDue(time(deadline)));
    case 'department_answer':
      return inlines(...words.departmentAnswer(department, time(startedAt)));
    case 'resolution':
      return inlines(...words.resolution(time(deadline)));
    case 'wake':
      return inlines(...words.wake(time(deadline)));
    // Nobody of the staff is reminded of these.
    case 'silence':
    case 'community':
      return [text(words.why[clock])];
  }
}

/** What else whoever is reminded has to know: how far up the ladder it has come. */
export function climbed(rung: Rung, step: number, { climbed: words }: Words): string {
  if (rung === 'department' || step === 0) return '';
  if (rung === 'responsible') return words.channel;
  return rung === 'again' ? words.again : words.further;
}

/** Who was not there, and what to do about it. @param reader whom the reminder came to instead; null: a channel */
export function passedOver(skipped: readonly Skipped[], reader: string | null, words: Words): Inline[][] {
  const away = reader === null ? words.awayHere : words.awayToYou;
  return skipped.map(({ personId, part, until, lostRole }) =>
    until === null
      ? [person(personId), text(`${lostRole ? words.lostRole : words.hasLeft}${words.toDo[part]}`)]
      : inlines(...away(person(personId), time(new Date(until)))),
  );
}
