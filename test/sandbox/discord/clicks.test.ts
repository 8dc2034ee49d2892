import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import {
  ActionRowBuilder,
  ButtonBuilder,
  type ButtonInteraction,
  ButtonStyle,
  type Client,
  type MessageContextMenuCommandInteraction,
  MessageFlags,
  ModalBuilder,
  type ModalSubmitInteraction,
  Routes,
  type StringSelectMenuInteraction,
  TextInputBuilder,
  TextInputStyle,
  type UserSelectMenuInteraction,
} from 'discord.js';
import { FEEDBACK, type Host, INES, KASPER, NORA, openHost, TRIAGE } from './host.ts';
import { answerNext, withCommands } from './interactions.ts';

const buttons = () => [
  new ActionRowBuilder<ButtonBuilder>().addComponents(
    new ButtonBuilder().setCustomId('claim?case=FB-1').setLabel('Claim').setStyle(ButtonStyle.Primary),
  ),
];

describe('interactions', () => {
  let host: Host;
  let client: Client;
  let nowMs: number;
  beforeEach(async () => {
    nowMs = Date.parse('2026-11-22T10:00:00Z');
    host = await openHost({ now: () => new Date(nowMs) });
    client = await withCommands(host);
  });
  afterEach(() => host.close());

  const seenBy = (as: string) => host.sandbox.messages({ as, channel: TRIAGE });
  const post = (body: object) =>
    host.rest.post(Routes.channelMessages(TRIAGE), { body }) as Promise<{ id: string }>;

  it('of the message menu carry the message', async () => {
    const { message } = host.sandbox.createMessage({ as: KASPER, channel: FEEDBACK, text: 'Crash on save' });
    const heard = answerNext<MessageContextMenuCommandInteraction>(client, (one) =>
      one.deferReply({ flags: MessageFlags.Ephemeral }),
    );
    await host.sandbox.menu({ as: INES, channel: FEEDBACK, message, name: 'Flag as feedback' });
    expect((await heard).targetMessage).toMatchObject({ id: message, content: 'Crash on save' });
  });

  it('of the message menu carry the text even without the intent', async () => {
    const { message } = host.sandbox.createMessage({ as: KASPER, channel: FEEDBACK, text: 'Crash on save' });
    host.sandbox.fault({ kind: 'missing_scope', scope: 'MESSAGE_CONTENT' });
    const heard = answerNext<MessageContextMenuCommandInteraction>(client, (one) =>
      one.deferReply({ flags: MessageFlags.Ephemeral }),
    );
    await host.sandbox.menu({ as: INES, channel: FEEDBACK, message, name: 'Flag as feedback' });
    expect((await heard).targetMessage.content).toBe('Crash on save');
  });

  it('refuse menu entries that do not exist', async () => {
    const { message } = host.sandbox.createMessage({ as: KASPER, channel: FEEDBACK, text: 'x' });
    await expect(
      host.sandbox.menu({ as: INES, channel: FEEDBACK, message, name: 'hello' }),
    ).rejects.toMatchObject({ code: 'unknown_command' });
  });

  it('of a button carry its id and message, and can change the message', async () => {
    const channel = await client.channels.fetch(TRIAGE);
    const sent = channel?.isSendable()
      ? await channel.send({ content: 'FB-1', components: buttons() })
      : null;
    const heard = answerNext<ButtonInteraction>(client, (one) =>
      one.update({ content: 'FB-1 claimed', components: [] }),
    );
    const result = await host.sandbox.press({
      as: NORA,
      channel: TRIAGE,
      message: sent!.id,
      action: 'Claim',
    });
    const press = await heard;
    expect([press.customId, press.message.id]).toEqual(['claim?case=FB-1', sent!.id]);
    expect(result.ok).toBe(true);
    expect(seenBy(NORA)).toMatchObject([{ text: 'FB-1 claimed', actions: [] }]);
  });

  it('of a button can be taken note of and the message changed later', async () => {
    const { id } = await post({ content: 'FB-1', components: buttons().map((one) => one.toJSON()) });
    const heard = answerNext<ButtonInteraction>(client, (one) => one.deferUpdate());
    await host.sandbox.press({ as: NORA, channel: TRIAGE, message: id, action: 'claim?case=FB-1' });
    await (await heard).editReply('FB-1 taken');
    expect(seenBy(NORA)).toMatchObject([{ id, text: 'FB-1 taken' }]);
  });

  it('of a button can open a form, whose answer changes the message', async () => {
    const { id } = await post({ content: 'FB-1', components: buttons().map((one) => one.toJSON()) });
    const note = new TextInputBuilder()
      .setCustomId('note')
      .setLabel('Note')
      .setStyle(TextInputStyle.Paragraph);
    const modal = new ModalBuilder()
      .setCustomId('note?case=FB-1')
      .setTitle('Note')
      .addComponents(new ActionRowBuilder<TextInputBuilder>().addComponents(note));
    const pressed = answerNext<ButtonInteraction>(client, (one) => one.showModal(modal));
    const { form } = await host.sandbox.press({ as: NORA, channel: TRIAGE, message: id, action: 'Claim' });
    await pressed;

    const sent = answerNext<ModalSubmitInteraction>(client, (one) =>
      one.isFromMessage()
        ? one.update(one.fields.getTextInputValue('note'))
        : Promise.reject(new Error('no message')),
    );
    await host.sandbox.submit({ as: NORA, form: form!.id, values: { note: 'Called him' } });
    expect((await sent).message?.id).toBe(id);
    expect(seenBy(NORA)).toMatchObject([{ id, text: 'Called him' }]);
  });

  it('of a select carry what was chosen', async () => {
    const menu = {
      type: 3,
      custom_id: 'route',
      placeholder: 'Route to',
      options: [
        { label: 'QA', value: 'qa' },
        { label: 'Support', value: 'su' },
      ],
    };
    const { id } = await post({ content: 'FB-1', components: [{ type: 1, components: [menu] }] });
    const heard = answerNext<StringSelectMenuInteraction>(client, (one) => one.deferUpdate());
    await host.sandbox.press({
      as: NORA,
      channel: TRIAGE,
      message: id,
      action: 'Route to',
      value: 'Support',
    });
    expect(await heard).toMatchObject({ customId: 'route', values: ['su'] });
    await expect(
      host.sandbox.press({ as: NORA, channel: TRIAGE, message: id, action: 'route', value: 'nowhere' }),
    ).rejects.toMatchObject({
      code: 'unknown_choice',
    });
  });

  it('of a select carry the same choice again only when the message was drawn anew', async () => {
    const options = [{ label: 'QA', value: 'qa' }];
    const menu = { type: 3, custom_id: 'route', options };
    const { id } = await post({ content: 'FB-1', components: [{ type: 1, components: [menu] }] });
    const press = () =>
      host.sandbox.press({ as: NORA, channel: TRIAGE, message: id, action: 'route', value: 'qa' });
    const kept = answerNext<StringSelectMenuInteraction>(client, (one) => one.deferUpdate());
    await press();
    await kept;
    await expect(press()).rejects.toMatchObject({ code: 'already_chosen' });
    await host.rest.patch(Routes.channelMessage(TRIAGE, id), { body: { content: 'FB-1' } });
    for (let times = 0; times < 2; times += 1) {
      // An update that changes nothing draws it anew as well.
      const drawn = answerNext<StringSelectMenuInteraction>(client, (one) => one.update({}));
      expect(await press()).toMatchObject({ ok: true });
      await drawn;
    }
    expect(seenBy(NORA)).toMatchObject([{ text: 'FB-1', actions: [{ id: 'route' }] }]);
  });

  it('of a select of people carry the person', async () => {
    const { id } = await post({
      content: 'FB-1',
      components: [{ type: 1, components: [{ type: 5, custom_id: 'assign' }] }],
    });
    const heard = answerNext<UserSelectMenuInteraction>(client, (one) => one.deferUpdate());
    await host.sandbox.press({
      as: NORA,
      channel: TRIAGE,
      message: id,
      action: 'assign',
      value: '@Inês Duarte',
    });
    expect([...(await heard).users.keys()]).toEqual([INES]);
  });

  it('are not possible on what the person cannot see or what is switched off', async () => {
    const off = { type: 2, style: 1, label: 'Off', custom_id: 'off', disabled: true };
    const { id } = await post({ content: 'FB-1', components: [{ type: 1, components: [off] }] });
    const press = (as: string, action: string) =>
      host.sandbox.press({ as, channel: TRIAGE, message: id, action });
    await expect(press(KASPER, 'off')).rejects.toMatchObject({ code: '50001' });
    await expect(press(NORA, 'off')).rejects.toMatchObject({ code: 'unknown_action' });
  });

  it('work in direct messages', async () => {
    const user = await client.users.fetch(KASPER);
    const sent = await user.send({ content: 'Solved?', components: buttons() });
    const heard = answerNext<ButtonInteraction>(client, (one) =>
      one.update({ content: 'Thanks', components: [] }),
    );
    const { channel } = host.sandbox.inbox(KASPER).directMessages[0]!;
    await host.sandbox.press({ as: KASPER, channel, message: sent.id, action: 'Claim' });
    const press = await heard;
    expect([press.user.id, press.inGuild()]).toEqual([KASPER, false]);
    expect(host.sandbox.inbox(KASPER).directMessages[0]!.messages).toMatchObject([{ text: 'Thanks' }]);
  });
});
