import { describe, expect, it } from '@jest/globals';
import { COMMANDS, recordInbound, type Scene } from './scene.ts';

/** What comes in from channels. */
export function describeEvents(scene: () => Scene): void {
  describe('events', () => {
    it('reports a posted message with its author, text and time', async () => {
      const { sandbox, channels, people, inbound, workspaceId } = scene();
      const before = Date.now();
      const sent = sandbox.createMessage({
        as: people.member,
        channel: channels.open,
        text: 'The export is broken',
      });

      const event = await inbound.event('message_posted');

      expect(event).toMatchObject({
        workspaceId,
        channelId: channels.open,
        messageId: sent.message,
        isDirect: false,
        message: {
          ref: { workspaceId, channelId: channels.open, messageId: sent.message },
          author: { userId: people.member, isBot: false },
          text: 'The export is broken',
          files: [],
        },
      });
      expect(event.message.author.name).toBe(
        sandbox.community().people.find(({ id }) => id === people.member)!.name,
      );
      expect(event.message.threadRoot).toBeUndefined();
      expect(Math.abs(event.message.postedAt.getTime() - before)).toBeLessThan(60_000);
      expect(new URL(event.message.permalink).protocol).toMatch(/^https?:$/);
    });

    it('reports a reaction as a character, and that it was taken away', async () => {
      const { sandbox, channels, people, inbound } = scene();
      const { message } = sandbox.createMessage({
        as: people.member,
        channel: channels.open,
        text: 'broken',
      });
      sandbox.react({ as: people.moderator, channel: channels.open, message, emoji: '🚩', present: true });
      const added = await inbound.event('reaction_added');
      sandbox.react({ as: people.moderator, channel: channels.open, message, emoji: '🚩', present: false });
      const removed = await inbound.event('reaction_removed');

      for (const event of [added, removed])
        expect(event).toMatchObject({
          channelId: channels.open,
          messageId: message,
          userId: people.moderator,
          emoji: '🚩',
        });
    });

    it('reports a reaction on a message from before its start', async () => {
      const { sandbox, channels, people, makeAdapter, adapter, inbound } = scene();
      const { message } = sandbox.createMessage({
        as: people.member,
        channel: channels.open,
        text: 'old news',
      });
      await inbound.event('message_posted');
      await adapter.stop();
      const later = recordInbound();
      await makeAdapter().start(later, COMMANDS);
      sandbox.react({ as: people.moderator, channel: channels.open, message, emoji: '🐛', present: true });

      expect(await later.event('reaction_added')).toMatchObject({ messageId: message, emoji: '🐛' });
    });

    it('reports an edit with the new text', async () => {
      const { sandbox, channels, people, inbound } = scene();
      const { message } = sandbox.createMessage({ as: people.member, channel: channels.open, text: 'brokn' });
      sandbox.editMessage({
        as: people.member,
        channel: channels.open,
        message,
        text: 'broken & <still> so',
      });

      expect(await inbound.event('message_edited')).toMatchObject({
        channelId: channels.open,
        messageId: message,
        text: 'broken & <still> so',
        threadRoot: null,
      });
    });

    it('reports a deletion', async () => {
      const { sandbox, channels, people, inbound } = scene();
      const { message } = sandbox.createMessage({ as: people.member, channel: channels.open, text: 'oops' });
      sandbox.deleteMessage({ as: people.member, channel: channels.open, message });

      expect(await inbound.event('message_deleted')).toMatchObject({
        channelId: channels.open,
        messageId: message,
      });
    });

    it('names the root of a message in a thread', async () => {
      const { sandbox, channels, people, inbound, channelOfThread } = scene();
      const root = sandbox.createMessage({ as: people.member, channel: channels.open, text: 'root' });
      const inThread = sandbox.createMessage({
        as: people.moderator,
        channel: channels.open,
        text: 'an answer',
        thread: root.message,
      });

      const event = await inbound.event('message_posted', ({ messageId }) => messageId === inThread.message);

      expect(event.message.threadRoot).toEqual({ channelId: channels.open, messageId: root.message });
      expect(event.channelId).toBe(channelOfThread(channels.open, root.message));
    });

    it('tells a direct message from a channel message', async () => {
      const { sandbox, people, adapter, inbound, workspaceId, reply } = scene();
      const ref = await adapter.post(
        { type: 'dm', workspaceId, userId: people.member },
        reply('Is it solved?'),
        'mark-dm',
      );
      sandbox.createMessage({ as: people.member, channel: ref.channelId, text: 'Yes, thanks' });

      expect(await inbound.event('message_posted')).toMatchObject({
        isDirect: true,
        channelId: ref.channelId,
        message: { text: 'Yes, thanks', author: { userId: people.member } },
      });
    });

    it('reads what was said to us alone since a moment, without a root', async () => {
      const { sandbox, people, adapter, workspaceId, reply } = scene();
      const ref = await adapter.post(
        { type: 'dm', workspaceId, userId: people.member },
        reply('Which version is it?'),
        'mark-dm-read',
      );
      const { postedAt: since } = await adapter.fetchMessage(ref);
      const { message } = sandbox.createMessage({
        as: people.member,
        channel: ref.channelId,
        text: 'The old one',
      });
      sandbox.editMessage({ as: people.member, channel: ref.channelId, message, text: 'The new one' });
      const root = { channelId: ref.channelId, messageId: ref.channelId };

      const { said, next } = await adapter.fetchThread(workspaceId, root, { cursor: null, since });

      expect(next).toBeNull();
      expect(said.map(({ snapshot }) => snapshot.text)).toEqual(['Which version is it?', 'The new one']);
      expect(said[1]!.editedAt).not.toBeNull();
      expect(said[0]!.snapshot.author.isBot).toBe(true);
    });

    it('keeps its own messages and reactions to itself', async () => {
      const { sandbox, channels, people, adapter, inbound, inChannel, reply, workspaceId } = scene();
      const own = await adapter.post(inChannel(), reply('mine'), 'mark-own');
      await adapter.update(own, reply('mine, edited'));
      await adapter.react({ workspaceId, channelId: own.channelId, messageId: own.messageId }, '👀', true);
      const theirs = sandbox.createMessage({
        as: people.member,
        channel: channels.open,
        text: 'the last one',
      });
      await inbound.event('message_posted', ({ messageId }) => messageId === theirs.message);

      expect(inbound.events.map(({ messageId }) => messageId)).toEqual([theirs.message]);
    });

    it('lets NUL and half surrogate pairs in as text a database accepts', async () => {
      const { sandbox, channels, people, inbound } = scene();
      sandbox.createMessage({ as: people.member, channel: channels.open, text: 'a\u0000b \uD83D end' });

      const { message } = await inbound.event('message_posted');

      expect(message.text).not.toContain('\u0000');
      expect(message.text.isWellFormed()).toBe(true);
      expect(message.text).toContain('end');
    });
  });
}
