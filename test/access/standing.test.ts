import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ChatAdapter } from '../../src/chat/adapter.ts';
import { createFindStanding } from '../../src/commands/desk/standing.ts';
import { PermissionMissing, PlatformUnavailable, TargetGone } from '../../src/errors.ts';
import { NOW } from '../support/factories.ts';
import { chat, CHANNELS, HOME, MESSAGES, OTHER, PEOPLE, policy } from './community.ts';
import { openStage, type Stage } from './stage.ts';

const home = policy.workspaces.find(({ id }) => id === HOME)!;
const other = policy.workspaces.find(({ id }) => id === OTHER)!;

/** A desk over a platform that says otherwise than `community.ts` in some points. */
function desk(says: Partial<ChatAdapter> = {}) {
  let at = NOW.getTime();
  const asked: string[] = [];
  const told = { ...says };
  const adapter = new Proxy(chat, {
    get: (target, name) => {
      asked.push(String(name));
      return Reflect.get(name in told ? told : target, name) as unknown;
    },
  });
  return {
    find: createFindStanding({ chat: () => adapter, now: () => new Date(at) }),
    asked,
    told,
    pass: (ms: number) => (at += ms),
  };
}

const inQa = { userId: 'U0NEWINQA', groups: null, channelId: CHANNELS.qa };

describe("asking in a department's channel", () => {
  it('makes one of the department of whoever is in it, as long as it is private', async () => {
    const { find } = desk();
    expect((await find(home, inQa))?.departments).toEqual(new Set(['qa']));
    expect((await find(home, { ...inQa, channelId: null }))?.departments).toEqual(new Set());
    expect((await find(home, { ...inQa, userId: PEOPLE.member }))?.departments).toEqual(new Set());

    const open = desk({
      fetchChannel: async (_id, channelId) => ({ channelId, name: 'qa', isPrivate: false }),
    });
    expect((await open.find(home, inQa))?.departments).toEqual(new Set());
  });

  it.each([
    ['does not exist', new TargetGone('slack', 'channel_not_found', null)],
    ['is hidden from the bot', new PermissionMissing('slack', 'invite the bot', null)],
  ])('makes nothing of anybody where the channel %s', async (_why, error) => {
    const { find } = desk({ fetchChannel: () => Promise.reject(error) });
    expect((await find(home, inQa))?.departments).toEqual(new Set());
  });

  it('is a fault, and no refusal, while the platform cannot be asked', async () => {
    const down = new PlatformUnavailable('slack', 'down', null);
    await expect(desk({ fetchChannel: () => Promise.reject(down) }).find(home, inQa)).rejects.toBe(down);
    await expect(desk({ fetchPerson: () => Promise.reject(down) }).find(home, inQa)).rejects.toBe(down);
  });

  it('is asked of the platform once a minute', async () => {
    const { find, asked, told, pass } = desk();
    await find(home, inQa);
    await find(home, inQa);
    expect(asked.filter((name) => name === 'canSee')).toHaveLength(1);

    told.canSee = async () => false;
    pass(59_000);
    expect((await find(home, inQa))?.departments.size).toBe(1);
    pass(1_000);
    expect((await find(home, inQa))?.departments.size).toBe(0);
    // Of somebody else it says nothing.
    expect((await find(home, { ...inQa, userId: PEOPLE.member }))?.departments.size).toBe(0);
  });
});

describe('whoever is not in a community', () => {
  it('is nothing in it, whatever the policy says of them', async () => {
    const { find } = desk();
    expect(await find(other, { userId: PEOPLE.admin, groups: null, channelId: null })).toBeNull();
    expect(await find(home, { userId: PEOPLE.foreigner, groups: null, channelId: null })).toBeNull();
    expect(await find(home, { userId: 'U0UNHEARDOF', groups: null, channelId: null })).toBeNull();
  });

  it('is nothing as a bot', async () => {
    const { fetchPerson } = chat;
    const { find } = desk({
      fetchPerson: async (workspaceId, userId) => ({
        ...(await fetchPerson(workspaceId, userId)),
        isBot: true,
      }),
    });
    expect(await find(home, { userId: PEOPLE.admin, groups: null, channelId: null })).toBeNull();
  });
});

describe('commands', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage();
  });
  afterAll(() => stage.close());

  it('look at the record as often for a case that is kept from somebody as for one that is not there', async () => {
    const looks = async (name: string, number: number, values: Record<string, string>) => {
      let count = 0;
      const counted = () => (count += 1);
      stage.record.pool.on('acquire', counted);
      await stage.ask({ as: 'accused', name, from: 'typed', values: { case: `FB-${number}`, ...values } });
      stage.record.pool.off('acquire', counted);
      return count;
    };
    for (const [name, values] of [
      ['show', {}],
      ['claim', {}],
      ['note', { text: 'x' }],
      ['assign', { person: PEOPLE.lead }],
    ] as const)
      expect([name, await looks(name, stage.numbers.excluded, values)]).toEqual([
        name,
        await looks(name, 999, values),
      ]);
  });

  it('wait for nobody who works on a case that is kept from them', async () => {
    const client = await stage.record.pool.connect();
    await client.query('begin');
    await client.query('select 1 from hearback.cases for update');
    const { outcome } = await stage.ask({
      as: 'accused',
      name: 'claim',
      from: 'button',
      values: { case: `FB-${stage.numbers.excluded}` },
    });
    await client.query('rollback');
    client.release();
    expect(outcome).toBe('unknown');
  });

  it('answer about a message in a channel that somebody does not see as about none', async () => {
    const secret = Object.values(MESSAGES).find(({ ref }) => ref.channelId === CHANNELS.secret)!;
    const before = await stage.dump();
    const flag = (values: Record<string, string>) =>
      stage.ask({ as: 'moderator', name: 'flag', from: 'form', values });
    const byLink = await flag({ link: secret.permalink });
    const byIds = await flag({ channel: CHANNELS.secret, message: secret.ref.messageId });
    const none = await flag({ channel: CHANNELS.secret, message: '1700000000.999999' });
    const nowhere = await flag({ channel: 'C0NOWHERE', message: secret.ref.messageId });

    expect([byLink, byIds, nowhere]).toEqual([none, none, none]);
    expect(none.words).toContain('does not exist any more');
    expect(await stage.dump()).toEqual(before);
    const { words } = await stage.ask({
      as: 'lead',
      name: 'flag',
      from: 'form',
      values: { channel: CHANNELS.secret, message: secret.ref.messageId },
    });
    expect(words).toContain('It is recorded as FB-');
  });
});
