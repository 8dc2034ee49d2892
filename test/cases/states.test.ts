import { describe, expect, it } from '@jest/globals';
import { STATES } from '../../src/cases/case.ts';
import { assertMove, assertOpen, OPEN_STATES, stateWords, TRANSITIONS } from '../../src/cases/states.ts';
import { aCase } from '../support/factories.ts';
import { textsIn } from '../../src/texts/index.ts';

const pairs = STATES.flatMap((from) => STATES.map((to) => [from, to] as const));

describe('the states of a case', () => {
  it.each(pairs.filter(([from, to]) => TRANSITIONS[from].includes(to)))('allow %s → %s', (from, to) => {
    expect(() => assertMove(aCase({ state: from }), to)).not.toThrow();
  });

  it.each(pairs.filter(([from, to]) => !TRANSITIONS[from].includes(to)))(
    'refuse %s → %s with a sentence',
    (from, to) => {
      expect(() => assertMove(aCase({ state: from }), to)).toThrow(
        expect.objectContaining({
          code: 'NOT_POSSIBLE',
          message: expect.stringMatching(/^This case is .*\.$/),
        }),
      );
    },
  );

  it('lead nowhere from merged, and back only by reopening from what is done', () => {
    expect(TRANSITIONS.merged).toEqual([]);
    expect(TRANSITIONS.dismissed).toEqual(['reopened']);
    expect(TRANSITIONS.closed).toEqual(['reopened']);
  });

  it('tell people to reopen a case that is done', () => {
    expect(() => assertOpen(aCase({ state: 'dismissed' }))).toThrow(
      'This case is dismissed. Reopen it first with /feedback reopen.',
    );
    expect(() => assertOpen(aCase({ state: 'merged' }))).toThrow(
      'This case was merged into another one; go on there.',
    );
  });

  it.each(OPEN_STATES)('let people work on a case that is %s', (state) => {
    expect(() => assertOpen(aCase({ state }))).not.toThrow();
  });

  it("read as words, without a machine's underscores", () => {
    expect(
      STATES.map((state) => stateWords(state, textsIn('en'))).filter((words) => words.includes('_')),
    ).toEqual([]);
  });
});
