import { describe, expect, it } from '@jest/globals';
import { PlatformRefused, TargetGone } from '../../../src/errors.ts';
import type { Scene } from './scene.ts';

const SCREENSHOT = Buffer.from('not really a picture, but bytes all the same');

/** What is looked up. */
export function describeReading(scene: () => Scene): void {
  describe('reading', () => {
    it('reads a message of a channel and of a thread, and its link leads back to it', async () => {
      const { adapter, sandbox, channels, people, workspaceId, channelOfThread } = scene();
      const root = sandbox.createMessage({ as: people.member, channel: channels.open, text: 'a < b & c' });
      const reply = sandbox.createMessage({
        as: people.moderator,
        channel: channels.open,
        text: 'indeed',
        thread: root.message,
      });
      sandbox.createMessage({ as: people.member, channel: channels.open, text: 'later' });
      const rootRef = { workspaceId, channelId: root.channel, messageId: root.message };
      const replyRef = {
        workspaceId,
        channelId: channelOfThread(channels.open, root.message),
        messageId: reply.message,
      };

      const first = await adapter.fetchMessage(rootRef);
      const second = await adapter.fetchMessage(replyRef);

      expect(first).toMatchObject({ ref: rootRef, author: { userId: people.member }, text: 'a < b & c' });
      expect(first.threadRoot).toBeUndefined();
      expect(second).toMatchObject({
        ref: replyRef,
        text: 'indeed',
        threadRoot: { channelId: channels.open, messageId: root.message },
      });
      expect(adapter.parseLink(workspaceId, first.permalink)).toEqual(rootRef);
      expect(adapter.parseLink(workspaceId, second.permalink)).toEqual(replyRef);
    });

    it('knows the links that are not its own', () => {
      const { adapter, workspaceId } = scene();
      for (const link of [
        '',
        'hello',
        'https://example.org/archives/C1/p1',
        'https://slack.com/',
        'javascript:alert(1)',
      ])
        expect(adapter.parseLink(workspaceId, link)).toBeNull();
    });

    it('never takes a neighbour for a message that is gone', async () => {
      const { adapter, sandbox, channels, people, workspaceId } = scene();
      sandbox.createMessage({ as: people.member, channel: channels.open, text: 'before' });
      const gone = sandbox.createMessage({ as: people.member, channel: channels.open, text: 'gone' });
      sandbox.createMessage({ as: people.member, channel: channels.open, text: 'after' });
      sandbox.deleteMessage({ as: people.member, channel: channels.open, message: gone.message });

      await expect(
        adapter.fetchMessage({ workspaceId, channelId: channels.open, messageId: gone.message }),
      ).rejects.toThrow(TargetGone);
    });

    it('reads what was said before a message, oldest first, in its channel or thread', async () => {
      const { adapter, sandbox, channels, people, workspaceId, channelOfThread } = scene();
      const say = (text: string, thread?: string) => ({
        ...sandbox.createMessage({
          as: people.member,
          channel: channels.open,
          text,
          ...(thread && { thread }),
        }),
        channel: thread ? channelOfThread(channels.open, thread) : channels.open,
      });
      say('one');
      say('two');
      const root = say('three');
      const replies = [say('four', root.message), say('five', root.message), say('six', root.message)];
      const snapshot = (sent: { channel: string; message: string }) =>
        adapter.fetchMessage({ workspaceId, channelId: sent.channel, messageId: sent.message });
      const textsBefore = async (sent: { channel: string; message: string }, limit: number) =>
        (await adapter.fetchContext(await snapshot(sent), limit)).map(({ text }) => text);

      expect(await textsBefore(root, 5)).toEqual(['one', 'two']);
      expect(await textsBefore(root, 1)).toEqual(['two']);
      expect(await textsBefore(replies[2]!, 5)).toEqual(['three', 'four', 'five']);
      expect(await textsBefore(replies[2]!, 2)).toEqual(['three', 'five']);
      expect(await textsBefore(root, 0)).toEqual([]);
    });

    it('knows people, their groups and who is a bot', async () => {
      const { adapter, sandbox, people, group, workspaceId } = scene();
      const named = (id: string) => sandbox.community().people.find((one) => one.id === id)!.name;

      expect(await adapter.fetchPerson(workspaceId, people.member)).toMatchObject({
        workspaceId,
        userId: people.member,
        name: named(people.member),
        isBot: false,
        isMember: true,
      });
      expect((await adapter.fetchPerson(workspaceId, people.moderator)).groups).toContain(group);
      expect((await adapter.fetchPerson(workspaceId, people.member)).groups).not.toContain(group);
      const bot = sandbox.community().people.find(({ isBot }) => isBot)!;
      expect((await adapter.fetchPerson(workspaceId, bot.id)).isBot).toBe(true);
    });

    it('knows which channels are private', async () => {
      const { adapter, channels, workspaceId } = scene();
      const open = await adapter.fetchChannel(workspaceId, channels.open);
      const triage = await adapter.fetchChannel(workspaceId, channels.triage);

      expect([open.isPrivate, triage.isPrivate]).toEqual([false, true]);
      expect(triage).toMatchObject({ channelId: channels.triage, name: 'feedback-triage' });
    });

    it('lists the channels it is in', async () => {
      const { adapter, channels, workspaceId } = scene();
      const listed = await adapter.fetchChannels(workspaceId);

      expect(listed).toEqual(
        expect.arrayContaining([
          expect.objectContaining({ channelId: channels.open, isPrivate: false }),
          expect.objectContaining({ channelId: channels.triage, isPrivate: true, name: 'feedback-triage' }),
        ]),
      );
      expect(listed.map(({ channelId }) => channelId)).not.toContain(channels.elsewhere);
    });

    it('knows who can read a channel and its threads', async () => {
      const { adapter, sandbox, channels, people, workspaceId, channelOfThread } = scene();
      const { message } = sandbox.createMessage({ as: people.member, channel: channels.open, text: 'root' });
      sandbox.createMessage({
        as: people.member,
        channel: channels.open,
        text: 'reply',
        thread: message,
      });
      const sees = (channelId: string, userId: string, workspace = workspaceId) =>
        adapter.canSee(workspace, channelId, userId);

      expect(await sees(channels.open, people.member)).toBe(true);
      expect(await sees(channelOfThread(channels.open, message), people.member)).toBe(true);
      expect(await sees(channels.triage, people.moderator)).toBe(true);
      expect(await sees(channels.triage, people.member)).toBe(false);
      expect(await sees(channels.elsewhere, people.member)).toBe(true);
    });

    it('knows nobody in a channel that does not exist, and no stranger in any', async () => {
      const { adapter, channels, people, workspaceId } = scene();
      const unknown = (id: string) => id.replace(/.{3}$/, '999');

      expect(await adapter.canSee(workspaceId, unknown(channels.open), people.member)).toBe(false);
      expect(await adapter.canSee(workspaceId, channels.open, unknown(people.member))).toBe(false);
      expect(await adapter.canSee(workspaceId, 'rubbish', people.member)).toBe(false);
    });

    it('fetches the bytes of a file, but not more than allowed', async () => {
      const { adapter, sandbox, channels, people, workspaceId } = scene();
      const sent = sandbox.createMessage({
        as: people.member,
        channel: channels.open,
        text: 'look',
        files: [{ name: 'screen.png', mime: 'image/png', base64: SCREENSHOT.toString('base64') }],
      });
      const { files } = await adapter.fetchMessage({
        workspaceId,
        channelId: sent.channel,
        messageId: sent.message,
      });

      expect(files).toEqual([
        expect.objectContaining({ name: 'screen.png', mime: 'image/png', size: SCREENSHOT.length }),
      ]);
      expect(Buffer.from(await adapter.download(workspaceId, files[0]!, 1_000))).toEqual(SCREENSHOT);
      await expect(adapter.download(workspaceId, { ...files[0]!, size: 1 }, 10)).rejects.toThrow(
        PlatformRefused,
      );
    });

    it('says so when a person or a channel does not exist', async () => {
      const { adapter, channels, people, workspaceId } = scene();
      const unknown = (id: string) => id.replace(/.{3}$/, '999');

      await expect(adapter.fetchPerson(workspaceId, unknown(people.member))).rejects.toThrow(TargetGone);
      await expect(adapter.fetchChannel(workspaceId, unknown(channels.open))).rejects.toMatchObject({
        retry: 'never',
      });
    });
  });
}
