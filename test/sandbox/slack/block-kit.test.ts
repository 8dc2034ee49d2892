import { describe, expect, it } from '@jest/globals';
import { faultsInBlocks, faultsInView } from '../../../sandbox/slack/block-kit.ts';

const text = (length: number) => 'x'.repeat(length);
const plain = (length: number) => ({ type: 'plain_text', text: text(length) });
const section = (length: number) => ({ type: 'section', text: { type: 'mrkdwn', text: text(length) } });
const button = (fields: object = {}) => ({ type: 'button', text: plain(3), action_id: 'press', ...fields });
const actions = (...elements: object[]) => ({ type: 'actions', elements });
const options = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ text: plain(3), value: `v${index}` }));
const select = (fields: object) => ({ type: 'static_select', action_id: 'choose', ...fields });
const input = (element: object, fields: object = {}) => ({
  type: 'input',
  label: plain(3),
  element,
  ...fields,
});

describe('blocks Slack takes', () => {
  it.each<[string, object[]]>([
    ['the longest section', [section(3_000)]],
    ['a section of fields', [{ type: 'section', fields: [plain(2_000), plain(1)] }]],
    ['a section with a button', [{ ...section(3), accessory: button() }]],
    ['the longest header', [{ type: 'header', text: plain(150) }]],
    [
      'dividers, context and markdown',
      [{ type: 'divider' }, { type: 'context', elements: [plain(3)] }, { type: 'markdown', text: '# Hi' }],
    ],
    [
      '25 buttons',
      [actions(...Array.from({ length: 25 }, (_, index) => button({ action_id: `b${index}` })))],
    ],
    ['a link button', [actions(button({ url: 'https://example.org/' }))]],
    ['a select of 100 options', [actions(select({ options: options(100), placeholder: plain(150) }))]],
    ['a choice of people', [actions({ type: 'users_select', action_id: 'who' })]],
    ['50 blocks', Array.from({ length: 50 }, () => ({ type: 'divider' }))],
    [
      'the longest ids',
      [
        { type: 'divider', block_id: text(255) },
        actions(button({ action_id: text(255), value: text(2_000) })),
      ],
    ],
  ])('%s', (_, blocks) => {
    expect(faultsInBlocks(blocks)).toEqual([]);
  });
});

describe('blocks Slack refuses', () => {
  it.each<[string, object[], string]>([
    ['a longer section', [section(3_001)], '/blocks/0/text/text'],
    ['an empty section', [section(0)], '/blocks/0/text/text'],
    ['a section of nothing', [{ type: 'section' }], '/blocks/0/text'],
    [
      '11 fields',
      [{ type: 'section', fields: Array.from({ length: 11 }, () => plain(1)) }],
      '/blocks/0/fields',
    ],
    ['a longer header', [{ type: 'header', text: plain(151) }], '/blocks/0/text/text'],
    ['a header in mrkdwn', [{ type: 'header', text: { type: 'mrkdwn', text: 'x' } }], '/blocks/0/text/type'],
    [
      '26 buttons',
      [actions(...Array.from({ length: 26 }, (_, index) => button({ action_id: `b${index}` })))],
      '/blocks/0/elements',
    ],
    ['no button', [actions()], '/blocks/0/elements'],
    ['a longer button text', [actions(button({ text: plain(76) }))], '/blocks/0/elements/0/text/text'],
    ['a longer value', [actions(button({ value: text(2_001) }))], '/blocks/0/elements/0/value'],
    ['a longer action_id', [actions(button({ action_id: text(256) }))], '/blocks/0/elements/0/action_id'],
    ['a style there is not', [actions(button({ style: 'default' }))], '/blocks/0/elements/0/style'],
    ['a link that is none', [actions(button({ url: 'here' }))], '/blocks/0/elements/0/url'],
    ['the same action_id twice', [actions(button()), actions(button())], '/blocks/1/elements/0/action_id'],
    [
      'the same block_id twice',
      [
        { type: 'divider', block_id: 'a' },
        { type: 'divider', block_id: 'a' },
      ],
      '/blocks/1/block_id',
    ],
    ['101 options', [actions(select({ options: options(101) }))], '/blocks/0/elements/0/options'],
    ['no options', [actions(select({}))], '/blocks/0/elements/0/options'],
    [
      'a longer option',
      [actions(select({ options: [{ text: plain(76), value: 'v' }] }))],
      '/blocks/0/elements/0/options/0/text/text',
    ],
    [
      'an initial option that is none',
      [actions(select({ options: options(1), initial_option: { text: plain(3), value: 'w' } }))],
      '/blocks/0/elements/0/initial_option',
    ],
    ['a field there is not', [{ ...section(3), colour: 'red' }], '/blocks/0'],
    ['a block there is not', [{ type: 'blink' }], '/blocks/0/type'],
    ['51 blocks', Array.from({ length: 51 }, () => ({ type: 'divider' })), '/blocks'],
  ])('%s', (_, blocks, pointer) => {
    expect(faultsInBlocks(blocks)).toEqual([
      expect.stringMatching(new RegExp(`\\[json-pointer:${pointer}\\]$`)),
    ]);
  });
});

describe('views', () => {
  const modal = (fields: object = {}) => ({
    type: 'modal',
    title: plain(24),
    submit: plain(24),
    blocks: [input({ type: 'plain_text_input', action_id: 'note', multiline: true, max_length: 3_000 })],
    ...fields,
  });

  it('are taken with inputs, selects and 100 blocks', () => {
    expect(faultsInView(modal(), 'modal')).toEqual([]);
    expect(
      faultsInView(modal({ blocks: Array.from({ length: 100 }, () => ({ type: 'divider' })) }), 'modal'),
    ).toEqual([]);
    expect(
      faultsInView(
        modal({
          blocks: Array.from({ length: 2 }, () => input({ type: 'plain_text_input', action_id: 'value' })),
        }),
        'modal',
      ),
    ).toEqual([]);
    expect(faultsInView(modal({ private_metadata: text(3_000), callback_id: text(255) }), 'modal')).toEqual(
      [],
    );
  });

  it.each<[string, object]>([
    ['a longer title', { title: plain(25) }],
    ['no title', { title: undefined }],
    ['a longer submit', { submit: plain(25) }],
    ['inputs without submit', { submit: undefined }],
    ['longer metadata', { private_metadata: text(3_001) }],
    ['a longer callback_id', { callback_id: text(256) }],
    ['101 blocks', { blocks: Array.from({ length: 101 }, () => ({ type: 'divider' })) }],
    ['a longer input', { blocks: [input({ type: 'plain_text_input', max_length: 3_001 })] }],
    [
      'a text over its own limit',
      { blocks: [input({ type: 'plain_text_input', max_length: 2, initial_value: 'xxx' })] },
    ],
    ['a longer label', { blocks: [input({ type: 'plain_text_input' }, { label: plain(2_001) })] }],
    [
      'the same block_id twice',
      {
        blocks: [
          { type: 'divider', block_id: 'a' },
          { type: 'divider', block_id: 'a' },
        ],
      },
    ],
    ['a button as input', { blocks: [input(button())] }],
    ['another type', { type: 'home' }],
  ])('are refused for %s', (_, fields) => {
    expect(faultsInView(modal(fields), 'modal')).not.toEqual([]);
  });
});
