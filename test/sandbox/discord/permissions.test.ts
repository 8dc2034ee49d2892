import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import {
  type APIChannel,
  type APIMessage,
  type APIRole,
  Events,
  GatewayIntentBits,
  type Message,
  PermissionFlagsBits,
  Routes,
} from 'discord.js';
import {
  BOT,
  FEEDBACK,
  GUILD,
  type Host,
  KASPER,
  next,
  NO_BOTS,
  NORA,
  openHost,
  refusal,
  TRIAGE,
} from './host.ts';

describe('permissions of the app', () => {
  let host: Host;
  let message: string;
  beforeEach(async () => {
    host = await openHost();
    message = host.sandbox.createMessage({ as: KASPER, channel: FEEDBACK, text: 'Broken' }).message;
  });
  afterEach(() => host.close());

  const lose = (scope: string) => host.sandbox.fault({ kind: 'missing_scope', scope });
  const post = (body: object, channel = FEEDBACK) =>
    host.rest.post(Routes.channelMessages(channel), { body });
  const react = (emoji: string) =>
    host.rest.put(Routes.channelMessageOwnReaction(FEEDBACK, message, encodeURIComponent(emoji)));
  const thread = () => host.rest.post(Routes.threads(FEEDBACK, message), { body: { name: 'Broken' } });

  it.each([
    ['SEND_MESSAGES', () => post({ content: 'x' })],
    ['EMBED_LINKS', () => post({ embeds: [{ title: 'x' }] })],
    ['ADD_REACTIONS', () => react('👀')],
    ['CREATE_PUBLIC_THREADS', () => thread()],
    ['READ_MESSAGE_HISTORY', () => react('👀')],
  ])('are needed: without %s it is refused', async (scope, call) => {
    lose(scope);
    expect(await refusal(call())).toMatchObject({ code: 50013, status: 403 });
    host.sandbox.clearFaults();
    await call();
  });

  it('are needed in threads too, by another name', async () => {
    await thread();
    lose('SEND_MESSAGES');
    await post({ content: 'x' }, message);
    lose('SendMessagesInThreads');
    expect(await refusal(post({ content: 'x' }, message))).toMatchObject({ code: 50013 });
  });

  it('let it join a reaction that is there already, without ADD_REACTIONS', async () => {
    host.sandbox.react({ as: NORA, channel: FEEDBACK, message, emoji: '🚩', present: true });
    lose('ADD_REACTIONS');
    await react('🚩');
  });

  it('give an empty list without READ_MESSAGE_HISTORY, and no replies', async () => {
    lose('READ_MESSAGE_HISTORY');
    expect(await host.rest.get(Routes.channelMessages(FEEDBACK))).toEqual([]);
    expect(await refusal(post({ content: 'x', message_reference: { message_id: message } }))).toMatchObject({
      code: 160002,
    });
  });

  it('let it mention everyone', async () => {
    expect(await post({ content: '@everyone' })).toMatchObject({ mention_everyone: true });
    lose('MENTION_EVERYONE');
    expect(await post({ content: '@everyone' })).toMatchObject({ mention_everyone: false });
  });

  it('hide every channel without VIEW_CHANNEL', async () => {
    lose('VIEW_CHANNEL');
    expect(await refusal(host.rest.get(Routes.channel(FEEDBACK)))).toMatchObject({ code: 50001 });
  });

  it('show in its roles, and changes are told', async () => {
    const client = await host.login();
    const canReact = () =>
      client.guilds.cache.get(GUILD)!.members.me!.permissionsIn(FEEDBACK).has('AddReactions');
    const becomes = (wanted: boolean) =>
      new Promise<void>((resolve) => {
        client.on(Events.GuildRoleUpdate, () => canReact() === wanted && resolve());
      });
    expect(canReact()).toBe(true);
    const lost = becomes(false);
    lose('ADD_REACTIONS');
    await lost;
    const roles = (await host.rest.get(Routes.guildRoles(GUILD))) as APIRole[];
    expect(
      roles.every(({ permissions }) => (BigInt(permissions) & PermissionFlagsBits.AddReactions) === 0n),
    ).toBe(true);
    const back = becomes(true);
    host.sandbox.clearFaults();
    await back;
  });

  it('show in the overwrites of channels', async () => {
    const client = await host.login();
    const visible = (id: string) =>
      client.guilds.cache.get(GUILD)!.members.me!.permissionsIn(id).has('ViewChannel');
    expect([visible(FEEDBACK), visible(TRIAGE), visible(NO_BOTS)]).toEqual([true, true, false]);
    const channels = (await host.rest.get(Routes.guildChannels(GUILD))) as APIChannel[];
    const triage = channels.find(({ id }) => id === TRIAGE);
    expect(triage).toMatchObject({
      permission_overwrites: [{ id: GUILD, type: 0, deny: '1024' }, { id: BOT }, {}, {}, {}],
    });
  });

  it('without MESSAGE_CONTENT leave the texts of others empty, over REST and gateway, yet let the client in', async () => {
    host.sandbox.createMessage({
      as: KASPER,
      channel: FEEDBACK,
      text: 'See',
      files: [{ name: 'a.txt', mime: 'text/plain', base64: 'YQ==' }],
    });
    host.sandbox.createMessage({ as: KASPER, channel: FEEDBACK, text: `<@${BOT}> see` });
    await post({ content: 'own' });
    lose('MESSAGE_CONTENT');
    const client = await host.login();
    expect(client.options.intents.has(GatewayIntentBits.MessageContent)).toBe(true);

    const messages = (await host.rest.get(Routes.channelMessages(FEEDBACK))) as APIMessage[];
    expect(messages.map(({ content, attachments }) => [content, attachments.length])).toEqual([
      ['own', 0],
      [`<@${BOT}> see`, 0],
      ['', 0],
      ['', 0],
    ]);
    const heard = next(client, Events.MessageCreate);
    host.sandbox.createMessage({ as: KASPER, channel: FEEDBACK, text: 'unread' });
    expect(((await heard) as [Message])[0].content).toBe('');
    expect(await host.rest.get(Routes.currentApplication())).toMatchObject({ flags: 1 << 15 });
  });
});

