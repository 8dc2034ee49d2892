import { describe, expect, it } from '@jest/globals';
import { digestCard, type DigestView } from '../../src/cases/digest/card.ts';
import { chartWords, digestChart } from '../../src/cases/digest/chart.ts';
import type { DigestCase, DigestFacts } from '../../src/cases/digest/facts.ts';
import { toDoCard } from '../../src/cases/digest/to-do-card.ts';
import { render as renderDiscord } from '../../src/adapters/discord/render.ts';
import { render as renderSlack } from '../../src/adapters/slack/render.ts';
import { textsIn } from '../../src/texts/index.ts';
import { NOW, policy, workspace } from '../support/factories.ts';

const NONE = { total: 0, first: [] };
const quiet: DigestFacts = {
  opened: [],
  overdue: NONE,
  promised: NONE,
  promises: { kept: 0, broken: 0 },
  repeated: NONE,
  unsatisfied: NONE,
  ratings: { count: 0, mean: null },
  praise: NONE,
  items: NONE,
  decided: NONE,
  gifts: [],
  helpers: [],
};
const hours = (count: number) => new Date(NOW.getTime() + count * 3_600_000);
const aCase = (number: number): DigestCase => ({
  caseId: number,
  number,
  kind: 'feedback',
  permalink: `https://discord.com/channels/1100000000000000001/1100000000000000201/157405160634371276${number}`,
  handlerId: 'U0MIA',
});
const item = (number: number, words: string, over = {}) => ({
  number,
  text: words,
  addedBy: 'U0MIA',
  addedAt: hours(-1),
  case: aCase(number),
  decision: null,
  decidedBy: null,
  decidedAt: null,
  ...over,
});
const draw = (facts: Partial<DigestFacts>, over: Partial<DigestView> = {}) => {
  const view = {
    facts: { ...quiet, ...facts },
    period: { from: hours(-168), to: NOW },
    isRunning: false,
    asOf: NOW,
    name: null,
    zone: 'UTC',
    workspace,
    policy,
    isForStaff: true,
    actions: [],
    ...over,
  };
  return digestCard(view);
};
const words = (facts: Partial<DigestFacts>, over: Partial<DigestView> = {}) => {
  const { embeds } = renderDiscord({ type: 'card', card: draw(facts, over) });
  return `${embeds[0]!.title}\n${embeds[0]!.description}`;
};

