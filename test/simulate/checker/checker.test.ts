import { describe, expect, it } from '@jest/globals';
import { COMMUNITIES, FIRST } from '../plan.ts';
import { WatchedCase } from './case.ts';
import { Checker } from './checker.ts';
import type { Said } from './said.ts';
import { workMinutes } from './work-minutes.ts';

const HOUR = 3_600_000;
const [north, south] = COMMUNITIES as [(typeof COMMUNITIES)[number], (typeof COMMUNITIES)[number]];
const at = (text: string) => Date.parse(text);

/** Monday 09:00 in Copenhagen: an urgent case, whose first answer is due within half an hour. */
const OPENED = at('2026-03-16T08:00:00Z');
const DUE = OPENED + HOUR / 2;

function opened(): { checker: Checker; watched: WatchedCase } {
  const checker = new Checker(FIRST);
  const watched = new WatchedCase({ workspaceId: north.id, number: 1, severity: 'urgent', isRouted: false });
  checker.add(watched);
  watched.opened(OPENED, checker.timesFor(north.id));
  return { checker, watched };
}

const reminder = (to: string): Said => ({ workspaceId: north.id, number: 1, what: 'reminder', to });
const look = (checker: Checker, now: number, ...seen: Said[]) => checker.compare(now, seen, () => null);
const found = ({ findings }: Checker) => findings.map(({ about }) => about);

describe('the checker of a simulated month', () => {
  it('finds nothing wrong with a reminder that came when it was due', () => {
    const { checker } = opened();
    look(checker, DUE, reminder(north.handler));
    expect(found(checker)).toEqual([]);
    expect(checker).toMatchObject({ due: 1, fired: 1 });
  });

  it('sees that one was missed, came twice, or came to the wrong person', () => {
    const { checker } = opened();
    look(checker, DUE);
    expect(found(checker)).toEqual(['missed']);
    look(checker, DUE, reminder(north.handler));
    expect(found(checker)).toEqual(['missed', 'late_after_action']);

    const again = opened().checker;
    look(again, DUE, reminder(north.handler), reminder(north.handler));
    expect(found(again)).toEqual(['twice']);

    const wrong = opened().checker;
    look(wrong, DUE, reminder('UN7'));
    expect(found(wrong)).toEqual(['missed', 'late_after_action']);
  });

  it('sees one that came although somebody had acted', () => {
    const { checker, watched } = opened();
    look(checker, DUE, reminder(north.handler));
    const [clock] = watched.clocks;
    watched.acted(false, [], [clock!], DUE + HOUR, checker.timesFor(north.id));
    checker.noteAct(watched, DUE + HOUR);
    look(checker, DUE + 4 * HOUR, reminder(north.handler));
    expect(found(checker)).toEqual(['late_after_action']);
  });
});

describe('its working time', () => {
  it('leaves out Easter, and the hour that summer time takes', () => {
    const work = workMinutes(north.week);
    // Wednesday 16:00, an hour before Easter; it goes on on Tuesday.
    expect(work.add(at('2026-04-01T14:00:00Z'), 2 * HOUR)).toBe(at('2026-04-07T08:00:00Z'));
    // Friday before summer time to Monday after it.
    expect(work.add(at('2026-03-27T15:00:00Z'), 2 * HOUR)).toBe(at('2026-03-30T08:00:00Z'));
    expect(work.subtract(at('2026-03-30T08:00:00Z'), 2 * HOUR)).toBe(at('2026-03-27T15:00:00Z'));
    expect(work.between(at('2026-03-27T15:00:00Z'), at('2026-03-30T08:00:00Z'))).toBe(2 * HOUR);
    expect(work.next(at('2026-04-03T12:00:00Z'))).toBe(at('2026-04-07T07:00:00Z'));
  });

  it('knows the own days of the other community', () => {
    const work = workMinutes(south.week);
    expect(work.next(at('2026-03-27T15:00:00Z'))).toBe(at('2026-03-28T13:00:00Z'));
  });
});
