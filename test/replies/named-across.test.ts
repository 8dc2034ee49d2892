import { describe, expect, it } from '@jest/globals';
import type { Card } from '../../src/chat/card.ts';
import { channel, paragraph, person, ping, text, type Inline } from '../../src/chat/rich.ts';
import { PlatformUnavailable } from '../../src/errors.ts';
import { answerAcross, contentAcross, type Naming } from '../../src/replies/named-across.ts';
import { policy } from '../support/factories.ts';

const [slack, discord] = policy.workspaces;
const home = discord!.id;
const where = slack!.id;
const asked: string[] = [];

const naming: Naming = {
  policy,
  chat: (workspaceId) => ({
    fetchPerson: async (_id, userId) => {
      asked.push(`${workspaceId} ${userId}`);
      if (userId === '404') throw new PlatformUnavailable('discord', 'down', null);
      return {
        workspaceId,
        userId,
        name: `N${userId}`,
        isBot: false,
        isMember: true,
        groups: [],
        timeZone: null,
        locale: null,
      };
    },
    fetchChannel: async (_id, channelId) => ({ channelId, name: `c${channelId}`, isPrivate: false }),
  }),
};

const INVOKE = { command: 'note', values: { case: 'FB-1' } };

const card = (...inlines: Inline[]): Card => ({
  title: 'x',
  tone: 'neutral',
  summary: 'x',
  body: [{ type: 'quote', children: [{ type: 'bold', children: inlines }] }],
  facts: [{ label: 'Handler', value: inlines }],
  sections: [
    {
      name: 'FB-1',
      text: inlines,
      actions: [{ type: 'button', label: 'B', style: 'plain', invoke: INVOKE }],
    },
  ],
  footer: inlines,
  actions: [
    { type: 'button', label: 'B', style: 'plain', invoke: INVOKE },
    { type: 'select', placeholder: 'S', option: 'o', choices: [{ label: 'l', value: 'v' }], invoke: INVOKE },
    { type: 'menu', label: 'M', choices: [{ type: 'button', label: 'B', style: 'plain', invoke: INVOKE }] },
    { type: 'link', label: 'L', url: 'https://example.org' },
  ],
});

const across = async (drawn: Card, way = { home, where }) => {
  const content = await contentAcross({ type: 'card', card: drawn }, way, naming);
  return content.type === 'card' ? content.card : drawn;
};

describe('a card in another workspace', () => {
  it('names whom its readers do not know, mentions who is one of them, and says whose case it is on every button', async () => {
    asked.length = 0;
    const drawn = await across(card(person('7'), ping(`${where}/U1`), channel('5'), text('said')));

    const words = [
      text(`N7 (${discord!.name})`),
      { type: 'person', userId: 'U1', ping: true },
      text(`#c5 (${discord!.name})`),
      text('said'),
    ];
    expect(drawn.body).toEqual([{ type: 'quote', children: [{ type: 'bold', children: words }] }]);
    expect([drawn.facts[0]?.value, drawn.sections?.[0]?.text, drawn.footer]).toEqual([words, words, words]);
    expect(asked).toEqual([`${home} 7`]);
    const invoke = { command: 'note', values: { in: home, case: 'FB-1' } };
    expect(JSON.stringify(drawn.actions).split(JSON.stringify(invoke))).toHaveLength(4);
    expect(drawn.sections?.[0]?.actions[0]?.invoke).toEqual(invoke);
    expect(drawn.actions).toHaveLength(4);
  });

  it('is drawn without a name that nobody tells, and without a button that could not come back', async () => {
    const long = { ...INVOKE, values: { case: 'FB-1', note: 'x'.repeat(60) } };
    const drawn = await across({
      ...card(person('404')),
      actions: [
        { type: 'button', label: 'B', style: 'plain', invoke: long },
        { type: 'menu', label: 'M', choices: [{ type: 'button', label: 'B', style: 'plain', invoke: long }] },
      ],
    });
    expect(drawn.footer).toEqual([text(`somebody of ${discord!.name}`)]);
    expect(drawn.actions).toEqual([]);
  });
});

describe('a card at home', () => {
  it('stays as it is but for people of elsewhere', async () => {
    asked.length = 0;
    const own = card(person('7'), channel('5'));
    expect(await across(own, { home, where: home })).toEqual(own);
    expect(asked).toEqual([]);
    const drawn = await across(card(person(`${where}/U1`)), { home, where: home });
    expect(drawn.footer).toEqual([text(`NU1 (${slack!.name})`)]);
    expect(drawn.actions).toEqual(own.actions);
  });
});

describe('an answer in another workspace', () => {
  it('names people too, and a form comes back to where it belongs', async () => {
    const way = { home, where };
    expect(await answerAcross({ type: 'say', blocks: [paragraph(person('7'))] }, way, naming)).toEqual({
      type: 'say',
      blocks: [paragraph(`N7 (${discord!.name})`)],
    });
    const form = {
      title: 'x',
      submit: 'x',
      fields: [{ type: 'person' as const, name: 'person', label: 'Who', required: true, initial: '7' }],
      invoke: INVOKE,
    };
    expect(await answerAcross({ type: 'form', form }, way, naming)).toEqual({
      type: 'form',
      form: {
        ...form,
        fields: [{ type: 'person', name: 'person', label: 'Who', required: true }],
        invoke: { command: 'note', values: { in: home, case: 'FB-1' } },
      },
    });
    expect(await answerAcross({ type: 'form', form }, { home, where: home }, naming)).toEqual({
      type: 'form',
      form,
    });
  });
});
