import { describe, expect, it } from '@jest/globals';
import type { Content } from '../../../src/chat/card.ts';
import { useStage, workspaceId } from './stage.ts';
import { CHANNELS, PEOPLE } from './world.ts';

const FORUM = '1100000000000000208';

describe('a forum on Discord', () => {
  const stage = useStage();
  const place = { type: 'channel', workspaceId, channelId: FORUM } as const;
  const question = (words: string): Content => ({
    type: 'reply',
    title: `${words} ${'and more '.repeat(20)}`,
    blocks: [{ type: 'quote', children: [{ type: 'text', text: words }] }],
  });
  const posts = () => stage().sandbox.messages({ as: PEOPLE.member, channel: FORUM });

  it('gets a post of its own, with a short title, which is found again and can be answered', async () => {
    const { adapter, fresh } = stage();
    const before = new Date();
    const ref = await adapter.post(place, question('How do I dye wool?'), 'mark-f1');
    expect(ref.channelId).toBe(ref.messageId);
    expect(posts()).toMatchObject([{ id: ref.messageId, text: '> How do I dye wool?' }]);
    const { name } = await adapter.fetchChannel(workspaceId, ref.channelId);
    expect(name).toMatch(/^How do I dye wool\? and more/);
    expect(name.length).toBeLessThanOrEqual(90);

    const restarted = fresh({});
    expect(await restarted.findPosted(place, question('How do I dye wool?'), 'mark-f1', before)).toEqual(ref);
    expect(await restarted.findPosted(place, question('Something else'), 'mark-f2', before)).toBeNull();
    const later = new Date(Date.now() + 60_000);
    expect(await restarted.findPosted(place, question('How do I dye wool?'), 'mark-f1', later)).toBeNull();

    const below = { type: 'thread', workspaceId, channelId: FORUM, messageId: ref.messageId } as const;
    await adapter.post(below, { type: 'reply', blocks: [] }, 'mark-f3');
    expect(posts()).toMatchObject([{ replies: 1 }]);
  });

  it('tells what is said in a post as said below its first message', async () => {
    const { adapter, sandbox } = stage();
    const ref = await adapter.post(place, question('Who knows?'), 'mark-f4');
    const { message } = sandbox.createMessage({
      as: PEOPLE.member,
      channel: FORUM,
      thread: ref.messageId,
      text: 'I do',
    });
    const said = await adapter.fetchMessage({ workspaceId, channelId: ref.channelId, messageId: message });
    expect(said.threadRoot).toEqual({ channelId: FORUM, messageId: ref.messageId });
  });

  it('loses words and title together when they are drawn again', async () => {
    const { adapter } = stage();
    const ref = await adapter.post(place, question('My secret'), 'mark-f5');
    await adapter.update(ref, {
      type: 'reply',
      title: '…',
      blocks: [{ type: 'paragraph', children: [{ type: 'text', text: '…' }] }],
    });
    expect(await adapter.fetchChannel(workspaceId, ref.channelId)).toMatchObject({ name: '…' });
    expect(posts().find(({ id }) => id === ref.messageId)?.text).toBe('…');
  });

  it('is left alone by what is posted in other channels', async () => {
    const { adapter } = stage();
    const open = { type: 'channel', workspaceId, channelId: CHANNELS.open } as const;
    const ref = await adapter.post(open, question('Not there'), 'mark-f6');
    expect(ref.channelId).toBe(CHANNELS.open);
  });
});
