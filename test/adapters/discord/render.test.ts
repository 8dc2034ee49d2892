import { describe, expect, it } from '@jest/globals';
import { rowsOf } from '../../../src/adapters/discord/components.ts';
import { render, type Payload } from '../../../src/adapters/discord/render.ts';
import type { Card } from '../../../src/chat/card.ts';
import type { Block } from '../../../src/chat/rich.ts';
import { bold, link, paragraph, person, ping, text } from '../../../src/chat/rich.ts';
import { button, select } from './actions.ts';

const CARD: Card = {
  title: 'FB-12 · Defect',
  tone: 'urgent',
  summary: 'FB-12 was opened',
  body: [{ type: 'quote', children: [text('It is *broken*')] }],
  facts: [{ label: 'Handler', value: [person('123')] }],
  footer: [text('opened just now')],
  actions: [],
};
const card = (change: Partial<Card>) => render({ type: 'card', card: { ...CARD, ...change } });
const reply = (...blocks: Block[]) => render({ type: 'reply', blocks });
const embedLength = ({ embeds }: Payload) =>
  embeds.reduce(
    (sum, { title = '', description = '', fields = [] }) =>
      sum +
      title.length +
      description.length +
      fields.reduce((all, { name, value }) => all + name.length + value.length, 0),
    0,
  );

it('a reply shows what came of its question below its words, and its buttons, which know their community', () => {
  const { content, components } = render(
    {
      type: 'reply',
      blocks: [paragraph('May we?')],
      below: [paragraph('You said yes.')],
      actions: [button('Yes', { say: 'yes' })],
    },
    { in: 'discord:1' },
  );
  expect(content).toBe('May we?\n\nYou said yes.');
  expect(components).toMatchObject([
    { components: [{ label: 'Yes', custom_id: 'claim?in=discord%3A1&say=yes' }] },
  ]);
  expect(reply(paragraph('May we?')).components).toEqual([]);
});

describe('a reply', () => {
  it('is plain content that unfolds no links and notifies nobody', () => {
    expect(reply(paragraph('Sorry about ', bold('that'), ', ', person('123')))).toEqual({
      content: 'Sorry about **that**, <@123>',
      embeds: [],
      components: [],
      allowed_mentions: { parse: [], users: [], replied_user: false },
      flags: 4,
    });
  });

  it('notifies exactly those it pings', () => {
    const payload = reply(paragraph(ping('1'), ' and ', person('2')), {
      type: 'list',
      ordered: false,
      items: [[ping('3')], [ping('1')]],
    });
    expect(payload.allowed_mentions).toEqual({ parse: [], users: ['1', '3'], replied_user: false });
  });

  it('keeps every word of up to about 4,000 characters, in an embed, with the ping above it', () => {
    const words = Array.from({ length: 30 }, (_, index) => paragraph(`${index}: ${'word '.repeat(20)}`));
    const payload = reply(paragraph(ping('1')), ...words);

    expect(payload.content).toBe('<@1>');
    expect(payload.flags).toBe(0);
    expect(payload.embeds).toHaveLength(1);
    expect(payload.embeds[0]!.description).toContain('29: word');
  });

  it('goes on in a second embed, and ends with an ellipsis where even that is not enough', () => {
    const words = Array.from({ length: 100 }, (_, index) => paragraph(`${index}: ${'word '.repeat(30)}`));
    const payload = reply(...words);

    expect(payload.embeds).toHaveLength(2);
    expect(payload.embeds[0]!.description!.length).toBeLessThanOrEqual(4_096);
    expect(embedLength(payload)).toBeLessThanOrEqual(6_000);
    expect(embedLength(payload)).toBeGreaterThan(5_500);
    expect(payload.embeds[1]!.description).toMatch(/…$/);
  });

  it('is cut between words and never inside markup', () => {
    const payload = reply({
      type: 'paragraph',
      children: Array.from({ length: 2_000 }, () => link('*a*', 'https://example.org/x')),
    });
    const { description = '' } = payload.embeds[0]!;
    expect(description.replaceAll('[\\*a\\*](<https://example.org/x>)', '')).toMatch(
      /^(|\[.{0,4}…\]\(<https:\/\/example.org\/x>\))$/,
    );
  });
});

describe('a card', () => {
  it('is one embed with its facts as fields and the small print below', () => {
    expect(card({}).embeds).toEqual([
      {
        title: 'FB-12 · Defect',
        description: '> It is \\*broken\\*\n\n-# opened just now',
        color: 0xc62f2f,
        fields: [{ name: 'Handler', value: '<@123>', inline: true }],
      },
    ]);
  });

  it('names people to notify above the embed, where it can notify them', () => {
    const payload = card({ body: [paragraph(ping('5'))], facts: [{ label: 'Handler', value: [ping('6')] }] });
    expect(payload.content).toBe('<@5> <@6>');
    expect(payload.allowed_mentions.users).toEqual(['5', '6']);
  });

  it('says how many facts are left out and stays within the limits', () => {
    const facts = Array.from({ length: 60 }, (_, index) => ({
      label: `Fact ${index} `.repeat(40),
      value: [text('<@1> '.repeat(900))],
    }));
    const payload = card({
      title: 't'.repeat(999),
      facts,
      body: [paragraph('b '.repeat(9_000))],
      footer: [text('f '.repeat(900))],
    });
    const { fields = [], title } = payload.embeds[0]!;

    expect(fields).toHaveLength(25);
    expect(fields.at(-1)).toEqual({ name: '…', value: '+36', inline: true });
    expect(title!.length).toBeLessThanOrEqual(150);
    expect(embedLength(payload)).toBeLessThanOrEqual(6_000);
  });

  it('puts buttons five to a row, a select in a row of its own, and no more than five rows', () => {
    const buttons = Array.from({ length: 7 }, (_, index) => button(`B${index}`, { case: `FB-${index}` }));
    const rows = rowsOf(
      [
        ...buttons,
        select([{ label: 'Low', value: 'low' }]),
        ...buttons.map((one) => ({ ...one, label: 'again' })),
        ...Array.from({ length: 20 }, (_, index) => button('C', { case: `C${index}` })),
      ],
      {},
    );
    expect(rows.map(({ components }) => components.length)).toEqual([5, 2, 1, 5, 5]);
  });

  it('leaves out what Discord would refuse: repeated ids, empty selects, addresses that are none', () => {
    const rows = rowsOf(
      [
        button('A', {}),
        button('B', {}),
        select([]),
        { type: 'link', label: 'x', url: 'javascript:alert(1)' },
        { type: 'link', label: 'ok', url: 'https://example.org/' },
      ],
      {},
    );
    expect(rows).toEqual([
      {
        type: 1,
        components: [
          { type: 2, style: 2, label: 'A', custom_id: 'claim' },
          { type: 2, style: 5, label: 'ok', url: 'https://example.org/' },
        ],
      },
    ]);
  });

  it('offers at most 25 choices, each once and none that could not come back whole', () => {
    const choices = [
      ...Array.from({ length: 30 }, (_, index) => ({ label: 'L'.repeat(200), value: `v${index}` })),
      { label: 'too long', value: 'v'.repeat(101) },
    ];
    const [row] = rowsOf(
      [select([{ label: 'long', value: 'v'.repeat(101) }, { label: 'a', value: 'v1' }, ...choices])],
      {},
    );
    const [component] = row!.components as unknown as { options: { label: string; value: string }[] }[];
    expect(component!.options).toHaveLength(25);
    expect(component!.options[0]).toMatchObject({ value: 'v1' });
    expect(Math.max(...component!.options.map(({ label }) => label.length))).toBe(100);
  });
});
