import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { byNeed, isFor, need, WEIGHTS, type Candidate } from '../../src/cases/next.ts';
import { SEVERITIES } from '../../src/policy/schema.ts';
import { HANDLER, NOW } from '../support/factories.ts';

const HOUR = 3_600_000;
const ago = (hours: number) => new Date(NOW.getTime() - hours * HOUR);

const aCandidate = (over: Partial<Candidate> = {}): Candidate => ({
  caseId: 1,
  severity: 'normal',
  handlerId: null,
  openedAt: ago(10),
  unansweredSince: null,
  updateBy: null,
  dueBy: null,
  isWithHelpers: false,
  ...over,
});
const ids = (candidates: Candidate[]) => byNeed(candidates, NOW).map(({ caseId }) => caseId);

const moment = fc.integer({ min: -48 * 60, max: 48 * 60 }).map((minutes) => ago(minutes / 60));
const candidates = fc
  .array(
    fc.record({
      severity: fc.constantFrom(...SEVERITIES),
      handlerId: fc.constantFrom(null, HANDLER, 'U0VICTOR'),
      openedAt: moment,
      unansweredSince: fc.option(moment),
      updateBy: fc.option(moment),
      dueBy: fc.option(moment),
      isWithHelpers: fc.boolean(),
    }),
    { maxLength: 20 },
  )
  .map((list) => list.map((each, index): Candidate => ({ ...each, caseId: index + 1 })));

describe('the case that needs an answer most', () => {
  it('is the one whose member has waited longest, of those with the same severity', () => {
    expect(
      ids([
        aCandidate({ caseId: 1, unansweredSince: ago(1) }),
        aCandidate({ caseId: 2, unansweredSince: ago(3) }),
        aCandidate({ caseId: 3, unansweredSince: ago(2) }),
      ]),
    ).toEqual([2, 3, 1]);
  });

  it.each([
    ['urgent', 8],
    ['high', 4],
    ['normal', 2],
    ['low', 1],
  ] as const)('counts a wait of severity %s %i times', (severity, weight) => {
    expect(need(aCandidate({ severity, unansweredSince: ago(3) }), NOW)).toBe(3 * HOUR * weight);
  });

  it('is an urgent one after an hour rather than a normal one after three, and not after five', () => {
    const urgent = aCandidate({ caseId: 1, severity: 'urgent', unansweredSince: ago(1) });
    expect(ids([aCandidate({ caseId: 2, unansweredSince: ago(3) }), urgent])).toEqual([1, 2]);
    expect(ids([urgent, aCandidate({ caseId: 2, unansweredSince: ago(5) })])).toEqual([2, 1]);
  });

  it('counts a broken promise from the day it was due, and one that still holds not at all', () => {
    expect(need(aCandidate({ updateBy: ago(2) }), NOW)).toBe(2 * HOUR * WEIGHTS.normal);
    expect(need(aCandidate({ updateBy: ago(-2) }), NOW)).toBeNull();
    expect(need(aCandidate({ updateBy: ago(2), unansweredSince: ago(1) }), NOW)).toBe(HOUR * WEIGHTS.normal);
  });

  it('comes before all in which nobody waits for words of ours, however old those are', () => {
    expect(
      ids([
        aCandidate({ caseId: 1, openedAt: ago(999), severity: 'urgent' }),
        aCandidate({ caseId: 2, unansweredSince: ago(0) }),
      ]),
    ).toEqual([2, 1]);
  });

  it('is in order, whatever the cases are', () => {
    fc.assert(
      fc.property(candidates, (list) => {
        const sorted = byNeed(list, NOW);
        expect(new Set(sorted)).toEqual(new Set(list));
        for (const [index, after] of sorted.slice(1).entries()) {
          const [first, second] = [need(sorted[index]!, NOW), need(after, NOW)];
          if (first === null) expect(second).toBeNull();
          else expect(first).toBeGreaterThanOrEqual(second ?? 0);
        }
        expect(byNeed(list.toReversed(), NOW)).toEqual(sorted);
      }),
    );
  });
});

describe('whom a case can be given', () => {
  it.each([
    ['nobody looks after it', {}, true],
    ['they look after it themselves', { handlerId: HANDLER }, true],
    ['somebody else does', { handlerId: 'U0VICTOR' }, false],
    ['somebody else does, and it is due later', { handlerId: 'U0VICTOR', dueBy: ago(-1) }, false],
    ['somebody else does, and it is overdue', { handlerId: 'U0VICTOR', dueBy: ago(1) }, true],
    ['the helpers have their time', { isWithHelpers: true }, false],
    ['the helpers have it, and it is overdue', { isWithHelpers: true, dueBy: ago(1) }, true],
  ])('when %s', (_, over, expected) => {
    expect(isFor(aCandidate(over), HANDLER, NOW)).toBe(expected);
  });
});
