import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Routes } from 'discord.js';
import { FEEDBACK, type Host, KASPER, openHost, refusal } from './host.ts';

const button = (changes: object = {}) => ({
  type: 2,
  style: 2,
  label: 'Claim',
  custom_id: 'claim',
  ...changes,
});
const row = (...components: object[]) => ({ type: 1, components });
const select = (changes: object = {}) => ({
  type: 3,
  custom_id: 'route',
  options: [{ label: 'QA', value: 'qa' }],
  ...changes,
});
const field = (changes: object = {}) => ({ name: 'Member', value: 'Kasper', ...changes });

describe('embeds and components', () => {
  let host: Host;
  beforeEach(async () => {
    host = await openHost();
  });
  afterEach(() => host.close());

  const refused = async (body: object) => {
    const { code, errors } = await refusal(
      host.rest.post(Routes.channelMessages(FEEDBACK), { body: { content: 'x', ...body } }),
    );
    return { code, errors };
  };
  const embeds = (...list: object[]) => refused({ embeds: list });
  const components = (...list: object[]) => refused({ components: list });
  const accepted = { code: undefined, errors: undefined };

  it('accepts a full card', async () => {
    const full = {
      title: 't'.repeat(256),
      description: 'd'.repeat(3_000),
      fields: Array.from({ length: 25 }, () => field()),
      footer: { text: 'f' },
      color: 0xff_00_00,
    };
    expect(await embeds(full)).toEqual(accepted);
    expect(
      await components(
        ...['a', 'b', 'c', 'd', 'e'].map((line) =>
          row(...['1', '2', '3', '4', '5'].map((place) => button({ custom_id: line + place }))),
        ),
      ),
    ).toEqual(accepted);
    expect(await components(row(select()))).toEqual(accepted);
    expect(await components(row({ type: 2, style: 5, label: 'Open', url: 'https://example.com' }))).toEqual(
      accepted,
    );
  });

  it.each([
    ['a title of 257', { title: 't'.repeat(257) }, { title: {} }],
    ['a description of 4,097', { description: 'd'.repeat(4_097) }, { description: {} }],
    ['26 fields', { fields: Array.from({ length: 26 }, () => field()) }, { fields: { _errors: [{}] } }],
    ['a field name of 257', { fields: [field({ name: 'n'.repeat(257) })] }, { fields: { 0: { name: {} } } }],
    [
      'a field value of 1,025',
      { fields: [field({ value: 'v'.repeat(1_025) })] },
      { fields: { 0: { value: {} } } },
    ],
    ['an empty field value', { fields: [field({ value: '' })] }, { fields: { 0: { value: {} } } }],
    ['a footer of 2,049', { footer: { text: 'f'.repeat(2_049) } }, { footer: { text: {} } }],
    ['nothing in it', {}, { description: {} }],
    ['a link that is none', { title: 't', url: 'nowhere' }, { url: {} }],
  ])('refuses an embed with %s', async (_what, embed, errors) => {
    expect(await embeds(embed)).toMatchObject({ code: 50035, errors: { embeds: { 0: errors } } });
  });

  it('refuses more than ten embeds, and more than 6,000 characters in all of them', async () => {
    expect(await embeds(...Array.from({ length: 11 }, () => ({ title: 't' })))).toMatchObject({
      code: 50035,
    });
    const half = { description: 'd'.repeat(3_001) };
    expect(await embeds(half, half)).toMatchObject({
      code: 50035,
      errors: { embeds: { 1: { _errors: [{ code: 'MAX_EMBED_SIZE_EXCEEDED' }] } } },
    });
  });

  it.each([
    [
      'six rows',
      Array.from({ length: 6 }, (_, index) => row(button({ custom_id: String(index) }))),
      { _errors: [{}] },
    ],
    [
      'six buttons in a row',
      [row(...Array.from({ length: 6 }, (_, index) => button({ custom_id: String(index) })))],
      { 0: { components: {} } },
    ],
    ['an empty row', [row()], { 0: { components: {} } }],
    ['a button outside a row', [button()], { 0: { type: {} } }],
    [
      'a custom id of 101',
      [row(button({ custom_id: 'c'.repeat(101) }))],
      { 0: { components: { 0: { custom_id: {} } } } },
    ],
    ['an empty custom id', [row(button({ custom_id: '' }))], { 0: { components: { 0: { custom_id: {} } } } }],
    ['the same custom id twice', [row(button(), button())], { 0: { components: { 1: { custom_id: {} } } } }],
    ['a label of 81', [row(button({ label: 'l'.repeat(81) }))], { 0: { components: { 0: { label: {} } } } }],
    ['a button without label', [row(button({ label: undefined }))], { 0: { components: { 0: {} } } }],
    [
      'a link without address',
      [row({ type: 2, style: 5, label: 'Open' })],
      { 0: { components: { 0: { url: {} } } } },
    ],
    [
      'a select of 26',
      [
        row(
          select({
            options: Array.from({ length: 26 }, (_, index) => ({ label: 'o', value: String(index) })),
          }),
        ),
      ],
      { 0: { components: { 0: { options: {} } } } },
    ],
    ['a select of none', [row(select({ options: [] }))], { 0: { components: { 0: { options: {} } } } }],
    [
      'the same value twice',
      [
        row(
          select({
            options: [
              { label: 'a', value: '1' },
              { label: 'b', value: '1' },
            ],
          }),
        ),
      ],
      { 0: { components: { 0: { options: { 1: {} } } } } },
    ],
    ['a button beside a select', [row(select(), button())], { 0: { components: {} } }],
  ])('refuses %s', async (_what, list, errors) => {
    expect(await components(...list)).toMatchObject({ code: 50035, errors: { components: errors } });
  });

  it('keeps components of the newer kind apart from text and embeds', async () => {
    const text = { type: 10, content: 'A case' };
    expect(
      await refused({
        content: undefined,
        flags: 1 << 15,
        components: [{ type: 17, components: [text, row(button())] }],
      }),
    ).toEqual(accepted);
    expect(await refused({ content: 'and text', flags: 1 << 15, components: [text] })).toMatchObject({
      code: 50035,
      errors: { content: {} },
    });
    expect(host.sandbox.messages({ as: KASPER, channel: FEEDBACK })[0]).toMatchObject({
      text: 'A case',
      actions: [{ id: 'claim' }],
    });
  });

  it('shows people the buttons, selects and links of a card', async () => {
    await host.rest.post(Routes.channelMessages(FEEDBACK), {
      body: {
        embeds: [{ title: 'FB-1' }],
        components: [
          row(
            button({ style: 1 }),
            button({ custom_id: 'drop', label: 'Dismiss', style: 4 }),
            button({ custom_id: 'off', disabled: true }),
          ),
          row(select({ placeholder: 'Route to' })),
          row({ type: 2, style: 5, label: 'Open', url: 'https://example.com/1' }),
        ],
      },
    });
    const [card] = host.sandbox.messages({ as: KASPER, channel: FEEDBACK });
    expect(card!.native.embeds).toMatchObject([{ title: 'FB-1' }]);
    expect(card!.actions).toEqual([
      { id: 'claim', type: 'button', label: 'Claim', style: 'primary', choices: [], url: null },
      { id: 'drop', type: 'button', label: 'Dismiss', style: 'danger', choices: [], url: null },
      {
        id: 'route',
        type: 'select',
        label: 'Route to',
        style: 'plain',
        choices: [{ label: 'QA', value: 'qa' }],
        url: null,
      },
      {
        id: 'https://example.com/1',
        type: 'link',
        label: 'Open',
        style: 'plain',
        choices: [],
        url: 'https://example.com/1',
      },
    ]);
  });
});
