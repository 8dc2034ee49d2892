import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { DiscordSandbox } from '../../../sandbox/discord/index.ts';
import { DISCORD_TOKEN } from '../../../sandbox/seed.ts';
import type { ChatAdapter } from '../../../src/chat/adapter.ts';
import type { Action, Card, Content } from '../../../src/chat/card.ts';
import type { CommandSpec } from '../../../src/chat/command.ts';
import { paragraph } from '../../../src/chat/rich.ts';
import { PermissionMissing, PlatformRefused, PlatformUnavailable, TargetGone } from '../../../src/errors.ts';
import { eventually } from '../../support/eventually.ts';
import { recordInbound, type RecordedInbound } from '../contract/scene.ts';
import { CHANNELS, GUILD, openDiscord, PEOPLE, type DiscordWorld } from './world.ts';

const COMMANDS: CommandSpec[] = [
  { name: 'help', summary: 'What I can do', options: [], mayOpenForm: false },
  {
    name: 'claim',
    summary: 'Take a case',
    options: [{ name: 'case', summary: 'The case', required: true, type: 'case' }],
    mayOpenForm: false,
  },
  {
    name: 'reply',
    summary: 'Answer',
    options: [{ name: 'case', summary: 'The case', required: true, type: 'case' }],
    mayOpenForm: true,
  },
];
const workspaceId = `discord:${GUILD}`;
const reply = (text: string): Content => ({ type: 'reply', blocks: [paragraph(text)] });
const button = (command: string): Action => ({
  type: 'button',
  label: command,
  style: 'plain',
  invoke: { command, values: { case: 'FB-1' } },
});
const card = (...actions: Action[]): Content => {
  const empty: Card = {
    title: 'FB-1',
    tone: 'neutral',
    summary: '',
    body: [],
    facts: [],
    footer: [],
    actions,
  };
  return { type: 'card', card: empty };
};

let world: DiscordWorld;
let sandbox: DiscordSandbox;
let adapter: ChatAdapter;
let inbound: RecordedInbound;
let made: ChatAdapter[];

const fresh = (...args: Parameters<DiscordWorld['adapterWith']>): ChatAdapter => {
  const one = world.adapterWith(...args);
  made.push(one);
  return one;
};
const say = (text: string, thread?: string) =>
  sandbox.createMessage({ as: PEOPLE.member, channel: CHANNELS.open, text, ...(thread && { thread }) })
    .message;
const callsTo = (part: string) => sandbox.calls().filter(({ method }) => method.includes(part));

beforeEach(async () => {
  world = await openDiscord();
  sandbox = world.sandbox;
  made = [];
  inbound = recordInbound();
  adapter = fresh({});
});
afterEach(async () => {
  for (const one of made) await one.stop();
  await world.close();
});

