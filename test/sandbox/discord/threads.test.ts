import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import {
  type APIMessage,
  type APIThreadChannel,
  Events,
  type Message,
  MessageType,
  Routes,
  type ThreadChannel,
} from 'discord.js';
import { FEEDBACK, GUILD, type Host, INES, KASPER, next, openHost, refusal } from './host.ts';

describe('threads', () => {
  let host: Host;
  let nowMs: number;
  let root: string;
  beforeEach(async () => {
    nowMs = Date.parse('2026-11-22T10:00:00Z');
    host = await openHost({ now: () => new Date(nowMs) });
    root = host.sandbox.createMessage({ as: KASPER, channel: FEEDBACK, text: 'Saving is broken' }).message;
  });
  afterEach(() => host.close());

  const start = (body: object = { name: 'Saving' }, message = root) =>
    host.rest.post(Routes.threads(FEEDBACK, message), { body }) as Promise<APIThreadChannel>;
  const post = (content: string) =>
    host.rest.post(Routes.channelMessages(root), { body: { content } }) as Promise<APIMessage>;
  const lists = () =>
    Promise.all([
      host.rest.get(Routes.guildActiveThreads(GUILD)),
      host.rest.get(Routes.channelThreads(FEEDBACK, 'public')),
    ]);
  const patch = (body: object) => host.rest.patch(Routes.channel(root), { body });

  it('starts one under a message, with the id of the message', async () => {
    const thread = await start();
    expect(thread).toMatchObject({
      id: root,
      type: 11,
      parent_id: FEEDBACK,
      name: 'Saving',
      guild_id: GUILD,
    });

    const { id } = await post('We are on it.');
    expect(host.sandbox.messages({ as: INES, channel: FEEDBACK })).toMatchObject([
      { id: root, thread: null, replies: 1 },
    ]);
    expect(host.sandbox.messages({ as: INES, channel: FEEDBACK, thread: root })).toMatchObject([
      { id, channel: FEEDBACK, thread: root, text: 'We are on it.' },
    ]);
  });

  it('refuses a second one under the same message', async () => {
    await start();
    expect(await refusal(start())).toMatchObject({ code: 160004, status: 400 });
  });

  it('refuses one inside a thread, and names that are too long or missing', async () => {
    expect(await refusal(start({ name: 'n'.repeat(101) }))).toMatchObject({
      code: 50035,
      errors: { name: {} },
    });
    expect(await refusal(start({}))).toMatchObject({ code: 50035, errors: { name: {} } });
    await start();
    const { id } = await post('inside');
    expect(
      await refusal(host.rest.post(Routes.threads(root, id), { body: { name: 'deeper' } })),
    ).toMatchObject({ code: 50024 });
    expect(await refusal(start({ name: 'x' }, '42'))).toMatchObject({ code: 10008 });
  });

  it('carries the thread on its root and begins with an entry that points there', async () => {
    await start();
    expect(await host.rest.get(Routes.channelMessage(FEEDBACK, root))).toMatchObject({
      flags: 32,
      thread: { id: root },
    });
    expect(await host.rest.get(Routes.channelMessages(root))).toMatchObject([
      { type: 21, content: '', referenced_message: { id: root, content: 'Saving is broken' } },
    ]);
  });

  it('is started by a person who replies in thread, and told of', async () => {
    const client = await host.login();
    const created = next(client, Events.ThreadCreate);
    const posted = new Promise<Message>((resolve) => {
      client.on(Events.MessageCreate, (message) => message.type === MessageType.Default && resolve(message));
    });

    const { channel, message } = host.sandbox.createMessage({
      as: INES,
      channel: FEEDBACK,
      thread: root,
      text: 'Same here',
    });

    expect(channel).toBe(FEEDBACK);
    expect(((await created) as [ThreadChannel, boolean])[0]).toMatchObject({ id: root, parentId: FEEDBACK });
    expect(await posted).toMatchObject({ id: message, channelId: root, content: 'Same here' });
    expect((await posted).channel.isThread()).toBe(true);
  });

  it('is told of as a change of its root, which has not been edited', async () => {
    const client = await host.login();
    const updated = next(client, Events.MessageUpdate);
    await start();
    const [, changed] = (await updated) as [Message, Message];
    expect([changed.id, changed.hasThread, changed.editedAt]).toEqual([root, true, null]);
  });

  it('is listed while active, and among the archived after the time it was given', async () => {
    await start({ name: 'Saving', auto_archive_duration: 60 });
    expect(await lists()).toMatchObject([
      { threads: [{ id: root }], members: [{ id: root }] },
      { threads: [] },
    ]);

    nowMs += 61 * 60_000;
    expect(await lists()).toMatchObject([{ threads: [] }, { threads: [{ id: root }], has_more: false }]);
  });

  it('refuses edits and reactions while archived, and wakes up when somebody posts', async () => {
    await start({ name: 'Saving', auto_archive_duration: 60 });
    const { id } = await post('Hello');
    nowMs += 61 * 60_000;
    expect(
      await refusal(host.rest.patch(Routes.channelMessage(root, id), { body: { content: 'Hi' } })),
    ).toMatchObject({ code: 50083 });
    expect(
      await refusal(host.rest.put(Routes.channelMessageOwnReaction(root, id, encodeURIComponent('👀')))),
    ).toMatchObject({ code: 50083 });

    const client = await host.login();
    // discord.js drops what happens in threads it does not know, so it has to hear of the thread first.
    const heard = next(client, Events.MessageCreate);
    await post('Anybody?');
    expect(((await heard) as [Message])[0].content).toBe('Anybody?');
    await host.rest.patch(Routes.channelMessage(root, id), { body: { content: 'Hi' } });
    expect(await host.rest.get(Routes.guildActiveThreads(GUILD))).toMatchObject({ threads: [{ id: root }] });
  });

  it('takes no posts while locked from who may not manage threads', async () => {
    await start();
    await patch({ locked: true });
    await post('The bot manages threads');
    host.sandbox.fault({ kind: 'missing_scope', scope: 'MANAGE_THREADS' });
    expect(await refusal(post('not any more'))).toMatchObject({ code: 160005 });
    expect(() =>
      host.sandbox.createMessage({ as: KASPER, channel: FEEDBACK, thread: root, text: 'me?' }),
    ).toThrow(expect.objectContaining({ code: '160005' }));
  });

  it('can be renamed and archived by hand', async () => {
    await start();
    expect(await patch({ name: 'Saving fixed', archived: true })).toMatchObject({
      name: 'Saving fixed',
      thread_metadata: { archived: true },
    });
    expect(await refusal(patch({ name: 'again' }))).toMatchObject({ code: 50083 });
    expect(await patch({ archived: false })).toMatchObject({ thread_metadata: { archived: false } });
  });
});
