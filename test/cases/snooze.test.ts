import { describe, expect, it } from '@jest/globals';
import { EVERYBODY_IN } from '../../src/cases/attendance.ts';
import { nextWords } from '../../src/cases/cards/clock-words.ts';
import type { Clock, ClockKind } from '../../src/cases/case.ts';
import type { Change } from '../../src/cases/change.ts';
import { wrote } from '../../src/cases/conversation.ts';
import { endSnooze, FORGOTTEN_MS, remindAt, snooze } from '../../src/cases/snooze.ts';
import { wakeRings } from '../../src/cases/wake.ts';
import { aClock, aFile, HANDLER, MEMBER, NOW, policy as sandbox, workspace } from '../support/factories.ts';
import { textsIn } from '../../src/texts/index.ts';

const HOUR = 3_600_000;
const later = (hours: number) => new Date(NOW.getTime() + hours * HOUR);
const policy = { ...sandbox, ladder: { ...sandbox.ladder, again: 2 * HOUR } };
const wake = (dueAt: Date) => ({ op: 'start', kind: 'wake', dueAt, setBy: 'person' });
const clocksOf = ({ clocks = [] }: Change) => clocks;

describe('a snooze', () => {
  it('lets the case rest until then, with a clock of its own', () => {
    const change = snooze(aFile(), later(5), HANDLER, policy, NOW);
    expect(change.set).toEqual({ snoozedUntil: later(5), snoozedForMember: false });
    expect(change.clocks).toEqual([wake(later(5))]);
  });

  it.each<[string, ClockKind, { hours: number; step?: number }, boolean]>([
    ['an answer that is due before', 'first_response', { hours: 1 }, true],
    ['an answer that is due long after', 'next_response', { hours: 48 }, false],
    ['a department', 'department_answer', { hours: 1 }, true],
    ['the solution, of which somebody was reminded', 'resolution', { hours: 48, step: 2 }, true],
    ['what the member was promised', 'update_due', { hours: 1 }, false],
    ['the time the member has', 'silence', { hours: 1 }, false],
    ['the time the helpers have', 'community', { hours: 1 }, false],
  ])('of a case: puts off, or leaves, %s', (_, kind, { hours, step = 0 }, isPutOff) => {
    const file = aFile({ clocks: [aClock({ kind, dueAt: later(hours), step })] });
    // It comes back with the case; that reminds somebody, so this one rings a step later.
    const rest = { op: 'rest', clockId: 7, dueAt: later(5 + 2) };
    expect(clocksOf(snooze(file, later(5), HANDLER, policy, NOW))).toEqual([
      wake(later(5)),
      ...(isPutOff ? [rest] : []),
    ]);
  });

  it('puts off a promise that is broken once somebody has acted on that', () => {
    const broken = aClock({ dueAt: later(1), deadline: later(-2), isPutOff: true });
    const rest = { op: 'rest', clockId: 7, dueAt: later(72 + 2) };
    const clocksThen = (clock: typeof broken) =>
      clocksOf(snooze(aFile({ clocks: [clock] }), later(72), HANDLER, policy, NOW)).slice(1);
    expect(clocksThen(broken)).toEqual([rest]);
    // Nobody has been reminded of it yet, or there is time to keep it.
    expect(clocksThen({ ...broken, isPutOff: false })).toEqual([]);
    expect(clocksThen({ ...broken, deadline: later(2) })).toEqual([]);
    expect(clocksOf(remindAt(aFile({ clocks: [broken] }), later(72), HANDLER, policy, NOW))).toContainEqual(
      rest,
    );
  });

  describe('of a promise of which somebody was reminded', () => {
    const rung = (over: Partial<Clock>) => aClock({ step: 1, isPutOff: true, dueAt: later(1), ...over });
    const restsUntil = (clock: Clock, until: Date | 'member' = later(72)) =>
      clocksOf(snooze(aFile({ clocks: [clock] }), until, HANDLER, policy, NOW)).slice(1);
    const rest = (dueAt: Date) => [{ op: 'rest', clockId: 7, dueAt }];

    it('lasts until its deadline at the latest, while that is ahead', () => {
      const ahead = rung({ deadline: later(30) });
      expect(restsUntil(ahead)).toEqual(rest(later(30)));
      expect(restsUntil(ahead, 'member')).toEqual(rest(later(30)));
      expect(clocksOf(remindAt(aFile({ clocks: [ahead] }), later(72), HANDLER, policy, NOW))).toContainEqual(
        rest(later(30))[0],
      );
    });

    it('lasts a step of the ladder longer than the case rests, where that is before the deadline', () => {
      expect(restsUntil(rung({ deadline: later(90) }))).toEqual(rest(later(72 + 2)));
    });

    it('goes past a deadline that is over, and past that of any other clock', () => {
      expect(restsUntil(rung({ deadline: NOW }))).toEqual(rest(later(72 + 2)));
      expect(restsUntil(rung({ kind: 'resolution', deadline: later(30) }))).toEqual(rest(later(72 + 2)));
    });

    it('is not made longer by another one', () => {
      expect(restsUntil(rung({ step: 0, dueAt: later(30), deadline: later(30) }))).toEqual([]);
    });
  });

  it('until the member writes comes back after a long time all the same', () => {
    const change = snooze(aFile(), 'member', HANDLER, policy, NOW);
    const back = new Date(NOW.getTime() + FORGOTTEN_MS);
    expect(change).toMatchObject({
      set: { snoozedUntil: back, snoozedForMember: true },
      clocks: [wake(back)],
      history: [{ detail: { for: 'member' } }],
    });
  });

  it.each(['solved', 'closed', 'dismissed', 'closed_unconfirmed'] as const)(
    'of a %s case is refused',
    (state) => {
      expect(() => snooze(aFile({ case: { state } }), later(1), HANDLER, policy, NOW)).toThrow(
        /Reopen it first/,
      );
      expect(() => snooze(aFile({ case: { state } }), 'member', HANDLER, policy, NOW)).toThrow(
        /Reopen it first/,
      );
    },
  );

  it('a reminder of one’s own is the same, and the case does not rest', () => {
    const change = remindAt(
      aFile({ clocks: [aClock({ kind: 'next_response', dueAt: later(1) })] }),
      later(5),
      HANDLER,
      policy,
      NOW,
    );
    expect(change.set).toBeUndefined();
    expect(change.clocks).toEqual([wake(later(5)), { op: 'rest', clockId: 7, dueAt: later(7) }]);
  });
});

