import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type APIThreadChannel, ChannelType, Events, type Message, Routes } from 'discord.js';
import { FEEDBACK, FORUM, type Host, INES, KASPER, next, openHost, refusal } from './host.ts';

describe('a forum', () => {
  let host: Host;
  beforeEach(async () => {
    host = await openHost();
  });
  afterEach(() => host.close());

  const post = (body: object, forum = FORUM) =>
    host.rest.post(Routes.threads(forum), { body }) as Promise<
      APIThreadChannel & { message: { id: string } }
    >;

  it('takes posts, each a thread whose first message has its id', async () => {
    const made = await post({ name: 'Wool', message: { content: 'How do I dye it?' } });
    expect(made).toMatchObject({ type: ChannelType.PublicThread, parent_id: FORUM, name: 'Wool' });
    expect(made.message.id).toBe(made.id);
    expect(host.sandbox.messages({ as: INES, channel: FORUM })).toMatchObject([
      { id: made.id, channel: FORUM, thread: null, text: 'How do I dye it?', replies: 0 },
    ]);
    expect(await host.rest.get(Routes.channel(FORUM))).toMatchObject({ type: ChannelType.GuildForum });
  });

  it('takes nothing but posts with a title and words, and is the only place for them', async () => {
    expect(
      await refusal(host.rest.post(Routes.channelMessages(FORUM), { body: { content: 'Hello' } })),
    ).toMatchObject({ code: 50008 });
    expect(await refusal(post({ name: '', message: { content: 'x' } }))).toMatchObject({ code: 50035 });
    expect(await refusal(post({ name: 'Empty', message: {} }))).toMatchObject({ code: 50006 });
    expect(await refusal(post({ name: 'Wool', message: { content: 'x' } }, FEEDBACK))).toMatchObject({
      code: 50024,
    });
    host.sandbox.fault({ kind: 'missing_scope', scope: 'SEND_MESSAGES' });
    expect(await refusal(post({ name: 'Wool', message: { content: 'x' } }))).toMatchObject({ code: 50013 });
  });

  it('is open to people, who start posts and answer below them', async () => {
    const client = await host.login();
    const heard = next(client, Events.MessageCreate) as Promise<Message[]>;
    const { message } = host.sandbox.createMessage({ as: KASPER, channel: FORUM, text: 'Who knows?' });
    expect((await heard)[0]!.channelId).toBe(message);
    host.sandbox.createMessage({ as: INES, channel: FORUM, thread: message, text: 'I do' });
    expect(host.sandbox.messages({ as: KASPER, channel: FORUM, thread: message })).toMatchObject([
      { text: 'I do', thread: message, channel: FORUM },
    ]);
    expect(host.sandbox.messages({ as: KASPER, channel: FORUM })).toMatchObject([{ replies: 1 }]);
  });
});
