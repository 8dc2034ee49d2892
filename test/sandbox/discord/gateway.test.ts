import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type Client, Events, GatewayIntentBits, type Message, type MessageReaction } from 'discord.js';
import {
  BOT,
  FEEDBACK,
  GENERAL,
  GUILD,
  type Host,
  INTENTS,
  KASPER,
  next,
  NO_BOTS,
  NORA,
  openHost,
} from './host.ts';

describe('gateway', () => {
  let host: Host;
  beforeEach(async () => {
    host = await openHost();
  });
  afterEach(() => host.close());

  it('lets discord.js log in and see the server', async () => {
    const client = await host.login();

    expect(client.user?.id).toBe(BOT);
    const guild = client.guilds.cache.get(GUILD)!;
    expect(guild.available).toBe(true);
    expect(guild.members.me?.id).toBe(BOT);
    expect(guild.channels.cache.size).toBe(8);
    expect(host.sandbox.community().appConnected).toBe(true);
  });

  it('tells of a message with author, member and text', async () => {
    const client = await host.login();
    const heard = next(client, Events.MessageCreate);

    const { message } = host.sandbox.createMessage({
      as: KASPER,
      channel: FEEDBACK,
      text: 'The export is broken.',
    });

    const [heardMessage] = (await heard) as [Message];
    expect(heardMessage.id).toBe(message);
    expect(heardMessage.content).toBe('The export is broken.');
    expect(heardMessage.member?.displayName).toBe('Kasper Lind');
  });

  it('tells of a reaction on a message that is not cached', async () => {
    const { message } = host.sandbox.createMessage({ as: KASPER, channel: FEEDBACK, text: 'Old news' });
    const client: Client = await host.login();
    const heard = next(client, Events.MessageReactionAdd);

    host.sandbox.react({ as: NORA, channel: FEEDBACK, message, emoji: '🚩', present: true });

    const [reaction, user] = (await heard) as [MessageReaction, { id: string }];
    expect(user.id).toBe(NORA);
    expect(reaction.message.partial).toBe(true);
    expect((await reaction.message.fetch()).content).toBe('Old news');
  });

  it('refuses intents that are not switched on for the app', async () => {
    host.sandbox.fault({ kind: 'missing_scope', scope: 'GUILD_MEMBERS' });
    await expect(
      host.login({ intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMembers] }),
    ).rejects.toThrow();
  });

  it('gives every session each event', async () => {
    const clients = await Promise.all([host.login(), host.login()]);
    const heard = Promise.all(clients.map((client) => next(client, Events.MessageCreate)));

    const { message } = host.sandbox.createMessage({ as: KASPER, channel: FEEDBACK, text: 'Hello all' });

    expect((await heard).map(([one]) => (one as Message).id)).toEqual([message, message]);
  });

  it('empties the text of people for a session without MESSAGE_CONTENT, except where the bot is mentioned', async () => {
    const client = await host.login({
      intents: INTENTS.filter((intent) => intent !== GatewayIntentBits.MessageContent),
    });
    const plain = next(client, Events.MessageCreate);
    host.sandbox.createMessage({ as: KASPER, channel: FEEDBACK, text: 'Private to you' });
    expect(((await plain) as [Message])[0].content).toBe('');

    const mention = next(client, Events.MessageCreate);
    host.sandbox.createMessage({ as: KASPER, channel: FEEDBACK, text: `<@${BOT}> help` });
    expect(((await mention) as [Message])[0].content).toBe(`<@${BOT}> help`);
  });

  it('says nothing of channels the bot cannot see', async () => {
    const client = await host.login();
    const heard = next(client, Events.MessageCreate);
    host.sandbox.createMessage({ as: KASPER, channel: NO_BOTS, text: 'No bots' });
    host.sandbox.createMessage({ as: KASPER, channel: GENERAL, text: 'Bots too' });
    expect(((await heard) as [Message])[0].channelId).toBe(GENERAL);
  });

  it('tells of edits, deletions and reactions taken away', async () => {
    const client = await host.login();
    const { message } = host.sandbox.createMessage({ as: KASPER, channel: FEEDBACK, text: 'First' });
    host.sandbox.react({ as: NORA, channel: FEEDBACK, message, emoji: '👍🏽', present: true });

    const updated = next(client, Events.MessageUpdate);
    host.sandbox.editMessage({ as: KASPER, channel: FEEDBACK, message, text: 'Second' });
    expect(((await updated) as [Message, Message])[1].content).toBe('Second');

    const removed = next(client, Events.MessageReactionRemove);
    host.sandbox.react({ as: NORA, channel: FEEDBACK, message, emoji: '👍🏽', present: false });
    expect(((await removed) as [MessageReaction])[0].emoji.name).toBe('👍🏽');

    const deleted = next(client, Events.MessageDelete);
    host.sandbox.deleteMessage({ as: KASPER, channel: FEEDBACK, message });
    expect(((await deleted) as [Message])[0].id).toBe(message);
  });

  it('lists members by id', async () => {
    const client = await host.login();
    const members = await client.guilds.cache.get(GUILD)!.members.fetch({ user: [KASPER, NORA] });
    expect([...members.keys()].toSorted()).toEqual([KASPER, NORA]);
  });
});
