import { describe, expect, it } from '@jest/globals';
import { attendanceFor, type AttendanceSources } from '../../src/cases/attendance.ts';
import { caretakers } from '../../src/cases/caretakers.ts';
import { PlatformUnavailable, TargetGone } from '../../src/errors.ts';
import type { WorkspacePolicy } from '../../src/policy/schema.ts';
import { aFile, HANDLER, NOW, workspace as riverside } from '../support/factories.ts';

const LATER = new Date(NOW.getTime() + 60_000);
const workspace: WorkspacePolicy = { ...riverside, standIns: { MIA: 'SAM' } };
const file = aFile({ case: { handlerId: 'MIA' } });
const MODERATORS = { isMember: true, isBot: false, groups: ['S0MODS'] };

function sources(
  away: Record<string, Date>,
  accounts: Record<string, { isMember: boolean; isBot: boolean; groups: string[] } | Error>,
  own: Record<string, string> = {},
): AttendanceSources & { asked: string[] } {
  const asked: string[] = [];
  return {
    asked,
    workspace,
    now: NOW,
    people: {
      of: async (_, ids) =>
        new Map(ids.map((id) => [id, { awayUntil: away[id] ?? null, standIn: own[id] ?? null }])),
    },
    chat: {
      fetchPerson: async (_, id) => {
        asked.push(id);
        const found = accounts[id] ?? MODERATORS;
        if (found instanceof Error) throw found;
        return found;
      },
    },
  };
}

async function whoHears(from: AttendanceSources): Promise<string[]> {
  const attendance = await attendanceFor((known) => caretakers(file, workspace, known), from);
  return caretakers(file, workspace, attendance);
}

describe('who is there', () => {
  it('is asked of those alone whom it is about', async () => {
    const from = sources({}, {});
    expect(await whoHears(from)).toEqual(['MIA']);
    expect(from.asked).toEqual(['MIA']);
  });

  it.each<[string, AttendanceSources, string[]]>([
    ['is away: who stands in by the policy', sources({ MIA: LATER }, {}), ['SAM']],
    ['is away: who they named themselves', sources({ MIA: LATER }, {}, { MIA: 'TOM' }), ['TOM']],
    ['was away until a moment ago', sources({ MIA: NOW }, {}), ['MIA']],
    [
      'cannot be asked about, since the platform is out',
      sources({}, { MIA: new PlatformUnavailable('slack', 'down', null) }),
      ['MIA'],
    ],
    ['has no account any more', sources({}, { MIA: new TargetGone('slack', 'gone', null) }), ['SAM']],
    ['has left', sources({}, { MIA: { ...MODERATORS, isMember: false } }), ['SAM']],
    ['has lost their role', sources({}, { MIA: { ...MODERATORS, groups: [] } }), ['SAM']],
    [
      'has lost their role, and so has who stands in',
      sources({}, { MIA: { ...MODERATORS, groups: [] }, SAM: { ...MODERATORS, groups: [] } }),
      [HANDLER],
    ],
    [
      'is away, and the platform cannot be asked about who stands in',
      sources({ MIA: LATER }, { SAM: new PlatformUnavailable('slack', 'down', null) }),
      ['SAM'],
    ],
    [
      'is away, and their stand-in works here no longer',
      sources({ MIA: LATER }, { SAM: { ...MODERATORS, groups: [] } }),
      workspace.roles.lead.people,
    ],
  ])('whoever is responsible %s', async (_what, from, wanted) => {
    expect(await whoHears(from)).toEqual(wanted);
  });

  it('counts whoever hearback.yaml names as working here, whatever groups they are in', async () => {
    const handler = { ...workspace.roles.handler, people: ['MIA'] };
    const named = { ...workspace, roles: { ...workspace.roles, handler } };
    const from = { ...sources({}, { MIA: { ...MODERATORS, groups: [] } }), workspace: named };
    expect(await whoHears(from)).toEqual(['MIA']);
  });
});
