import { describe, expect, it } from '@jest/globals';
import { promisedBefore } from '../../src/commands/desk/promised-before.ts';
import type { Clock } from '../../src/cases/case.ts';
import { textsIn } from '../../src/texts/index.ts';
import { aClock, NOW } from '../support/factories.ts';

const later = (hours: number) => new Date(NOW.getTime() + hours * 3_600_000);
const said = (clock: Partial<Clock>) =>
  promisedBefore({ clocks: [aClock({ kind: 'silence' }), aClock(clock)] }, later(72), NOW, textsIn('en'))
    .map((each) =>
      each.type === 'time'
        ? `${(each.at.getTime() - NOW.getTime()) / 3_600_000}h`
        : 'text' in each && each.text,
    )
    .join('');

describe('the answer to a snooze', () => {
  it('says that a promise goes on, and that it is reminded of before its deadline', () => {
    expect(said({ dueAt: later(20), deadline: later(30) })).toBe(
      ' What the member was promised goes on: they should hear from you by 30h, and you are reminded before.',
    );
  });

  it('says kindly that a promise comes back at its deadline, where somebody was reminded of it before', () => {
    expect(said({ dueAt: later(30), deadline: later(30), isPutOff: true })).toBe(
      ' The member was promised to hear from you by 30h, so you are reminded again then. It would be kind to send them word before.',
    );
  });

  it.each<[string, Partial<Clock>]>([
    ['no promise rings before the case is back', { dueAt: later(74), deadline: later(90) }],
    ['the promise is broken already', { dueAt: later(74), deadline: later(-1), isPutOff: true }],
    ['there is no promise', { kind: 'resolution', dueAt: later(1), deadline: later(1) }],
  ])('says nothing of it where %s', (_why, clock) => {
    expect(said(clock)).toBe('');
  });
});
