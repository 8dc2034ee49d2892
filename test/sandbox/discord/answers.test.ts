import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type ChatInputCommandInteraction, type Client, Events, MessageFlags, Routes } from 'discord.js';
import { GUILD, type Host, next, NORA, openHost, refusal, TRIAGE } from './host.ts';
import { answerNext, withCommands } from './interactions.ts';

describe('answers to interactions', () => {
  let host: Host;
  let client: Client;
  let nowMs: number;
  beforeEach(async () => {
    nowMs = Date.parse('2026-11-22T10:00:00Z');
    host = await openHost({ now: () => new Date(nowMs) });
    client = await withCommands(host);
  });
  afterEach(() => host.close());

  const hello = () => host.sandbox.command({ as: NORA, channel: TRIAGE, text: '/hello' });
  const seenBy = (as: string) => host.sandbox.messages({ as, channel: TRIAGE });

  it('carry who, where, in which language and with what rights', async () => {
    const heard = answerNext<ChatInputCommandInteraction>(client, (one) =>
      one.reply({ content: 'hi', flags: MessageFlags.Ephemeral }),
    );
    await hello();
    const command = await heard;
    expect(command).toMatchObject({
      commandName: 'hello',
      channelId: TRIAGE,
      guildId: GUILD,
      locale: 'en-US',
    });
    expect(command.user.id).toBe(NORA);
    expect(command.memberPermissions?.has('SendMessages')).toBe(true);
    expect(command.appPermissions.has('SendMessages')).toBe(true);
    expect(command.inCachedGuild() && [...command.member.roles.cache.keys()]).toEqual([
      GUILD,
      '1100000000000000301',
    ]);
  });

  it('answered for one person are seen by that person only, and in no list or event', async () => {
    const heard = answerNext<ChatInputCommandInteraction>(client, (one) =>
      one.reply({ content: 'for you', flags: MessageFlags.Ephemeral }),
    );
    const result = await hello();
    await heard;
    expect(result).toMatchObject({ ok: true, error: null, ephemeral: { text: 'for you', ephemeral: true } });
    expect(seenBy(NORA)).toMatchObject([{ text: 'for you' }]);
    expect(seenBy('1100000000000000104')).toEqual([]);
    expect(await host.rest.get(Routes.channelMessages(TRIAGE))).toEqual([]);
    expect(await refusal(host.rest.get(Routes.channelMessage(TRIAGE, result.ephemeral!.id)))).toMatchObject({
      code: 10008,
    });
  });

  it('answered for one person are told to nobody', async () => {
    const heard: string[] = [];
    client.on(Events.Raw, ({ t, d }: { t: string; d: { content?: string } }) => {
      if (t === 'MESSAGE_CREATE') heard.push(d.content!);
    });
    const barrier = next(client, Events.MessageCreate);
    void answerNext<ChatInputCommandInteraction>(client, (one) =>
      one.reply({ content: 'for you', flags: MessageFlags.Ephemeral }),
    );
    await hello();
    host.sandbox.createMessage({ as: NORA, channel: TRIAGE, text: 'for all' });
    await barrier;
    expect(heard).toEqual(['for all']);
  });

  it('answered for all are a message in the channel', async () => {
    void answerNext<ChatInputCommandInteraction>(client, (one) => one.reply('for all'));
    expect(await hello()).toMatchObject({ ok: true, ephemeral: null });
    expect(seenBy('1100000000000000104')).toMatchObject([{ text: 'for all', ephemeral: false }]);
  });

  it('deferred show nothing until the answer is filled in, still for one person only', async () => {
    const heard = answerNext<ChatInputCommandInteraction>(client, (one) =>
      one.deferReply({ flags: MessageFlags.Ephemeral }),
    );
    expect(await hello()).toEqual({ ok: true, error: null, form: null, ephemeral: null });
    const command = await heard;
    expect(seenBy(NORA)).toEqual([]);

    await command.editReply({ content: 'Done' });
    expect(seenBy(NORA)).toMatchObject([{ text: 'Done', ephemeral: true, edited: false }]);
    expect((await command.fetchReply()).content).toBe('Done');
    await command.editReply('Really done');
    expect((await command.fetchReply()).flags.has(MessageFlags.Ephemeral)).toBe(true);
    expect(seenBy(NORA)).toMatchObject([{ text: 'Really done', edited: true }]);
    await command.deleteReply();
    expect(seenBy(NORA)).toEqual([]);
  });

  it('take follow-ups, the first of which is the deferred answer', async () => {
    const heard = answerNext<ChatInputCommandInteraction>(client, (one) =>
      one.deferReply({ flags: MessageFlags.Ephemeral }),
    );
    await hello();
    const command = await heard;
    await command.followUp('first');
    await command.followUp({ content: 'second', flags: MessageFlags.Ephemeral });
    await command.followUp('third');
    expect(seenBy(NORA).map(({ text, ephemeral }) => [text, ephemeral])).toEqual([
      ['first', true],
      ['second', true],
      ['third', false],
    ]);
  });

  it('give the message back with the answer when asked to', async () => {
    const heard = next(client, Events.InteractionCreate);
    void hello();
    const [command] = (await heard) as [ChatInputCommandInteraction];
    const { resource } = await command.reply({
      content: 'here',
      flags: MessageFlags.Ephemeral,
      withResponse: true,
    });
    expect(resource?.message?.content).toBe('here');
  });

  it('check an answer like any message', async () => {
    const heard = next(client, Events.InteractionCreate);
    void hello();
    const [command] = (await heard) as [ChatInputCommandInteraction];
    expect(await refusal(command.reply('x'.repeat(2_001)))).toMatchObject({ code: 50035 });
    expect(await refusal(command.reply({ content: '' }))).toMatchObject({ code: 50006 });
    await command.reply('still in time');
  });

  it('refuse kinds of answers that do not fit', async () => {
    const heard = next(client, Events.InteractionCreate);
    void hello();
    const [{ id, token }] = (await heard) as [ChatInputCommandInteraction];
    for (const type of [6, 7, 8, 42]) {
      const call = host.rest.post(Routes.interactionCallback(id, token), {
        body: { type, data: {} },
        auth: false,
      });
      expect(await refusal(call)).toMatchObject({ code: 50035, errors: { type: {} } });
    }
  });
});
