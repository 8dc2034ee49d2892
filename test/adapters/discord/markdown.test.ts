import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { escapeText, renderBlocks, renderInlines } from '../../../src/adapters/discord/markdown.ts';
import type { Block, Inline } from '../../../src/chat/rich.ts';
import { channel, link, paragraph, person, ping, text, time } from '../../../src/chat/rich.ts';

const said = (value: string) => renderInlines([text(value)]);
const bold = (...children: Inline[]): Inline => ({ type: 'bold', children });

describe('Discord Markdown', () => {
  it.each([
    ['*bold* _it_ ~~no~~ ||secret||', '\\*bold\\* \\_it\\_ \\~\\~no\\~\\~ \\|\\|secret\\|\\|'],
    ['`code` and ```fence```', '\\`code\\` and \\`\\`\\`fence\\`\\`\\`'],
    ['[label](https://evil.example)', '\\[label\\](<https://evil.example>)'],
    ['back\\slash', 'back\\\\slash'],
    ['# heading', '\\# heading'],
    ['  ## heading', '  \\## heading'],
    ['-# small', '\\-# small'],
    ['- item\n- item', '\\- item\n\\- item'],
    ['> quote', '\\> quote'],
    ['1. first\n2) second', '1\\. first\n2\\) second'],
    ['a - b # c 1. d', 'a - b # c 1. d'],
    ['a_b_c', 'a\\_b\\_c'],
  ])('shows %j letter for letter', (input, output) => {
    expect(said(input)).toBe(output);
  });

  it.each(['@everyone', '@here', '@Everyone', 'x@everyone.example'])(
    'breaks %j up so that it does not look like a ping',
    (input) => {
      expect(said(input)).not.toMatch(/@(everyone|here)/i);
      expect(said(input).replaceAll('\u200B', '')).toBe(input);
    },
  );

  it.each([
    '<@1234>',
    '<@!1234>',
    '<@&1234>',
    '<#1234>',
    '<:name:1234>',
    '<a:name:1234>',
    '<t:1700000000:R>',
    '</feedback new:1234>',
    '<id:customize>',
  ])('breaks %j up so that it is no reference', (input) => {
    expect(said(input)).not.toMatch(/<[@#:/ati]/);
    expect(said(input).replaceAll(/[\u200B\\]/g, '')).toBe(input);
  });

  it('keeps addresses whole, clickable and folded up', () => {
    expect(said('see https://example.org/a_b?c=*d*, then (https://example.org).')).toBe(
      'see <https://example.org/a_b?c=%2Ad>\\*, then (<https://example.org>).',
    );
  });

  it('links only to the web, and says where anything else would lead', () => {
    expect(renderInlines([link('the case', 'https://example.org/(1)')])).toBe(
      '[the case](<https://example.org/%281%29>)',
    );
    expect(renderInlines([link('https://example.org', 'https://example.org')])).toBe(
      '<https://example.org/>',
    );
    expect(renderInlines([link('write', 'mailto:help@example.org')])).toBe('write (help@example.org)');
    expect(renderInlines([link('run', 'javascript:alert(1)')])).toBe('run (javascript:alert(1))');
    expect(renderInlines([link('', 'https://example.org/')])).toBe('<https://example.org/>');
  });

  it('lets no label pose as another address', () => {
    expect(renderInlines([link('https://bank.example', 'https://evil.example')])).toBe(
      '[https:\u200B//bank.example](<https://evil.example/>)',
    );
    expect(renderInlines([link('a](https://x.example) b', 'https://evil.example')])).not.toMatch(
      /[^\\]\]\(<https:\/\/x/,
    );
  });

  it('names people, channels and moments by reference, and never by what is no id', () => {
    expect(
      renderInlines([
        person('12'),
        text(' '),
        ping('13'),
        text(' '),
        channel('14'),
        text(' '),
        time(new Date(1_700_000_000_900)),
      ]),
    ).toBe('<@12> <@13> <#14> <t:1700000000:f>');
    expect(renderInlines([person('everyone> @here')])).toBe('everyone\\> @\u200Bhere');
  });

  it('puts markers around words and never around spaces, and none inside itself', () => {
    expect(renderInlines([bold(text(' a '))])).toBe(' **a** ');
    expect(renderInlines([bold(text('   '))])).toBe('   ');
    expect(renderInlines([bold(text('a '), bold(text('b')), text(' c'))])).toBe('**a b c**');
    expect(renderInlines([{ type: 'italic', children: [bold(text('a*b'))] }])).toBe(
      '*\u200B**a\\*b**\u200B*',
    );
  });

  const styled = (type: 'bold' | 'italic' | 'strike', ...children: Inline[]): Inline => ({ type, children });
  const inlineCode = (value: string): Inline => ({ type: 'code', text: value });

  it.each<[what: string, inlines: Inline[], expected: string]>([
    [
      'keeps markers apart that touch',
      [styled('italic', text('i')), styled('bold', text('b')), styled('strike', text('s'))],
      '*i*\u200B**b**\u200B~~s~~',
    ],
    [
      'keeps a marker apart from the one inside it',
      [styled('italic', styled('bold', text('x')), text('b'))],
      '*\u200B**x**b*',
    ],
    [
      'styles nothing around code that would end it',
      [styled('italic', text('a '), inlineCode('*x'), text(' b'))],
      'a `*x` b',
    ],
    ['styles around other code', [styled('bold', text('a '), inlineCode('x'))], '**a `x`**'],
    [
      'ends code where it ends, whatever is in it',
      [inlineCode('a``b```c')],
      '`` a`\u200B`b`\u200B`\u200B`c ``',
    ],
    ['turns no direction', [text('a\u202Eb'), inlineCode('\u2066c')], 'ab`c`'],
    ['lets no control stand in front of a mark', [text('a\u2028\u0000# b')], 'a\n\\# b'],
  ])('%s', (_, inlines, expected) => {
    expect(renderInlines(inlines)).toBe(expected);
  });

  it('ends code blocks and quotes where they end, and has none of nothing', () => {
    expect(renderBlocks([{ type: 'code', text: 'a\n````\nb' }])).toBe('```\na\n`\u200B`\u200B``\nb\n```');
    expect(
      renderBlocks([
        { type: 'code', text: '\n\n' },
        { type: 'quote', children: [text(' \n\u200B')] },
      ]),
    ).toBe('');
    expect(renderBlocks([{ type: 'quote', children: [text('a\n ')] }])).toBe('> a');
  });

  it('writes blocks one under the other', () => {
    const blocks: Block[] = [
      paragraph('one'),
      { type: 'list', ordered: false, items: [[text('a')], [text('b'), { type: 'break' }, text('c')]] },
      { type: 'list', ordered: true, items: [[text('x')], [text('y')]] },
      { type: 'quote', children: [text('said\nso')] },
      { type: 'code', text: 'let a = `b`;\n```' },
      { type: 'paragraph', children: [] },
      {
        type: 'paragraph',
        children: [
          { type: 'code', text: 'a`b' },
          { type: 'code', text: '' },
        ],
      },
    ];
    expect(renderBlocks(blocks)).toBe(
      'one\n\n- a\n- b\n  c\n\n1. x\n2. y\n\n> said\n> so\n\n```\nlet a = `b`;\n`\u200B``\n```\n\n`` a`b ``\u200B` `',
    );
  });

  it('lets nothing whatever that is typed become markup', () => {
    const markup = fc.string({
      unit: fc.constantFrom(...'*_~`|[]()<>@#:-+.1 \n\\aeht'.split(''), '@everyone', '<@1>', 'https://x.y/'),
    });
    fc.assert(
      fc.property(markup, (typed) => {
        const plain = escapeText(typed)
          .replaceAll(/<https?:\/\/[^<>\s]+>/g, 'x')
          .replaceAll(/\\[\\*_~`|[\]<>#+.)-]/g, 'x');
        expect(plain).not.toMatch(/[*_~`|[\]<>\\]/);
        expect(plain).not.toMatch(/^[^\S\n]*[#+-]/m);
        expect(plain).not.toMatch(/@(everyone|here)/i);
      }),
    );
  });

  it('takes the longest messages without taking long', () => {
    for (const part of ['\n', ' ', '*', '1', 'https://', '<', '-\n', '`'])
      expect(
        renderBlocks([{ type: 'quote', children: [text(`a${part.repeat(40_000 / part.length)}b`)] }]),
      ).toMatch(/^> a[^]*b>?$/);
  });
});
