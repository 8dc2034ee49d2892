import { text, time, type Inline } from '../../chat/rich.ts';
import type { Texts } from '../../texts/index.ts';
import type { CaseFile, Clock } from '../case.ts';
import { nextClock } from '../clocks.ts';

/** What comes next of a case, and whether it rests until then. */
export function nextWords(file: Pick<CaseFile, 'case' | 'clocks'>, { cards: { facts } }: Texts): Inline[] {
  const { snoozedUntil, snoozedForMember } = file.case;
  const clock = nextClock(file);
  if (snoozedUntil === null) return clock ? clockWords(clock, facts) : [text(facts.nothingDue)];
  const isBefore = clock !== null && clock.kind !== 'wake' && clock.dueAt < snoozedUntil;
  return [
    text(snoozedForMember ? facts.snoozedForMember : facts.snoozedUntil),
    time(snoozedUntil),
    ...(isBefore ? [text(facts.before), ...clockWords(clock, facts)] : []),
  ];
}

/** What a clock waits for, in a few words before the moment it rings. */
function clockWords(
  { kind, dueAt }: Pick<Clock, 'kind' | 'dueAt'>,
  { clocks }: Texts['cards']['facts'],
): Inline[] {
  return [text(clocks[kind]), time(dueAt)];
}
