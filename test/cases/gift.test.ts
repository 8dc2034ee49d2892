import { describe, expect, it } from '@jest/globals';
import { failedGiftCard } from '../../src/cases/cards/gift-failed.ts';
import type { Gift, Reply } from '../../src/cases/case.ts';
import {
  assertGiftKept,
  assertGiftMayGo,
  give,
  giftsFor,
  monthOf,
  type GiftUsage,
} from '../../src/cases/gift.ts';
import { approve, tryAgain, refuse } from '../../src/cases/gift-decision.ts';
import { draft, send } from '../../src/cases/reply.ts';
import type { Policy } from '../../src/policy/schema.ts';
import { aFile, aGift, aReply, HANDLER, MEMBER, policy as sandbox, workspace } from '../support/factories.ts';
import { textsIn } from '../../src/texts/index.ts';

const policy: Policy = {
  ...sandbox,
  gifts: {
    voucher: { name: 'a voucher', type: 'codes', value: 10 },
    credit: { name: 'a credit', type: 'credit', value: 20 },
  },
  giftLimits: { perCase: 1, perMember: 2, perMonth: 5, budget: 50, approveOver: 15 },
};
const limits = (over: Partial<Policy['giftLimits']>): Policy => ({
  ...policy,
  giftLimits: { ...policy.giftLimits, ...over },
});
const kind = (over: object): Policy => ({
  ...policy,
  kinds: { ...policy.kinds, feedback: { ...policy.kinds['feedback']!, ...over } },
});

const NOTHING_YET: GiftUsage = { member: 0, all: 0, value: 0, codesLeft: 3 };
const CODE_PLACE = textsIn('en').rules.gifts.codePlace;
const reply = { markdown: `For you: ${CODE_PLACE}`, language: 'en', steps: ['goodwill-gift'] };
const wish = { key: 'voucher', by: HANDLER, month: '2026-11', reply };
const LEAD = workspace.roles.lead.people[0]!;

const waiting = (over: Partial<Gift> = {}, words: Partial<Reply> = {}) =>
  aFile({
    case: { state: 'open' },
    gifts: [aGift({ state: 'proposed', ...over })],
    replies: [aReply({ giftId: 3, purpose: 'gift', markdown: reply.markdown, ...words })],
  });

