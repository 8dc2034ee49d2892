import { describe, expect, it } from '@jest/globals';
import type { AttendanceSources } from '../../src/cases/attendance.ts';
import { turns } from '../../src/cases/duty.ts';
import { yoursToLookAt } from '../../src/cases/yours-to-look-at.ts';
import type { WorkspacePolicy } from '../../src/policy/schema.ts';
import { aFile, HANDLER, NOW, workspace as riverside } from '../support/factories.ts';

const workspace: WorkspacePolicy = { ...riverside, standIns: { [HANDLER]: 'U0SAM' } };
const roster: WorkspacePolicy = { ...workspace, duty: { people: ['U0ANNA', 'U0BEN'], every: 'day' } };
const [onDuty = '', nextTurn = ''] = turns(roster, NOW).map(({ userId }) => userId);

const plain = { name: 'plain', guard: aFile() };
const theirs = {
  name: 'without the handler',
  guard: aFile({ excluded: [{ userId: HANDLER, reason: 'accused' }] }),
};
const kept = {
  name: 'without who is on duty',
  guard: aFile({ excluded: [{ userId: onDuty, reason: 'accused' }] }),
};
const forLeads = { name: 'for leads', guard: aFile({ case: { audience: 'leads' } }) };
const said = {
  name: 'said by the handler',
  guard: aFile({ case: { member: { userId: HANDLER, name: 'Mia' } } }),
};

const around = (here: WorkspacePolicy, away: string[] = []): AttendanceSources => ({
  workspace: here,
  now: NOW,
  people: {
    of: async (_, ids) =>
      new Map(
        ids.map((id) => [
          id,
          { awayUntil: away.includes(id) ? new Date(NOW.getTime() + 60_000) : null, standIn: null },
        ]),
      ),
  },
  chat: { fetchPerson: async () => ({ isMember: true, isBot: false, groups: ['S0MODS'] }) },
});
const namesFor = async (userId: string, sources: AttendanceSources) =>
  (await yoursToLookAt([plain, theirs, kept, forLeads, said], userId, sources)).map(({ name }) => name);

describe('a case nobody has taken on', () => {
  it('is the handler’s of the policy to look at, but for those that are not for them', async () => {
    expect(await namesFor(HANDLER, around(workspace))).toEqual(['plain', 'without who is on duty']);
    expect(await namesFor('U0SAM', around(workspace))).toEqual([]);
  });

  it('is that of whoever is on duty, and of the next one where it is not for them', async () => {
    expect(await namesFor(onDuty, around(roster))).toEqual([
      'plain',
      'without the handler',
      'said by the handler',
    ]);
    expect(await namesFor(nextTurn, around(roster))).toEqual(['without who is on duty']);
    expect(await namesFor(HANDLER, around(roster))).toEqual([]);
  });

  it('is the stand-in’s while the handler is away', async () => {
    expect(await namesFor('U0SAM', around(workspace, [HANDLER]))).toEqual([
      'plain',
      'without who is on duty',
    ]);
    expect(await namesFor(HANDLER, around(workspace, [HANDLER]))).toEqual([]);
  });

  it('is the leads’ where only leads see it, and where nobody before them may', async () => {
    expect(await namesFor('U0LENA', around(workspace))).toEqual([
      'without the handler',
      'for leads',
      'said by the handler',
    ]);
  });
});
