import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { anyCharacter } from '../../support/any-character.ts';
import { render } from '../../../src/adapters/slack/render.ts';
import type { Action, Card, Content } from '../../../src/chat/card.ts';
import {
  bold,
  channel,
  link,
  paragraph,
  person,
  ping,
  text,
  time,
  type Block,
  type Inline,
} from '../../../src/chat/rich.ts';
import { faultsInBlocks, tooLong } from '../../../sandbox/slack/block-kit.ts';

const nameOf = (id: string) => (id === 'U0MIA' ? 'Mia *Holm*' : id);
const reply = (...blocks: Block[]): Content => ({ type: 'reply', blocks });
const textOf = (...parts: (string | Inline)[]) => {
  const [block] = render(reply(paragraph(...parts)), nameOf).blocks;
  return block?.type === 'section' ? (block.text?.text ?? '') : '';
};
const card = (change: Partial<Card> = {}): Content => ({
  type: 'card',
  card: {
    title: 'FB-12',
    tone: 'neutral',
    summary: 'FB-12 opened',
    body: [],
    facts: [],
    footer: [],
    actions: [],
    ...change,
  },
});

describe('text in Slack mrkdwn', () => {
  it.each<[string, (string | Inline)[], string]>([
    [
      'escapes what Slack would read',
      ['a < b && c > d <!channel> <@U1>'],
      'a &lt; b &amp;&amp; c &gt; d &lt;!channel&gt; &lt;@U1&gt;',
    ],
    ['keeps entities as they were typed', ['&lt;'], '&amp;lt;'],
    ['leaves no typed bold, italic, strike or code', ['*a* _b_ ~c~ `d`'], '∗a* ˍb_ ∼c~ ˋdˋ'],
    ['leaves what cannot format', ['snake_case 2*3 a~b'], 'snake_case 2*3 a~b'],
    ['leaves no typed quote', ['> quoted\nand\n  >> again'], '› quoted\nand\n  ›› again'],
    [
      'formats what we mean',
      [
        { type: 'bold', children: [text('b')] },
        ' ',
        { type: 'italic', children: [text('i')] },
        ' ',
        { type: 'strike', children: [text('s')] },
      ],
      '*b* _i_ ~s~',
    ],
    ['nests', [{ type: 'bold', children: [{ type: 'italic', children: [text('both')] }] }], '*_both_*'],
    ['sets markers apart from letters', ['un', bold('believ'), 'able'], 'un\u200B*believ*\u200Bable'],
    ['moves spaces out of markers', [bold(' a '), 'b'], ' *a* b'],
    ['marks every line', [bold('a\nb')], '*a*\n*b*'],
    ['has no markers around nothing', [bold(''), bold('  ')], ''],
    ['lets no typed marker end ours', [bold('a*b')], '*a∗b*'],
    ['writes code', [{ type: 'code', text: 'a`b <c>\nd' }], '`aˋb &lt;c&gt; d`'],
    [
      'links',
      [link('the case', 'https://example.org/?a=1&b=2')],
      '<https://example.org/?a=1&amp;b=2|the case>',
    ],
    [
      'keeps labels from breaking links',
      [link('a|b>c\nd *e*', 'https://example.org/')],
      '<https://example.org/|a∣b&gt;c d ∗e∗>',
    ],
    [
      'keeps addresses from breaking links',
      [link('x', 'https://example.org/a|b>c<d')],
      '<https://example.org/a%7Cb%3Ec%3Cd|x>',
    ],
    [
      'links nothing but the web and mail',
      [link('click', 'javascript:alert(1)')],
      'click (javascript:alert(1))',
    ],
    ['writes an address that is none as text', [link('here', 'not an address')], 'here (not an address)'],
    ['names people without pinging them', [person('U0MIA')], '@Mia ∗Holm*'],
    ['pings when asked to', [ping('U0MIA')], '<@U0MIA>'],
    ['pings no id that is none', [ping('U1><!channel')], '@U1&gt;&lt;!channel'],
    ['names channels', [channel('C0QA')], '<#C0QA>'],
    [
      'shows moments in the reader’s zone',
      [time(new Date('2026-11-22T10:15:00Z'))],
      '<!date^1795342500^{date_short_pretty} {time}|2026-11-22 10:15 UTC>',
    ],
    ['breaks lines', ['a', { type: 'break' }, 'b'], 'a\nb'],
    ['turns no direction', ['a\u202Eb ', { type: 'code', text: '\u2066c' }], 'ab `c`'],
    ['lets nothing unseen stand in front of a mark', ['\u202E> a\u2028> b'], '› a\n› b'],
    [
      'keeps every word of a label, in front of its address where it is long',
      [link('long '.repeat(30), 'https://example.org/')],
      `${'long '.repeat(30).trim()} (<https://example.org/>)`,
    ],
  ])('%s', (_, parts, expected) => {
    expect(textOf(...parts)).toBe(expected);
  });

  it('has Slack add nothing of its own', () => {
    const [block] = render(reply(paragraph('@here https://example.org')), nameOf).blocks;
    expect(block).toMatchObject({ type: 'section', text: { type: 'mrkdwn', verbatim: true } });
  });

  it('quotes line by line, lists and shows code', () => {
    const { blocks, text: fallback } = render(
      reply(
        { type: 'quote', children: [text('first\nsecond & last')] },
        { type: 'list', ordered: false, items: [[text('a')], [text('b\nc')]] },
        { type: 'list', ordered: true, items: [[text('a')], [text('b')]] },
        { type: 'code', text: 'x < ```y```' },
      ),
      nameOf,
    );
    expect(blocks).toEqual([
      expect.objectContaining({
        text: expect.objectContaining({
          text: '>first\n>second &amp; last\n\n• a\n• b\n    c\n\n1. a\n2. b\n\n```\nx &lt; ˋˋˋyˋˋˋ\n```',
        }),
      }),
    ]);
    expect(fallback).toContain('second &amp; last');
  });

  it('cuts a long reply at paragraphs, not in words', () => {
    const paragraphs = Array.from({ length: 12 }, (_, index) =>
      paragraph(`${index} ${'word '.repeat(150)}`.trim()),
    );
    const texts = render(reply(...paragraphs), nameOf).blocks.map((block) =>
      block.type === 'section' ? block.text!.text : '',
    );
    expect(texts.length).toBeGreaterThan(1);
    for (const one of texts) expect(one).toMatch(/^\d+ word[^]*word$/);
    expect(texts.join('\n\n').split('\n\n')).toHaveLength(12);
  });

  it('closes in each section what is open in it', () => {
    const { blocks } = render(reply(paragraph(bold('word '.repeat(1_500).trim()))), nameOf);
    expect(blocks.length).toBeGreaterThan(1);
    for (const block of blocks)
      expect(block.type === 'section' && block.text!.text).toMatch(/^\*word[^*]*word\*$/);
  });

  it('says with an ellipsis that something is missing', () => {
    const { blocks } = render(reply(paragraph('word '.repeat(8_000))), nameOf);
    expect(JSON.stringify(blocks.at(-1))).toContain('word…');
  });
});

