import { describe, expect, it } from '@jest/globals';
import type { HomePage } from '../../../src/chat/home.ts';
import { eventually } from '../../support/eventually.ts';
import type { Scene } from './scene.ts';

function pageOf(words: string): HomePage {
  const invoke = { command: 'claim', values: { case: 'FB-12' } };
  return {
    title: 'Your cases',
    lead: [[{ type: 'text', text: words }]],
    actions: [],
    parts: [
      {
        title: 'For you',
        items: [
          {
            name: 'FB-12',
            text: [{ type: 'text', text: '<!channel> & *more*' }],
            short: 'more',
            actions: [{ type: 'button', label: 'Claim', style: 'primary', invoke }],
          },
        ],
        unlisted: 0,
        more: null,
      },
    ],
    footer: [],
  };
}

/** A page of somebody's own with the bot, where the platform has one. */
export function describeHomes(scene: () => Scene): void {
  describe('pages of people’s own', () => {
    const isSlack = () => scene().adapter.platform === 'slack';
    const shown = () => JSON.stringify(isSlack() ? scene().seen(scene().people.moderator, 'home') : []);
    const show = (words: string, after: string | null) =>
      scene().adapter.showHome(scene().workspaceId, scene().people.moderator, pageOf(words), after);

    it('are shown where there are any, and none takes the place of a version it does not know', async () => {
      const first = await show('first', null);
      if (!isSlack()) return expect(first).toBeNull();
      expect(shown()).toContain('first');
      expect(shown()).toContain('&lt;!channel&gt; &amp; ');
      await show('second', first);
      // Whoever does not know of the second may have drawn theirs before it: only the record can tell.
      await expect(show('third', first)).rejects.toMatchObject({ code: 'NOT_YET' });
      expect(shown()).toContain('second');
      const third = await show('third', null);
      expect(shown()).toContain('third');
      expect(third).not.toBe(first);
    });

    it('say whose it is when one is opened, and what is pressed there in no channel', async () => {
      const { sandbox, people, inbound, workspaceId } = scene();
      if (!isSlack())
        return expect(() => sandbox.openHome({ as: people.moderator })).toThrow('/feedback mine');
      sandbox.openHome({ as: people.moderator });
      await inbound.until(() => inbound.homes.length > 0);
      expect(inbound.homes).toEqual([{ workspaceId, userId: people.moderator }]);
      await show('mine', null);
      inbound.answer = () => ({
        type: 'say',
        blocks: [{ type: 'paragraph', children: [{ type: 'text', text: 'FB-12 is yours now' }] }],
      });
      const pressed = { as: people.moderator, channel: 'home', message: '', action: 'claim?case=FB-12' };
      expect(await sandbox.press(pressed)).toMatchObject({ ok: true });
      expect(inbound.commands.at(-1)).toMatchObject({ name: 'claim', channelId: '', from: 'button' });
      const above = await eventually(() => sandbox.inbox(people.moderator).forms[0] ?? null);
      expect(above).toMatchObject({ submit: '', fields: [], intro: 'FB-12 is yours now' });

      // Nobody would take back what stays: a card is for this moment, and for this person alone.
      const [action] = pageOf('').parts[0]!.items[0]!.actions;
      inbound.answer = () => ({ type: 'say', blocks: [], actions: [action!] });
      await sandbox.press(pressed);
      const card = await eventually(
        () =>
          sandbox
            .inbox(people.moderator)
            .directMessages.flatMap(({ messages }) => messages)
            .find(({ actions }) => actions.length > 0) ?? null,
      );
      expect(card.ephemeral).toBe(true);
      await eventually(
        () => sandbox.inbox(people.moderator).forms.find(({ intro }) => intro?.includes('Messages')) ?? null,
      );
    });

    it('are refused for somebody who is not there, and where the app has none', async () => {
      if (!isSlack()) return;
      const { adapter, workspaceId, people, sandbox } = scene();
      await expect(adapter.showHome(workspaceId, 'U0NOBODY', pageOf('x'), null)).rejects.toMatchObject({
        retry: 'never',
      });
      sandbox.fault({ kind: 'missing_scope', scope: 'app_home' });
      await expect(adapter.showHome(workspaceId, people.moderator, pageOf('x'), null)).rejects.toMatchObject({
        retry: 'never',
      });
    });
  });
}