describe('a digest', () => {
  it('says in one line that it was quiet, with its days', () => {
    expect(words({})).toContain('Digest · 15 Nov to 22 Nov');
    expect(words({})).toContain('A quiet time');
    expect(draw({}).body).toHaveLength(1);
    expect(words({}, { isRunning: true })).toContain('All quiet so far');
  });

  it.each<[string, Partial<DigestFacts>, string]>([
    [
      'how many are new, by kind, and against the time before',
      {
        opened: [
          { kind: 'defect', now: 3, before: 1 },
          { kind: 'refund', now: 0, before: 1 },
        ],
      },
      '**3 new cases** (1 more than the time before): Defect 3.',
    ],
    [
      'that there are as many as before',
      { opened: [{ kind: 'defect', now: 1, before: 1 }] },
      '**1 new case** (as many as the time before)',
    ],
    [
      'how long something is late',
      { overdue: { total: 9, first: [{ ...aCase(1), clock: 'update_due', deadline: hours(-72) }] } },
      'word to the member was due 3 days ago',
    ],
    [
      'how many more there are',
      { overdue: { total: 9, first: [{ ...aCase(1), clock: 'update_due', deadline: hours(-72) }] } },
      'and 8 more',
    ],
    [
      'by when a member hears',
      { promised: { total: 1, first: [{ ...aCase(1), deadline: hours(48) }] } },
      'by 24 Nov',
    ],
    [
      'how many promises were kept',
      {
        promised: { total: 1, first: [{ ...aCase(1), deadline: hours(48) }] },
        promises: { kept: 9, broken: 1 },
      },
      '90% kept, 9 of 10',
    ],
    [
      'which cases one member has',
      { repeated: { total: 1, first: [{ topic: null, cases: [aCase(1), aCase(2)] }] } },
      'One member: ',
    ],
    [
      'which cases are of one topic',
      { repeated: { total: 1, first: [{ topic: 'T-4 · Login codes', cases: [aCase(1), aCase(2)] }] } },
      'T-4 · Login codes',
    ],
    [
      'a low rating',
      { unsatisfied: { total: 1, first: [{ ...aCase(1), answer: 'solved', rating: 2 }] } },
      'rated 2 of 5',
    ],
    [
      'a Not yet',
      { unsatisfied: { total: 1, first: [{ ...aCase(1), answer: 'not_yet', rating: null }] } },
      'says it is not solved',
    ],
    [
      'since when an item is carried over',
      { items: { total: 1, first: [item(3, 'Prices', { addedAt: hours(-200) })] } },
      'Prices · carried over since 14 Nov',
    ],
    ['a new item without that', { items: { total: 1, first: [item(3, 'Prices')] } }, 'Prices\n'],
    [
      'what was decided',
      { decided: { total: 1, first: [item(3, 'Prices', { decision: 'They\nstay' })] } },
      'Prices → They stay',
    ],
    [
      'gifts and the budget',
      { gifts: [{ gift: 'mug', count: 2, value: 16 }] },
      '2 × a mug, value 16. The budget is 500 a month',
    ],
    [
      'whom to thank',
      { helpers: [{ userId: '1100000000000000105', cases: 2 }] },
      '<@1100000000000000105> (2)',
    ],
  ])('says %s', (_what, facts, said) => {
    expect(`${words(facts).replaceAll(/\\(.)/g, '$1')}\n`).toContain(said);
  });

  it('fits into one message of each platform however much there is, with its small print and buttons', () => {
    const many = <T>(one: (number: number) => T) => ({ total: 400, first: [1, 2, 3, 4, 5].map(one) });
    const card = draw(
      {
        opened: Object.keys(policy.kinds).map((kind) => ({ kind, now: 900, before: 10 })),
        overdue: many((each) => ({ ...aCase(each), clock: 'department_answer', deadline: hours(-72) })),
        promised: many((each) => ({ ...aCase(each), deadline: hours(48) })),
        promises: { kept: 9, broken: 1 },
        repeated: many(() => ({ topic: 'T-4', cases: [1, 2, 3, 4, 5, 6, 7].map(aCase) })),
        unsatisfied: many((each) => ({ ...aCase(each), answer: 'not_yet', rating: null })),
        praise: many(aCase),
        items: many((each) => item(each, 'Why '.repeat(100))),
        decided: many((each) => item(each, 'Why '.repeat(100), { decision: 'So '.repeat(100) })),
      },
      {
        actions: [
          {
            type: 'button',
            label: 'As CSV',
            style: 'plain',
            invoke: { command: 'digest', values: { csv: '1' } },
          },
        ],
      },
    );
    const discord = renderDiscord({ type: 'card', card });
    expect(discord.embeds[0]!.description!.length).toBeLessThanOrEqual(4_096);
    expect(discord.embeds[0]!.description).toContain('left out');
    expect(discord.components).toHaveLength(1);
    const slack = renderSlack({ type: 'card', card }, (id) => id);
    expect(JSON.stringify(slack.blocks).length).toBeLessThan(13_000);
    expect(JSON.stringify(slack.blocks)).toContain('left out');
  });
});

describe('a digest in the language of its community', () => {
  const danish = { workspace: { ...workspace, language: 'da' } };

  it('has its numbers, days and months in it, and no English besides the names of hearback.yaml', () => {
    const told = words(
      {
        opened: [{ kind: 'defect', now: 3, before: 1 }],
        ratings: { count: 2, mean: 4.25 },
        overdue: { total: 2, first: [{ ...aCase(1), clock: 'update_due', deadline: hours(-72) }] },
        promised: { total: 1, first: [{ ...aCase(2), deadline: hours(48) }] },
        items: { total: 1, first: [item(7, 'Priser', { addedAt: hours(-1_000) })] },
      },
      danish,
    );
    for (const part of [
      'Overblik · 15. nov. til 22. nov.',
      '**3 nye sager** (2 flere end sidst): Fejl 3. Tilfredshed 4,3 ud af 5, fra 2 bedømmelser.',
      'Forsinket (2)',
      'medlemmet skulle have hørt nyt for 3 dage siden',
      'og 1 til',
      'senest 24. nov.',
      'udskudt siden 11. okt.',
      'Besluttet? /feedback meeting decide og nummeret.',
    ])
      expect(told).toContain(part);
  });

  it('and a list of the day in the language of whoever gets it', () => {
    const due = {
      ...aCase(1),
      clock: 'update_due' as const,
      deadline: hours(2),
      isWaiting: true,
      hasDraft: false,
    };
    const card = toDoCard({ total: 1, first: [due], untaken: NONE }, { ...danish, policy, locale: 'fr-CA' });
    expect(card.title).toBe('Un dossier pour aujourd’hui');
    expect(JSON.stringify(card)).toContain('nouvelles au membre, au plus tard');
    expect(card.sections![0]!.actions.map(({ label }) => label)).toEqual([
      'Ouvrir',
      'C’est fait',
      'Mettre en pause',
      'Confier à quelqu’un',
    ]);
  });
});

