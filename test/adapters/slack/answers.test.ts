import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Answer } from '../../../src/chat/command.ts';
import type { Form } from '../../../src/chat/form.ts';
import { paragraph } from '../../../src/chat/rich.ts';
import { lookBack } from '../contract/look-back.ts';
import { openScene, type Scene } from '../contract/scene.ts';
import { slackHarness } from './harness.ts';

const form = (title: string): Form => ({
  title,
  submit: 'Send',
  fields: [{ type: 'line', name: 'text', label: 'Text', required: true, initial: '', maxLength: 100 }],
  invoke: { command: 'note', values: { case: 'FB-1' } },
});
const say = (words: string): Answer => ({ type: 'say', blocks: [paragraph(words)] });

describe('an answer on Slack', () => {
  let scene: Scene;
  const changes = new Set<() => void>();
  const until = (met: () => boolean) =>
    new Promise<void>((resolve) => {
      const look = () => met() && resolve();
      changes.add(look);
      look();
    });
  const whispered = (as: string, channel: string) =>
    JSON.stringify(scene.seen(as, channel).filter(({ ephemeral }) => ephemeral));

  beforeEach(async () => {
    scene = await openScene(slackHarness);
    scene.sandbox.onChange(() => changes.forEach((look) => look()));
  });
  afterEach(async () => {
    changes.clear();
    await scene.close();
  });

  it('says what to write when a command cannot be read', async () => {
    const { sandbox, people, channels, inbound } = scene;
    await sandbox.command({ as: people.moderator, channel: channels.triage, text: '/feedback note' });

    expect(whispered(people.moderator, channels.triage)).toContain(
      '&lt;case&gt; is missing. Write /feedback note',
    );
    expect(inbound.commands).toEqual([]);
  });

  it('comes late when the work takes long, and the person sees no error', async () => {
    const { sandbox, people, channels, inbound } = scene;
    let finish: () => void = () => undefined;
    inbound.answer = async () => {
      await new Promise<void>((resolve) => {
        finish = resolve;
      });
      return say('Done at last');
    };
    const result = await sandbox.command({
      as: people.moderator,
      channel: channels.triage,
      text: '/feedback help',
    });
    expect(result).toMatchObject({ ok: true, error: null });
    finish();
    await until(() => whispered(people.moderator, channels.triage).includes('Done at last'));
  });

  it('of a form can be the next form', async () => {
    const { sandbox, people, channels, inbound } = scene;
    inbound.answer = ({ from }) => ({ type: 'form', form: form(from === 'form' ? 'Second' : 'First') });
    const first = await sandbox.command({
      as: people.moderator,
      channel: channels.triage,
      text: '/feedback help',
    });
    const sent = await sandbox.submit({ as: people.moderator, form: first.form!.id, values: { text: 'x' } });

    expect(sent.form).toMatchObject({ title: 'Second' });
  });

  it('reaches people where the bot is not in the channel', async () => {
    const { sandbox, people, channels, inbound, menuName } = scene;
    const { message } = sandbox.createMessage({
      as: people.member,
      channel: channels.elsewhere,
      text: 'broken',
    });
    inbound.answer = ({ from }) => (from === 'form' ? say('Noted') : { type: 'form', form: form('Flag') });
    const opened = await sandbox.menu({
      as: people.moderator,
      channel: channels.elsewhere,
      message,
      name: menuName,
    });
    await sandbox.submit({ as: people.moderator, form: opened.form!.id, values: { text: 'x' } });

    await until(() => whispered(people.moderator, channels.elsewhere).includes('Noted'));
  });

  it('can be a card with buttons', async () => {
    const { sandbox, people, channels, inbound, card } = scene;
    const shown = card();
    inbound.answer = ({ from }) =>
      from === 'button'
        ? say('Claimed')
        : shown.type === 'card'
          ? { type: 'card', card: shown.card }
          : { type: 'silent' };
    const { ephemeral } = await sandbox.command({
      as: people.moderator,
      channel: channels.triage,
      text: '/feedback help',
    });
    await sandbox.press({
      as: people.moderator,
      channel: channels.triage,
      message: ephemeral!.id,
      action: 'Claim',
    });

    await until(() => whispered(people.moderator, channels.triage).includes('Claimed'));
    expect(inbound.commands[1]).toMatchObject({ from: 'button', name: 'claim', values: { case: 'FB-12' } });
  });

  it('to a button in a thread is shown in that thread', async () => {
    const { adapter, sandbox, people, channels, inbound, card, workspaceId } = scene;
    const root = sandbox.createMessage({ as: people.moderator, channel: channels.triage, text: 'root' });
    const place = {
      type: 'thread',
      workspaceId,
      channelId: channels.triage,
      messageId: root.message,
    } as const;
    const ref = await adapter.post(place, card(), 'thread-mark');
    inbound.answer = () => say('Claimed here');
    await sandbox.press({
      as: people.moderator,
      channel: channels.triage,
      message: ref.messageId,
      action: 'Claim',
    });

    await until(() =>
      JSON.stringify(scene.seen(people.moderator, channels.triage, root.message)).includes('Claimed here'),
    );
    expect(inbound.commands[0]).toMatchObject({
      threadRoot: { channelId: channels.triage, messageId: root.message },
    });
  });

  it('says so when a form came too late', async () => {
    const { sandbox, people, channels, inbound } = scene;
    inbound.answer = () => ({ type: 'form', form: form('Late') });
    sandbox.fault({ kind: 'server_error', times: 1, status: 500, method: 'views.open' });
    const result = await sandbox.command({
      as: people.moderator,
      channel: channels.triage,
      text: '/feedback help',
    });

    expect(result).toMatchObject({ ok: true, form: null });
    await until(() =>
      whispered(people.moderator, channels.triage).includes('The form took too long to open'),
    );
  });

  it('reaches a person who is not in the channel by direct message', async () => {
    const { adapter, sandbox, people, channels, reply, workspaceId } = scene;
    await adapter.whisper(workspaceId, channels.triage, people.member, reply('Only for you'));
    expect(JSON.stringify(sandbox.inbox(people.member))).toContain('Only for you');
  });

  it('leaves our own reactions out when it looks back', async () => {
    const { adapter, sandbox, people, channels, workspaceId } = scene;
    const { message } = sandbox.createMessage({ as: people.member, channel: channels.open, text: 'broken' });
    await adapter.react({ workspaceId, channelId: channels.open, messageId: message }, '👀', true);
    const found = await lookBack(adapter, workspaceId, channels.open, { emojis: ['👀'] });
    expect(found.flagged).toEqual([]);
  });

  it('opens forms although reading is held up by a rate limit', async () => {
    const { adapter, sandbox, people, channels, inbound, workspaceId } = scene;
    sandbox.fault({ kind: 'rate_limit', times: 5, retryAfterS: 60, method: 'conversations.info' });
    await expect(adapter.fetchChannel(workspaceId, channels.open)).rejects.toMatchObject({
      code: 'RATE_LIMITED',
    });
    inbound.answer = () => ({ type: 'form', form: form('Prompt') });
    const result = await sandbox.command({
      as: people.moderator,
      channel: channels.triage,
      text: '/feedback help',
    });

    expect(result.form).toMatchObject({ title: 'Prompt' });
  });
});
