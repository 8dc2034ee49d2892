import { describe, expect, it } from '@jest/globals';
import { ccFact } from '../../src/cases/cards/level-fact.ts';
import { maySee, mayWorkOn, standingOf } from '../../src/cases/access.ts';
import { addCc, CC_MAX, isCc, removeCc } from '../../src/cases/cc.ts';
import type { CaseFile } from '../../src/cases/case.ts';
import { follow, unfollow } from '../../src/cases/follow.ts';
import { comesTooLate } from '../../src/cases/comes-too-late.ts';
import { AppError } from '../../src/errors.ts';
import type { Context } from '../../src/handlers/handler.ts';
import { refreshCards } from '../../src/handlers/refresh-cards.ts';
import type { Policy } from '../../src/policy/schema.ts';
import { instead } from '../../src/replies/instead.ts';
import type { Delivery } from '../../src/store/store.ts';
import { copyChannel } from '../../src/commands/desk/copy-channels.ts';
import { contentOf } from '../../src/replies/content.ts';
import { composerOf } from '../replies/factory.ts';
import { aFile, HANDLER, MEMBER, policy, workspace } from '../support/factories.ts';

const standing = (userId: string) => standingOf(workspace, { userId, groups: [], channelId: null });
const reader = { userId: 'U0OSCAR' };
const channel = { workspaceId: workspace.id, channelId: workspace.departments['qa']!.channel };
const add = (file: CaseFile, userId = reader.userId) =>
  addCc(file, { userId }, HANDLER, standing(userId), workspace);
const out = (userId: string) => [{ userId, reason: 'conflict' as const }];

describe('somebody who reads a case along', () => {
  it('sees it, cannot work on it, and is told when they are added', () => {
    const change = add(aFile());
    expect(change).toMatchObject({
      cc: { add: [reader], by: HANDLER },
      history: [{ action: 'copied_in', actorId: HANDLER, detail: { person: 'U0OSCAR' } }],
      deliveries: [
        { key: 'copy-1-U0OSCAR-3', place: { type: 'dm', userId: 'U0OSCAR' }, body: { type: 'copy' } },
      ],
    });
    const file = aFile({ cc: [reader] });
    expect([maySee(standing('U0OSCAR'), file), mayWorkOn(standing('U0OSCAR'), file)]).toEqual([true, false]);
    expect(maySee(standing('U0OSCAR'), aFile())).toBe(false);
    expect(() => add(file)).toThrow(/already/);
  });

  it('is never whoever it is kept from, or about, and with leads alone only a lead', () => {
    expect(() => add(aFile({ excluded: out('U0OSCAR') }))).toThrow(/not for them/);
    expect(() => add(aFile(), MEMBER)).toThrow(/not for them/);
    expect(() => add(aFile({ case: { audience: 'leads' } }))).toThrow(/not for them/);
    expect(add(aFile({ case: { audience: 'leads' } }), workspace.roles.lead.people[0]).cc).toBeDefined();
  });

  it('sees nothing once they are kept out, or only leads see it, and has what they were told taken back', () => {
    for (const over of [{ excluded: out('U0OSCAR') }, { case: { audience: 'leads' as const } }]) {
      const file = aFile({ cc: [reader], ...over });
      expect(maySee(standing('U0OSCAR'), file)).toBe(false);
      expect(textOf(file, { type: 'dm', workspaceId: workspace.id, userId: 'U0OSCAR' })).toContain(
        'withdrawn',
      );
    }
    const twin = aFile({
      cc: [reader],
      excluded: [...out('U0OTHER'), { ...out('U0OSCAR')[0]!, of: 'U0OTHER' }],
    });
    expect(maySee(standing('U0OSCAR'), twin)).toBe(false);
  });

  it('is one of so many, and taken off again', () => {
    const many = Array.from({ length: CC_MAX }, (_, index) => ({ userId: `U0${index}` }));
    expect(() => add(aFile({ cc: many }))).toThrow(/take one off/);
    expect(removeCc(aFile({ cc: [reader] }), reader, HANDLER)).toMatchObject({ cc: { remove: [reader] } });
    expect(() => removeCc(aFile(), reader, HANDLER)).toThrow(/do not read/);
  });
});

