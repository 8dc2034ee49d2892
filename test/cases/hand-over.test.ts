import { describe, expect, it } from '@jest/globals';
import { handOver } from '../../src/cases/hand-over.ts';
import { aClock, aFile, HANDLER, NOW, workspace } from '../support/factories.ts';

const VICTOR = 'U0VICTOR';
const LEA = 'U0LEA';
const wish = { to: VICTOR, by: HANDLER, note: 'She prefers mornings' };
const told = (file: Parameters<typeof handOver>[0], over: Partial<typeof wish> = {}) =>
  (handOver(file, { ...wish, ...over }, workspace).deliveries ?? []).map(({ key, place }) => [
    key,
    place.type === 'dm' ? place.userId : place.type,
  ]);

describe('handing a case over', () => {
  it('keeps the note, and tells the new handler with note, quote and what is due', () => {
    const file = aFile({ clocks: [aClock({ kind: 'first_response', dueAt: NOW })] });
    const change = handOver(file, wish, workspace);
    expect(change.set).toEqual({ handlerId: VICTOR, state: 'open' });
    expect(change.notes).toEqual([{ authorId: HANDLER, text: 'She prefers mornings' }]);
    expect(told(file)).toEqual([['assigned-1-3', VICTOR]]);
    const words = JSON.stringify(change.deliveries);
    for (const part of ['She prefers mornings', 'The export has been broken', 'first answer', NOW.toJSON()])
      expect(words).toContain(part);
  });

  it('keeps a note no second time that is among those of the case already', () => {
    const change = handOver(aFile(), { ...wish, isKept: true }, workspace);
    expect(change.notes).toEqual([]);
    expect(JSON.stringify(change.deliveries)).toContain('She prefers mornings');
  });

  it('tells whoever had it that it is taken over, unless they did it, or it is not for them', () => {
    const file = aFile({ case: { handlerId: LEA, state: 'open' } });
    expect(told(file)).toEqual([
      ['assigned-1-3', VICTOR],
      ['taken-over-1-3', LEA],
    ]);
    expect(told(file, { to: HANDLER })).toEqual([['taken-over-1-3', LEA]]);
    expect(told(file, { by: LEA })).toEqual([['assigned-1-3', VICTOR]]);
    expect(told({ ...file, excluded: [{ userId: LEA, reason: 'conflict' }] })).toEqual([
      ['assigned-1-3', VICTOR],
    ]);
    expect(told({ ...file, case: { ...file.case, audience: 'leads' } })).toEqual([['assigned-1-3', VICTOR]]);
  });

  it('is refused to whoever has it, and for a case nobody works on', () => {
    const theirs = aFile({ case: { handlerId: VICTOR } });
    expect(() => handOver(theirs, wish, workspace)).toThrow('They already handle this case.');
    expect(() => handOver(theirs, { ...wish, by: VICTOR }, workspace)).toThrow(
      'You already handle this case.',
    );
    expect(() => handOver(aFile({ case: { state: 'closed' } }), wish, workspace)).toThrow(/Reopen it first/);
  });
});
