import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import {
  type Client,
  Events,
  GatewayIntentBits,
  GatewayOpcodes,
  type Message,
  type MessageReaction,
} from 'discord.js';
import { WebSocket } from 'ws';
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
    expect(guild.channels.cache.size).toBe(7);
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

  it('refuses a wrong token', async () => {
    const gateway = await dial(host);
    gateway.send(identify({ token: 'wrong' }));
    expect(await gateway.closed).toBe(4004);
  });

  it('refuses intents that do not exist', async () => {
    const gateway = await dial(host);
    gateway.send(identify({ intents: 1 << 18 }));
    expect(await gateway.closed).toBe(4013);
  });

  it('refuses intents that are not switched on for the app', async () => {
    await expect(
      host.login({ intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMembers] }),
    ).rejects.toThrow();
  });

  it('acknowledges heartbeats', async () => {
    const gateway = await dial(host);
    gateway.send({ op: GatewayOpcodes.Heartbeat, d: null });
    expect(await gateway.read()).toMatchObject({ op: GatewayOpcodes.HeartbeatAck });
  });

  it('refuses what is not its protocol', async () => {
    const unknown = await dial(host);
    unknown.send({ op: 42 });
    expect(await unknown.closed).toBe(4001);
    const early = await dial(host);
    early.send({ op: GatewayOpcodes.RequestGuildMembers, d: { guild_id: GUILD, user_ids: [BOT] } });
    expect(await early.closed).toBe(4003);
    const twice = await dial(host);
    twice.send(identify());
    twice.send(identify());
    expect(await twice.closed).toBe(4005);
  });

  it('numbers its events and replays what a resuming client has missed', async () => {
    const first = await dial(host);
    first.send(identify());
    const ready = (await first.read()) as { s: number; d: { session_id: string } };
    const created = (await first.read()) as { s: number };
    expect([ready.s, created.s]).toEqual([1, 2]);
    first.cut();
    await first.closed;
    const { message } = host.sandbox.createMessage({
      as: KASPER,
      channel: FEEDBACK,
      text: 'While you were out',
    });

    const second = await dial(host);
    second.send(resume(ready.d.session_id, created.s));

    expect(await second.read()).toMatchObject({ t: 'MESSAGE_CREATE', s: 3, d: { id: message } });
    expect(await second.read()).toMatchObject({ t: 'RESUMED', s: 4 });
  });

  it('tells a client that resumes an unknown session to start anew', async () => {
    const gateway = await dial(host);
    gateway.send(resume('unknown', 3));
    expect(await gateway.read()).toMatchObject({ op: GatewayOpcodes.InvalidSession, d: false });
  });

  it('ends the session of a client that says goodbye', async () => {
    const first = await dial(host);
    first.send(identify());
    const ready = (await first.read()) as { d: { session_id: string } };
    first.leave();
    await first.closed;

    const second = await dial(host);
    second.send(resume(ready.d.session_id, 1));
    expect(await second.read()).toMatchObject({ op: GatewayOpcodes.InvalidSession, d: false });
  });

  it('closes on a resume from an event it never sent', async () => {
    const first = await dial(host);
    first.send(identify());
    const ready = (await first.read()) as { d: { session_id: string } };
    first.cut();
    await first.closed;
    const second = await dial(host);
    second.send(resume(ready.d.session_id, 99));
    expect(await second.closed).toBe(4007);
  });

  it('gives every session each event', async () => {
    const clients = await Promise.all([host.login(), host.login()]);
    const heard = Promise.all(clients.map((client) => next(client, Events.MessageCreate)));

    const { message } = host.sandbox.createMessage({ as: KASPER, channel: FEEDBACK, text: 'Hello all' });

    expect((await heard).map(([one]) => (one as Message).id)).toEqual([message, message]);
  });

  it('holds back events whose intent was not asked for', async () => {
    const gateway = await dial(host);
    gateway.send(identify({ intents: GatewayIntentBits.Guilds | GatewayIntentBits.GuildMessageReactions }));
    await gateway.read();
    await gateway.read();

    const { message } = host.sandbox.createMessage({ as: KASPER, channel: FEEDBACK, text: 'Unheard' });
    host.sandbox.react({ as: NORA, channel: FEEDBACK, message, emoji: '🚩', present: true });

    expect(await gateway.read()).toMatchObject({ t: 'MESSAGE_REACTION_ADD' });
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

  it('lists members by id, and leaves a request for all of them unanswered', async () => {
    const client = await host.login();
    const members = await client.guilds.cache.get(GUILD)!.members.fetch({ user: [KASPER, NORA] });
    expect([...members.keys()].sort()).toEqual([KASPER, NORA]);

    const gateway = await dial(host);
    gateway.send(identify());
    await gateway.read();
    await gateway.read();
    gateway.send({ op: GatewayOpcodes.RequestGuildMembers, d: { guild_id: GUILD, query: '', limit: 0 } });
    gateway.send({
      op: GatewayOpcodes.RequestGuildMembers,
      d: { guild_id: GUILD, query: 'Nora', limit: 1, nonce: 'n1' },
    });
    expect(await gateway.read()).toMatchObject({
      t: 'GUILD_MEMBERS_CHUNK',
      d: { nonce: 'n1', members: [{ user: { id: NORA } }] },
    });
  });
});

/** A bare socket on the gateway, past HELLO. */
async function dial(host: Host) {
  const socket = new WebSocket(`${host.url.replace('http', 'ws')}/discord/gateway?v=10&encoding=json`);
  const frames: unknown[] = [];
  const readers: ((frame: unknown) => void)[] = [];
  socket.on('message', (raw: Buffer) => {
    const frame = JSON.parse(raw.toString('utf8')) as unknown;
    const reader = readers.shift();
    if (reader) reader(frame);
    else frames.push(frame);
  });
  const closed = new Promise<number>((resolve) => {
    socket.on('close', resolve);
  });
  const gateway = {
    closed,
    send: (payload: object) => socket.send(JSON.stringify(payload)),
    read: () =>
      new Promise<unknown>((resolve) => {
        if (frames.length > 0) resolve(frames.shift());
        else readers.push(resolve);
      }),
    cut: () => socket.terminate(),
    leave: () => socket.close(1000),
  };
  expect(await gateway.read()).toMatchObject({ op: GatewayOpcodes.Hello });
  return gateway;
}

const token = 'sandbox.discord.token';

function identify(changes: object = {}): object {
  const intents = INTENTS.reduce<number>((sum, intent) => sum | intent, 0);
  return { op: GatewayOpcodes.Identify, d: { token, intents, properties: {}, ...changes } };
}

function resume(sessionId: string, seq: number): object {
  return { op: GatewayOpcodes.Resume, d: { token, session_id: sessionId, seq } };
}
