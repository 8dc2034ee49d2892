import { describe, expect, it } from '@jest/globals';
import { parseMarkup, readable } from './markup.ts';

describe('any text', () => {
  it.each(['slack', 'discord'])(
    'of 40,000 hostile characters is read on %s, and its words are all there',
    (dialect) => {
      for (const part of [
        '*a',
        '**a',
        '_a',
        '`a',
        '[a',
        '[a](',
        '||a',
        '~~a',
        '<a',
        '> a ',
        ':a',
        String.raw`\a`,
      ]) {
        const repeats = Math.floor(40_000 / part.length);
        const shown = readable(parseMarkup(part.repeat(repeats), dialect));
        expect([part, shown.split('a').length - 1]).toEqual([part, repeats]);
      }
    },
  );

  it.each(['slack', 'discord'])('may be empty, blank or a half surrogate on %s', (dialect) => {
    expect(parseMarkup('', dialect)).toEqual([]);
    expect(readable(parseMarkup(' \n ', dialect)).trim()).toBe('');
    expect(readable(parseMarkup('a\ud800b', dialect))).toBe('a\ud800b');
  });
});