describe('the server', () => {
  let host: Host;
  beforeEach(async () => {
    host = await openHost();
  });
  afterEach(() => host.close());

  it('knows its people', async () => {
    expect(await host.rest.get(Routes.user('@me'))).toMatchObject({ id: BOT, bot: true });
    expect(await host.rest.get(Routes.user(NORA))).toMatchObject({
      id: NORA,
      global_name: 'Nora Finch',
      username: 'nora.finch',
    });
    expect(await host.rest.get(Routes.guildMember(GUILD, NORA))).toMatchObject({
      user: { id: NORA },
      roles: ['1100000000000000301'],
    });
    expect(await refusal(host.rest.get(Routes.user('42')))).toMatchObject({ code: 10013, status: 404 });
    expect(await refusal(host.rest.get(Routes.guildMember(GUILD, '42')))).toMatchObject({ code: 10013 });
    host.sandbox.fault({ kind: 'missing_scope', scope: 'GUILD_MEMBERS' });
    expect(await refusal(host.rest.get(Routes.guildMembers(GUILD)))).toMatchObject({ code: 50001 });
  });

  it('knows itself and no other', async () => {
    expect(await host.rest.get(Routes.guild(GUILD))).toMatchObject({ id: GUILD, name: 'Lantern Quest' });
    expect(await host.rest.get(Routes.guildRoles(GUILD))).toHaveLength(6);
    for (const route of [
      Routes.guild('42'),
      Routes.guildChannels('42'),
      Routes.guildRoles('42'),
      Routes.guildActiveThreads('42'),
    ]) {
      expect(await refusal(host.rest.get(route))).toMatchObject({ code: 10004, status: 404 });
    }
  });

  it('knows the app and where its gateway is', async () => {
    expect(await host.rest.get(Routes.currentApplication())).toMatchObject({
      id: BOT,
      flags: (1 << 19) | (1 << 15),
    });
    expect(await host.rest.get(Routes.oauth2CurrentApplication())).toMatchObject({ id: BOT });
    expect(await host.rest.get(Routes.gatewayBot())).toMatchObject({
      url: `${host.url.replace('http', 'ws')}/discord/gateway`,
    });
  });
});