describe('a gift', () => {
  it('is prepared as a direct message, never in the public thread, and waits for its click', () => {
    const { gift, history } = give(aFile(), NOTHING_YET, wish, policy, workspace);

    expect(gift).toMatchObject({
      key: 'voucher',
      state: 'approved',
      hasCode: true,
      ask: [],
      reply: { place: { type: 'dm', workspaceId: workspace.id, userId: MEMBER } },
    });
    expect(history).toEqual([{ action: 'gift_prepared', actorId: HANDLER, detail: { gift: 'voucher' } }]);
  });

  it('of more than one person may give alone is proposed to the leads, by direct message', () => {
    const { gift } = give(aFile(), NOTHING_YET, { ...wish, key: 'credit' }, policy, workspace);

    expect(gift).toMatchObject({ state: 'proposed', hasCode: false });
    expect(gift?.ask).toContainEqual({ type: 'dm', workspaceId: workspace.id, userId: LEAD });
    expect(gift?.ask).not.toContainEqual(expect.objectContaining({ userId: HANDLER }));
  });

  it('is proposed in the triage channel when the policy names no lead who could decide', () => {
    const nobody = { everyone: false, people: [], groups: [] };
    const alone = {
      ...workspace,
      roles: {
        ...workspace.roles,
        lead: nobody,
        management: nobody,
        admin: { ...nobody, people: [HANDLER] },
      },
    };
    const { gift } = give(aFile(), NOTHING_YET, { ...wish, key: 'credit' }, policy, alone);

    expect(gift?.ask).toEqual([{ type: 'channel', workspaceId: workspace.id, channelId: workspace.triage }]);
  });

  it.each<[string, RegExp, () => unknown]>([
    [
      'its kind says never',
      /No gift is given for/,
      () => give(aFile(), NOTHING_YET, wish, kind({ gift: 'never' }), workspace),
    ],
    [
      'nobody may answer its kind',
      /No gift is given for/,
      () => give(aFile(), NOTHING_YET, wish, kind({ answer: 'never' }), workspace),
    ],
    [
      'there are none',
      /There are no gifts yet/,
      () => give(aFile(), NOTHING_YET, wish, { ...policy, gifts: {} }, workspace),
    ],
    [
      'there is none of that name',
      /no gift "constructor".*voucher, credit/,
      () => give(aFile(), NOTHING_YET, { ...wish, key: 'constructor' }, policy, workspace),
    ],
    [
      'the case is over',
      /dismissed/,
      () => give(aFile({ case: { state: 'dismissed' } }), NOTHING_YET, wish, policy, workspace),
    ],
    [
      'the member has no account',
      /no account here/,
      () =>
        give(
          aFile({ case: { member: { userId: '', name: 'Mrs Olsen' } } }),
          NOTHING_YET,
          wish,
          policy,
          workspace,
        ),
    ],
    [
      'it would be for oneself',
      /themselves/,
      () =>
        give(
          aFile({ case: { member: { userId: HANDLER, name: 'Mia' } } }),
          NOTHING_YET,
          wish,
          policy,
          workspace,
        ),
    ],
    [
      'the member is kept out',
      /kept out/,
      () =>
        give(
          aFile({ excluded: [{ userId: MEMBER, reason: 'conflict' }] }),
          NOTHING_YET,
          wish,
          policy,
          workspace,
        ),
    ],
    [
      'the case has had one',
      /1 gift already.*perCase/,
      () => give(aFile({ gifts: [aGift({ state: 'failed' })] }), NOTHING_YET, wish, policy, workspace),
    ],
    [
      'the member has had enough this month',
      /No more gifts for this member.*perMember/,
      () => give(aFile(), { ...NOTHING_YET, member: 2 }, wish, policy, workspace),
    ],
    [
      'everybody has had enough this month',
      /5 gifts were given.*perMonth/,
      () => give(aFile(), { ...NOTHING_YET, all: 5 }, wish, policy, workspace),
    ],
    [
      'the budget would be passed',
      /what is left.*5 of 50/,
      () => give(aFile(), { ...NOTHING_YET, value: 45 }, wish, policy, workspace),
    ],
    [
      'there are no codes',
      /no codes of this gift left/,
      () => give(aFile(), { ...NOTHING_YET, codesLeft: 0 }, wish, policy, workspace),
    ],
    [
      'its words have no place for the code',
      /keep the words/,
      () =>
        give(aFile(), NOTHING_YET, { ...wish, reply: { ...reply, markdown: 'Hello' } }, policy, workspace),
    ],
    [
      'its words are longer than one message',
      /below 1500/,
      () =>
        give(
          aFile(),
          NOTHING_YET,
          { ...wish, reply: { ...reply, markdown: `${CODE_PLACE} ${'x'.repeat(1_500)}` } },
          policy,
          workspace,
        ),
    ],
  ])('is refused in a sentence when %s', (_, sentence, ask) => {
    expect(ask).toThrow(
      expect.objectContaining({ code: 'NOT_POSSIBLE', message: expect.stringMatching(sentence) }),
    );
  });

  it('fits a budget to the last coin, and any number where the limits say so', () => {
    expect(give(aFile(), { ...NOTHING_YET, value: 40 }, wish, policy, workspace).gift?.state).toBe(
      'approved',
    );
    const loose = limits({ perCase: 2, budget: null, approveOver: null });
    const file = aFile({ gifts: [aGift({ state: 'given' })] });
    expect(
      give(file, { ...NOTHING_YET, value: 1e6 }, { ...wish, key: 'credit' }, loose, workspace).gift?.state,
    ).toBe('approved');
  });

  it('that was refused or taken back leaves room for another', () => {
    const file = aFile({ gifts: [aGift({ state: 'refused' }), aGift({ giftId: 4, state: 'withdrawn' })] });
    expect(give(file, NOTHING_YET, wish, policy, workspace).gift?.key).toBe('voucher');
  });

  it('that failed leaves room for another only once its code is gone for good', () => {
    const lost = aFile({ gifts: [aGift({ state: 'failed', isCodeLost: true })] });
    expect(give(lost, NOTHING_YET, wish, policy, workspace).gift?.key).toBe('voucher');
    for (const state of ['given', 'approved'] as const) {
      const file = aFile({ gifts: [aGift({ state, isCodeLost: true })] });
      expect(() => give(file, NOTHING_YET, wish, policy, workspace)).toThrow('perCase');
    }
    const offers = (isCodeLost: boolean) =>
      failedGiftCard('FB-1', 'Alma', 'a voucher', { giftId: 3, isCodeLost }, textsIn('en')).actions.map(
        (action) => 'label' in action && action.label,
      );
    expect([offers(false), offers(true)]).toEqual([['Try again', 'Another gift'], ['Another gift']]);
  });

  it('of the kind that is suggested is offered first; none for a kind that says never', () => {
    expect(giftsFor(aFile(), kind({ gift: 'credit' }))).toEqual(['credit', 'voucher']);
    expect(giftsFor(aFile(), policy)).toEqual(['voucher', 'credit']);
    expect(giftsFor(aFile(), kind({ gift: 'never' }))).toEqual([]);
  });

  it('counts in the month its community lives in', () => {
    const at = new Date('2026-11-30T23:30:00Z');
    expect(monthOf(at, 'Europe/Copenhagen')).toBe('2026-12');
    expect(monthOf(at, 'UTC')).toBe('2026-11');
    expect(monthOf(new Date('2026-12-01T03:00:00Z'), 'America/New_York')).toBe('2026-11');
  });
});

