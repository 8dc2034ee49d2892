import { describe, expect, it } from '@jest/globals';
import { isStaff, mayFlag, maySee, namedStaffWhoSee, standingOf, whyBarred } from '../../src/cases/access.ts';
import { assertInternal } from '../../src/cases/leaks.ts';
import type { WorkspacePolicy } from '../../src/policy/schema.ts';
import { aFile, HANDLER, MEMBER, workspace } from '../support/factories.ts';

const LEAD = workspace.roles.lead.people[0]!;
const MODERATOR = 'U0VICTOR';

const standing = (userId: string, groups: string[] = [], channelId: string | null = null) =>
  standingOf(workspace, { userId, groups, channelId });
const accused = (userId: string) => ({ userId, reason: 'accused' as const });

/** A community in which the policy names everybody who works on cases. */
const named = (people: string[]): WorkspacePolicy => {
  const nobody = { everyone: false, people: [], groups: [] };
  const roles = { flagger: nobody, moderator: nobody, handler: nobody, lead: nobody, management: nobody };
  return { ...workspace, roles: { ...roles, admin: { ...nobody, people } } };
};

describe('who may what', () => {
  it('makes staff of people and of members of the groups the policy names', () => {
    expect(isStaff(standing(HANDLER))).toBe(true);
    expect(isStaff(standing('U0STRANGER', ['S0MODS']))).toBe(true);
    expect(isStaff(standing(MEMBER))).toBe(false);
  });

  it('lets members neither flag nor see', () => {
    expect(mayFlag(standing(MEMBER))).toBe(false);
    expect(maySee(standing(MEMBER), aFile({ departments: ['qa'] }))).toBe(false);
  });

  it("counts whoever asks in a department's private channel among the department", () => {
    const inChannel = standing('U0NEW', [], workspace.departments['qa']!.channel);
    expect(inChannel.departments).toEqual(new Set(['qa']));
    expect(maySee(inChannel, aFile({ departments: ['qa'] }))).toBe(true);
    expect(maySee(inChannel, aFile({ departments: ['support'] }))).toBe(false);
    expect(isStaff(inChannel)).toBe(false);
  });

  it('shows staff no case of another community', () => {
    expect(maySee(standing(HANDLER), aFile())).toBe(true);
    expect(maySee(standing(HANDLER), aFile({ case: { workspaceId: 'slack:T0OTHER' } }))).toBe(false);
  });
});

describe('whoever is kept out of a case', () => {
  it.each([
    ['an admin', standing(HANDLER)],
    ['a lead', standing(LEAD)],
    ['a moderator by group', standing(MODERATOR, ['S0MODS'])],
    [
      'one of the department it was brought to',
      standing('U0QUINN', [], workspace.departments['qa']!.channel),
    ],
  ])('does not see it, were it %s', (_who, person) => {
    const file = aFile({ departments: ['qa'], excluded: [accused(person.userId)] });
    expect(maySee(person, { ...file, excluded: [] })).toBe(true);
    expect(maySee(person, file)).toBe(false);
    expect(whyBarred(person, file)).toBe('excluded');
  });

  it('is nobody else', () => {
    expect(maySee(standing(LEAD), aFile({ excluded: [accused(HANDLER)] }))).toBe(true);
  });
});

describe('the member a case is about', () => {
  const own = (excluded: string[] = []) =>
    aFile({ case: { member: { userId: HANDLER, name: 'Mia' } }, excluded: excluded.map(accused) });

  it('does not see its internal side, were it staff', () => {
    expect(maySee(standing(HANDLER), own())).toBe(false);
    expect(whyBarred(standing(HANDLER), own())).toBe('own');
    expect(maySee(standing(LEAD), own())).toBe(true);
  });

  it('sees it when nobody else could: nobody else works on cases, or everybody else is kept out', () => {
    const alone = standingOf(named([HANDLER]), { userId: HANDLER, groups: [], channelId: null });
    const two = standingOf(named([HANDLER, LEAD]), { userId: HANDLER, groups: [], channelId: null });

    expect(maySee(alone, own())).toBe(true);
    expect(maySee(two, own())).toBe(false);
    expect(maySee(two, own([LEAD]))).toBe(true);
  });

  it('is never let in for being the only one when it is no staff', () => {
    const nobodyWorks = standingOf(named([]), { userId: MEMBER, groups: [], channelId: null });
    expect(whyBarred(nobodyWorks, aFile())).toBe('own');
  });

  it('does not count among the staff who see a case', () => {
    expect(namedStaffWhoSee(named([HANDLER, LEAD]), own())).toEqual([LEAD]);
    expect(namedStaffWhoSee(named([HANDLER, LEAD]), own([LEAD]))).toEqual([HANDLER]);
  });
});

