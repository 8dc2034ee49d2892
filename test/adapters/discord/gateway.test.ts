import { describe, expect, it } from '@jest/globals';
import { PlatformUnavailable } from '../../../src/errors.ts';
import { eventually } from '../../support/eventually.ts';
import { recordInbound } from '../contract/scene.ts';
import { COMMANDS, reply, useStage, workspaceId } from './stage.ts';
import { CHANNELS, GUILD, PEOPLE } from './world.ts';

describe('the Discord gateway', () => {
  const stage = useStage();

  it('lets through a reaction in a thread that was never seen before', async () => {
    const { adapter, sandbox, inbound, say } = stage();
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
    const { adapter, sandbox, inbound, fresh } = stage();
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
    const { inbound, fresh, say } = stage();
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
    const { adapter, inbound, say } = stage();
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
    const { inbound, fresh, callsTo } = stage();
    const refused = fresh({ token: 'wrong' });
    await refused.start(inbound, COMMANDS);

    expect(refused.problem()).toContain('DISCORD_TOKEN');
    expect(callsTo('/gateway/bot').length).toBe(1);
  });

  it('says so when Discord cannot be reached', async () => {
    const { adapter, inbound, close } = stage();
    await close();
    await adapter.start(inbound, COMMANDS);

    expect(adapter.problem()).toContain('cannot be reached');
    await expect(
      adapter.post({ type: 'channel', workspaceId, channelId: CHANNELS.open }, reply('x'), 'm'),
    ).rejects.toThrow(PlatformUnavailable);
  });

  it('stops while it is cut off, and stays away', async () => {
    const { adapter, sandbox, inbound } = stage();
    await adapter.start(inbound, COMMANDS);
    sandbox.fault({ kind: 'drop_socket', ms: 150 });
    await eventually(() => adapter.problem() !== null);
    await adapter.stop();
    await eventually(() => sandbox.faults().length === 0);

    expect(sandbox.community().appConnected).toBe(false);
  });

  it('reports a gap after a session that could not be resumed', async () => {
    const { adapter, sandbox, inbound } = stage();
    await adapter.start(inbound, COMMANDS);
    sandbox.fault({ kind: 'drop_socket', ms: 700 });
    await inbound.until(() => inbound.gaps.length === 2);

    expect(inbound.gaps).toEqual([workspaceId, workspaceId]);
  });
});
