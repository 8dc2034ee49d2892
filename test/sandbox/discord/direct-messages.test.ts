import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type APIDMChannel, Events, type Message, type MessageReaction, Routes } from 'discord.js';
import { BOT, FEEDBACK, type Host, INES, KASPER, next, openHost, refusal } from './host.ts';

describe('direct messages', () => {
  let host: Host;
  beforeEach(async () => {
    host = await openHost();
  });
  afterEach(() => host.close());

  const open = (person: string) =>
    host.rest.post(Routes.userChannels(), { body: { recipient_id: person } }) as Promise<APIDMChannel>;
  const send = async (person: string, content: string) =>
    host.rest.post(Routes.channelMessages((await open(person)).id), { body: { content } });

  it('reach the person and nobody else', async () => {
    await send(KASPER, 'Hello Kasper');
    expect(host.sandbox.inbox(KASPER).directMessages).toMatchObject([
      { with: { id: BOT, name: 'Hearback' }, messages: [{ text: 'Hello Kasper', author: { isBot: true } }] },
    ]);
    expect(host.sandbox.inbox(INES).directMessages).toEqual([]);
  });

  it('have one channel a person, which is not shown before something is said in it', async () => {
    const first = await open(KASPER);
    expect(first).toMatchObject({ type: 1, recipients: [{ id: KASPER, username: 'kasper.lind' }] });
    expect((await open(KASPER)).id).toBe(first.id);
    expect(host.sandbox.inbox(KASPER).directMessages).toEqual([]);
  });

  it('are refused by a person who has closed them', async () => {
    host.sandbox.fault({ kind: 'dms_closed', person: KASPER });
    expect(await refusal(send(KASPER, 'Hello'))).toMatchObject({ code: 50007, status: 403 });
    await send(INES, 'Hello');
    host.sandbox.clearFaults();
    await send(KASPER, 'Hello');
  });

  it('are refused to people who do not exist and to the bot itself', async () => {
    expect(await refusal(open('42'))).toMatchObject({ code: 10013 });
    expect(await refusal(open(BOT))).toMatchObject({ code: 50033 });
  });

  it('of people are told to an app that has no such channel cached, with their text', async () => {
    const client = await host.login();
    const heard = next(client, Events.MessageCreate);
    const { channel, message } = host.sandbox.createMessage({
      as: KASPER,
      channel: BOT,
      text: 'Still broken',
    });
    const [posted] = (await heard) as [Message];
    expect(posted).toMatchObject({ id: message, channelId: channel, guildId: null, content: 'Still broken' });
    expect(posted.channel.isDMBased()).toBe(true);

    host.sandbox.fault({ kind: 'missing_scope', scope: 'MESSAGE_CONTENT' });
    expect(await host.rest.get(Routes.channelMessage(channel, message))).toMatchObject({
      content: 'Still broken',
    });
  });

  it('take reactions', async () => {
    const client = await host.login();
    const user = await client.users.fetch(KASPER);
    const sent = await user.send('Solved?');
    const heard = next(client, Events.MessageReactionAdd);
    host.sandbox.react({ as: KASPER, channel: sent.channelId, message: sent.id, emoji: '👍', present: true });
    expect(((await heard) as [MessageReaction])[0].emoji.name).toBe('👍');
  });

  it('between people stay between them', async () => {
    const { channel, message } = host.sandbox.createMessage({
      as: KASPER,
      channel: INES,
      text: 'Between us',
    });
    expect(host.sandbox.messages({ as: INES, channel })).toMatchObject([{ text: 'Between us' }]);
    expect(() => host.sandbox.messages({ as: '1100000000000000103', channel })).toThrow(
      expect.objectContaining({ code: '50001' }),
    );
    expect(await refusal(host.rest.get(Routes.channelMessage(channel, message)))).toMatchObject({
      code: 50001,
    });
  });

  it('between people are refused by who has closed them', () => {
    host.sandbox.fault({ kind: 'dms_closed', person: INES });
    expect(() => host.sandbox.createMessage({ as: KASPER, channel: INES, text: 'Hi' })).toThrow(
      expect.objectContaining({ code: '50007' }),
    );
  });

  it('allow the bot to delete only what it wrote itself', async () => {
    const { channel, message } = host.sandbox.createMessage({ as: KASPER, channel: BOT, text: 'Mine' });
    expect(await refusal(host.rest.delete(Routes.channelMessage(channel, message)))).toMatchObject({
      code: 50003,
    });
    expect(
      await refusal(host.rest.post(Routes.threads(channel, message), { body: { name: 'x' } })),
    ).toMatchObject({ code: 50024 });
    expect(host.sandbox.messages({ as: KASPER, channel: FEEDBACK })).toEqual([]);
  });
});
