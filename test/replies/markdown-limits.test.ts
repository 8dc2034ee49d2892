import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { anyCharacter } from '../support/any-character.ts';
import type { Inline } from '../../src/chat/rich.ts';
import { parseMarkdown } from '../../src/replies/markdown.ts';
import { inlines, readable } from './factory.ts';

const letters = (text: string) => text.match(/a/g)?.length ?? 0;

describe('parseMarkdown, given anything', () => {
  it('never throws, and never makes anything but the blocks that are agreed', () => {
    const markdown = fc.oneof(
      fc.string({ unit: anyCharacter, maxLength: 200 }),
      fc.string({
        unit: fc.constantFrom(...Array.from('*_~`[]()<>{}#+-=!|\\&;:.@/1a \n\t')),
        maxLength: 200,
      }),
    );

    fc.assert(
      fc.property(markdown, (text) => {
        const blocks = parseMarkdown(text);

        for (const block of blocks) expect(['paragraph', 'list', 'quote', 'code']).toContain(block.type);
        for (const inline of inlines(blocks)) {
          expect(['text', 'bold', 'italic', 'strike', 'code', 'link', 'break']).toContain(inline.type);
          if (inline.type === 'link') expect(inline.url).toMatch(/^(https?|mailto):/i);
        }
      }),
      { numRuns: 300 },
    );
  });

  const units = [
    '[',
    '![',
    '*a_',
    '*a **a ',
    '> ',
    '>',
    '- ',
    '+ ',
    '1. ',
    '`',
    '[a](',
    '[a](b) ',
    '[[]()',
    '<',
    '<a@',
    '~~a ',
    '_',
    '**a*',
  ];
  const lines = [
    '&',
    '\\',
    'a\n',
    '# a\n',
    '- a\n',
    'a  \n',
    '\n',
    '\u0000',
    '\uD800',
    '(',
    '> - ',
    `${'- '.repeat(9)}a\n`,
    `${'1. '.repeat(9)}a\n`,
  ];

  it.each([...units, ...lines])('gets to the end of any length of %j with nothing lost', (unit) => {
    for (const length of [10_000, 40_000]) {
      const text = unit.repeat(Math.ceil(length / unit.length)).slice(0, length);

      expect(letters(readable(parseMarkdown(text)).join(''))).toBe(letters(text));
    }
  });

  it.each(['> a\n', '- a\n'])('gets to the end of lines that belong to %j without saying so', (first) => {
    const blocks = parseMarkdown(`${first}${'b\n'.repeat(4_990)}`);

    expect(readable(blocks).join('').match(/b/g)).toHaveLength(4_990);
  });

  it('shows more than 10,000 characters as they were typed', () => {
    const text = `**a**\n\n${'b'.repeat(10_000)}\nc`;

    expect(readable(parseMarkdown(text))).toEqual(['**a**', `${'b'.repeat(10_000)}\nc`]);
  });

  it('shows a text with far too many marks as it was typed', () => {
    const text = '*a* '.repeat(1_001).trim();

    expect(parseMarkdown(text)).toEqual([{ type: 'paragraph', children: [{ type: 'text', text }] }]);
  });

  it('shows a text with far too many levels as it was typed', () => {
    for (const text of [`${'> '.repeat(10)}a`, `${'1. '.repeat(10)}a`, `b\n${'- > '.repeat(5)}a`]) {
      expect(readable(parseMarkdown(text))).toEqual([text]);
    }
  });

  it('nests no deeper than its three styles and a link', () => {
    const depth = (inline: Inline): number =>
      'children' in inline ? 1 + Math.max(0, ...inline.children.map(depth)) : 0;
    const text = `${'**a *b ~~c '.repeat(200)}d${'~~* **'.repeat(200)}`;

    expect(
      Math.max(
        ...parseMarkdown(text).flatMap((block) => ('children' in block ? block.children.map(depth) : [])),
      ),
    ).toBeLessThanOrEqual(4);
  });
});
