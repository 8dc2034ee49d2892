import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import {
  type AutocompleteInteraction,
  type ChatInputCommandInteraction,
  type Client,
  Events,
  MessageFlags,
  Routes,
} from 'discord.js';
import {
  BOT,
  CLAIRE,
  FEEDBACK,
  GUILD,
  type Host,
  INES,
  KASPER,
  next,
  NORA,
  openHost,
  refusal,
} from './host.ts';

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
    sub('escalate', text('case', { required: true }), text('reason'), text('to', { autocomplete: true })),
    sub('limit', { type: 4, name: 'count', description: 'n' }, { type: 5, name: 'all', description: 'all' }),
  ],
};

describe('typed commands', () => {
  let host: Host;
  let client: Client;
  beforeEach(async () => {
    host = await openHost();
    await host.rest.put(Routes.applicationGuildCommands(BOT, GUILD), { body: [FEEDBACK_COMMAND] });
    client = await host.login();
  });
  afterEach(() => host.close());

  /** Types a command and gives what the app heard of it. */
  const heardOf = async (line: string): Promise<ChatInputCommandInteraction> => {
    const heard = next(client, Events.InteractionCreate);
    const result = host.sandbox.command({ as: NORA, channel: FEEDBACK, text: line });
    const [command] = (await heard) as [ChatInputCommandInteraction];
    await command.reply({ content: 'ok', flags: MessageFlags.Ephemeral });
    await result;
    return command;
  };
  const refusedBy = (line: string) => host.sandbox.command({ as: NORA, channel: FEEDBACK, text: line });

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

  it('give what is left to the last option that takes any text, not to one with suggestions', async () => {
    const { options } = await heardOf('/feedback escalate FB-1 the third time now');
    expect([options.getString('reason'), options.getString('to')]).toEqual(['the third time now', null]);
    const named = await heardOf('/feedback escalate FB-1 the third time to:qa');
    expect([named.options.getString('reason'), named.options.getString('to')]).toEqual([
      'the third time',
      'qa',
    ]);
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

  it('of the server are not offered in direct messages, those of all servers are unless they say otherwise', async () => {
    const inDm = (line: string) => host.sandbox.command({ as: NORA, channel: BOT, text: line });
    await expect(inDm('/feedback list')).rejects.toMatchObject({ code: 'unknown_command' });
    const body = [
      { name: 'anywhere', description: 'x' },
      { name: 'servers', description: 'x', contexts: [0] },
    ];
    await host.rest.put(Routes.applicationCommands(BOT), { body });
    await expect(inDm('/servers')).rejects.toMatchObject({ code: 'unknown_command' });
    const heard = next(client, Events.InteractionCreate);
    void inDm('/anywhere');
    expect(((await heard) as [ChatInputCommandInteraction])[0].user.id).toBe(NORA);
  });

  it('for administrators are offered to the owner only', async () => {
    const body = [{ name: 'admin', description: 'x', default_member_permissions: '0' }];
    await host.rest.put(Routes.applicationGuildCommands(BOT, GUILD), { body });
    const types = (as: string) => host.sandbox.command({ as, channel: FEEDBACK, text: '/admin' });
    await expect(types(NORA)).rejects.toMatchObject({ code: 'unknown_command' });
    const heard = next(client, Events.InteractionCreate);
    void types(CLAIRE);
    expect(((await heard) as [ChatInputCommandInteraction])[0].commandName).toBe('admin');
  });

  it('are used in threads under the id of the thread', async () => {
    const { message } = host.sandbox.createMessage({ as: KASPER, channel: FEEDBACK, text: 'Root' });
    host.sandbox.createMessage({ as: NORA, channel: FEEDBACK, thread: message, text: 'In thread' });
    const heard = next(client, Events.InteractionCreate);
    void host.sandbox.command({ as: NORA, channel: FEEDBACK, thread: message, text: '/feedback list' });
    const [command] = (await heard) as [ChatInputCommandInteraction];
    expect([command.channelId, command.channel?.isThread()]).toEqual([message, true]);
  });

  it('are completed while typed', async () => {
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
});
