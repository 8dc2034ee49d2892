import { describe, expect, it } from '@jest/globals';
import { inline, type Node, parseMarkup, text } from './markup.ts';

describe('Discord text', () => {
  it.each<[string, Node[]]>([
    [
      '**bold** *it* _it_ __under__ ~~gone~~',
      [
        { type: 'bold', children: [text('bold')] },
        text(' '),
        { type: 'italic', children: [text('it')] },
        text(' '),
        { type: 'italic', children: [text('it')] },
        text(' '),
        { type: 'underline', children: [text('under')] },
        text(' '),
        { type: 'strike', children: [text('gone')] },
      ],
    ],
    ['***both***', [{ type: 'bold', children: [{ type: 'italic', children: [text('both')] }] }]],
    ['||hidden||', [{ type: 'spoiler', children: [text('hidden')] }]],
    [String.raw`\*not\* \@you <b>`, [text('*not* @you <b>')]],
    ['snake_case_name 2 * 3 * 4', [text('snake_case_name 2 * 3 * 4')]],
    ['`**code**`', [{ type: 'code-span', text: '**code**' }]],
    [
      '<@101> <@!102> <@&301> <#201>',
      [
        { type: 'person', id: '101', name: null },
        text(' '),
        { type: 'person', id: '102', name: null },
        text(' '),
        { type: 'group', id: '301', name: null },
        text(' '),
        { type: 'channel', id: '201', name: null },
      ],
    ],
    [
      '[the **site**](https://a.example/x_(y))',
      [
        {
          type: 'link',
          url: 'https://a.example/x_(y)',
          children: [text('the '), { type: 'bold', children: [text('site')] }],
        },
      ],
    ],
    ['[click](javascript:alert(1))', [text('[click](javascript:alert(1))')]],
    [
      'see https://a.example/x.',
      [
        text('see '),
        { type: 'link', url: 'https://a.example/x', children: [text('https://a.example/x')] },
        text('.'),
      ],
    ],
    [
      '<t:1795319414:R>',
      [
        {
          type: 'time',
          seconds: 1795319414,
          format: 'R',
          dialect: 'discord',
          fallback: '<t:1795319414:R>',
        },
      ],
    ],
    ['@everyone', [{ type: 'everyone', name: '@everyone' }]],
  ])('%s', (given, nodes) => {
    expect(inline(given, 'discord')).toEqual(nodes);
  });

  it('has headings, lists, quotes, small print and code blocks', () => {
    expect(
      parseMarkup(
        '# Title\n- a\n- b\n1. one\n> said\n-# small\n```ts\nlet x;\n```\n>>> rest\nof it',
        'discord',
      ),
    ).toEqual([
      { type: 'heading', children: [text('Title')] },
      { type: 'bullets', items: [[text('a')], [text('b')]] },
      { type: 'numbers', items: [[text('one')]] },
      { type: 'quote', lines: [[text('said')]] },
      { type: 'small', children: [text('small')] },
      { type: 'code', text: 'let x;' },
      { type: 'quote', lines: [[text('rest\nof it')]] },
    ]);
  });
});
