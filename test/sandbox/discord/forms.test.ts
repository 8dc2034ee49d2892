import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import {
  type ChatInputCommandInteraction,
  type Client,
  Events,
  MessageFlags,
  type ModalSubmitInteraction,
  Routes,
} from 'discord.js';
import { BOT, FEEDBACK, GUILD, type Host, INES, next, NORA, openHost, refusal } from './host.ts';

const input = (changes: object = {}) => ({ type: 4, custom_id: 'note', style: 2, label: 'Note', ...changes });
const row = (component: object) => ({ type: 1, components: [component] });
const label = (name: string, component: object) => ({ type: 18, label: name, component });
const modal = (changes: object = {}) => ({
  title: 'Flag as feedback',
  custom_id: 'flag?x=1',
  components: [row(input())],
  ...changes,
});
const RICH = [
  label('Kind', {
    type: 3,
    custom_id: 'kind',
    options: [
      { label: 'Defect', value: 'd', default: true },
      { label: 'Praise', value: 'p' },
    ],
  }),
  label('Who', { type: 5, custom_id: 'who', required: false }),
  label('Text', { type: 4, custom_id: 'text', style: 1, max_length: 5, value: 'abc' }),
  { type: 10, content: 'Thank you' },
];

describe('forms', () => {
  let host: Host;
  let client: Client;
  beforeEach(async () => {
    host = await openHost();
    await host.rest.put(Routes.applicationGuildCommands(BOT, GUILD), {
      body: [{ name: 'flag', description: 'Flag' }],
    });
    client = await host.login();
  });
  afterEach(() => host.close());

  const typed = async () => {
    const heard = next(client, Events.InteractionCreate);
    const result = host.sandbox.command({ as: NORA, channel: FEEDBACK, text: '/flag' });
    const [command] = (await heard) as [ChatInputCommandInteraction];
    return { command, result };
  };
  const show = ({ id, token }: { id: string; token: string }, data: object) =>
    host.rest.post(Routes.interactionCallback(id, token), { body: { type: 9, data }, auth: false });
  const open = async (data: object) => {
    const { command, result } = await typed();
    await show(command, data);
    return (await result).form!;
  };
  const send = async (form: string, values: Record<string, string>) => {
    const heard = next(client, Events.InteractionCreate);
    const result = host.sandbox.submit({ as: NORA, form, values });
    const [sent] = (await heard) as [ModalSubmitInteraction];
    await sent.reply({ content: 'Thanks', flags: MessageFlags.Ephemeral });
    return { sent, result: await result };
  };

  it('open at the person who asked and stay in their inbox', async () => {
    const form = await open(modal());
    expect(form).toEqual({
      id: form.id,
      title: 'Flag as feedback',
      submit: 'Submit',
      fields: [{ name: 'note', label: 'Note', type: 'paragraph', required: true, value: '', choices: [] }],
    });
    expect(host.sandbox.inbox(NORA).forms).toEqual([form]);
    expect(host.sandbox.inbox(INES).forms).toEqual([]);
  });

  it('come back with what was filled in, by name or by label', async () => {
    const { id } = await open(modal());
    const { sent, result } = await send(id, { Note: 'Crash on save' });
    expect([sent.customId, sent.fields.getTextInputValue('note')]).toEqual(['flag?x=1', 'Crash on save']);
    expect(result).toMatchObject({ ok: true, ephemeral: { text: 'Thanks' } });
    expect(host.sandbox.inbox(NORA).forms).toEqual([]);
  });

  it('can ask for a choice and for a person', async () => {
    const form = await open(modal({ components: RICH }));
    expect(form.fields).toMatchObject([
      {
        name: 'kind',
        type: 'choice',
        value: 'd',
        choices: [
          { label: 'Defect', value: 'd' },
          { label: 'Praise', value: 'p' },
        ],
      },
      { name: 'who', type: 'person', required: false },
      { name: 'text', type: 'line', value: 'abc' },
    ]);
    const { sent } = await send(form.id, { kind: 'Praise', who: '@Inês Duarte' });
    expect(sent.fields.getStringSelectValues('kind')).toEqual(['p']);
    expect([...sent.fields.getSelectedUsers('who')!.keys()]).toEqual([INES]);
    expect(sent.fields.getTextInputValue('text')).toBe('abc');
  });

  it.each([
    ['a field left empty', {}],
    ['a field that does not exist', { note: 'x', other: 'y' }],
  ])('are refused with %s', async (_what, values) => {
    const { id } = await open(modal());
    await expect(host.sandbox.submit({ as: NORA, form: id, values })).rejects.toMatchObject({
      name: 'SandboxRefusal',
    });
  });

  it('are refused with too long a text, a wrong choice, or by somebody else', async () => {
    const { id } = await open(modal({ components: RICH }));
    await expect(
      host.sandbox.submit({ as: NORA, form: id, values: { text: 'abcdef' } }),
    ).rejects.toMatchObject({ code: 'invalid_field' });
    await expect(host.sandbox.submit({ as: NORA, form: id, values: { kind: 'Rant' } })).rejects.toMatchObject(
      { code: 'invalid_field' },
    );
    await expect(host.sandbox.submit({ as: INES, form: id, values: {} })).rejects.toMatchObject({
      code: 'unknown_form',
    });
  });

  it('give way to the next one', async () => {
    await open(modal());
    const second = await open(modal({ title: 'Another' }));
    expect(host.sandbox.inbox(NORA).forms).toEqual([second]);
  });

  it('cannot follow an answer, and cannot answer a form', async () => {
    const { command } = await typed();
    await command.deferReply();
    expect(await refusal(show(command, modal()))).toMatchObject({ code: 40060 });

    const { id } = await open(modal());
    const heard = next(client, Events.InteractionCreate);
    void host.sandbox.submit({ as: NORA, form: id, values: { note: 'x' } });
    const [sent] = (await heard) as [ModalSubmitInteraction];
    expect(await refusal(show(sent, modal()))).toMatchObject({ code: 50035, errors: { type: {} } });
  });

  it.each([
    ['a title of 46', { title: 't'.repeat(46) }, { title: {} }],
    ['no title', { title: '' }, { title: {} }],
    ['a custom id of 101', { custom_id: 'c'.repeat(101) }, { custom_id: {} }],
    ['no fields', { components: [] }, { components: {} }],
    [
      'six fields',
      { components: Array.from({ length: 6 }, (_, index) => row(input({ custom_id: String(index) }))) },
      { components: {} },
    ],
    [
      'a label of 46',
      { components: [row(input({ label: 'l'.repeat(46) }))] },
      { components: { 0: { components: { 0: { label: {} } } } } },
    ],
    [
      'the same field twice',
      { components: [row(input()), row(input())] },
      { components: { 1: { components: { 0: { custom_id: {} } } } } },
    ],
    [
      'a button',
      { components: [row({ type: 2, style: 1, label: 'x', custom_id: 'x' })] },
      { components: { 0: { components: { 0: { type: {} } } } } },
    ],
    [
      'a text longer than its limit',
      { components: [row(input({ max_length: 3, value: 'abcd' }))] },
      { components: { 0: { components: { 0: { value: {} } } } } },
    ],
    [
      'an input of 4,001',
      { components: [row(input({ max_length: 4_001 }))] },
      { components: { 0: { components: { 0: { max_length: {} } } } } },
    ],
  ])('are refused with %s by the API', async (_what, changes, data) => {
    const { command } = await typed();
    expect(await refusal(show(command, modal(changes)))).toMatchObject({ code: 50035, errors: { data } });
    await command.deferReply();
  });
});
