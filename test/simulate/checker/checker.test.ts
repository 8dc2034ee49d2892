import { describe, expect, it } from '@jest/globals';
import { COMMUNITIES } from '../communities.ts';
import { FIRST } from '../plan.ts';
import { WatchedCase } from './case.ts';
import { Checker } from './checker.ts';
import { turns } from './roster.ts';
import { OF_MANY, type Said } from './said.ts';
import { workMinutes } from './work-minutes.ts';

const HOUR = 3_600_000;
const [north, south] = COMMUNITIES as [(typeof COMMUNITIES)[number], (typeof COMMUNITIES)[number]];
const at = (text: string) => Date.parse(text);

/** Monday 09:00 in Copenhagen: an urgent case, whose first answer is due within half an hour. */
const OPENED = at('2026-03-16T08:00:00Z');
const DUE = OPENED + HOUR / 2;

function opened(): { checker: Checker; watched: WatchedCase } {
  const checker = new Checker(FIRST);
  const watched = new WatchedCase({
    workspaceId: north.id,
    number: 1,
    openedAt: OPENED,
    severity: 'urgent',
    isRouted: false,
  });
  checker.add(watched);
  watched.handler = north.handler;
  watched.opened(OPENED, checker.timesFor(north.id));
  return { checker, watched };
}

const reminder = (to: string): Said => ({ workspaceId: north.id, number: 1, what: 'reminder', to });
const look = (checker: Checker, now: number, ...seen: Said[]) => checker.compare(now, seen);
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

describe('its mornings', () => {
  const [digest] = north.digests;
  /** Monday 09:00 in Copenhagen, and Tuesday 08:30 there. */
  const DIGEST = at('2026-03-16T08:00:00Z');
  const EARLY = at('2026-03-17T07:30:00Z');
  const told = (words: string): Said => ({
    workspaceId: north.id,
    number: OF_MANY,
    what: 'digest',
    to: digest!.channel,
    about: `${digest!.name} · ${words}`,
  });
  const list = (about: string): Said => ({
    workspaceId: north.id,
    number: OF_MANY,
    what: 'list',
    to: north.handler,
    about,
  });
  const morning = (checker: Checker, now: number, ...seen: Said[]) => {
    checker.morning(now);
    checker.compare(now, seen);
  };

  it('see a digest that was missed, came twice, or tells of other days', () => {
    const right = new Checker(FIRST);
    morning(right, DIGEST, told('9 Mar to 16 Mar'));
    morning(right, DIGEST + 1, told('9 Mar to 16 Mar'));
    expect(found(right)).toEqual(['twice']);

    const without = new Checker(FIRST);
    morning(without, DIGEST);
    expect(found(without)).toEqual(['missed']);

    const wrong = new Checker(FIRST);
    morning(wrong, DIGEST, told('2 Mar to 9 Mar'));
    expect(found(wrong)).toEqual(['missed', 'twice']);
  });

  it('want a digest again that was made by a clock a day ahead, and none that is two days late', () => {
    const checker = new Checker(FIRST);
    morning(checker, DIGEST + 24 * HOUR, told('9 Mar to 16 Mar'));
    expect(checker.mornings.dueDigests(DIGEST)).toHaveLength(1);
    expect(checker.mornings.dueDigests(DIGEST + HOUR)).toHaveLength(0);
    const late = new Checker(FIRST).mornings.dueDigests(DIGEST + 48 * HOUR);
    expect(late.filter(({ workspaceId }) => workspaceId === north.id)).toEqual([]);
    expect(checker.mornings.nextDue(DIGEST)).toBe(at('2026-03-17T13:30:00Z'));
  });

  it('see a list of the day that was lost, and one with the wrong number of cases', () => {
    const missing = opened().checker;
    missing.mornings.wants(north, north.handler, 8 * 60 + 30);
    morning(missing, EARLY - 1);
    missing.findings.length = 0;
    morning(missing, EARLY);
    expect(found(missing)).toEqual(['missed']);

    const wrong = opened().checker;
    wrong.mornings.wants(north, north.handler, 8 * 60 + 30);
    morning(wrong, EARLY - 1);
    wrong.findings.length = 0;
    morning(wrong, EARLY, list('2'));
    expect(found(wrong)).toEqual(['missed', 'twice']);
  });
});

describe('whom it asks', () => {
  it('is whoever is on duty, by weeks from Monday and by days', () => {
    expect(turns(north, OPENED)).toEqual(turns(north, OPENED + 6 * 24 * HOUR));
    expect(turns(north, OPENED + 7 * 24 * HOUR)).toEqual([
      ...turns(north, OPENED).slice(1),
      turns(north, OPENED)[0],
    ]);
    expect(turns(south, OPENED + 24 * HOUR)).toEqual(turns(south, OPENED).toReversed());
  });

  it('is nobody who had a case before the member said not yet, but for the last who leads', () => {
    const { checker, watched } = opened();
    const heads = [...north.leads, ...north.management];
    for (const [index, person] of [north.handler, ...heads].entries())
      watched.handled(person, OPENED + index);
    watched.isAsked = true;
    watched.notYet(DUE, checker.timesFor(north.id), north);
    // Of the heads the one stays who had it longest ago.
    expect([...watched.excluded].toSorted()).toEqual([north.handler, ...heads.slice(1)].toSorted());
    expect(watched).toMatchObject({ handler: null, level: 2, state: 'open' });
  });

  it('next is whoever waits longest by the weight of their case, and nobody who was just given to another', () => {
    const { checker, watched } = opened();
    watched.handler = null;
    const older = new WatchedCase({
      workspaceId: north.id,
      number: 2,
      openedAt: OPENED - 5 * HOUR,
      severity: 'low',
      isRouted: false,
    });
    checker.add(older);
    older.opened(OPENED - 5 * HOUR, checker.timesFor(north.id));
    const { offers, cases } = checker;
    // Half an hour of an urgent one is less than five of a low one; two hours are more.
    expect(offers.give(cases.values(), north.id, 'UN4', OPENED + HOUR / 2)).toBe(older);
    expect(offers.give(cases.values(), north.id, 'UN5', OPENED + HOUR / 2)).toBe(watched);
    expect(offers.give(cases.values(), north.id, 'UN2', OPENED + HOUR / 2)).toBeNull();
    expect(offers.give(cases.values(), north.id, 'UN2', OPENED + 2 * HOUR)).toBe(watched);
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
