import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import {
  type APIApplicationCommand,
  type AutocompleteInteraction,
  type ChatInputCommandInteraction,
  type Client,
  Events,
  MessageFlags,
  Routes,
} from 'discord.js';
import { BOT, FEEDBACK, GUILD, type Host, INES, KASPER, next, NORA, openHost, refusal } from './host.ts';

const text = (name: string, changes: object = {}) => ({ type: 3, name, description: name, ...changes });
const sub = (name: string, ...options: object[]) => ({ type: 1, name, description: name, options });
const FEEDBACK_COMMAND = {
  name: 'feedback',
  description: 'Feedback',
  options: [
    sub('list'),
    sub('claim', text('case', { required: true, autocomplete: true })),
    sub('note', text('case', { required: true }), text('text', { required: true, max_length: 40 })),
    sub('assign', text('case', { required: true }), {
      type: 6,
      name: 'person',
      description: 'who',
      required: true,
    }),
    sub(
      'severity',
      text('case', { required: true }),
      text('level', { required: true, choices: [{ name: 'High', value: 'h' }] }),
    ),
    sub('limit', { type: 4, name: 'count', description: 'n' }, { type: 5, name: 'all', description: 'all' }),
  ],
};

describe('commands', () => {
  let host: Host;
  let client: Client;
  beforeEach(async () => {
    host = await openHost();
    await host.rest.put(Routes.applicationGuildCommands(BOT, GUILD), { body: [FEEDBACK_COMMAND] });
  });
  afterEach(() => host.close());

  /** Types a command and gives what the app heard of it. */
  const heardOf = async (line: string): Promise<ChatInputCommandInteraction> => {
    client ??= await host.login();
    const heard = next(client, Events.InteractionCreate);
    const result = host.sandbox.command({ as: NORA, channel: FEEDBACK, text: line });
    const [command] = (await heard) as [ChatInputCommandInteraction];
    await command.reply({ content: 'ok', flags: MessageFlags.Ephemeral });
    await result;
    return command;
  };
  const refusedBy = (line: string) => host.sandbox.command({ as: NORA, channel: FEEDBACK, text: line });
  afterEach(() => {
    client = undefined as never;
  });

  it('fill options by their order and by their names', async () => {
    const positional = await heardOf('/feedback note FB-1 please call  him back');
    expect([
      positional.options.getSubcommand(),
      positional.options.getString('case'),
      positional.options.getString('text'),
    ]).toEqual(['note', 'FB-1', 'please call  him back']);
    const named = await heardOf('/feedback note text: call him: now case:FB-2');
    expect([named.options.getString('case'), named.options.getString('text')]).toEqual([
      'FB-2',
      'call him: now',
    ]);
    const mixed = await heardOf('/feedback note FB-3 text:later');
    expect([mixed.options.getString('case'), mixed.options.getString('text')]).toEqual(['FB-3', 'later']);
  });

  it.each(['@Inês Duarte', `<@${INES}>`, INES, '@ines.duarte'])('name people as %s', async (who) => {
    const command = await heardOf(`/feedback assign FB-1 ${who}`);
    expect(command.options.getString('case')).toBe('FB-1');
    expect(command.options.getUser('person')?.id).toBe(INES);
    expect(command.inCachedGuild() && command.options.getMember('person')?.displayName).toBe('Inês Duarte');
  });

  it('take choices by name and other kinds of values', async () => {
    expect((await heardOf('/feedback severity FB-1 high')).options.getString('level')).toBe('h');
    const { options } = await heardOf('/feedback limit 3 true');
    expect([options.getInteger('count'), options.getBoolean('all')]).toEqual([3, true]);
  });

  it.each([
    ['feedback list', 'no_command'],
    ['/nonsense', 'unknown_command'],
    ['/feedback', 'unknown_subcommand'],
    ['/feedback dance', 'unknown_subcommand'],
    ['/feedback claim', 'missing_option'],
    ['/feedback list everything', 'unknown_option'],
    ['/feedback assign FB-1 @Nobody', 'invalid_option'],
    ['/feedback severity FB-1 extreme', 'invalid_option'],
    ['/feedback limit many', 'invalid_option'],
    [`/feedback note FB-1 ${'x'.repeat(41)}`, 'invalid_option'],
  ])('are refused as the client would: %s', async (line, code) => {
    await expect(refusedBy(line)).rejects.toMatchObject({ name: 'SandboxRefusal', code });
  });

  it('are used in threads under the id of the thread', async () => {
    client = await host.login();
    const { message } = host.sandbox.createMessage({ as: KASPER, channel: FEEDBACK, text: 'Root' });
    host.sandbox.createMessage({ as: NORA, channel: FEEDBACK, thread: message, text: 'In thread' });
    const heard = next(client, Events.InteractionCreate);
    void host.sandbox.command({ as: NORA, channel: FEEDBACK, thread: message, text: '/feedback list' });
    const [command] = (await heard) as [ChatInputCommandInteraction];
    expect([command.channelId, command.channel?.isThread()]).toEqual([message, true]);
  });

  it('are completed while typed', async () => {
    client = await host.login();
    const heard = next(client, Events.InteractionCreate);
    const choices = host.sandbox.complete({ as: NORA, channel: FEEDBACK, text: '/feedback claim FB' });
    const [typing] = (await heard) as [AutocompleteInteraction];
    expect(
      typing.isAutocomplete() && [typing.options.getSubcommand(), typing.options.getFocused(true)],
    ).toMatchObject(['claim', { name: 'case', value: 'FB' }]);
    const many = Array.from({ length: 26 }, (_, index) => ({ name: `FB-${index}`, value: `FB-${index}` }));
    expect(await refusal(typing.respond(many))).toMatchObject({ code: 50035 });
    await typing.respond([{ name: 'FB-1 Export', value: 'FB-1' }]);
    expect(await choices).toEqual([{ label: 'FB-1 Export', value: 'FB-1' }]);
  });

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

  it('of another application or server are refused', async () => {
    expect(await refusal(host.rest.put(Routes.applicationCommands('42'), { body: [] }))).toMatchObject({
      code: 10002,
    });
    expect(
      await refusal(host.rest.put(Routes.applicationGuildCommands(BOT, '42'), { body: [] })),
    ).toMatchObject({ code: 50001 });
  });
});
