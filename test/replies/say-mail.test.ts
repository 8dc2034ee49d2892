import { describe, expect, it } from '@jest/globals';
import type { DeliveryBody } from '../../src/cases/delivery.ts';
import type { View } from '../../src/cases/cards/view.ts';
import { MAIL, mailboxOf, type Letter } from '../../src/chat/mail.ts';
import type { WorkspacePolicy } from '../../src/policy/schema.ts';
import { sayMail } from '../../src/replies/say-mail.ts';
import { aFile, HANDLER, NOW, policy, workspace as riverside } from '../support/factories.ts';

const workspace: WorkspacePolicy = {
  ...riverside,
  departments: {
    ...riverside.departments,
    qa: { ...riverside.departments['qa']!, channel: '', email: 'qa@x.example' },
  },
};
const ESCALATION: DeliveryBody = { type: 'escalation', department: 'qa', cc: false };

/** What is sent, and what came of it. */
async function said(
  body: DeliveryBody,
  view: View | null,
  {
    ofMany = null,
    around = workspace,
    office = true,
    files = [],
    now = null,
  }: {
    now?: View['file'] | null;
    ofMany?: Parameters<typeof sayMail>[2];
    around?: WorkspacePolicy;
    office?: boolean;
    files?: { name: string; state: 'kept' | 'coming' | 'missing'; size: number }[];
  } = {},
) {
  const letters: Letter[] = [];
  const result = await sayMail(
    { workspaceId: around.id, body, place: mailboxOf('qa'), mark: 'mark', firstTriedAt: NOW },
    view,
    ofMany,
    {
      policy,
      workspace: around,
      now: () => NOW,
      post: {
        office: office
          ? {
              replyAddress: (token) => `feedback+${token}@x.example`,
              send: async (letter) => void letters.push(letter),
            }
          : null,
        tokenOf: ({ caseId, number, department }) => [caseId, number, department].join('-'),
        filesOf: async () => [],
      },
      store: {
        read: async () => now ?? view?.file ?? null,
        caseFiles: async () => files.map((file, index) => ({ ...file, fileRowId: index, problem: null })),
        fileBytes: async () => new TextEncoder().encode('error 42'),
        postedEscalation: async () => ({ channelId: 'qa', messageId: 'firstmark' }),
      },
      chat: () =>
        ({
          fetchPerson: async () => ({
            userId: HANDLER,
            name: 'Mia',
            locale: null,
            groups: [],
            isMember: true,
            isBot: false,
            timeZone: null,
          }),
          fetchChannel: async () => {
            throw new Error('not now');
          },
        }) as never,
    },
  );
  return { result, letters };
}

const view = (over: Parameters<typeof aFile>[0] = {}): View => ({
  file: aFile({ departments: ['qa'], ...over, case: { handlerId: HANDLER, ...over.case } }),
  workspace,
  policy,
  earlier: [],
});

describe('what is said by mail', () => {
  it('goes to the address of the policy, with names for people, and an address of the case for the answer', async () => {
    const { letters, result } = await said(ESCALATION, view());
    const [{ to, card, replyTo, first, subject } = {} as Letter] = letters;
    const { caseId, number } = view().file.case;
    expect([to, first, replyTo]).toEqual(['qa@x.example', null, `feedback+${caseId}-${number}-qa@x.example`]);
    expect(subject).toBe(`[FB-${number}] Feedback for QA · ${workspace.name}`);
    expect(JSON.stringify(card)).toContain(`Mia (${workspace.name})`);
    expect(JSON.stringify(card)).not.toContain(HANDLER);
    expect(result.posted).toEqual({ workspaceId: MAIL, channelId: 'qa', messageId: 'mark' });
  });

  it('hangs from the first mail about the case', async () => {
    const { letters } = await said({ type: 'notice', title: 'for QA', blocks: [], department: 'qa' }, view());
    expect(letters[0]!.first).toBe('firstmark');
  });

  it('waits for files that are being copied, and names those that do not come along', async () => {
    const withFiles = view({ lastFileId: 2, fileCount: 2 });
    await expect(
      said(ESCALATION, withFiles, { files: [{ name: 'a.txt', state: 'coming', size: 8 }] }),
    ).rejects.toMatchObject({ code: 'NOT_YET' });
    const { letters } = await said(ESCALATION, withFiles, {
      files: [
        { name: 'a.txt', state: 'kept', size: 8 },
        { name: 'video.mp4', state: 'kept', size: 9_000_000 },
      ],
    });
    expect(letters[0]!.card.files!.map(({ name }) => name)).toEqual(['a.txt']);
    expect(JSON.stringify(letters[0]!.card.body)).toContain('video.mp4: it has 9 MB');
  });

  it('of several cases has no address for answers, and says so', async () => {
    const card = {
      title: 'T-4',
      tone: 'neutral' as const,
      summary: '',
      body: [],
      facts: [],
      footer: [],
      actions: [],
    };
    const { letters } = await said({ type: 'topic', topicId: 4 }, null, { ofMany: card });
    expect(letters[0]).toMatchObject({ replyTo: null, subject: `Feedback for QA · ${workspace.name}` });
    expect(letters[0]!.closing[0]).toContain('are not read');
  });

  it('is not sent when the case was kept from somebody while the mail was written', async () => {
    const { file } = view({ excluded: [{ userId: 'U9', reason: 'conflict' as const }] });
    await expect(said(ESCALATION, view(), { now: file })).rejects.toMatchObject({ code: 'NOT_YET' });
    await expect(
      said(ESCALATION, view(), { now: { ...view().file, departments: [] } }),
    ).rejects.toMatchObject({
      code: 'NOT_YET',
    });
  });

  it('is nothing that is for a member or the moderators', async () => {
    for (const body of [{ type: 'triage' }, { type: 'reply', replyId: 1 }] satisfies DeliveryBody[])
      expect((await said(body, view())).letters).toEqual([]);
  });

  it.each([
    ['where the department has no address any more', 'TARGET_GONE', view(), { around: riverside }],
    ['where no mail can be sent', 'PLATFORM_UNAVAILABLE', view(), { office: false }],
    ['to a department that has not got the case', 'WOULD_LEAK', view({ departments: [] }), {}],
  ])('is not sent %s', async (_, code, of, options) => {
    await expect(said(ESCALATION, of, options)).rejects.toMatchObject({ code });
  });
});
