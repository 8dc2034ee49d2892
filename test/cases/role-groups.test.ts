import { describe, expect, it } from '@jest/globals';
import { groupsNamed, seenGroups, type SeenGroup } from '../../src/cases/role-groups.ts';
import { lostHandler } from '../../src/cases/lost-handlers.ts';
import type { Group } from '../../src/chat/group.ts';
import type { WorkspacePolicy } from '../../src/policy/schema.ts';
import { aFile, policy, workspace } from '../support/factories.ts';

const nobody = { everyone: false, people: [], groups: [] };
const home: WorkspacePolicy = {
  ...workspace,
  roles: {
    flagger: nobody,
    moderator: { ...nobody, groups: ['S0MODS'] },
    handler: nobody,
    lead: { ...nobody, people: ['U0LENA'] },
    management: { ...nobody, people: ['U0BOSS'] },
    admin: { ...nobody, people: ['U0ADA', 'U0BEA'] },
  },
  departments: {
    qa: { ...workspace.departments['qa']!, groups: ['S0MODS'] },
    support: { ...workspace.departments['support']!, workspace: 'discord:9', groups: ['77'] },
  },
};
const group = (members: number | null, name = 'mods'): Group => ({
  groupId: 'S0MODS',
  name,
  members,
  people: null,
});
const abroad: Group = { groupId: '77', name: 'Support', members: 3, people: null };
const look = (before: readonly SeenGroup[], here: readonly Group[] | null) =>
  seenGroups(home, before, (id) => (id === home.id ? here : [abroad]));
const titles = ({ say }: ReturnType<typeof seenGroups>) =>
  say.map(({ body }) => (body.type === 'notice' ? body.title : ''));

describe('the groups of a plan', () => {
  it('are named once each, with everything they are for, in the workspace they are of', () => {
    expect(groupsNamed(home)).toEqual([
      { workspaceId: home.id, groupId: 'S0MODS', key: 'S0MODS', roles: ['moderator'], departments: ['qa'] },
      {
        workspaceId: 'discord:9',
        groupId: '77',
        key: 'discord:9/77',
        roles: [],
        departments: ['support'],
      },
    ]);
  });

  it('are told of once when nobody is in one any more, to each admin, and again only after it was filled', () => {
    const full = look([], [group(2)]);
    expect(full.say).toEqual([]);
    const empty = look(full.groups, [group(0)]);
    expect(titles(empty)).toEqual(Array(2).fill('Nobody is in the group mods any more'));
    expect(empty.say.map(({ place }) => place)).toEqual(
      ['U0ADA', 'U0BEA'].map((userId) => ({ type: 'dm', workspaceId: home.id, userId })),
    );
    expect(JSON.stringify(empty.say)).toContain('is moderator and belongs to QA');
    expect(look(empty.groups, [group(0)]).say).toEqual([]);
    const filled = look(empty.groups, [group(1)]);
    expect(filled.say).toEqual([]);
    const again = look(filled.groups, [group(0)]);
    expect(titles(again)).toHaveLength(2);
    expect(again.say[0]!.key).not.toBe(empty.say[0]!.key);
  });

  it('are told of when one is not there, was so from the first, or has another name', () => {
    expect(titles(look([], []))).toEqual(Array(2).fill('The group S0MODS is not there any more'));
    const full = look([], [group(2)]);
    expect(titles(look(full.groups, []))[0]).toBe('The group mods is not there any more');
    const renamed = look(full.groups, [group(2, 'old hands')]);
    expect(titles(renamed)[0]).toBe('The group mods is called old hands now');
    expect(look(renamed.groups, [group(2, 'old hands')]).say).toEqual([]);
    // Empty is worse than another name, and told in its place.
    expect(titles(look(full.groups, [group(0, 'old hands')]))[0]).toContain(
      'Nobody is in the group old hands',
    );
  });

  it.each([
    ['fr', 'est modérateur et responsable d’équipe et appartient à QA'],
    ['pt', 'é moderador e responsável de equipa e pertence a QA'],
  ])('are told of in words of the language of the community: %s', (language, words) => {
    const roles = { ...home.roles, lead: { ...nobody, groups: ['S0MODS'] } };
    const { say } = seenGroups({ ...home, language, roles }, [], (id) =>
      id === home.id ? [group(0)] : [abroad],
    );
    expect(JSON.stringify(say)).toContain(words);
  });

  it('are left as they were where they cannot be asked, and count as filled where nobody says how many there are', () => {
    const full = look([], [group(2)]);
    expect(look(full.groups, null)).toEqual({ groups: full.groups, say: [] });
    expect(look(full.groups, [group(null)]).say).toEqual([]);
  });
});

describe('somebody who handles cases and has no role any more', () => {
  const lost = (files: ReturnType<typeof aFile>[]) =>
    lostHandler({ roleLostId: 4, userId: 'U0VICTOR', files }, home, policy);

  it('is told of once in the triage channel, with all their cases', () => {
    const files = [1, 2].map((number) => aFile({ case: { caseId: number, number, handlerId: 'U0VICTOR' } }));
    const [told, ...more] = lost(files);
    expect(more).toEqual([]);
    expect(told).toMatchObject({
      key: 'role-lost-4',
      place: { type: 'channel', channelId: home.triage },
    });
    expect(JSON.stringify(told)).toContain('FB-1, FB-2');
  });

  it('is told of to the leads alone where a case is kept from anybody', () => {
    const file = aFile({
      case: { caseId: 9, number: 9, handlerId: 'U0VICTOR' },
      excluded: [{ userId: 'U0LENA', reason: 'conflict' }],
    });
    expect(lost([file]).map(({ place, caseId }) => [place, caseId])).toEqual(
      ['U0BOSS', 'U0ADA', 'U0BEA'].map((userId) => [{ type: 'dm', workspaceId: home.id, userId }, 9]),
    );
  });

  it('is told of to management and admins when they were the only lead themselves', () => {
    const file = aFile({ case: { caseId: 9, number: 9, handlerId: 'U0LENA', audience: 'leads' } });
    const told = lostHandler({ roleLostId: 4, userId: 'U0LENA', files: [file] }, home, policy);
    expect(told.map(({ place }) => (place.type === 'dm' ? place.userId : null))).toEqual([
      'U0BOSS',
      'U0ADA',
      'U0BEA',
    ]);
  });

  it('is told of without a name or number where no other lead is named, so that nobody forgets the case', () => {
    const roles = { ...home.roles, lead: { ...nobody, groups: ['S0L'] }, management: nobody, admin: nobody };
    const file = aFile({
      case: { caseId: 9, number: 9, handlerId: 'U0VICTOR' },
      excluded: [{ userId: 'U0MODA', reason: 'accused' }],
    });
    const told = lostHandler(
      { roleLostId: 4, userId: 'U0VICTOR', files: [file] },
      { ...home, roles },
      policy,
    );
    expect(told).toMatchObject([{ place: { type: 'channel', channelId: home.triage } }]);
    expect(JSON.stringify(told)).not.toMatch(/FB-9|U0VICTOR|U0MODA/);
  });
});
