import { person, text, time, type Inline } from '../../chat/rich.ts';
import type { ClockKind } from '../case.ts';
import type { Rung, Skipped } from '../rung.ts';

/** Why somebody is reminded. */
export const WHY: Readonly<Record<ClockKind, string>> = {
  first_response: 'The member has not been answered yet.',
  update_due: 'The member was promised to hear from us again, and has heard nothing yet.',
  next_response: 'The member has written and has not been answered yet.',
  department_answer: 'The department has not said anything yet.',
  resolution: 'It should be solved by now.',
  silence: 'The member has not answered.',
  wake: 'It was snoozed until now.',
  community: 'Nobody in the community has helped yet.',
};

/** What else whoever is reminded has to know: how far up the ladder it has come. */
export function climbed(rung: Rung, step: number): string {
  if (rung === 'department' || step === 0) return '';
  if (rung === 'responsible') return ' Its channel was asked before, and nobody there has reacted.';
  return rung === 'again'
    ? ' There was a reminder before, and nobody has reacted.'
    : ' The handler was reminded before and has not reacted.';
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