describe('a channel that reads a case along', () => {
  const place = { type: 'channel' as const, ...channel };

  it('has a card without anything to press, its number where somebody is kept out, and nothing once it is taken off', () => {
    const file = aFile({ cc: [channel] });
    const content = contentFor(file, place);
    expect(content.type === 'card' && content.card.actions).toEqual([]);
    expect(textOf(file, place)).toContain('The export has been broken');
    const kept = textOf({ ...file, excluded: out('U0X') }, place);
    expect(kept).toContain('restricted case');
    expect(kept).not.toContain('export');
    expect(textOf(aFile(), place)).not.toContain('export');
    expect(isCc(file, { ...place, workspaceId: 'discord:1' })).toBe(false);
  });

  it('loses what it shows once it is internal no more: neither hearback.yaml nor the platform may have made it readable for others', async () => {
    const file = aFile({ cc: [channel] });
    const posted = { ...place, messageId: 'm1' };
    const drawn = async (isPrivate: boolean, policyNow: Policy, body: Delivery['body']) => {
      const cards: unknown[] = [];
      const card = { deliveryId: 1, workspaceId: workspace.id, place, body, posted } as unknown as Delivery;
      const stale = [card];
      await refreshCards.run({ caseId: 1 }, {
        store: {
          staleCards: async () => stale.splice(0),
          read: async () => file,
          earlierCases: async () => ({ latest: [], count: 0 }),
          markShown: async () => {},
        },
        topics: { ofCase: async () => null },
        policy: () => policyNow,
        compose: composerOf({}),
        chat: () => ({
          fetchChannel: async () => ({ name: 'qa', isPrivate }),
          awaitTurnToUpdate: async () => undefined,
          update: async (_: unknown, content: unknown) => void cards.push(content),
        }),
      } as unknown as Context);
      return JSON.stringify(cards);
    };
    const without: Policy = { ...policy, workspaces: [{ ...workspace, departments: {} }] };
    for (const body of [{ type: 'copy' }, { type: 'management', why: 'severity' }] as const) {
      expect(await drawn(true, policy, body)).toContain('The export has been broken');
      for (const gone of [await drawn(false, policy, body), await drawn(true, without, body)]) {
        expect(gone).not.toContain('export');
        expect(gone).toContain('withdrawn');
      }
    }
  });

  it('gets nothing any more when it was taken off before its card could be posted, and one when it is added again', async () => {
    const store = (file: CaseFile) => ({ read: async () => file });
    const late = (file: CaseFile) =>
      comesTooLate({ type: 'copy' }, place, aFile({ cc: [channel] }), store(file));
    expect([await late(aFile()), await late(aFile({ cc: [channel] }))]).toEqual([true, false]);
    const leak = new AppError('WOULD_LEAK', 'It is public.', 'never');
    const missed = { deliveryId: 1, place, body: { type: 'copy' as const } };
    expect(instead(missed, aFile(), leak, workspace, 1)).toEqual([]);
    expect(instead(missed, aFile({ cc: [channel] }), leak, workspace, 1)).toHaveLength(1);
  });

  it('has no second one where the case has its own', () => {
    const addChannel = (file: CaseFile, to = channel) => addCc(file, to, HANDLER, null, workspace);
    expect(addChannel(aFile()).deliveries).toMatchObject([{ place: { type: 'channel', ...channel } }]);
    expect(() => addChannel(aFile({ departments: ['qa'] }))).toThrow(/card of this case/);
    expect(() => addChannel(aFile(), { ...channel, channelId: workspace.triage })).toThrow(
      /card of this case/,
    );
  });

  it('is called by its department where it is in another workspace', () => {
    const qa = { ...workspace.departments['qa']!, workspace: 'discord:1', channel: '99' };
    const elsewhere = { ...workspace, departments: { qa } };
    const fact = ccFact({
      file: aFile({ cc: [{ workspaceId: 'discord:1', channelId: '99' }, channel] }),
      workspace: elsewhere,
      policy,
      earlier: [],
    });
    expect(fact[0]?.value[0]).toEqual({ type: 'text', text: 'the channel of QA' });
    expect(fact[0]?.value[2]).toMatchObject({ type: 'channel', channelId: channel.channelId });
  });

  it('is one that the policy names as internal: by department, id or mention, and no other', () => {
    const home = { ...workspace, management: 'C0BOSS' };
    expect(
      ['qa', 'QA', channel.channelId, `<#${channel.channelId}|dept-qa>`].map((each) =>
        copyChannel(each, home),
      ),
    ).toEqual(Array.from({ length: 4 }, () => channel));
    expect(copyChannel('management', home)).toEqual({ workspaceId: workspace.id, channelId: 'C0BOSS' });
    for (const other of ['C0PRODUCT', '<#C0PRODUCT|product>', 'constructor', 'management', ''])
      expect(copyChannel(other, workspace)).toBeNull();
  });
});

describe('following a case', () => {
  it('begins and ends once', () => {
    expect(follow(aFile(), 'U0A').follow).toEqual({ add: ['U0A'] });
    expect(() => follow(aFile({ followers: ['U0A'] }), 'U0A')).toThrow(/already/);
    expect(unfollow(aFile({ followers: ['U0A'] }), 'U0A').follow).toEqual({ remove: ['U0A'] });
    expect(() => unfollow(aFile(), 'U0A')).toThrow(/do not follow/);
  });
});

function contentFor(file: CaseFile, place: Parameters<typeof contentOf>[1]) {
  return contentOf({ type: 'copy' }, place, { file, workspace, policy, earlier: [] }, composerOf({}));
}

function textOf(file: CaseFile, place: Parameters<typeof contentOf>[1]): string {
  return JSON.stringify(contentFor(file, place));
}
