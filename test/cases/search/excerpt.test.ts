import { describe, expect, it } from '@jest/globals';
import { EXCERPT_MAX, excerptOf } from '../../../src/cases/search/excerpt.ts';
import { near } from '../../../src/cases/search/slips.ts';

const marked = (said: string, found: string[]) => {
  const { text, marks } = excerptOf(said, found);
  return { text, words: marks.map(([from, to]) => text.slice(from, to)) };
};

describe('an excerpt', () => {
  it('is a short text whole, with what was found', () => {
    expect(marked('The Export\n is  broken. Export!', ['export'])).toEqual({
      text: 'The Export is broken. Export!',
      words: ['Export', 'Export'],
    });
  });

  it('is the piece of a long one around the first word that was found', () => {
    const { text, words } = marked(`${'before '.repeat(100)}Køen er lang ${'after '.repeat(100)}`, ['køen']);

    expect(words).toEqual(['Køen']);
    expect(text).toMatch(/^…before .*Køen er lang after.*after…$/);
    expect(text.length).toBeLessThanOrEqual(EXCERPT_MAX + 2);
  });

  it('cuts no character in half, where nothing is found either', () => {
    const { text } = excerptOf('🚩'.repeat(400), ['x']);

    expect(text).toBe(`${'🚩'.repeat(text.length / 2 - 0.5)}…`);
    expect(excerptOf('', ['x'])).toEqual({ text: '', marks: [] });
  });
});

describe('a slip of the pen', () => {
  it('is one letter, in long words two, and none in short words and numbers', () => {
    expect(near('refnud', ['refund', 'refunds', 'fund'])).toEqual(['refund']);
    expect(near('delivry', ['deliver', 'delivery'])).toEqual(['delivery']);
    expect(near('recieving', ['receiving', 'relieving'])).toEqual(['receiving', 'relieving']);
    expect(near('cat', ['cut', 'car'])).toEqual([]);
    expect(near('ticket17', ['ticket18'])).toEqual([]);
  });
});
