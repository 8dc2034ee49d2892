import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type APIApplicationCommand, Routes } from 'discord.js';
import { BOT, GUILD, type Host, openHost, refusal } from './host.ts';

const text = (name: string, changes: object = {}) => ({ type: 3, name, description: name, ...changes });
const sub = (name: string, ...options: object[]) => ({ type: 1, name, description: name, options });
const FEEDBACK_COMMAND = { name: 'feedback', description: 'Feedback', options: [sub('list')] };

describe('registered commands', () => {
  let host: Host;
  beforeEach(async () => {
    host = await openHost();
    await host.rest.put(Routes.applicationGuildCommands(BOT, GUILD), { body: [FEEDBACK_COMMAND] });
  });
  afterEach(() => host.close());

  it('are replaced as a whole, keeping the ids of those that stay', async () => {
    const route = Routes.applicationGuildCommands(BOT, GUILD);
    const [before] = (await host.rest.get(route)) as APIApplicationCommand[];
    await host.rest.put(route, { body: [FEEDBACK_COMMAND, { name: 'Flag as feedback', type: 3 }] });
    const after = (await host.rest.get(route)) as APIApplicationCommand[];
    expect(after.map(({ name, type }) => [name, type])).toEqual([
      ['feedback', 1],
      ['Flag as feedback', 3],
    ]);
    expect(after[0]!.id).toBe(before!.id);
    expect(after[0]!.version).not.toBe(before!.version);
    await host.rest.put(route, { body: [] });
    expect(await host.rest.get(route)).toEqual([]);
  });

  it('of all servers are kept apart from those of one', async () => {
    const created = await host.rest.post(Routes.applicationCommands(BOT), {
      body: { name: 'ping', description: 'Ping' },
    });
    expect(created).toMatchObject({ name: 'ping', type: 1, application_id: BOT });
    expect(created).not.toHaveProperty('guild_id');
    expect(await host.rest.get(Routes.applicationCommands(BOT))).toHaveLength(1);
    expect(await host.rest.get(Routes.applicationGuildCommands(BOT, GUILD))).toHaveLength(1);
  });

  it.each([
    ['upper case', [{ name: 'Feedback', description: 'x' }], { 0: { name: {} } }],
    ['a space', [{ name: 'feed back', description: 'x' }], { 0: { name: {} } }],
    ['no description', [{ name: 'feedback' }], { 0: { description: {} } }],
    [
      'a description of 101',
      [{ name: 'feedback', description: 'd'.repeat(101) }],
      { 0: { description: {} } },
    ],
    [
      'a description of 101 in another language',
      [{ name: 'feedback', description: 'd', description_localizations: { da: 'd'.repeat(101) } }],
      { 0: { description_localizations: { da: {} } } },
    ],
    [
      'a language Discord does not have',
      [{ name: 'feedback', description: 'd', description_localizations: { pt: 'd' } }],
      { 0: { description_localizations: { pt: {} } } },
    ],
    [
      'a name twice',
      [
        { name: 'a', description: 'x' },
        { name: 'a', description: 'x' },
      ],
      { 1: { name: {} } },
    ],
    [
      '26 options',
      [{ name: 'a', description: 'x', options: Array.from({ length: 26 }, (_, index) => text(`o${index}`)) }],
      { 0: { options: {} } },
    ],
    [
      'required after optional',
      [{ name: 'a', description: 'x', options: [text('one'), text('two', { required: true })] }],
      { 0: { options: { 1: {} } } },
    ],
    [
      'subcommands among options',
      [{ name: 'a', description: 'x', options: [sub('one'), text('two')] }],
      { 0: { options: {} } },
    ],
    [
      'a menu entry with options',
      [{ name: 'Flag', type: 3, options: [text('one')] }],
      { 0: { options: {} } },
    ],
    [
      'choices with autocomplete',
      [
        {
          name: 'a',
          description: 'x',
          options: [text('one', { autocomplete: true, choices: [{ name: 'c', value: 'c' }] })],
        },
      ],
      { 0: { options: { 0: { autocomplete: {} } } } },
    ],
    [
      '16 menu entries',
      Array.from({ length: 16 }, (_, index) => ({ name: `Entry ${index}`, type: 3 })),
      { _errors: [{}] },
    ],
  ])('are refused with %s', async (_what, body, errors) => {
    const put = host.rest.put(Routes.applicationCommands(BOT), { body });
    expect(await refusal(put)).toMatchObject({ code: 50035, errors });
  });

  it('tell what they are called in other languages only to whoever asks for it', async () => {
    const route = Routes.applicationGuildCommands(BOT, GUILD);
    const languages = { description_localizations: { fr: 'Retours', da: 'Tilbagemeldinger' } };
    const options = [{ ...sub('list'), ...languages }];
    await host.rest.put(route, { body: [{ ...FEEDBACK_COMMAND, ...languages, options }] });
    const [short] = (await host.rest.get(route)) as APIApplicationCommand[];
    expect(short).not.toHaveProperty('description_localizations');
    expect(short!.options![0]).not.toHaveProperty('description_localizations');
    const query = new URLSearchParams({ with_localizations: 'true' });
    expect(await host.rest.get(route, { query })).toMatchObject([{ ...languages, options: [languages] }]);
  });

  it('are not wiped by a body that is no list', async () => {
    const route = Routes.applicationGuildCommands(BOT, GUILD);
    expect(await refusal(host.rest.put(route, { body: {} }))).toMatchObject({ code: 50035 });
    expect(await host.rest.get(route)).toHaveLength(1);
  });

  it('can be read, changed and deleted one by one', async () => {
    const [{ id }] = (await host.rest.get(Routes.applicationGuildCommands(BOT, GUILD))) as [
      APIApplicationCommand,
    ];
    const route = Routes.applicationGuildCommand(BOT, GUILD, id);
    expect(await host.rest.patch(route, { body: { description: 'Changed' } })).toMatchObject({
      id,
      description: 'Changed',
    });
    expect(await host.rest.get(route)).toMatchObject({ name: 'feedback', description: 'Changed' });
    await host.rest.delete(route);
    expect(await refusal(host.rest.get(route))).toMatchObject({ code: 10063, status: 404 });
  });

  it('of another application or server are refused', async () => {
    expect(await refusal(host.rest.put(Routes.applicationCommands('42'), { body: [] }))).toMatchObject({
      code: 10002,
    });
    expect(
      await refusal(host.rest.put(Routes.applicationGuildCommands(BOT, '42'), { body: [] })),
    ).toMatchObject({ code: 50001 });
  });
});
