import { describe, expect, it } from '@jest/globals';
import { NotPossible } from '../../../src/errors.ts';
import type { Form } from '../../../src/chat/form.ts';
import { SECTIONS_MAX, type Button } from '../../../src/chat/card.ts';
import { paragraph } from '../../../src/chat/rich.ts';
import { eventually } from '../../support/eventually.ts';
import { pressing } from '../../support/pressing.ts';
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

function choiceOf(label: string, command: string, name = 'FB-12'): Button {
  return { type: 'button', label, style: 'plain', invoke: { command, values: { case: name } } };
}

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

    /** Chooses in the menu of a message, as the person who would press its button. */
    const choose = async (message: string, label: string) => {
      const { sandbox, channels, people, seen } = scene();
      const as = people.moderator;
      const view = seen(as, channels.triage).find(({ id }) => id === message)!;
      const on = pressing(view, label);
      expect(on.value).toBeDefined();
      return sandbox.press({ as, channel: channels.triage, message, ...on });
    };
    const postMenu = async (choices: Button[]) => {
      const { adapter, channels, card, workspaceId } = scene();
      const place = { type: 'channel', workspaceId, channelId: channels.triage } as const;
      const content = card({ actions: [{ type: 'menu', label: 'More …', choices }] });
      return (await adapter.post(place, content, newMark())).messageId;
    };

    it('passes on a choice in a menu as its button, and the same choice as often as it is made', async () => {
      const { inbound, people, channels } = scene();
      const message = await postMenu([choiceOf('Take it', 'claim'), choiceOf('Answer', 'reply')]);
      inbound.answer = () => ({ type: 'say', blocks: [paragraph('It is yours')] });

      expect(await choose(message, 'Take it')).toMatchObject({ ok: true, error: null });
      await whispered(people.moderator, channels.triage, 'It is yours');
      expect(await choose(message, 'Take it')).toMatchObject({ ok: true, error: null });
      await commandsIn(2);

      expect(inbound.commands).toEqual(
        Array.from({ length: 2 }, () =>
          expect.objectContaining({
            from: 'button',
            name: 'claim',
            values: { case: 'FB-12' },
            channelId: channels.triage,
            by: expect.objectContaining({ userId: people.moderator }),
          }),
        ),
      );
      expect(new Set(inbound.commands.map(({ interactionId }) => interactionId)).size).toBe(2);
    });

    it('opens a form from a menu, and again when it was closed', async () => {
      const { inbound } = scene();
      const message = await postMenu([choiceOf('Take it', 'claim'), choiceOf('Answer', 'reply')]);
      inbound.answer = () => ({ type: 'form', form: REPLY_FORM });

      expect((await choose(message, 'Answer')).form).toMatchObject({ title: 'Reply to the member' });
      // On Discord the menu is drawn anew behind the form.
      const again = await eventually(() => choose(message, 'Answer').catch(() => null));
      expect(again.form).toMatchObject({ title: 'Reply to the member' });
      expect(inbound.commands.map(({ name }) => name)).toEqual(['reply', 'reply']);
    });

    it('says why a choice in the menu of an old card is not possible, as it does of a button', async () => {
      const { adapter, inbound, people, channels, card, workspaceId } = scene();
      const message = await postMenu([choiceOf('Take it', 'claim'), choiceOf('Answer', 'reply')]);
      inbound.answer = () => Promise.reject(new NotPossible('FB-12 is closed; reopen it first.'));
      for (const label of ['Take it', 'Answer']) {
        expect(await choose(message, label)).toMatchObject({ ok: true, form: null });
        await whispered(people.moderator, channels.triage, 'FB-12 is closed; reopen it first.');
      }
      const ref = { workspaceId, channelId: channels.triage, messageId: message };
      await adapter.update(ref, card({ title: 'FB-12 · Done', actions: [] }));
      expect(scene().seen(people.moderator, channels.triage)[0]!.actions).toEqual([]);
    });

    it('posts a menu of 25 choices, and a list of five things with their buttons', async () => {
      const { adapter, channels, people, card, seen, workspaceId } = scene();
      const commands = Array.from({ length: 25 }, (_, index) => `do-${'x'.repeat(index)}`);
      const choices = commands.map((command) => choiceOf(`Choice ${command.length}`, command));
      await postMenu(choices);
      const place = { type: 'channel', workspaceId, channelId: channels.triage } as const;
      const names = Array.from({ length: SECTIONS_MAX + 2 }, (_, index) => `FB-${index + 1}`);
      const sections = names.map((name) => ({
        name,
        text: [{ type: 'text' as const, text: `${name} waits for you since Tuesday` }],
        actions: ['done', 'snooze', 'assign', 'show'].map((command) => choiceOf(command, command, name)),
      }));
      await adapter.post(place, card({ title: 'What waits', actions: [], sections }), newMark());

      const [menu, list] = seen(people.moderator, channels.triage);
      const offered = menu!.actions.flatMap((each) => each.choices.map(({ value }) => value.split('?')[0]));
      expect(offered).toEqual(commands);
      const shown = JSON.stringify(list!.native);
      const firsts = names.slice(0, SECTIONS_MAX);
      for (const name of firsts) expect(shown).toContain(`${name} waits for you`);
      expect(list!.actions.map(({ id }) => id)).toEqual(
        firsts.flatMap((name) => ['done', 'snooze', 'assign', 'show'].map((each) => `${each}?case=${name}`)),
      );
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