describe('the Discord gateway', () => {
  it('lets through a reaction in a thread that was never seen before', async () => {
    const root = say('root');
    const inThread = say('deep in a thread', root);
    await adapter.start(inbound, COMMANDS);
    sandbox.react({
      as: PEOPLE.moderator,
      channel: CHANNELS.open,
      message: inThread,
      emoji: '🚩',
      present: true,
    });

    expect(await inbound.event('reaction_added')).toMatchObject({
      channelId: root,
      parentChannelId: CHANNELS.open,
      messageId: inThread,
    });
  });

  it('lets through a direct message in a channel that was never seen before', async () => {
    const { channelId } = await fresh({}).post(
      { type: 'dm', workspaceId, userId: PEOPLE.member },
      reply('Solved?'),
      'mark-dm',
    );
    await adapter.start(inbound, COMMANDS);
    const { message } = sandbox.createMessage({ as: PEOPLE.member, channel: channelId, text: 'No' });
    sandbox.deleteMessage({ as: PEOPLE.member, channel: channelId, message });

    expect(await inbound.event('message_posted')).toMatchObject({ workspaceId, isDirect: true, channelId });
    expect(await inbound.event('message_deleted')).toMatchObject({
      workspaceId,
      channelId,
      messageId: message,
    });
  });

  it('ignores servers the policy does not know', async () => {
    const stranger = fresh({ workspaces: ['42'] });
    await stranger.start(inbound, COMMANDS);
    const everybody = fresh({ workspaces: [GUILD] });
    const seen = recordInbound();
    await everybody.start(seen, COMMANDS);
    say('hello');
    await seen.event('message_posted');

    expect(inbound.events).toEqual([]);
    expect(inbound.gaps).toEqual([]);
    expect(stranger.problem()).toContain('not in server 42');
    expect(everybody.problem()).toBeNull();
  });

  it('hands an event over again until it is stored, in order', async () => {
    let failures = 2;
    const stubborn = {
      ...inbound,
      onEvent: (event: Parameters<typeof inbound.onEvent>[0]) =>
        failures-- > 0 ? Promise.reject(new Error('no database')) : inbound.onEvent(event),
    };
    await adapter.start(stubborn, COMMANDS);
    const [first, second] = [say('one'), say('two')];
    await inbound.event('message_posted', ({ messageId }) => messageId === second);

    expect(inbound.events.map(({ messageId }) => messageId)).toEqual([first, second]);
  });

  it('says what to do about a refused token, without giving up or hammering', async () => {
    const refused = fresh({ token: 'wrong' });
    await refused.start(inbound, COMMANDS);

    expect(refused.problem()).toContain('DISCORD_TOKEN');
    expect(callsTo('/gateway/bot').length).toBe(1);
  });

  it('says so when Discord cannot be reached', async () => {
    await world.close();
    await adapter.start(inbound, COMMANDS);

    expect(adapter.problem()).toContain('cannot be reached');
    await expect(
      adapter.post({ type: 'channel', workspaceId, channelId: CHANNELS.open }, reply('x'), 'm'),
    ).rejects.toThrow(PlatformUnavailable);
  });

  it('stops while it is cut off, and stays away', async () => {
    await adapter.start(inbound, COMMANDS);
    sandbox.fault({ kind: 'drop_socket', ms: 150 });
    await eventually(() => adapter.problem() !== null);
    await adapter.stop();
    await eventually(() => sandbox.faults().length === 0);

    expect(sandbox.community().appConnected).toBe(false);
  });

  it('reports a gap after a session that could not be resumed', async () => {
    await adapter.start(inbound, COMMANDS);
    sandbox.fault({ kind: 'drop_socket', ms: 700 });
    await inbound.until(() => inbound.gaps.length === 2);

    expect(inbound.gaps).toEqual([workspaceId, workspaceId]);
  });
});

describe('the commands of Discord', () => {
  it('are listed only when they have changed', async () => {
    await adapter.start(inbound, COMMANDS);
    await adapter.stop();
    await fresh({}).start(recordInbound(), COMMANDS);
    const put = () =>
      sandbox.calls().filter(({ method }) => method.startsWith('PUT') && method.endsWith('/commands')).length;
    expect(put()).toBe(1);

    await fresh({}).start(recordInbound(), COMMANDS.slice(1));
    expect(put()).toBe(2);
  });

  it('complete an option while it is typed', async () => {
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
        by: { userId: PEOPLE.moderator, groups: ['1100000000000000301'] },
        command: 'claim',
        option: 'case',
        typed: 'FB',
      },
    ]);
    expect(choices).toHaveLength(25);
    expect(choices[0]!.value).toBe('FB-0');
  });

  it('know the thread they are used in', async () => {
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
    await adapter.start(inbound, COMMANDS);
    let release: () => void = () => undefined;
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    inbound.answer = async () => {
      await held;
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
    release();

    const shown = await eventually(() =>
      sandbox
        .messages({ as: PEOPLE.moderator, channel: CHANNELS.triage })
        .find(({ actions }) => actions.length > 0),
    );
    expect(shown.actions).toEqual([expect.objectContaining({ label: 'Go on', id: 'reply?case=FB-1' })]);
    expect(inbound.commands).toHaveLength(1);
  });

  it('say that a button of an older version no longer works', async () => {
    await adapter.start(inbound, COMMANDS);
    const ref = await adapter.post(
      { type: 'channel', workspaceId, channelId: CHANNELS.triage },
      card(button('claim')),
      'mark-2',
    );
    inbound.answer = () => Promise.reject(new TargetGone('Discord', 'x', null));
    await sandbox.press({
      as: PEOPLE.moderator,
      channel: CHANNELS.triage,
      message: ref.messageId,
      action: 'claim',
    });

    const shown = await eventually(() =>
      sandbox.messages({ as: PEOPLE.moderator, channel: CHANNELS.triage }).find(({ ephemeral }) => ephemeral),
    );
    expect(shown.text).toBe('Something went wrong on our side; nothing was changed. Please try again.');
  });
});