describe('the chart of a digest', () => {
  it('says the same in words, and keeps two periods of one day apart', () => {
    const chart = digestChart(
      [
        { to: NOW, opened: 3, answered: 2, mean: 4.25 },
        { to: NOW, opened: 0, answered: 1, mean: null },
      ],
      'UTC',
      textsIn('en'),
    );
    expect(new Set(chart.points.map(({ label }) => label)).size).toBe(2);
    expect(chartWords(chart, textsIn('en'))).toBe(
      'New cases and first answers by period: until 22 Nov 3 new and 2 answered, satisfaction 4.3; until 22 Nov 0 new and 1 answered.',
    );
  });
});

describe('a list of the day', () => {
  const toDo = (number: number) => ({
    ...aCase(number),
    clock: 'update_due' as const,
    deadline: hours(2),
    isWaiting: true,
    hasDraft: true,
  });
  const many = (count: number, from: number) => Array.from({ length: count }, (_, index) => from + index);

  it('has buttons for four cases, a menu that opens the next ones, and says how many there are besides', () => {
    const first = Array.from({ length: 15 }, (_, index) => toDo(index + 1));
    const card = toDoCard({ total: 20, first, untaken: NONE }, { workspace, policy });
    expect(card.title).toBe('20 cases for today');
    expect(card.sections).toHaveLength(4);
    expect(card.actions).toEqual([
      expect.objectContaining({ type: 'select', placeholder: 'Open another …' }),
    ]);
    expect(card.sections![0]!.actions.map(({ label }) => label)).toEqual([
      'Open',
      'Done',
      'Snooze',
      'Hand over',
    ]);
    const told = JSON.stringify(card);
    for (const part of [
      'FB-15',
      'and 5 more',
      'word to the member due',
      'the member waits',
      'waits for its click',
    ])
      expect(told).toContain(part);
  });

  it('says so when all was done in the meantime', () => {
    const card = toDoCard({ ...NONE, untaken: NONE }, { workspace, policy });
    expect(card.title).toBe('Nothing is left for today');
    expect(card.actions).toEqual([]);
  });

  it('has buttons for five cases where there are no others', () => {
    const first = [1, 2, 3, 4, 5].map(toDo);
    const card = toDoCard({ total: 5, first, untaken: NONE }, { workspace, policy });
    expect(card.sections).toHaveLength(5);
    expect(card.actions).toEqual([]);
  });

  it('names in a part of their own what nobody has taken yet, with a menu that opens each, on both platforms', () => {
    const untaken = {
      total: 13,
      first: many(10, 41).map((number) => ({ ...toDo(number), handlerId: null })),
    };
    const card = toDoCard({ total: 15, first: many(15, 21).map(toDo), untaken }, { workspace, policy });
    expect(card.title).toBe('28 cases for today');
    const discord = renderDiscord({ type: 'card', card });
    expect(discord.embeds[0]!.description).toMatch(
      /\*\*Not taken yet, and yours to look at\*\*\s+- \*\*FB-41\*\* Feedback · word to the member due .*\n(?:.*\n){9}- and 3 more: \/feedback mine\s/,
    );
    // Nothing is cut, down to the last of those with buttons.
    expect(discord.embeds[0]!.description).toMatch(/\*\*FB-24\*\* .*waits for its click · \[message\]/);
    expect(discord.components).toHaveLength(5);
    const menu = JSON.stringify(discord.components.at(-1));
    for (const name of ['FB-41', 'FB-50', 'FB-25', 'FB-35']) expect(menu).toContain(`"${name} · Feedback"`);
    expect(menu).not.toContain('FB-24');
    const slack = JSON.stringify(renderSlack({ type: 'card', card }, (id) => id).blocks);
    expect(slack).toContain('*Not taken yet, and yours to look at*');
    expect(slack).toContain('FB-35 · Feedback');
  });

  it('comes for what nobody has taken alone', () => {
    const untaken = { total: 1, first: [{ ...toDo(11), handlerId: null }] };
    const card = toDoCard({ ...NONE, untaken }, { workspace, policy });
    expect(card).toMatchObject({ title: 'One case for today', sections: [] });
    expect(JSON.stringify(card.body)).not.toContain('"Yours"');
  });
});
