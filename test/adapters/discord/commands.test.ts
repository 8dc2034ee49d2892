import { EventEmitter, once } from 'node:events';
import { describe, expect, it } from '@jest/globals';
import { paragraph } from '../../../src/chat/rich.ts';
import type { Texts } from '../../../src/texts/index.ts';
import { eventually } from '../../support/eventually.ts';
import { recordInbound } from '../contract/scene.ts';
import { button, card, COMMANDS, useStage, workspaceId } from './stage.ts';
import { CHANNELS, PEOPLE } from './world.ts';

describe('the commands of Discord', () => {
  const stage = useStage();

  it('are listed only when they have changed', async () => {
    const { adapter, sandbox, inbound, fresh } = stage();
    await adapter.start(inbound, COMMANDS);
    await adapter.stop();
    await fresh({}).start(recordInbound(), COMMANDS);
    const put = () =>
      sandbox.calls().filter(({ method }) => method.startsWith('PUT') && method.endsWith('/commands')).length;
    expect(put()).toBe(1);

    await fresh({}).start(recordInbound(), COMMANDS.slice(1));
    expect(put()).toBe(2);

    // In English it is what it was, and in Danish something else.
    const inDanish = COMMANDS.slice(1).map((each) => ({
      ...each,
      summary: (texts: Texts) => (texts.common.code === 'da' ? texts.common.yes : each.summary(texts)),
    }));
    await fresh({}).start(recordInbound(), inDanish);
    await fresh({}).start(recordInbound(), inDanish);
    expect(put()).toBe(3);
  });

  it('complete an option while it is typed', async () => {
    const { adapter, sandbox, inbound } = stage();
    const asked: unknown[] = [];
    await adapter.start(
      {
        ...inbound,
        onComplete: async (completion) => {
          asked.push(completion);
          return Array.from({ length: 40 }, (_, index) => ({
            label: `FB-${index} ${'x'.repeat(200)}`,
            value: `FB-${index}`,
          }));
        },
      },
      COMMANDS,
    );
    const choices = await sandbox.complete({
      as: PEOPLE.moderator,
      channel: CHANNELS.triage,
      text: '/feedback claim FB',
    });

    expect(asked).toEqual([
      {
        workspaceId,
        by: { userId: PEOPLE.moderator, groups: ['1100000000000000301'], locale: 'en-US' },
        command: 'claim',
        option: 'case',
        typed: 'FB',
      },
    ]);
    expect(choices).toHaveLength(25);
    expect(choices[0]!.value).toBe('FB-0');
  });

  it('know the thread they are used in', async () => {
    const { adapter, sandbox, inbound, say } = stage();
    await adapter.start(inbound, COMMANDS);
    const root = say('root');
    say('reply', root);
    await sandbox.command({
      as: PEOPLE.moderator,
      channel: CHANNELS.open,
      thread: root,
      text: '/feedback help',
    });
    await inbound.until(() => inbound.commands.length === 1);

    expect(inbound.commands[0]).toMatchObject({
      channelId: CHANNELS.open,
      threadRoot: { channelId: CHANNELS.open, messageId: root },
    });
  });

  it('know which server a button in a direct message is about', async () => {
    const { adapter, sandbox, inbound } = stage();
    await adapter.start(inbound, COMMANDS);
    const ref = await adapter.post(
      { type: 'dm', workspaceId, userId: PEOPLE.moderator },
      card(button('claim')),
      'mark-1',
    );
    await adapter.update(ref, card(button('claim'), button('help')));
    await sandbox.press({
      as: PEOPLE.moderator,
      channel: ref.channelId,
      message: ref.messageId,
      action: 'claim',
    });
    await inbound.until(() => inbound.commands.length === 1);

    expect(inbound.commands[0]).toMatchObject({
      workspaceId,
      values: { case: 'FB-1' },
      by: { groups: null },
    });
  });

  it('answer all the same when the form comes too late to open by itself', async () => {
    const { adapter, sandbox, inbound } = stage();
    await adapter.start(inbound, COMMANDS);
    const gate = new EventEmitter();
    inbound.answer = async () => {
      await once(gate, 'open');
      return {
        type: 'form',
        form: {
          title: 'Reply',
          submit: 'Send',
          fields: [],
          invoke: { command: 'reply', values: { case: 'FB-1' } },
        },
      };
    };
    const result = await sandbox.command({
      as: PEOPLE.moderator,
      channel: CHANNELS.triage,
      text: '/feedback reply case:FB-1',
    });
    expect(result).toMatchObject({ ok: true, form: null });
    gate.emit('open');

    const shown = await eventually(() =>
      sandbox
        .messages({ as: PEOPLE.moderator, channel: CHANNELS.triage })
        .find(({ actions }) => actions.length > 0),
    );
    expect(shown.actions).toEqual([expect.objectContaining({ label: 'Go on', id: 'reply?case=FB-1' })]);
    expect(inbound.commands).toHaveLength(1);
  });

  it('say that a button of an older version no longer works', async () => {
    const { adapter, sandbox, inbound, asBot } = stage();
    await adapter.start(inbound, COMMANDS);
    const { id } = await asBot<{ id: string }>('POST', `/channels/${CHANNELS.triage}/messages`, {
      content: 'from before',
      components: [{ type: 1, components: [{ type: 2, style: 2, label: 'Old', custom_id: 'OLD:12' }] }],
    });
    await sandbox.press({ as: PEOPLE.moderator, channel: CHANNELS.triage, message: id, action: 'Old' });

    const shown = await eventually(() =>
      sandbox.messages({ as: PEOPLE.moderator, channel: CHANNELS.triage }).find(({ ephemeral }) => ephemeral),
    );
    expect(shown.text).toContain('no longer works');
    expect(inbound.commands).toEqual([]);
  });

  it('show their answer even when Discord fails at first', async () => {
    const { adapter, sandbox, inbound } = stage();
    await adapter.start(inbound, COMMANDS);
    inbound.answer = () => {
      sandbox.fault({ kind: 'server_error', times: 1, status: 502, method: 'PATCH /webhooks' });
      return { type: 'say', blocks: [paragraph('here it is')] };
    };
    await sandbox.command({ as: PEOPLE.moderator, channel: CHANNELS.triage, text: '/feedback help' });

    await eventually(() =>
      sandbox
        .messages({ as: PEOPLE.moderator, channel: CHANNELS.triage })
        .find(({ text }) => text === 'here it is'),
    );
    expect(inbound.commands).toHaveLength(1);
  });

  it('are carried out by one process when two are connected', async () => {
    const { adapter, sandbox, inbound, fresh } = stage();
    const other = recordInbound();
    await adapter.start(inbound, COMMANDS);
    await fresh({}).start(other, COMMANDS);
    const total = () => inbound.commands.length + other.commands.length;
    for (let times = 1; times <= 3; times += 1) {
      await sandbox.command({ as: PEOPLE.moderator, channel: CHANNELS.triage, text: '/feedback help' });
      await eventually(() => total() === times);
    }

    expect(
      new Set([...inbound.commands, ...other.commands].map(({ interactionId }) => interactionId)).size,
    ).toBe(3);
  });
});