describe('posting on Discord', () => {
  const place = { type: 'channel', workspaceId, channelId: CHANNELS.open } as const;

  it('returns the first message for the second post with the same mark', async () => {
    const first = await adapter.post(place, reply('once'), 'same-mark');
    const second = await adapter.post(place, reply('once'), 'same-mark');
    expect(second).toEqual(first);
  });

  it('finds neither the same words under another mark nor those from before', async () => {
    const before = await adapter.post(place, reply('the same words'), 'mark-a');
    expect(await adapter.findPosted(place, reply('the same words'), 'mark-b', new Date(0))).toBeNull();
    expect(
      await adapter.findPosted(place, reply('the same words'), 'mark-a', new Date(Date.now() + 60_000)),
    ).toBeNull();
    expect(await adapter.findPosted(place, reply('the same words'), 'mark-a', new Date(0))).toEqual(before);
  });

  it('finds a card by its words and buttons, also after a restart', async () => {
    const ref = await adapter.post(place, card(button('claim')), 'mark-c');
    const restarted = fresh({});
    expect(await restarted.findPosted(place, card(button('claim')), 'mark-c', new Date(0))).toEqual(ref);
    expect(await restarted.findPosted(place, card(button('help')), 'mark-c', new Date(0))).toBeNull();
  });

  it('uses the thread there is, and an old one that was put away', async () => {
    const root = say('root of a thread');
    say('somebody was quicker', root);
    const thread = { type: 'thread', workspaceId, channelId: CHANNELS.open, messageId: root } as const;
    const ref = await adapter.post(thread, reply('first'), 'mark-d');
    expect(ref.channelId).toBe(root);

    await archive(root);
    await adapter.update(ref, reply('edited'));
    await archive(root);
    await adapter.react(ref, '👀', true);
    await archive(root);
    await adapter.post(thread, reply('second'), 'mark-e');
    expect(
      sandbox.messages({ as: PEOPLE.member, channel: CHANNELS.open, thread: root }).map(({ text }) => text),
    ).toEqual(expect.arrayContaining(['edited', 'second']));
  });

  it('names a new thread after the message it hangs from', async () => {
    const root = say('<@1100000000000000103> the export is broken since Tuesday\nand more');
    await adapter.post(
      { type: 'thread', workspaceId, channelId: CHANNELS.open, messageId: root },
      reply('Sorry'),
      'mark-f',
    );
    expect(await adapter.fetchChannel(workspaceId, root)).toEqual({
      channelId: root,
      name: 'the export is broken since Tuesday',
      isPrivate: false,
    });
  });

  it('answers the message where no thread can hang from it', async () => {
    const root = say('root');
    const inThread = say('in a thread', root);
    const ref = await adapter.post(
      { type: 'thread', workspaceId, channelId: root, messageId: inThread },
      reply('nearest'),
      'mark-g',
    );
    expect(ref.channelId).toBe(root);
  });

  it('goes on after a single refused token', async () => {
    const wrong = fresh({ token: 'wrong' });
    await expect(wrong.post(place, reply('x'), 'mark-h')).rejects.toThrow(PermissionMissing);
    await expect(wrong.post(place, reply('x'), 'mark-h')).rejects.toThrow(PermissionMissing);
    expect(callsTo('POST /channels').every(({ status }) => status === 401)).toBe(true);
    expect(callsTo('POST /channels')).toHaveLength(2);
  });

  it('takes an unclear failure for unclear, and repeats only what it reads', async () => {
    sandbox.fault({ kind: 'server_error', times: 1, status: 502 });
    await expect(adapter.post(place, reply('x'), 'mark-i')).rejects.toMatchObject({
      code: 'OUTCOME_UNKNOWN',
    });
    sandbox.fault({ kind: 'server_error', times: 1, status: 502 });
    expect(await adapter.fetchPerson(workspaceId, PEOPLE.member)).toMatchObject({ userId: PEOPLE.member });
    sandbox.fault({ kind: 'server_error', times: 2, status: 502 });
    await expect(adapter.fetchPerson(workspaceId, PEOPLE.other)).rejects.toThrow(PlatformUnavailable);
  });

  async function archive(thread: string): Promise<void> {
    const response = await fetch(`${world.apiUrl}/v10/channels/${thread}`, {
      method: 'PATCH',
      headers: { authorization: `Bot ${DISCORD_TOKEN}`, 'content-type': 'application/json' },
      body: JSON.stringify({ archived: true }),
    });
    expect(response.status).toBe(200);
  }
});

