import { describe, expect, it } from '@jest/globals';
import { PermissionMissing, PlatformUnavailable } from '../../../src/errors.ts';
import { button, card, reply, useStage, workspaceId } from './stage.ts';
import { CHANNELS, PEOPLE } from './world.ts';

describe('posting on Discord', () => {
  const stage = useStage();

  const place = { type: 'channel', workspaceId, channelId: CHANNELS.open } as const;

  it('returns the first message for the second post with the same mark', async () => {
    const { adapter } = stage();
    const first = await adapter.post(place, reply('once'), 'same-mark');
    const second = await adapter.post(place, reply('once'), 'same-mark');
    expect(second).toEqual(first);
  });

  it('finds neither the same words under another mark nor those from before', async () => {
    const { adapter } = stage();
    const before = await adapter.post(place, reply('the same words'), 'mark-a');
    expect(await adapter.findPosted(place, reply('the same words'), 'mark-b', new Date(0))).toBeNull();
    expect(
      await adapter.findPosted(place, reply('the same words'), 'mark-a', new Date(Date.now() + 60_000)),
    ).toBeNull();
    expect(await adapter.findPosted(place, reply('the same words'), 'mark-a', new Date(0))).toEqual(before);
  });

  it('finds a card by its words and buttons, also after a restart', async () => {
    const { adapter, fresh } = stage();
    const ref = await adapter.post(place, card(button('claim')), 'mark-c');
    const restarted = fresh({});
    expect(await restarted.findPosted(place, card(button('claim')), 'mark-c', new Date(0))).toEqual(ref);
    expect(await restarted.findPosted(place, card(button('help')), 'mark-c', new Date(0))).toBeNull();
  });

  it('finds an answer by its words however late, so that nobody is answered twice when Discord has forgotten the mark', async () => {
    const { adapter, fresh, say } = stage();
    const root = say('the export is broken');
    const thread = { type: 'thread', workspaceId, channelId: CHANNELS.open, messageId: root } as const;
    const answer = reply('Hi Kasper, we are sorry. We are **on it**.');
    const before = new Date();
    const ref = await adapter.post(thread, answer, 'mark-late');
    say('more is said meanwhile', root);
    const restarted = fresh({});
    expect(await restarted.findPosted(thread, answer, 'mark-late', before)).toEqual(ref);
  });

  it('uses the thread there is, and an old one that was put away', async () => {
    const { adapter, sandbox, say, asBot } = stage();
    const root = say('root of a thread');
    say('somebody was quicker', root);
    const thread = { type: 'thread', workspaceId, channelId: CHANNELS.open, messageId: root } as const;
    const ref = await adapter.post(thread, reply('first'), 'mark-d');
    expect(ref.channelId).toBe(root);

    await asBot('PATCH', `/channels/${root}`, { archived: true });
    await adapter.update(ref, reply('edited'));
    await asBot('PATCH', `/channels/${root}`, { archived: true });
    await adapter.react(ref, '👀', true);
    await asBot('PATCH', `/channels/${root}`, { archived: true });
    await adapter.post(thread, reply('second'), 'mark-e');
    expect(
      sandbox.messages({ as: PEOPLE.member, channel: CHANNELS.open, thread: root }).map(({ text }) => text),
    ).toEqual(expect.arrayContaining(['edited', 'second']));
  });

  it('names a new thread after the message it hangs from', async () => {
    const { adapter, say } = stage();
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

    // Without words it says by whom the message is, which is the same in each language.
    const wordless = say('<@1100000000000000103>');
    await adapter.post(
      { type: 'thread', workspaceId, channelId: CHANNELS.open, messageId: wordless },
      reply('Sorry'),
      'mark-w',
    );
    expect((await adapter.fetchChannel(workspaceId, wordless)).name).toBe('Kasper Lind');
  });

  it('starts the thread and posts in it, with nothing asked before, where it is the first to answer', async () => {
    const { adapter, sandbox, say, callsTo } = stage();
    const root = say('an old name');
    const thread = { type: 'thread', workspaceId, channelId: CHANNELS.open, messageId: root } as const;
    const first = { ...reply('Sorry'), title: '<@1100000000000000103> Export fails\nand more' } as const;
    await adapter.post(thread, first, 'mark-first');

    const calls = callsTo('/channels').map(({ method }) => method);
    expect(calls).toEqual([
      `POST /channels/${CHANNELS.open}/messages/${root}/threads`,
      `POST /channels/${root}/messages`,
    ]);
    expect((await adapter.fetchChannel(workspaceId, root)).name).toBe('Export fails');

    const talkedIn = say('another');
    say('others talk already', talkedIn);
    sandbox.fault({ kind: 'missing_scope', scope: 'CREATE_PUBLIC_THREADS' });
    expect((await adapter.post({ ...thread, messageId: talkedIn }, first, 'mark-talked')).channelId).toBe(
      talkedIn,
    );
    await expect(adapter.post({ ...thread, messageId: say('silent') }, first, 'mark-silent')).rejects.toThrow(
      PermissionMissing,
    );
    sandbox.clearFaults();
    const third = say('a third');
    say('others talk here as well', third);
    expect((await adapter.post({ ...thread, messageId: third }, first, 'mark-third')).channelId).toBe(third);
  });

  it('answers the message where no thread can hang from it', async () => {
    const { adapter, say } = stage();
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
    const { fresh, callsTo } = stage();
    const wrong = fresh({ token: 'wrong' });
    await expect(wrong.post(place, reply('x'), 'mark-h')).rejects.toThrow(PermissionMissing);
    await expect(wrong.post(place, reply('x'), 'mark-h')).rejects.toThrow(PermissionMissing);
    expect(callsTo('POST /channels').every(({ status }) => status === 401)).toBe(true);
    expect(callsTo('POST /channels')).toHaveLength(2);
  });

  it('takes an unclear failure for unclear, and repeats only what it reads', async () => {
    const { adapter, sandbox } = stage();
    sandbox.fault({ kind: 'server_error', times: 1, status: 502 });
    await expect(adapter.post(place, reply('x'), 'mark-i')).rejects.toMatchObject({
      code: 'OUTCOME_UNKNOWN',
    });
    sandbox.fault({ kind: 'server_error', times: 1, status: 502 });
    expect(await adapter.fetchPerson(workspaceId, PEOPLE.member)).toMatchObject({ userId: PEOPLE.member });
    sandbox.fault({ kind: 'server_error', times: 2, status: 502 });
    await expect(adapter.fetchPerson(workspaceId, PEOPLE.other)).rejects.toThrow(PlatformUnavailable);
  });
});
