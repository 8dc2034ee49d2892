import { describe, expect, it } from '@jest/globals';
import type { Block, Inline } from '../../src/chat/rich.ts';
import { parseMarkdown } from '../../src/replies/markdown.ts';

const t = (text: string): Inline => ({ type: 'text', text });
const br: Inline = { type: 'break' };
const p = (...children: Inline[]): Block => ({ type: 'paragraph', children });

describe('parseMarkdown', () => {
  it.each<[string, string, Block[]]>([
    ['nothing', '', []],
    ['only space', ' \n \n', []],
    ['paragraphs', 'a\n\nb', [p(t('a')), p(t('b'))]],
    [
      'line breaks, soft and hard',
      'a\nb  \nc\\\nd\r\ne',
      [p(t('a'), br, t('b'), br, t('c'), br, t('d'), br, t('e'))],
    ],
    [
      'styles',
      '**a** *b* ~~c~~ `d`',
      [
        p(
          { type: 'bold', children: [t('a')] },
          t(' '),
          { type: 'italic', children: [t('b')] },
          t(' '),
          { type: 'strike', children: [t('c')] },
          t(' '),
          { type: 'code', text: 'd' },
        ),
      ],
    ],
    [
      'styles in styles',
      '***a***',
      [p({ type: 'italic', children: [{ type: 'bold', children: [t('a')] }] })],
    ],
    [
      'a style in the same style',
      '**a **b** c**',
      [p({ type: 'bold', children: [t('a '), t('b'), t(' c')] })],
    ],
    ['one tilde', 'about ~5~ days', [p(t('about ~5~ days'))]],
    [
      'a list',
      '- a\n- **b**',
      [{ type: 'list', ordered: false, items: [[t('a')], [{ type: 'bold', children: [t('b')] }]] }],
    ],
    ['a loose list', '- a\n\n- b', [{ type: 'list', ordered: false, items: [[t('a')], [t('b')]] }]],
    ['a numbered list', '1. a\n2. b', [{ type: 'list', ordered: true, items: [[t('a')], [t('b')]] }]],
    [
      'numbers that do not start at 1',
      '2024. A good year\n2025. Another',
      [p(t('2024. '), t('A good year'), br, t('2025. '), t('Another'))],
    ],
    [
      'lists in lists',
      '- a\n  - b\n    1. c\n    2. d\n- e',
      [
        {
          type: 'list',
          ordered: false,
          items: [
            [t('a'), br, t('◦ '), t('b'), br, t('\u20031. '), t('c'), br, t('\u20032. '), t('d')],
            [t('e')],
          ],
        },
      ],
    ],
    [
      'paragraphs in a list',
      '- a\n\n  b',
      [{ type: 'list', ordered: false, items: [[t('a'), br, br, t('b')]] }],
    ],
    ['a quote', '> a\n> b\n>\n> c', [{ type: 'quote', children: [t('a'), br, t('b'), br, br, t('c')] }]],
    ['a quote in a quote', '> > a', [{ type: 'quote', children: [t('a')] }]],
    ['a list in a quote', '> a\n> - b', [{ type: 'quote', children: [t('a'), br, t('◦ '), t('b')] }]],
    ['code', '```js\na *b*\n  c\n```', [{ type: 'code', text: 'a *b*\n  c' }]],
    [
      'code in a list',
      '- a\n  ```\n  b\n  c\n  ```',
      [
        {
          type: 'list',
          ordered: false,
          items: [[t('a'), br, { type: 'code', text: 'b' }, br, { type: 'code', text: 'c' }]],
        },
      ],
    ],
    [
      'headings',
      '# a *b*\n## c',
      [
        p({ type: 'bold', children: [t('a '), { type: 'italic', children: [t('b')] }] }),
        p({ type: 'bold', children: [t('c')] }),
      ],
    ],
    ['a heading that is bold already', '# **a**', [p({ type: 'bold', children: [t('a')] })]],
    ['a dashed line under a text', 'Best\n---\nBo', [p(t('Best')), p(t('———')), p(t('Bo'))]],
    ['indented text', '    not code', [p(t('not code'))]],
    ['HTML', 'a <b>b</b> <!-- c --> <br>', [p(t('a <b>b</b> <!-- c --> <br>'))]],
    [
      'HTML in lines of its own',
      '<div>\n*a*\n</div>',
      [p(t('<div>'), br, { type: 'italic', children: [t('a')] }, br, t('</div>'))],
    ],
    ['mentions', '<!channel> <@U1> @everyone <@&1> <#C1>', [p(t('<!channel> <@U1> @everyone <@&1> <#C1>'))]],
    ['definitions', '[note]: later\n[a][note]', [p(t('[note]: later'), br, t('[a][note]'))]],
    ['entities', '&lt;b&gt; &amp;amp; &copy;', [p(t('<b> &amp; ©'))]],
    [
      'a link',
      '[a *b*](https://x.example/?q=1 "title")',
      [
        p({
          type: 'link',
          url: 'https://x.example/?q=1',
          children: [t('a '), { type: 'italic', children: [t('b')] }],
        }),
      ],
    ],
    [
      'an address in brackets',
      '<https://x.example> <a@b.example>',
      [
        p({ type: 'link', url: 'https://x.example', children: [t('https://x.example')] }, t(' '), {
          type: 'link',
          url: 'mailto:a@b.example',
          children: [t('a@b.example')],
        }),
      ],
    ],
    [
      'a link without a label',
      '[](https://x.example)',
      [p({ type: 'link', url: 'https://x.example', children: [t('https://x.example')] })],
    ],
    ['a link that runs something', '[a](javascript:alert(1))', [p(t('a'), t(' (javascript:alert(1))'))]],
    [
      'a link to a place of ours',
      '[a](/etc) [b](slack://x) [](data:x)',
      [p(t('a'), t(' (/etc)'), t(' '), t('b'), t(' (slack://x)'), t(' '), t('data:x'))],
    ],
    ['an address that runs something', '<javascript:alert(1)>', [p(t('javascript:alert(1)'))]],
    [
      'a picture',
      '![a](https://x.example/a.png) ![](https://x.example/b.png)',
      [
        p({ type: 'link', url: 'https://x.example/a.png', children: [t('a')] }, t(' '), {
          type: 'link',
          url: 'https://x.example/b.png',
          children: [t('https://x.example/b.png')],
        }),
      ],
    ],
    ['unclosed marks', '**a *b `c [d](', [p(t('**a *b `c [d]('))]],
  ])('reads %s', (_, markdown, expected) => {
    expect(parseMarkdown(markdown)).toEqual(expected);
  });
});
