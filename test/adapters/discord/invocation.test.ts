import { describe, expect, it } from '@jest/globals';
import { filledIn, renderForm } from '../../../src/adapters/discord/forms.ts';
import { invokedBy, KIND, type RawInteraction } from '../../../src/adapters/discord/invocation.ts';
import { originMark } from '../../../src/adapters/discord/origin.ts';
import { rowsOf } from '../../../src/adapters/discord/components.ts';
import type { Action } from '../../../src/chat/card.ts';
import type { Form } from '../../../src/chat/form.ts';
import { button, select } from './actions.ts';

const pressed = (customId: string, values?: string[]): RawInteraction => ({
  id: '1',
  token: 't',
  application_id: '2',
  type: KIND.component,
  data: { custom_id: customId, ...(values && { values }) },
});
const idOf = (action: Action, mark = {}) =>
  (rowsOf([action], mark)[0]!.components[0] as { custom_id: string }).custom_id;

describe('what a button stands for', () => {
  it('comes back as the command with its values', () => {
    expect(invokedBy(pressed(idOf(button('Claim', { case: 'FB-12', note: 'a&b=ø 😀' }))))).toMatchObject({
      from: 'button',
      name: 'claim',
      values: { case: 'FB-12', note: 'a&b=ø 😀' },
      workspaceId: null,
    });
  });

  it('comes back with the choice of a select in its option', () => {
    expect(invokedBy(pressed(idOf(select([{ label: 'Low', value: 'low' }])), ['low']))).toMatchObject({
      name: 'severity',
      values: { case: 'FB-12', severity: 'low' },
    });
  });

  it('names the server in a direct message, where Discord does not', () => {
    const mark = originMark('discord:1100000000000000001');
    expect(invokedBy(pressed(idOf(button('Done', { case: 'FB-12' }), mark)))).toMatchObject({
      values: { case: 'FB-12' },
      workspaceId: 'discord:1100000000000000001',
    });
    expect(invokedBy(pressed(idOf(select([{ label: 'Low', value: 'low' }]), mark), ['low']))).toMatchObject({
      values: { case: 'FB-12', severity: 'low' },
      workspaceId: 'discord:1100000000000000001',
    });
  });

  it('leaves the server out rather than exceed the length of an id', () => {
    const id = idOf(button('Long', { case: 'x'.repeat(88) }), originMark('discord:1100000000000000001'));
    expect(id).toHaveLength(99);
    expect(invokedBy(pressed(id))).toMatchObject({ workspaceId: null });
  });

  it.each(['', 'UPPER?x=1', 'claim!', 'other app:button'])('is nothing of ours for %j', (id) => {
    expect(invokedBy(pressed(id))).toBeNull();
  });
});

describe('a form', () => {
  const modal = renderForm(
    {
      title: 'T'.repeat(60),
      submit: 'Send',
      invoke: { command: 'reply', values: { case: 'FB-12' } },
      fields: [
        {
          name: 'text',
          label: 'Answer',
          type: 'paragraph',
          initial: 'x'.repeat(5_000),
          maxLength: 9_000,
          required: true,
        },
        {
          name: 'topic',
          label: 'L'.repeat(60),
          type: 'line',
          initial: '',
          maxLength: 80,
          required: false,
          hint: 'h'.repeat(200),
        },
        {
          name: 'kind',
          label: 'Kind',
          type: 'choice',
          choices: [{ label: 'Defect', value: 'bug' }],
          initial: 'bug',
          required: true,
        },
        { name: 'to', label: 'To', type: 'person', initial: '123', required: false },
      ],
    },
    {},
  );

  it('labels every input and stays within the limits', () => {
    expect(modal.title).toHaveLength(45);
    expect(modal.custom_id).toBe('reply?case=FB-12');
    expect(
      modal.components.map(({ type, label, description }) => [type, label.length, description?.length ?? 0]),
    ).toEqual([
      [18, 6, 0],
      [18, 45, 100],
      [18, 4, 0],
      [18, 2, 0],
    ]);
    expect(modal.components.map(({ component }) => component)).toEqual([
      expect.objectContaining({ type: 4, custom_id: 'text', style: 2, required: true, max_length: 4_000 }),
      { type: 4, custom_id: 'topic', style: 1, required: false, max_length: 80 },
      {
        type: 3,
        custom_id: 'kind',
        required: true,
        min_values: 1,
        options: [{ label: 'Defect', value: 'bug', default: true }],
      },
      {
        type: 5,
        custom_id: 'to',
        required: false,
        min_values: 0,
        default_values: [{ id: '123', type: 'user' }],
      },
    ]);
  });

  it('leaves out fields that need not be there where it has no room for them, the last first', () => {
    const line = (name: string) =>
      ({ name, label: name, type: 'line', initial: '', maxLength: 9, required: false }) as const;
    const fields = [
      line('a'),
      { ...line('b'), isExtra: true as const },
      { name: 'file', label: 'Files', type: 'files', max: 40, required: false, isExtra: true } as const,
      line('c'),
      line('d'),
      line('e'),
    ];
    const named = (some: Form['fields']) =>
      renderForm(
        { title: 't', submit: 's', invoke: { command: 'new', values: {} }, fields: some },
        {},
      ).components.map(({ component }) => component);
    expect(named(fields).map((each) => 'custom_id' in each && each.custom_id)).toEqual([
      'a',
      'b',
      'c',
      'd',
      'e',
    ]);
    expect(named(fields.slice(1)).at(1)).toEqual({
      type: 19,
      custom_id: 'file',
      required: false,
      min_values: 0,
      max_values: 10,
    });
  });

  it('and a typed command give the files that were chosen apart from their values', () => {
    const attachment = {
      id: '9',
      filename: 'seen.png',
      content_type: 'image/png',
      size: 42,
      url: 'https://cdn.discordapp.com/x',
    };
    const resolved = { attachments: { 9: { ...attachment, proxy_url: '' } } };
    const files = [{ fileId: '9', name: 'seen.png', mime: 'image/png', size: 42, url: attachment.url }];
    const of = (type: number, data: RawInteraction['data']) =>
      invokedBy({ ...pressed(''), type, data: { ...data, resolved } });
    const uploads = { type: 19, custom_id: 'file', values: ['9', '10'] };
    expect(of(KIND.form, { custom_id: 'new', components: [{ type: 18, component: uploads }] })).toMatchObject(
      { values: {}, files },
    );
    const option = { name: 'new', type: 1, options: [{ name: 'file', type: 11, value: '9' }] };
    expect(of(KIND.command, { name: 'feedback', options: [option] })).toMatchObject({ values: {}, files });
  });

  it('comes back as the options filled in, however the inputs are wrapped', () => {
    expect(
      filledIn([
        { component: { custom_id: 'text', value: 'a\u0000b' } },
        { component: { custom_id: 'kind', values: ['bug'] } },
        { component: { custom_id: 'to', values: [] } },
        {
          components: [
            { custom_id: 'topic', value: '' },
            { custom_id: 'old', value: 'row' },
          ],
        },
      ]),
    ).toEqual({ text: 'ab', kind: 'bug', old: 'row' });
  });
});