describe('internal text', () => {
  const around = (isPrivate: boolean) => ({
    fetchChannel: async () => ({ channelId: 'C', name: 'feedback-triage', isPrivate }),
    fetchPerson: async () => ({ groups: ['S0LEADS'], isMember: true }),
  });
  const at = (channelId: string) => ({ type: 'channel' as const, workspaceId: workspace.id, channelId });
  const dm = (userId: string) => ({ type: 'dm' as const, workspaceId: workspace.id, userId });

  it('goes to the private triage and department channels', async () => {
    await expect(
      assertInternal(at(workspace.triage), aFile(), workspace, around(true)),
    ).resolves.toBeUndefined();
    await expect(
      assertInternal(at(workspace.departments['qa']!.channel), aFile(), workspace, around(true)),
    ).resolves.toBeUndefined();
  });

  it.each([
    ['a channel the policy does not name', at('C0GENERAL'), aFile(), true],
    ['a triage channel that is public', at(workspace.triage), aFile(), false],
    [
      'a thread',
      { type: 'thread' as const, workspaceId: workspace.id, channelId: 'C0PRODUCT', messageId: '1' },
      aFile(),
      true,
    ],
    ['the member it is about', dm(MEMBER), aFile(), true],
    [
      'the member it is about, who is staff',
      dm(HANDLER),
      aFile({ case: { member: { userId: HANDLER, name: 'Mia' } } }),
      true,
    ],
    ['somebody who is kept out', dm(HANDLER), aFile({ excluded: [accused(HANDLER)] }), true],
  ])('is never posted to %s', async (_where, place, file, isPrivate) => {
    await expect(assertInternal(place, file, workspace, around(isPrivate))).rejects.toMatchObject({
      code: 'WOULD_LEAK',
    });
  });

  it('is never posted to a private channel that another organisation is in as well', async () => {
    const shared = {
      ...around(true),
      fetchChannel: async () => ({
        channelId: 'C',
        name: 'partners',
        isPrivate: true,
        isShared: true as const,
      }),
    };
    await expect(assertInternal(at(workspace.triage), aFile(), workspace, shared)).rejects.toMatchObject({
      code: 'WOULD_LEAK',
    });
  });

  it('reaches staff by direct message', async () => {
    await expect(assertInternal(dm(HANDLER), aFile(), workspace, around(true))).resolves.toBeUndefined();
  });

  describe('by direct message', () => {
    const asked: string[] = [];
    const send = (userId: string, groups: string[], isMember = true, departments: string[] = []) =>
      assertInternal(dm(userId), aFile({ case: { handlerId: userId }, departments }), workspace, {
        ...around(true),
        fetchPerson: async (_, id) => {
          asked.push(id);
          return { groups, isMember };
        },
      });

    it('goes to whoever works on cases at that moment, and to nobody who does not any more', async () => {
      await expect(send('U0FORMER', ['S0MODS'])).resolves.toBeUndefined();
      await expect(send('U0FORMER', [])).rejects.toMatchObject({ code: 'WOULD_LEAK' });
      await expect(send('U0FORMER', ['S0MODS'], false)).rejects.toMatchObject({ code: 'WOULD_LEAK' });
    });

    it("goes to a department's people when the case was brought to it", async () => {
      const quinn = workspace.departments['qa']!.people[0]!;
      await expect(send(quinn, [], true, ['qa'])).resolves.toBeUndefined();
      await expect(send(quinn, [])).rejects.toMatchObject({ code: 'WOULD_LEAK' });
    });

    it('asks the platform about nobody whom hearback.yaml names', async () => {
      asked.length = 0;
      await send(HANDLER, []);
      expect(asked).toEqual([]);
    });

    it('goes to anybody where it is meant for people without a role', async () => {
      const none = { ...around(true), fetchPerson: async () => ({ groups: [], isMember: true }) };
      await expect(
        assertInternal(dm('U0FLAGGER'), aFile(), workspace, none, 'anybody'),
      ).resolves.toBeUndefined();
      await expect(assertInternal(dm(MEMBER), aFile(), workspace, none, 'anybody')).rejects.toMatchObject({
        code: 'WOULD_LEAK',
      });
    });
  });
});