describe('a gift that was proposed', () => {
  it('goes out at once with somebody else’s yes, and its proposer hears of it', () => {
    const change = approve(waiting(), 3, LEAD, workspace, policy);

    expect(change).toMatchObject({
      giftDecisions: [{ giftId: 3, state: 'approved', by: LEAD }],
      replyStates: [{ replyId: 5, state: 'queued' }],
    });
    expect(change.deliveries).toEqual([
      expect.objectContaining({
        key: 'gift-decided-3',
        place: { type: 'dm', workspaceId: workspace.id, userId: HANDLER },
      }),
    ]);
  });

  it('is thrown away with a no, which needs a reason', () => {
    expect(refuse(waiting(), null, 'Too much', LEAD, workspace)).toMatchObject({
      giftDecisions: [{ giftId: 3, state: 'refused', by: LEAD }],
      replyStates: [{ replyId: 5, state: 'discarded' }],
    });
    expect(() => refuse(waiting(), null, ' ', LEAD, workspace)).toThrow('say why');
  });

  it('is decided by nobody who proposed it or gets it, and only once', () => {
    expect(() => approve(waiting(), 3, HANDLER, workspace, policy)).toThrow('somebody else has to decide');
    expect(() => refuse(waiting(), 3, 'No', HANDLER, workspace)).toThrow('somebody else has to decide');
    expect(() => approve(waiting(), 3, MEMBER, workspace, policy)).toThrow(
      'Nobody decides about a gift to themselves',
    );
    expect(() => approve(waiting({ state: 'approved' }), 3, LEAD, workspace, policy)).toThrow(
      'approved already',
    );
    expect(() => approve(waiting({ state: 'given' }), 3, LEAD, workspace, policy)).toThrow(
      'approved already',
    );
    expect(() => approve(waiting({ state: 'refused' }), 3, LEAD, workspace, policy)).toThrow(
      'refused already',
    );
    expect(() => approve(waiting({ state: 'withdrawn' }), 3, LEAD, workspace, policy)).toThrow('taken back');
    expect(() => approve(waiting({ state: 'given' }), null, LEAD, workspace, policy)).toThrow(
      'No gift of this case waits',
    );
    expect(() => approve(aFile(), 99, LEAD, workspace, policy)).toThrow('No gift of this case waits');
  });

  it('goes to nobody once the case is one of a kind that gets none, whoever says yes or sends it', () => {
    const never = {
      ...policy,
      kinds: { ...policy.kinds, feedback: { ...policy.kinds['feedback']!, gift: 'never' } },
    };
    const approved = waiting({ state: 'approved' });
    const failed = waiting({ state: 'failed' });
    failed.replies[0]!.state = 'failed';

    expect(() => approve(waiting(), 3, LEAD, workspace, never)).toThrow('No gift is given');
    expect(() => send(approved, 5, HANDLER, never)).toThrow('No gift is given');
    expect(() => tryAgain(failed, 3, HANDLER, never)).toThrow('No gift is given');
  });

  it('is not sent, and not written anew, before it is approved', () => {
    expect(() => send(waiting(), 5, HANDLER, policy)).toThrow('waits for somebody else');
    expect(() => draft(waiting(), `New words ${CODE_PLACE}`, HANDLER, 5, policy)).toThrow(
      'waits for somebody else',
    );
    expect(() => assertGiftMayGo(waiting({ state: 'approved' }), { giftId: 3 })).not.toThrow();
  });

  it('keeps the place of its code, and its gift, when its words are written anew', () => {
    const file = waiting({ state: 'approved' });
    expect(() => draft(file, 'No code in here', HANDLER, 5, policy)).toThrow(CODE_PLACE);
    expect(draft(file, `Dear Alma, ${CODE_PLACE}`, HANDLER, 5, policy).replies).toEqual([
      expect.objectContaining({ giftId: 3, purpose: 'gift' }),
    ]);
    expect(() => assertGiftKept(file, { giftId: null }, 'No code')).not.toThrow();
  });
});
