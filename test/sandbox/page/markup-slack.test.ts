import { describe, expect, it } from '@jest/globals';
import { inline, type Node, parseMarkup, text, typedFromSlack } from './markup.ts';

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
      [{ type: 'everyone', name: '@here' }, text(' '), { type: 'group', id: 'S1', name: '@mods' }],
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
        { type: 'emoji', name: 'eyes', raw: ':eyes:' },
        text(' at 10'),
        { type: 'emoji', name: '30', raw: ':30:' },
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
        },
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
