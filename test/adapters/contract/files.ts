import { describe, expect, it } from '@jest/globals';
import type { MessageView } from '../../../sandbox/platform.ts';
import { newMark, type Scene } from './scene.ts';

/** Files that come with a card. */
export function describeFiles(scene: () => Scene): void {
  describe('files', () => {
    it('posts a card with files in a thread once, finds it again, and takes the files away with its next form', async () => {
      const { adapter, makeAdapter, sandbox, channels, people, card, seen, workspaceId } = scene();
      const root = sandbox.createMessage({ as: people.member, channel: channels.open, text: 'broken' });
      const place = {
        type: 'thread',
        workspaceId,
        channelId: channels.open,
        messageId: root.message,
      } as const;
      await adapter.post(place, card({ title: 'Before' }), newMark());
      const [since, mark] = [new Date(), newMark()];
      const files = ['a log.txt', 'b.png', 'naïve.tar.gz'].map((name) => ({
        name,
        bytes: Buffer.from(name),
      }));
      const withFiles = (title: string) => card({ title, files });
      const names = () =>
        seen(people.member, channels.open, root.message)
          .flatMap((message) => message.files.map(({ name }) => name))
          .toSorted();

      // What was sent before the words could be said is not sent again.
      sandbox.fault({
        kind: 'server_error',
        times: 1,
        status: 503,
        method: adapter.platform === 'slack' ? 'chat.postMessage' : 'messages',
      });
      await expect(adapter.post(place, withFiles('One'), mark)).rejects.toThrow();
      const ref = await makeAdapter().post(place, withFiles('One'), mark);

      expect(names()).toHaveLength(3);
      expect(await makeAdapter().findPosted(place, withFiles('Two'), mark, since)).toEqual(ref);
      expect(await makeAdapter().findPosted(place, withFiles('Two'), newMark(), since)).toBeNull();
      await adapter.update(ref, card({ title: 'Gone', files: [] }));
      expect(names()).toEqual([]);
      expect(
        visible(seen(people.member, channels.open, root.message).find(({ id }) => id === ref.messageId)!),
      ).toContain('Gone');
    });

    it('sends a file to one person once, also when its words could not be said at first', async () => {
      const { adapter, makeAdapter, sandbox, people, card, workspaceId } = scene();
      const place = { type: 'dm', workspaceId, userId: people.moderator } as const;
      const content = card({ title: 'A table', files: [{ name: 'cases.csv', bytes: Buffer.from('a,b') }] });
      await adapter.post(place, card({ title: 'Before' }), newMark());
      const mark = newMark();
      sandbox.fault({
        kind: 'server_error',
        times: 1,
        status: 503,
        method: adapter.platform === 'slack' ? 'chat.postMessage' : 'messages',
      });
      await expect(adapter.post(place, content, mark)).rejects.toThrow();
      await makeAdapter().post(place, content, mark);
      const sent = sandbox.inbox(people.moderator).directMessages.flatMap(({ messages }) => messages);
      expect(sent.flatMap(({ files }) => files)).toHaveLength(1);
    });

    it('takes its words back even where it may not take the files away', async () => {
      const { adapter, sandbox, inChannel, card, seen, people, channels, picturePermission } = scene();
      const files = [{ name: 'a.txt', bytes: Buffer.from('a') }];
      const ref = await adapter.post(inChannel(), card({ title: 'Secret', files }), newMark());
      sandbox.fault({ kind: 'missing_scope', scope: picturePermission });
      const problem = await adapter.update(ref, card({ title: 'Gone', files: [] })).catch(String);

      const message = seen(people.moderator, channels.open).find(({ id }) => id === ref.messageId)!;
      expect(visible(message)).toContain('Gone');
      if (adapter.platform === 'slack') expect(problem).toContain('files:write');
    });

    it('says that the files are missing where it may post none, in the language of the card', async () => {
      const { adapter, sandbox, inChannel, card, seen, people, channels, picturePermission } = scene();
      sandbox.fault({ kind: 'missing_scope', scope: picturePermission });
      const content = card({ files: [{ name: 'a.txt', bytes: Buffer.from('a') }], language: 'da' });
      const ref = await adapter.post(inChannel(), content, newMark());
      const message = seen(people.moderator, channels.open).find(({ id }) => id === ref.messageId)!;
      expect([visible(message).includes('For at få filerne med: '), message.files]).toEqual([true, []]);
    });
  });
}

function visible({ text, native }: MessageView): string {
  return `${text} ${JSON.stringify(native)}`;
}