describe('reading on Discord', () => {
  it('does not take a missing permission for an empty channel', async () => {
    say('there is something');
    sandbox.fault({ kind: 'missing_scope', scope: 'READ_MESSAGE_HISTORY' });
    await expect(adapter.fetchReactions(workspaceId, CHANNELS.open, 10)).rejects.toThrow(
      /READ_MESSAGE_HISTORY/,
    );
  });

  it('takes an empty channel for an empty channel', async () => {
    expect(await adapter.fetchReactions(workspaceId, CHANNELS.triage, 10)).toEqual([]);
  });

  it('goes on where a rate limit stopped it', async () => {
    for (let index = 0; index < 3; index += 1) {
      sandbox.react({
        as: PEOPLE.moderator,
        channel: CHANNELS.open,
        message: say(`m${index}`),
        emoji: '🚩',
        present: true,
      });
    }
    const listed = () => callsTo('/reactions/').length;
    const scanner = fresh({});
    sandbox.fault({ kind: 'server_error', times: 2, status: 503, method: '/reactions/' });
    await expect(scanner.fetchReactions(workspaceId, CHANNELS.open, 10)).rejects.toThrow(PlatformUnavailable);
    const before = listed();
    expect(await scanner.fetchReactions(workspaceId, CHANNELS.open, 10)).toHaveLength(3);
    expect(listed() - before).toBeLessThanOrEqual(3);
  });

  it('lists the channels it can read', async () => {
    const channels = await adapter.fetchChannels(workspaceId);
    expect(channels).toContainEqual({ channelId: CHANNELS.triage, name: 'feedback-triage', isPrivate: true });
    expect(channels.find(({ channelId }) => channelId === CHANNELS.open)).toMatchObject({ isPrivate: false });
    expect(channels.map(({ channelId }) => channelId)).not.toContain(CHANNELS.elsewhere);
  });

  it('takes a direct message for private and a channel of another server for none of its own', async () => {
    const ref = await adapter.post(
      { type: 'dm', workspaceId, userId: PEOPLE.member },
      reply('hello'),
      'mark-j',
    );
    expect(await adapter.fetchChannel(workspaceId, ref.channelId)).toMatchObject({ isPrivate: true });
    await expect(adapter.fetchChannel('discord:42', CHANNELS.open)).rejects.toThrow(TargetGone);
    await expect(
      adapter.fetchMessage({ workspaceId: 'discord:42', channelId: CHANNELS.open, messageId: '1' }),
    ).rejects.toThrow(TargetGone);
  });

  it('reads messages whose text is withheld as empty', async () => {
    const message = say('not for you');
    sandbox.fault({ kind: 'missing_scope', scope: 'MESSAGE_CONTENT' });
    expect(
      await adapter.fetchMessage({ workspaceId, channelId: CHANNELS.open, messageId: message }),
    ).toMatchObject({ text: '' });
  });

  it('asks no other host for a file', async () => {
    const file = { fileId: '1', name: 'x', mime: 'text/plain', size: 1 };
    for (const url of [
      'http://169.254.169.254/latest',
      'https://evil.example/a',
      'http://cdn.discordapp.com/a',
      'file:///etc/passwd',
      'nonsense',
    ]) {
      await expect(adapter.download(workspaceId, { ...file, url }, 100)).rejects.toThrow(PlatformRefused);
    }
  });

  it('says so when a file is gone', async () => {
    const url = new URL('/discord/cdn/attachments/1/2/none.png', world.apiUrl).href;
    await expect(
      adapter.download(workspaceId, { fileId: '2', name: 'x', mime: 'image/png', size: 1, url }, 100),
    ).rejects.toThrow(TargetGone);
  });
});
