import { describe, expect, it } from '@jest/globals';
import { NotPossible } from '../../../src/errors.ts';
import type { Form } from '../../../src/chat/form.ts';
import { paragraph } from '../../../src/chat/rich.ts';
import { eventually } from '../../support/eventually.ts';
import { newMark, type Scene } from './scene.ts';

const REPLY_FORM: Form = {
  title: 'Reply to the member',
  submit: 'Send',
  fields: [
    {
      name: 'text',
      label: 'Your answer',
      type: 'paragraph',
      initial: 'Dear member',
      maxLength: 2_000,
      required: true,
    },
    { name: 'topic', label: 'Topic', type: 'line', initial: '', maxLength: 80, required: false },
  ],
  invoke: { command: 'reply', values: { case: 'FB-12' } },
};

/** Typed commands, buttons, selects, menus and forms. */
export function describeCommands(scene: () => Scene): void {
  describe('commands', () => {
    /** What only this person sees, once it holds `words`: the answer follows the acknowledgement. */
    const whispered = (as: string, channel: string, words: string) =>
      eventually(() => {
        const shown = JSON.stringify(
          scene()
            .seen(as, channel)
            .filter(({ ephemeral }) => ephemeral),
        );
        return shown.includes(words) && shown;
      });
    const commandsIn = (count: number) => {
      const { inbound } = scene();
      return inbound.until(() => inbound.commands.length >= count);
    };

    it('passes a typed command on and shows the answer to that person alone', async () => {
      const { sandbox, channels, people, inbound, workspaceId } = scene();
      inbound.answer = () => ({ type: 'say', blocks: [paragraph('Noted, thank you')] });

      const result = await sandbox.command({
        as: people.moderator,
        channel: channels.triage,
        text: '/feedback note case:FB-12 text:they called twice',
      });

      expect(result).toMatchObject({ ok: true, error: null });
      await commandsIn(1);
      expect(inbound.commands).toEqual([
        expect.objectContaining({
          workspaceId,
          channelId: channels.triage,
          from: 'typed',
          name: 'note',
          values: { case: 'FB-12', text: 'they called twice' },
          target: null,
          by: expect.objectContaining({ userId: people.moderator }),
        }),
      ]);
      await whispered(people.moderator, channels.triage, 'Noted, thank you');
    });

    it('gives every interaction an id of its own', async () => {
      const { sandbox, channels, people, inbound } = scene();
      for (let times = 0; times < 2; times += 1)
        await sandbox.command({ as: people.moderator, channel: channels.triage, text: '/feedback help' });
      await commandsIn(2);

      expect(new Set(inbound.commands.map(({ interactionId }) => interactionId)).size).toBe(2);
    });

    it('opens a form and passes on what was filled in', async () => {
      const { sandbox, channels, people, inbound, ownSubmitWording = true } = scene();
      inbound.answer = ({ from }) =>
        from === 'form'
          ? { type: 'say', blocks: [paragraph('It is on its way')] }
          : { type: 'form', form: REPLY_FORM };

      const opened = await sandbox.command({
        as: people.moderator,
        channel: channels.triage,
        text: '/feedback reply case:FB-12',
      });
      expect(opened.form).toMatchObject({
        title: 'Reply to the member',
        ...(ownSubmitWording && { submit: 'Send' }),
      });
      expect(
        opened.form!.fields.map(({ name, type, value, required }) => [name, type, value, required]),
      ).toEqual([
        ['text', 'paragraph', 'Dear member', true],
        ['topic', 'line', '', false],
      ]);
      const sent = await sandbox.submit({
        as: people.moderator,
        form: opened.form!.id,
        values: { text: 'We are sorry & on it', topic: '' },
      });

      expect(sent).toMatchObject({ ok: true, error: null });
      await commandsIn(2);
      expect(inbound.commands[1]).toMatchObject({
        from: 'form',
        name: 'reply',
        channelId: channels.triage,
        by: { userId: people.moderator },
        values: { case: 'FB-12', text: 'We are sorry & on it' },
      });
      await whispered(people.moderator, channels.triage, 'It is on its way');
    });

    it('passes on who pressed a button, where, and what it stands for', async () => {
      const { adapter, sandbox, channels, people, inbound, card, workspaceId } = scene();
      const place = { type: 'channel', workspaceId, channelId: channels.triage } as const;
      const ref = await adapter.post(place, card(), newMark());
      inbound.answer = () => ({ type: 'say', blocks: [paragraph('It is yours')] });

      const result = await sandbox.press({
        as: people.moderator,
        channel: channels.triage,
        message: ref.messageId,
        action: 'Claim',
      });

      expect(result).toMatchObject({ ok: true, error: null });
      await commandsIn(1);
      expect(inbound.commands).toEqual([
        expect.objectContaining({
          from: 'button',
          name: 'claim',
          values: { case: 'FB-12' },
          channelId: channels.triage,
          by: expect.objectContaining({ userId: people.moderator }),
        }),
      ]);
      await whispered(people.moderator, channels.triage, 'It is yours');
    });

    it('adds what was chosen in a select', async () => {
      const { adapter, sandbox, channels, people, inbound, card, workspaceId } = scene();
      const place = { type: 'channel', workspaceId, channelId: channels.triage } as const;
      const ref = await adapter.post(place, card(), newMark());
      const select = sandbox
        .messages({ as: people.moderator, channel: channels.triage })
        .find(({ id }) => id === ref.messageId)!
        .actions.find(({ type }) => type === 'select')!;

      await sandbox.press({
        as: people.moderator,
        channel: channels.triage,
        message: ref.messageId,
        action: select.id,
        value: 'urgent',
      });
      await commandsIn(1);

      expect(inbound.commands).toEqual([
        expect.objectContaining({
          from: 'button',
          name: 'severity',
          values: { case: 'FB-12', severity: 'urgent' },
        }),
      ]);
    });

    it('opens a form from a button', async () => {
      const { adapter, sandbox, channels, people, inbound, card, workspaceId } = scene();
      const place = { type: 'channel', workspaceId, channelId: channels.triage } as const;
      // Only a command that says so may open a form: `claim` does not.
      const actions = [
        {
          type: 'button',
          label: 'Reply',
          style: 'primary',
          invoke: { command: 'reply', values: { case: 'FB-12' } },
        } as const,
      ];
      const ref = await adapter.post(place, card({ actions }), newMark());
      inbound.answer = () => ({ type: 'form', form: REPLY_FORM });

      const result = await sandbox.press({
        as: people.moderator,
        channel: channels.triage,
        message: ref.messageId,
        action: 'Reply',
      });

      expect(result.form).toMatchObject({ title: 'Reply to the member' });
    });

    it('passes on the message a message menu was used on', async () => {
      const { sandbox, channels, people, inbound, menuName } = scene();
      const { message } = sandbox.createMessage({
        as: people.member,
        channel: channels.open,
        text: 'broken & sad',
      });

      await sandbox.menu({ as: people.moderator, channel: channels.open, message, name: menuName });
      await commandsIn(1);

      expect(inbound.commands).toEqual([
        expect.objectContaining({
          from: 'menu',
          name: 'flag',
          channelId: channels.open,
          by: expect.objectContaining({ userId: people.moderator }),
          target: expect.objectContaining({
            text: 'broken & sad',
            author: expect.objectContaining({ userId: people.member }),
            ref: expect.objectContaining({ messageId: message }),
          }),
        }),
      ]);
    });

    it('tells the person what to do instead, and no more than that when we failed', async () => {
      const { sandbox, channels, people, inbound } = scene();
      const typed = () =>
        sandbox.command({ as: people.moderator, channel: channels.triage, text: '/feedback help' });
      inbound.answer = () => Promise.reject(new NotPossible('FB-9 is closed already; reopen it first.'));
      await typed();
      await whispered(people.moderator, channels.triage, 'FB-9 is closed already; reopen it first.');
      inbound.answer = () => Promise.reject(new Error('secret of the house'));
      await typed();

      const sorry = 'Something went wrong on our side; nothing was changed. Please try again.';
      const shown = await whispered(people.moderator, channels.triage, sorry);
      expect(shown).not.toContain('secret');
    });

    it('says nothing when there is nothing to say', async () => {
      const { sandbox, channels, people, seen } = scene();
      const result = await sandbox.command({
        as: people.moderator,
        channel: channels.triage,
        text: '/feedback help',
      });

      expect(result).toMatchObject({ ok: true, error: null, form: null });
      expect(seen(people.member, channels.open).filter(({ ephemeral }) => ephemeral)).toEqual([]);
    });
  });
}
