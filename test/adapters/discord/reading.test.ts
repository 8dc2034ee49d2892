import { describe, expect, it } from '@jest/globals';
import { pino } from 'pino';
import { PermissionMissing, PlatformRefused, TargetGone } from '../../../src/errors.ts';
import { lookBack } from '../contract/look-back.ts';
import { reply, useStage, workspaceId } from './stage.ts';
import { CHANNELS, PEOPLE } from './world.ts';

describe('reading on Discord', () => {
  const stage = useStage();

  it('does not take a missing permission for an empty channel', async () => {
    const { adapter, sandbox, say } = stage();
    say('there is something');
    sandbox.fault({ kind: 'missing_scope', scope: 'READ_MESSAGE_HISTORY' });
    await expect(lookBack(adapter, workspaceId, CHANNELS.open)).rejects.toThrow(/READ_MESSAGE_HISTORY/);
  });

  it('takes an empty channel for an empty channel', async () => {
    const { adapter } = stage();
    expect((await lookBack(adapter, workspaceId, CHANNELS.triage)).flagged).toEqual([]);
  });

  it('says what to switch on when the words of what it looks through are left out', async () => {
    const { adapter, sandbox, say } = stage();
    const message = say('flagged, but unreadable');
    sandbox.react({ as: PEOPLE.moderator, channel: CHANNELS.open, message, emoji: '🚩', present: true });
    sandbox.fault({ kind: 'missing_scope', scope: 'MESSAGE_CONTENT' });
    const { flagged, problem } = await lookBack(adapter, workspaceId, CHANNELS.open);
    expect(flagged).toHaveLength(1);
    expect(problem).toContain('Message Content Intent');
  });

  it('lists the channels it can see', async () => {
    const { adapter } = stage();
    const channels = await adapter.fetchChannels(workspaceId);
    expect(channels).toContainEqual({ channelId: CHANNELS.triage, name: 'feedback-triage', isPrivate: true });
    expect(channels.find(({ channelId }) => channelId === CHANNELS.open)).toMatchObject({ isPrivate: false });
    expect(channels.map(({ channelId }) => channelId)).not.toContain(CHANNELS.elsewhere);
  });

  it('takes a direct message for private and a channel of another server for none of its own', async () => {
    const { adapter } = stage();
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

  it('takes nobody for gone because the bot was put out of their server', async () => {
    const { adapter } = stage();
    await expect(adapter.fetchPerson('discord:42', PEOPLE.member)).rejects.toThrow(PermissionMissing);
  });

  it('reads messages whose text is withheld as empty, and tells the operator once', async () => {
    const { sandbox, fresh, say } = stage();
    const lines: string[] = [];
    const heard = fresh({ log: pino({ level: 'warn' }, { write: (line: string) => void lines.push(line) }) });
    const message = say('not for you');
    sandbox.fault({ kind: 'missing_scope', scope: 'MESSAGE_CONTENT' });
    expect(
      await heard.fetchMessage({ workspaceId, channelId: CHANNELS.open, messageId: message }),
    ).toMatchObject({ text: '' });
    await heard.fetchMessage({ workspaceId, channelId: CHANNELS.open, messageId: message });
    expect(lines).toEqual([expect.stringContaining('Message Content Intent')]);
  });

  it('asks no other host for a file', async () => {
    const { adapter } = stage();
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
    const { adapter, apiUrl } = stage();
    const url = new URL('/discord/cdn/attachments/1/2/none.png', apiUrl).href;
    await expect(
      adapter.download(workspaceId, { fileId: '2', name: 'x', mime: 'image/png', size: 1, url }, 100),
    ).rejects.toThrow(TargetGone);
  });
});