it('a reply shows what came of its question below its words, and its buttons last', () => {
  const { text: said, blocks } = render(
    {
      type: 'reply',
      blocks: [paragraph('May we?')],
      below: [paragraph('You said yes.')],
      actions: [
        {
          type: 'button',
          label: 'Yes',
          style: 'primary',
          invoke: { command: 'consent', values: { say: 'yes' } },
        },
      ],
    },
    nameOf,
  );
  expect(said).toBe('May we?\n\nYou said yes.');
  expect(blocks.map(({ type }) => type)).toEqual(['section', 'actions']);
  expect(blocks).toMatchObject([{}, { elements: [{ action_id: 'consent?say=yes' }] }]);
});

describe('a card in Block Kit', () => {
  it('has title, body, facts, actions and small print in this order', () => {
    const { blocks, text: fallback } = render(
      card({
        tone: 'urgent',
        body: [paragraph('The export is broken')],
        facts: [{ label: 'Handler', value: [person('U0MIA')] }],
        footer: [text('opened just now')],
        actions: [
          {
            type: 'button',
            label: 'Claim',
            style: 'primary',
            invoke: { command: 'claim', values: { case: 'FB-12' } },
          },
          { type: 'link', label: 'Open', url: 'https://example.org/' },
          { type: 'link', label: 'Bad', url: 'javascript:alert(1)' },
        ],
      }),
      nameOf,
    );
    expect(fallback).toBe('FB-12 opened');
    expect(blocks).toMatchObject([
      { type: 'header', text: { type: 'plain_text', text: '🔴 FB-12' } },
      { type: 'section', text: { text: 'The export is broken' } },
      { type: 'section', fields: [{ text: '*Handler*\n@Mia ∗Holm*' }] },
      {
        type: 'actions',
        elements: [
          { type: 'button', style: 'primary', text: { text: 'Claim' }, action_id: 'claim?case=FB-12' },
          { type: 'button', text: { text: 'Open' }, url: 'https://example.org/' },
        ],
      },
      { type: 'context', elements: [{ text: 'opened just now' }] },
    ]);
  });

  it('keeps every button however much there is to read', () => {
    const actions = Array.from({ length: 20 }, (_, index): Action => ({
      type: 'button',
      label: `Do ${index}`,
      style: 'plain',
      invoke: { command: 'claim', values: { case: `FB-${index}` } },
    }));
    const facts = Array.from({ length: 60 }, () => ({ label: 'Fact', value: [text('x'.repeat(2_000))] }));
    const { blocks } = render(card({ body: [paragraph('"\n'.repeat(20_000))], facts, actions }), nameOf);
    expect(blocks.flatMap((block) => (block.type === 'actions' ? block.elements : []))).toHaveLength(20);
  });

  it('has the same button once', () => {
    const claim: Action = {
      type: 'button',
      label: 'Claim',
      style: 'plain',
      invoke: { command: 'claim', values: {} },
    };
    const { blocks } = render(card({ actions: [claim, claim] }), nameOf);
    expect(blocks.flatMap((block) => (block.type === 'actions' ? block.elements : []))).toHaveLength(1);
  });
});

