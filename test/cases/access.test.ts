import { describe, expect, it } from '@jest/globals';
import { isStaff, mayFlag, maySee, standingOf } from '../../src/cases/access.ts';
import { assertInternal } from '../../src/cases/leaks.ts';
import { aFile, HANDLER, MEMBER, workspace } from '../support/factories.ts';

const standing = (userId: string, groups: string[] = [], channelId: string | null = null) =>
  standingOf(workspace, { userId, groups, channelId });

describe('who may what', () => {
  it('makes staff of people and of members of the groups the policy names', () => {
    expect(isStaff(standing(HANDLER))).toBe(true);
    expect(isStaff(standing('U0STRANGER', ['S0MODS']))).toBe(true);
    expect(isStaff(standing(MEMBER))).toBe(false);
  });

  it('lets members neither flag nor see', () => {
    expect(mayFlag(standing(MEMBER))).toBe(false);
    expect(maySee(standing(MEMBER), ['qa'])).toBe(false);
  });

  it("counts whoever asks in a department's private channel among the department", () => {
    const inChannel = standing('U0NEW', [], workspace.departments['qa']!.channel);
    expect(inChannel.departments).toEqual(new Set(['qa']));
    expect(maySee(inChannel, ['qa'])).toBe(true);
    expect(maySee(inChannel, ['support'])).toBe(false);
    expect(isStaff(inChannel)).toBe(false);
  });
});

describe('internal text', () => {
  const around = (isPrivate: boolean) => ({
    fetchChannel: async () => ({ channelId: 'C', name: 'feedback-triage', isPrivate }),
    fetchPerson: async (_id: string, userId: string) => ({
      workspaceId: workspace.id,
      userId,
      name: '',
      isBot: false,
      groups: [],
      timeZone: null,
      locale: null,
    }),
  });
  const at = (channelId: string) => ({ type: 'channel' as const, workspaceId: workspace.id, channelId });

  it('goes to the private triage and department channels', async () => {
    await expect(
      assertInternal(at(workspace.triage), aFile(), workspace, around(true)),
    ).resolves.toBeUndefined();
    await expect(
      assertInternal(at(workspace.departments['qa']!.channel), aFile(), workspace, around(true)),
    ).resolves.toBeUndefined();
  });

  it.each([
    ['a channel the policy does not name', at('C0GENERAL'), true],
    ['a triage channel that is public', at(workspace.triage), false],
    [
      'a thread',
      { type: 'thread' as const, workspaceId: workspace.id, channelId: 'C0PRODUCT', messageId: '1' },
      true,
    ],
    ['the member it is about', { type: 'dm' as const, workspaceId: workspace.id, userId: MEMBER }, true],
  ])('is never posted to %s', async (_where, place, isPrivate) => {
    await expect(assertInternal(place, aFile(), workspace, around(isPrivate))).rejects.toMatchObject({
      code: 'WOULD_LEAK',
    });
  });

  it('reaches staff by direct message', async () => {
    await expect(
      assertInternal(
        { type: 'dm', workspaceId: workspace.id, userId: HANDLER },
        aFile(),
        workspace,
        around(true),
      ),
    ).resolves.toBeUndefined();
  });
});
