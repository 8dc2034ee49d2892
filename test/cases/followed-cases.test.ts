import { describe, expect, it } from '@jest/globals';
import { followedCard } from '../../src/cases/cards/followed.ts';
import { followedCases } from '../../src/cases/followed-cases.ts';
import type { CaseFile } from '../../src/cases/case.ts';
import { aFile, NOW, policy, workspace } from '../support/factories.ts';

const QA = workspace.departments['qa']!.channel;
const step = (action: string, detail?: Record<string, string>) => ({
  action,
  actorId: 'U0MIA',
  at: NOW,
  ...(detail && { detail }),
});

/** A message to Olga about these cases, asked of a platform on which she is in these channels and groups. */
async function told(files: CaseFile[], olga: { groups?: string[]; channels?: string[]; isMember?: boolean }) {
  const byId = new Map(files.map((file) => [file.case.caseId, file]));
  const found = await followedCases(
    {
      deliveryId: 1,
      workspaceId: workspace.id,
      place: { type: 'dm', workspaceId: workspace.id, userId: 'U0OLGA' },
    },
    {
      store: {
        newsIn: async () => files.map(({ case: { caseId } }) => ({ caseId, steps: [step('claimed')] })),
        read: async ({ caseId }) => byId.get(caseId) ?? null,
      },
      workspace,
      policy,
    },
    {
      fetchPerson: async () => ({ groups: olga.groups ?? [], isMember: olga.isMember ?? true }),
      fetchChannel: async () => ({ name: 'qa', isPrivate: true }) as never,
      canSee: async (_, channelId) => (olga.channels ?? []).includes(channelId),
    },
  );
  return { theirs: found.theirs.map(({ view }) => view.file.case.caseId), lost: found.lost };
}

describe('whoever follows a case', () => {
  const inQa = aFile({ departments: ['qa'] });

  it('is asked anew each time whether it is for them: by role, department, or because they read it along', async () => {
    expect(await told([aFile()], { groups: ['S0MODS'] })).toEqual({ theirs: [1], lost: [] });
    expect(await told([aFile()], {})).toEqual({ theirs: [], lost: [1] });
    expect(await told([aFile({ cc: [{ userId: 'U0OLGA' }] })], {})).toEqual({ theirs: [1], lost: [] });
    expect(await told([inQa], { channels: [QA] })).toEqual({ theirs: [1], lost: [] });
    expect(await told([inQa], {})).toEqual({ theirs: [], lost: [1] });
  });

  it('hears nothing of what is kept from them, whatever they are, or once they have left', async () => {
    const excluded = [{ userId: 'U0OLGA', reason: 'conflict' as const }];
    const all = { groups: ['S0MODS'], channels: [QA] };
    const kept = aFile({ departments: ['qa'], excluded, cc: [{ userId: 'U0OLGA' }] });
    expect(await told([kept], all)).toEqual({ theirs: [], lost: [1] });
    const leads = aFile({ case: { audience: 'leads' }, departments: ['qa'], cc: [{ userId: 'U0OLGA' }] });
    expect(await told([leads], all)).toEqual({ theirs: [], lost: [1] });
    const cc = aFile({ cc: [{ userId: 'U0OLGA' }] });
    expect(await told([cc], { isMember: false })).toEqual({ theirs: [], lost: [1] });
  });
});

describe('the message to a follower', () => {
  const view = (file: CaseFile) => ({ file, workspace, policy, earlier: [] });
  const words = (card: unknown) => JSON.stringify(card);

  it("says what was done and where it stands, and nobody's words or names", () => {
    const steps = [step('routed', { department: 'qa', level: 'L2' }), step('assigned', { to: 'U0LENA' })];
    const card = words(followedCard([{ view: view(aFile()), steps }], 0));
    expect(card).toContain('routed → QA, L2');
    for (const secret of ['export', 'Alma', 'U0MIA', 'U0LENA']) expect(card).not.toContain(secret);
  });

  it('holds many cases and steps, and of those that are lost no more than their number', () => {
    const many = Array.from({ length: 9 }, (_, index) => ({
      view: view(aFile({ case: { number: index + 1 } })),
      steps: Array.from({ length: 20 }, () => step('noted')),
    }));
    const card = followedCard(many, 2);
    expect(card.sections).toHaveLength(5);
    expect(words(card)).toContain('14 earlier');
    expect(words(card)).toContain('FB-9');
    expect(words(card)).toContain('2 cases that you followed');
    expect(words(followedCard([], 1))).not.toContain('FB-');
    expect(words(followedCard([], 0))).toContain('withdrawn');
  });
});
