import { describe, expect, it } from '@jest/globals';
import { isStaff } from '../../src/cases/access.ts';
import type { ChatAdapter } from '../../src/chat/adapter.ts';
import { reaching } from '../../src/chat/reach.ts';
import { homeOf } from '../../src/commands/desk/asked-across.ts';
import { createFindStanding } from '../../src/commands/desk/standing.ts';
import { PlatformUnavailable } from '../../src/errors.ts';
import type { Policy } from '../../src/policy/schema.ts';
import { NOW } from '../support/factories.ts';
import { CHANNELS, HOME, PEOPLE, policy as base } from './community.ts';

const GUILD = 'discord:42';
const department = { name: 'Away', workspace: GUILD, channel: '900', cc: [], people: ['1'], groups: ['55'] };
const [first, second] = base.workspaces;
const policy: Policy = {
  ...base,
  workspaces: [
    {
      ...first!,
      // The same ids mean nobody else's role over there.
      roles: { ...first!.roles, management: { everyone: false, people: ['1', '2', '3'], groups: ['55'] } },
      departments: { ...first!.departments, away: department },
    },
    { ...second!, id: GUILD, name: 'Night Owls', triage: '800', departments: {} },
  ],
};
const home = policy.workspaces[0]!;

/** Who is where, and in which groups; everybody in `inside` reads the department's channel. */
function desk({
  inside = [] as string[],
  gone = [] as string[],
  links = [] as [string, string][],
  down = false,
} = {}) {
  const person = (workspaceId: string, userId: string) => ({
    workspaceId,
    userId,
    name: userId,
    isBot: false,
    isMember: !gone.includes(userId),
    groups: userId === '2' ? ['55'] : userId === PEOPLE.moderator ? ['S0MODS'] : [],
    timeZone: null,
    locale: null,
  });
  const chat = {
    fetchPerson: async (workspaceId: string, userId: string) => {
      if (down && workspaceId === GUILD) throw new PlatformUnavailable('discord', 'down', null);
      return person(workspaceId, userId);
    },
    fetchChannel: async (_id: string, channelId: string) => ({ channelId, name: 'away', isPrivate: true }),
    canSee: async (_id: string, _channel: string, userId: string) => inside.includes(userId),
  } as unknown as ChatAdapter;
  return createFindStanding({
    chat: reaching(() => chat),
    identities: {
      peopleOf: async (_home, account) =>
        links.flatMap(([own, other]) =>
          account.workspaceId === GUILD && other === account.userId ? [own] : [],
        ),
      accountsOf: async (_home, userId) =>
        links.flatMap(([own, other]) => (own === userId ? [{ workspaceId: GUILD, userId: other }] : [])),
    },
    now: () => NOW,
  });
}
const asking = (userId: string, more: { channelId?: string; from?: string } = {}) => ({
  userId,
  groups: null,
  channelId: null,
  from: GUILD,
  ...more,
});

describe('whoever asks from another workspace', () => {
  it.each([
    ['is named by the department', '1', {}, {}],
    ['is in its group over there', '2', {}, {}],
    ['asks in its channel and is in it', '3', { channelId: '900' }, { inside: ['3'] }],
  ])(
    'is of the department that lives there, by what they are there: %s',
    async (_why, userId, more, says) => {
      const found = await desk(says)(home, asking(userId, more));
      expect(found).toMatchObject({ workspaceId: HOME, userId: `${GUILD}/${userId}` });
      expect([...found!.departments]).toEqual(['away']);
      expect(isStaff(found!)).toBe(false);
    },
  );

  it.each([
    ['asks in its channel and is not in it', '3', { channelId: '900' }, {}],
    ['asks elsewhere', '3', {}, { inside: ['3'] }],
    ['has left', '1', {}, { gone: ['1'] }],
    ['has the id of somebody of the community', PEOPLE.admin, {}, {}],
    [
      'asks in a channel with the id of a department here',
      PEOPLE.department,
      { channelId: CHANNELS.qa },
      { inside: [PEOPLE.department] },
    ],
  ])('is nobody who %s', async (_why, userId, more, says) => {
    expect(await desk(says)(home, asking(userId, more))).toBeNull();
  });

  it('acts as whom the admins say they are, with the rights of that person, as long as both accounts are there', async () => {
    const links: [string, string][] = [[PEOPLE.moderator, '1']];
    const found = await desk({ links })(home, asking('1'));
    expect(found).toMatchObject({ userId: PEOPLE.moderator });
    expect([...found!.roles]).toContain('moderator');
    expect([...found!.departments]).toEqual(['away']);
    expect(await desk({ links, gone: ['1'] })(home, asking('1'))).toBeNull();
    const left = await desk({ links, gone: [PEOPLE.moderator] })(home, asking('1'));
    expect(left).toMatchObject({ userId: `${GUILD}/1` });
  });

  it('is of that department at home too, by a linked account, and no less at home when that platform is down', async () => {
    const links: [string, string][] = [[PEOPLE.flagger, '1']];
    const asks = asking(PEOPLE.flagger, { from: HOME });
    expect([...(await desk({ links })(home, asks))!.departments]).toEqual(['away']);
    expect([...(await desk({ links, gone: ['1'] })(home, asks))!.departments]).toEqual([]);
    const down = await desk({ links, down: true })(home, asks);
    expect([...down!.roles]).toEqual(['flagger']);
  });
});

describe('the community a command is about', () => {
  const command = (values: Record<string, string>) =>
    homeOf({ workspaceId: HOME, values } as unknown as Parameters<typeof homeOf>[0], policy);

  it('is where it is used, or what its button or the name of the case says', () => {
    expect(command({ case: 'FB-1' })).toEqual({ home: HOME, values: { case: 'FB-1' } });
    expect(command({ case: 'FB-1', in: GUILD })?.home).toBe(GUILD);
    for (const name of ['night-owls', 'Night Owls', GUILD])
      expect(command({ case: `FB-1@${name}` })).toEqual({ home: GUILD, values: { case: 'FB-1' } });
    expect(command({ case: 'FB-1@nobody' })).toBeNull();
    expect(command({ text: 'mail me at x@night-owls' })?.home).toBe(HOME);
  });
});
