import { describe, expect, it } from '@jest/globals';
import { lookBack, peopleBy, readThread } from './look-back.ts';
import type { Scene } from './scene.ts';

/** What is looked up after a gap: step by step, and nothing twice between two steps. */
export function describeLookingBack(scene: () => Scene): void {
  describe('looking back', () => {
    it('lists the reactions it may have missed, in channels and threads', async () => {
      const { adapter, sandbox, channels, people, workspaceId, channelOfThread } = scene();
      const root = sandbox.createMessage({ as: people.member, channel: channels.open, text: 'root' });
      const inThread = sandbox.createMessage({
        as: people.member,
        channel: channels.open,
        text: 'reply',
        thread: root.message,
      });
      const flag = (channel: string, message: string, as: string) =>
        sandbox.react({ as, channel, message, emoji: '🚩', present: true });
      flag(channels.open, root.message, people.moderator);
      flag(channels.open, root.message, people.member);
      flag(inThread.channel, inThread.message, people.moderator);
      await adapter.react({ workspaceId, channelId: channels.open, messageId: root.message }, '👀', true);

      const { flagged } = await lookBack(adapter, workspaceId, channels.open);

      expect(flagged).toHaveLength(2);
      expect(peopleBy(flagged).get(root.message)).toEqual([people.member, people.moderator].toSorted());
      expect(flagged.find(({ message }) => message.messageId === inThread.message)).toMatchObject({
        message: { channelId: channelOfThread(channels.open, root.message) },
        emoji: '🚩',
        userIds: [people.moderator],
      });
    });

    it('looks back step by step, a few calls each, and loses nobody between two steps', async () => {
      const { adapter, sandbox, channels, people, workspaceId } = scene();
      const say = (text: string, thread?: string) =>
        sandbox.createMessage({ as: people.member, channel: channels.open, text, ...(thread && { thread }) });
      const flagged = Array.from({ length: 14 }, (_, index) => say(`number ${index}`));
      const replies = flagged.slice(0, 3).map(({ message }) => say('and a reply', message));
      for (const { channel, message } of [...flagged, ...replies])
        for (const as of [people.member, people.moderator])
          sandbox.react({ as, channel, message, emoji: '🚩', present: true });
      const calls = () =>
        sandbox.calls().filter(({ method }) => /history|replies|reactions|messages|threads/.test(method))
          .length;
      const before = calls();

      const found = await lookBack(adapter, workspaceId, channels.open);

      expect(peopleBy(found.flagged)).toEqual(
        new Map(
          [...flagged, ...replies].map(({ message }) => [
            message,
            [people.member, people.moderator].toSorted(),
          ]),
        ),
      );
      expect((calls() - before) / found.steps).toBeLessThanOrEqual(11);
    });

    it('looks no further back than it is told to', async () => {
      const { adapter, sandbox, channels, people, workspaceId } = scene();
      for (const text of ['old', 'older', 'newest']) {
        const { message } = sandbox.createMessage({ as: people.member, channel: channels.open, text });
        sandbox.react({ as: people.moderator, channel: channels.open, message, emoji: '🚩', present: true });
      }

      const few = await lookBack(adapter, workspaceId, channels.open, { limit: 2 });
      const young = await lookBack(adapter, workspaceId, channels.open, {
        since: new Date(Date.now() + 60_000),
      });
      const others = await lookBack(adapter, workspaceId, channels.open, { emojis: ['🐛'] });

      expect([few, young, others].map(({ flagged }) => flagged.length)).toEqual([2, 0, 0]);
    });

    it('ends a step that was limited after it got somewhere, and the next one goes on there', async () => {
      const { adapter, sandbox, channels, people, workspaceId } = scene();
      const messages = ['one', 'two'].map((text) => {
        const { message } = sandbox.createMessage({ as: people.member, channel: channels.open, text });
        sandbox.createMessage({
          as: people.member,
          channel: channels.open,
          text: 'in thread',
          thread: message,
        });
        sandbox.react({ as: people.moderator, channel: channels.open, message, emoji: '🚩', present: true });
        return message;
      });
      const look = (cursor: string | null) =>
        adapter.fetchReactions(workspaceId, channels.open, {
          cursor,
          emojis: ['🚩'],
          since: new Date(0),
          limit: 500,
        });
      const method = sandbox.platform === 'slack' ? 'conversations.replies' : 'threads/active';
      sandbox.fault({ kind: 'rate_limit', times: 1, retryAfterS: 7, method });

      const first = await look(null);
      expect(first).toMatchObject({ afterMs: 7_000, next: expect.any(String) });
      const second = await look(first.next);

      expect(peopleBy([...first.flagged, ...second.flagged])).toEqual(
        new Map(messages.map((message) => [message, [people.moderator]])),
      );
      sandbox.fault({ kind: 'rate_limit', times: 1, retryAfterS: 7 });
      await expect(look(null)).rejects.toMatchObject({ code: 'RATE_LIMITED' });
    });

    it('takes a cursor it cannot read for the beginning', async () => {
      const { adapter, sandbox, channels, people, workspaceId } = scene();
      const { message } = sandbox.createMessage({ as: people.member, channel: channels.open, text: 'x' });
      sandbox.react({ as: people.moderator, channel: channels.open, message, emoji: '🚩', present: true });
      const { flagged } = await adapter.fetchReactions(workspaceId, channels.open, {
        cursor: '{"of":"another version"}',
        emojis: ['🚩'],
        since: new Date(0),
        limit: 500,
      });
      expect(flagged).toHaveLength(1);
    });

    it('reads a thread from a moment on, root first, with when its messages were edited', async () => {
      const { adapter, sandbox, channels, people, workspaceId } = scene();
      const say = (text: string, thread?: string) =>
        sandbox.createMessage({ as: people.member, channel: channels.open, text, ...(thread && { thread }) });
      const root = { channelId: channels.open, messageId: say('root').message };
      expect((await readThread(adapter, workspaceId, root)).map(({ snapshot }) => snapshot.text)).toEqual([
        'root',
      ]);

      const [first, , last] = ['first', 'second', 'third'].map((text) => say(text, root.messageId));
      sandbox.editMessage({ as: people.member, ...last!, text: 'third, corrected' });
      const all = await readThread(adapter, workspaceId, root);
      const { postedAt } = all[1]!.snapshot;

      expect(all.map(({ snapshot }) => snapshot.text)).toEqual([
        'root',
        'first',
        'second',
        'third, corrected',
      ]);
      expect(all.map(({ snapshot }) => snapshot.threadRoot)).toEqual([undefined, root, root, root]);
      expect(all.map(({ editedAt }) => editedAt !== null)).toEqual([false, false, false, true]);
      const since = await readThread(adapter, workspaceId, root, postedAt);
      expect(since.map(({ snapshot }) => snapshot.ref.messageId)).toContain(first!.message);
      expect(await readThread(adapter, workspaceId, root, new Date(Date.now() + 60_000))).toHaveLength(1);

      sandbox.deleteMessage({ as: people.member, ...first! });
      const left = await readThread(adapter, workspaceId, root);
      expect(left.map(({ snapshot }) => snapshot.text)).toEqual(['root', 'second', 'third, corrected']);
    });
  });
}