describe('the end of a snooze', () => {
  const snoozed = { snoozedUntil: later(5), state: 'open' as const };
  const asleep = aClock({ clockId: 8, kind: 'wake', dueAt: later(5) });

  it('tells whoever is responsible when the time comes, and the case is back', () => {
    const file = aFile({
      case: snoozed,
      clocks: [asleep, aClock({ kind: 'next_response', dueAt: later(7) })],
    });
    const change = wakeRings(file, asleep, workspace, policy, later(5), EVERYBODY_IN);
    expect(change.set).toEqual({ snoozedUntil: null });
    expect(change.reminders).toEqual([expect.objectContaining({ personId: HANDLER, clockId: 8 })]);
    expect(change.clocks).toEqual([expect.objectContaining({ op: 'again', clockId: 8 })]);
  });

  it('leaves the ladder to the other clocks, and climbs it where there are none', () => {
    const rung = { ...asleep, step: 1, dueAt: later(7) };
    const file = aFile({ case: { state: 'open' }, clocks: [rung, aClock({ kind: 'next_response' })] });
    expect(wakeRings(file, rung, workspace, policy, later(7), EVERYBODY_IN)).toEqual({
      history: [],
      clocks: [{ op: 'stop', kind: 'wake', met: true }],
    });
    const alone = wakeRings({ ...file, clocks: [rung] }, rung, workspace, policy, later(7), EVERYBODY_IN);
    expect([...(alone.reminders ?? []), ...(alone.deliveries ?? [])]).not.toEqual([]);
  });

  it('comes with the member’s words: what was put off is due as it was, and what is over by now soon', () => {
    const due = aClock({ clockId: 1, kind: 'first_response', deadline: later(3), dueAt: later(7) });
    const over = aClock({ clockId: 2, kind: 'resolution', deadline: later(-1), dueAt: later(7) });
    const promise = aClock({ clockId: 3, kind: 'update_due', deadline: later(9), dueAt: later(6) });
    const file = aFile({ case: snoozed, clocks: [asleep, due, over, promise] });
    expect(endSnooze(file, policy, NOW)).toEqual([
      { op: 'stop', kind: 'wake' },
      { op: 'rest', clockId: 1, dueAt: later(3) },
      { op: 'rest', clockId: 2, dueAt: later(2) },
    ]);
    expect(endSnooze(aFile({ clocks: [due, over] }), policy, NOW)).toEqual([]);
    const message = {
      ref: { workspaceId: workspace.id, channelId: 'C0PRODUCT', messageId: '1700000009.000100' },
      author: { userId: MEMBER, name: 'Alma Berg', isBot: false },
      text: 'Any news?',
      postedAt: NOW,
      permalink: 'https://riverside.slack.com/archives/C0PRODUCT/p1700000009000100',
      files: [],
    };
    const change = wrote(file, message, workspace, policy, NOW);
    expect(change.set).toMatchObject({ snoozedUntil: null });
    expect(change.clocks).toEqual(expect.arrayContaining([{ op: 'stop', kind: 'wake' }]));
  });
});

describe('the card', () => {
  const said = (file: Parameters<typeof nextWords>[0]) => JSON.stringify(nextWords(file, textsIn('en')));
  const asleep = aClock({ clockId: 8, kind: 'wake', dueAt: later(5) });

  it('says until when it is snoozed, and what comes before', () => {
    const file = aFile({ case: { snoozedUntil: later(5) }, clocks: [asleep] });
    expect(said(file)).toContain('snoozed until ');
    expect(said(file)).not.toContain('before');
    expect(said({ ...file, case: { ...file.case, snoozedForMember: true } })).toContain(
      'until the member writes',
    );
    const promise = aClock({ kind: 'update_due', dueAt: later(3) });
    expect(said({ ...file, clocks: [promise, asleep] })).toContain('before: ');
  });

  it('says what comes next when nothing is snoozed, and not what has brought the case back', () => {
    expect(said(aFile())).toContain('nothing due');
    expect(said(aFile({ clocks: [{ ...asleep, step: 1 }] }))).toContain('nothing due');
    expect(said(aFile({ clocks: [aClock({ kind: 'next_response' })] }))).toContain('answer');
  });
});