const anyText = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: anyCharacter }),
  fc.constantFrom('', ' ', '\n', '*', '_', '`', '```', '>', '&', '<!here>', '👩‍👩‍👧', '"\n'),
  fc
    .tuple(fc.constantFrom('x', '&', '"', '\n', '> ', '👍', '*a* '), fc.integer({ min: 1, max: 9_000 }))
    .map(([unit, times]) => unit.repeat(times)),
);
const anyInline = fc.letrec<{ inline: Inline }>((tie) => ({
  inline: fc.oneof(
    { maxDepth: 3 },
    anyText.map(text),
    fc.record({
      type: fc.constantFrom('bold' as const, 'italic' as const, 'strike' as const),
      children: fc.array(tie('inline'), { maxLength: 3 }),
    }),
    fc.record({ type: fc.constant('code' as const), text: anyText }),
    fc.record({
      type: fc.constant('link' as const),
      url: fc.oneof(fc.webUrl(), anyText),
      children: fc.array(tie('inline'), { maxLength: 2 }),
    }),
    fc.record({
      type: fc.constant('person' as const),
      userId: fc.oneof(fc.constant('U0MIA'), anyText),
      ping: fc.boolean(),
    }),
  ),
})).inline;
const anyInlines = fc.array(anyInline, { maxLength: 4 });
const anyBlock: fc.Arbitrary<Block> = fc.oneof(
  fc.record({ type: fc.constantFrom('paragraph' as const, 'quote' as const), children: anyInlines }),
  fc.record({
    type: fc.constant('list' as const),
    ordered: fc.boolean(),
    items: fc.array(anyInlines, { maxLength: 50 }),
  }),
  fc.record({ type: fc.constant('code' as const), text: anyText }),
);
const invoke = fc.record({
  command: fc.constantFrom('claim', 'route'),
  values: fc.record({ case: fc.constantFrom('FB-1', 'FB-2') }),
});
const anyAction: fc.Arbitrary<Action> = fc.oneof(
  fc.record({
    type: fc.constant('button' as const),
    label: anyText,
    style: fc.constantFrom('plain' as const, 'primary' as const, 'danger' as const),
    invoke,
  }),
  fc.record({
    type: fc.constant('select' as const),
    placeholder: anyText,
    option: fc.constant('to'),
    choices: fc.array(fc.record({ label: anyText, value: anyText }), { maxLength: 120 }),
    invoke,
  }),
  fc.record({ type: fc.constant('link' as const), label: anyText, url: fc.oneof(fc.webUrl(), anyText) }),
);
const anyButton = fc.record({
  type: fc.constant('button' as const),
  label: anyText,
  style: fc.constant('plain' as const),
  invoke: fc.record({
    command: fc.constantFrom('show', 'done', 'snooze'),
    values: fc.record({ case: fc.integer({ min: 1, max: 99_999 }).map((number) => `FB-${number}`) }),
  }),
});
const anyMenu: fc.Arbitrary<Action> = fc.record({
  type: fc.constant('menu' as const),
  label: anyText,
  choices: fc.array(anyButton, { maxLength: 30 }),
});
const anySection = fc.record({
  name: anyText,
  text: anyInlines,
  actions: fc.array(anyButton, { maxLength: 5 }),
});
const anyContent: fc.Arbitrary<Content> = fc.oneof(
  fc.record({ type: fc.constant('reply' as const), blocks: fc.array(anyBlock, { maxLength: 60 }) }),
  fc.record({
    type: fc.constant('card' as const),
    card: fc.record({
      title: anyText,
      tone: fc.constantFrom('neutral' as const, 'urgent' as const, 'good' as const, 'done' as const),
      summary: anyText,
      body: fc.array(anyBlock, { maxLength: 10 }),
      facts: fc.array(fc.record({ label: anyText, value: anyInlines }), { maxLength: 60 }),
      sections: fc.array(anySection, { maxLength: 6 }),
      footer: anyInlines,
      actions: fc.array(fc.oneof(anyAction, anyMenu), { maxLength: 40 }),
    }),
  }),
);

