import { describe, expect, it } from '@jest/globals';

interface Node {
  type: string;
  text?: string;
  url?: string;
  id?: string;
  name?: string | null;
  children?: Node[];
  lines?: Node[][];
  items?: Node[][];
}

// The page's files are plain JavaScript, as the browser gets them.
const markup = '../../../sandbox/page/js/markup.js';
const slackMarkup = '../../../sandbox/page/js/markup-slack.js';
const { parseMarkup } = (await import(markup)) as { parseMarkup(text: string, dialect: string): Node[] };
const { typedFromSlack } = (await import(slackMarkup)) as {
  typedFromSlack(text: string, names: object): string;
};

const text = (value: string): Node => ({ type: 'text', text: value });
/** The inline nodes of a text of one paragraph. */
const inline = (value: string, dialect: string) => {
  const blocks = parseMarkup(value, dialect);
  expect(blocks).toHaveLength(1);
  return blocks[0]!.children;
};

describe('Slack text', () => {
  it.each<[string, Node[]]>([
    [
      '*bold* _italic_ ~gone~',
      [
        { type: 'bold', children: [text('bold')] },
        text(' '),
        { type: 'italic', children: [text('italic')] },
        text(' '),
        { type: 'strike', children: [text('gone')] },
      ],
    ],
    ['*_both_*', [{ type: 'bold', children: [{ type: 'italic', children: [text('both')] }] }]],
    ['2*3*4 and snake_case_name', [text('2*3*4 and snake_case_name')]],
    ['`*code* &lt;b&gt;`', [{ type: 'code-span', text: '*code* <b>' }]],
    ['&lt;script&gt; &amp;amp;', [text('<script> &amp;')]],
    ['<@U0MIA>', [{ type: 'person', id: 'U0MIA', name: null }]],
    ['<#C1|general>', [{ type: 'channel', id: 'C1', name: 'general' }]],
    [
      '<!here> <!subteam^S1|@mods>',
      [{ type: 'everyone', name: '@here' }, text(' '), { type: 'group', id: 'S1', name: '@mods' } as Node],
    ],
    [
      '<https://a.example/?x=1&amp;y=2|the *site*>',
      [
        {
          type: 'link',
          url: 'https://a.example/?x=1&y=2',
          children: [text('the '), { type: 'bold', children: [text('site')] }],
        },
      ],
    ],
    ['<javascript:alert(1)|click>', [text('<javascript:alert(1)|click>')]],
    [
      ':eyes: at 10:30:45',
      [
        { type: 'emoji', name: 'eyes', raw: ':eyes:' } as Node,
        text(' at 10'),
        { type: 'emoji', name: '30', raw: ':30:' } as Node,
        text('45'),
      ],
    ],
    [
      '<!date^1795319414^{date} at {time}|soon>',
      [
        {
          type: 'time',
          seconds: 1795319414,
          format: '{date} at {time}',
          dialect: 'slack',
          fallback: 'soon',
        } as Node,
      ],
    ],
  ])('%s', (given, nodes) => {
    expect(inline(given, 'slack')).toEqual(nodes);
  });

  it('has quotes, bullets and code blocks', () => {
    expect(parseMarkup('&gt; one\n&gt; two\nafter\n• a\n• *b*\n```\n<b> *x*\n```end', 'slack')).toEqual([
      { type: 'quote', lines: [[text('one')], [text('two')]] },
      { type: 'lines', children: [text('after')] },
      { type: 'bullets', items: [[text('a')], [{ type: 'bold', children: [text('b')] }]] },
      { type: 'code', text: '<b> *x*' },
      { type: 'lines', children: [text('end')] },
    ]);
  });

  it('is turned back into what its author typed, for editing', () => {
    const names = {
      person: () => 'Mia Holm',
      channel: () => 'general',
      group: () => 'mods',
      emoji: (name: string) => (name === 'eyes' ? '👀' : null),
    };
    const kept =
      '<@U0MIA> see <https://a.example/?x=1&amp;y=2> in <#C1|general> &lt;now&gt; :eyes: :unknown:';
    expect(typedFromSlack(kept, names)).toBe(
      '@Mia Holm see https://a.example/?x=1&y=2 in #general <now> 👀 :unknown:',
    );
  });
});

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
        } as Node,
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

describe('any text', () => {
  /** Everything readable in a tree. */
  const readable = (value: unknown): string => {
    if (Array.isArray(value)) return value.map(readable).join('');
    if (typeof value !== 'object' || value === null) return '';
    const node = value as Node & { raw?: string };
    return (
      (node.text ?? node.raw ?? '') + readable(node.children) + readable(node.lines) + readable(node.items)
    );
  };

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
