import { describe, expect, it } from '@jest/globals';
import { followedCard } from '../../src/cases/cards/followed.ts';
import { followedCases } from '../../src/cases/followed-cases.ts';
import type { CaseFile } from '../../src/cases/case.ts';
import { TargetGone } from '../../src/errors.ts';
import type { Context } from '../../src/handlers/handler.ts';
import { refreshCards } from '../../src/handlers/refresh-cards.ts';
import { aFile, NOW, policy, workspace } from '../support/factories.ts';
import { textsIn } from '../../src/texts/index.ts';

const QA = workspace.departments['qa']!.channel;
const step = (action: string, detail?: Record<string, string>) => ({
  action,
  actorId: 'U0MIA',
  at: NOW,
  ...(detail && { detail }),
});

/** A message to Olga about these cases, asked of a platform on which she is in these channels and groups. */
async function told(
  files: CaseFile[],
  olga: { groups?: string[]; channels?: string[]; isMember?: boolean; gone?: 'person' | 'channel' },
) {
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
      fetchPerson: async () => {
        if (olga.gone === 'person') throw new TargetGone('Slack', 'user_not_found', null);
        return { groups: olga.groups ?? [], isMember: olga.isMember ?? true };
      },
      fetchChannel: async () => {
        if (olga.gone === 'channel') throw new TargetGone('Slack', 'channel_not_found', null);
        return { name: 'qa', isPrivate: true } as never;
      },
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

  it('hears of the others still when a channel is deleted, and of none when their account is', async () => {
    const theirs = aFile({ case: { caseId: 2 }, cc: [{ userId: 'U0OLGA' }] });
    const files = [aFile({ departments: ['qa'] }), theirs];
    expect(await told(files, { channels: [QA], gone: 'channel' })).toEqual({ theirs: [2], lost: [1] });
    expect(await told(files, { channels: [QA], gone: 'person' })).toEqual({ theirs: [], lost: [1, 2] });
  });

  it("says what was done and where it stands, and nobody's words or names", () => {
    const steps = [step('routed', { department: 'qa', level: 'L2' }), step('assigned', { to: 'U0LENA' })];
    const card = words(followedCard([{ view: view(aFile()), steps }], 0, textsIn('en')));
    expect(card).toContain('routed → QA, L2');
    for (const secret of ['export', 'Alma', 'U0MIA', 'U0LENA']) expect(card).not.toContain(secret);
  });

  it('holds many cases and steps, and of those that are lost no more than their number', () => {
    const many = Array.from({ length: 9 }, (_, index) => ({
      view: view(aFile({ case: { number: index + 1 } })),
      steps: Array.from({ length: 20 }, () => step('noted')),
    }));
    const card = followedCard(many, 2, textsIn('en'));
    expect(card.sections).toHaveLength(5);
    expect(words(card)).toContain('14 earlier');
    expect(words(card)).toContain('FB-9');
    expect(words(card)).toContain('2 cases that you followed');
    expect(words(followedCard([], 1, textsIn('en')))).not.toContain('FB-');
    expect(words(followedCard([], 0, textsIn('en')))).toContain('withdrawn');
  });
});

it('no longer shows how a case stands to whoever lost what let them see it, when the message is drawn again', async () => {
  const place = { type: 'dm', workspaceId: workspace.id, userId: 'U0OLGA' };
  const drawn = async (groups: string[]) => {
    const cards: unknown[] = [];
    const stale = [
      { deliveryId: 1, workspaceId: workspace.id, place, body: { type: 'followed' }, posted: {} },
    ];
    await refreshCards.run({ caseId: 1 }, {
      store: {
        staleCards: async () => stale.splice(0),
        read: async () => aFile({ case: { state: 'solved' } }),
        newsIn: async () => [{ caseId: 1, steps: [step('claimed')] }],
        earlierCases: async () => ({ latest: [], count: 0 }),
        markShown: async () => {},
      },
      topics: { ofCase: async () => null },
      policy: () => policy,
      chat: () => ({
        fetchPerson: async () => ({ groups, isMember: true }),
        awaitTurnToUpdate: async () => undefined,
        update: async (_: unknown, content: unknown) => void cards.push(content),
      }),
    } as unknown as Context);
    return JSON.stringify(cards);
  };
  expect(await drawn(['S0MODS'])).toContain('solved');
  const gone = await drawn([]);
  expect(gone).not.toContain('solved');
  expect(gone).toContain('withdrawn');
});