/** One thing that is listed twice, with the same button. */
const LISTED_TWICE = ['one', 'two'].map((name) => ({
  name,
  text: [],
  actions: [
    {
      type: 'button' as const,
      label: 'Done',
      style: 'plain' as const,
      invoke: { command: 'done', values: { case: 'FB-5' } },
    },
  ],
}));

describe('whatever comes in', () => {
  it('is nothing that Slack refuses', () => {
    fc.assert(
      fc.property(anyContent, (content) => {
        const { blocks, text: fallback } = render(content, nameOf);
        expect(faultsInBlocks(blocks)).toEqual([]);
        expect(tooLong(blocks)).toBe(false);
        expect(fallback.trim()).not.toBe('');
        expect(Buffer.byteLength(fallback)).toBeLessThanOrEqual(4_000);
      }),
      { examples: [[card({ sections: LISTED_TWICE })]] },
    );
  });

  it('has no marker in it but our own', () => {
    const ours = /<(?:@U0MIA|(?:https?|mailto):[^<>]*)>/g;
    fc.assert(
      fc.property(fc.array(anyBlock, { maxLength: 20 }), (blocks) => {
        const rendered = render({ type: 'reply', blocks }, nameOf);
        for (const block of rendered.blocks)
          if (block.type === 'section')
            expect(block.text!.text.replaceAll(ours, '')).not.toMatch(/<|&(?!(?:amp|lt|gt);)/);
      }),
    );
  });
});
