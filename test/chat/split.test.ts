import { describe, expect, it } from '@jest/globals';
import { bold, link, paragraph, text, type Block, type Inline } from '../../src/chat/rich.ts';
import { splitBlocks } from '../../src/chat/split.ts';

/** A dialect as plain as can be: every character counts, markup too. */
function written(blocks: readonly Block[]): string {
  return blocks
    .map((block) => {
      if (block.type === 'code') return `\`${block.text}\``;
      if (block.type !== 'list') return line(block.children);
      return block.items.map((item, index) => `${(block.start ?? 1) + index}. ${line(item)}`).join('\n');
    })
    .join('\n\n');
}

function line(inlines: readonly Inline[]): string {
  return inlines
    .map((inline) => {
      if (inline.type === 'break') return '\n';
      if (inline.type === 'link') return `[${line(inline.children)}](${inline.url})`;
      if ('children' in inline) return `*${line(inline.children)}*`;
      return 'text' in inline ? inline.text : '@';
    })
    .join('');
}

const parts = (max: number, ...blocks: Block[]) =>
  splitBlocks(blocks, (some) => written(some).length <= max).map(written);

const words = (count: number, word = 'word') => Array.from({ length: count }, () => word).join(' ');

describe('a reply too long for one message', () => {
  it('is one part while it fits', () => {
    expect(parts(100, paragraph('Hello'), paragraph('you'))).toEqual(['Hello\n\nyou']);
  });

  it('is broken between paragraphs, as many in a part as fit', () => {
    expect(parts(9, paragraph('one'), paragraph('two'), paragraph('three'), paragraph('four'))).toEqual([
      'one\n\ntwo',
      'three',
      'four',
    ]);
  });

  it('is broken between the items of a list, which go on counting', () => {
    const items = ['alpha', 'beta', 'gamma', 'delta'].map((item) => [text(item)]);
    expect(parts(20, paragraph('See:'), { type: 'list', ordered: true, items })).toEqual([
      'See:\n\n1. alpha',
      '2. beta\n3. gamma',
      '4. delta',
    ]);
  });

  it('moves a list whole where it fits a message of its own', () => {
    const items = [[text('alpha')], [text('beta')]];
    expect(parts(20, paragraph('A few words'), { type: 'list', ordered: true, items })).toEqual([
      'A few words',
      '1. alpha\n2. beta',
    ]);
  });

  it('is broken after lines, then sentences, then words, then characters', () => {
    expect(parts(20, paragraph('one two three\nfour five six'))).toEqual(['one two three', 'four five six']);
    expect(parts(20, paragraph('One two three. Four five six.'))).toEqual([
      'One two three.',
      'Four five six.',
    ]);
    expect(parts(20, paragraph('one two three four five'))).toEqual(['one two three four', 'five']);
    expect(parts(20, paragraph('x'.repeat(45)))).toEqual(['x'.repeat(20), 'x'.repeat(20), 'x'.repeat(5)]);
  });

  it('is broken at no sentence that would leave most of a message empty', () => {
    expect(parts(20, paragraph('Hi. one two three four five six'))).toEqual([
      'Hi. one two three',
      'four five six',
    ]);
  });

  it('fills a message with the beginning of a paragraph that has to be broken anyway', () => {
    const sentences = Array.from({ length: 30 }, () => 'This is a sentence of words.').join(' ');
    const [first, second] = parts(400, paragraph('Hi Anna,'), paragraph(sentences));
    expect(first).toMatch(/^Hi Anna,\n\nThis is[^]*words\.$/);
    expect(second).toMatch(/^This is[^]*words\.$/);
  });

  it('tears no character apart that people see as one', () => {
    for (const character of ['👩‍👩‍👧‍👦', 'e\u0301', '🇩🇰', '한'])
      for (const part of parts(30, paragraph(character.repeat(20))))
        expect(part.replaceAll(character, '')).toBe('');
  });

  it('tears even those apart rather than losing something', () => {
    const tower = `a${'\u0301'.repeat(99)}`;
    const found = parts(30, paragraph(tower));
    expect(found.join('')).toBe(tower);
    for (const part of found) expect(part.length).toBeLessThanOrEqual(30);
    expect(parts(1, paragraph('👍👍'))).toEqual(['👍', '👍']);
  });

  it('closes what is open at a break, and opens it again', () => {
    expect(parts(12, paragraph(bold('one two three four')))).toEqual(['*one two*', '*three four*']);
  });

  it('cuts through no link where another place is near', () => {
    expect(parts(28, paragraph('one two three ', link('four five', 'u:/'), ' six'))).toEqual([
      'one two three',
      '[four five](u:/) six',
    ]);
  });

  it('writes a link that fits nowhere as its words and address', () => {
    expect(parts(20, paragraph(link('here', `u:/${'x'.repeat(30)}`))).join('')).toBe(
      `here(u:/${'x'.repeat(30)})`,
    );
  });

  it('breaks code between lines and keeps what they begin with', () => {
    expect(parts(20, { type: 'code', text: 'if (x) {\n  do();\n    more();\n}' })).toEqual([
      '`if (x) {\n  do();`',
      '`    more();\n}`',
    ]);
  });

  it('lets an item that is too long begin in its place, and the next ones count on', () => {
    const items = [[text(words(6))], [text('end')]];
    expect(parts(20, { type: 'list', ordered: true, items })).toEqual([
      '1. word word word',
      'word word word',
      '2. end',
    ]);
  });

  it('has no empty parts, and one part of what says nothing', () => {
    const nothing: Block[] = [
      paragraph('  '),
      { type: 'list', ordered: false, items: [] },
      paragraph('\u200B'),
    ];
    expect(
      parts(10, ...nothing, paragraph('one two'), ...nothing, paragraph('three four'), ...nothing),
    ).toEqual(['one two', 'three four']);
    expect(splitBlocks(nothing, () => false)).toEqual([nothing]);
    expect(splitBlocks([], () => false)).toEqual([[]]);
  });

  it('comes to an end even where nothing fits', () => {
    const blocks: Block[] = [
      paragraph('ab', link('c', 'u:/')),
      { type: 'list', ordered: true, items: [[text('d')], []] },
      { type: 'code', text: 'e\nf' },
    ];
    expect(
      splitBlocks(blocks, () => false)
        .map(written)
        .join(''),
    ).toBe('abc(u:/)1. d2. `e``f`');
  });
});
