import { describe, expect, it } from '@jest/globals';
import type { Reply } from '../../src/cases/case.ts';
import type { Change } from '../../src/cases/change.ts';
import { whenMemberWrote } from '../../src/cases/clock-turns.ts';
import { wrote } from '../../src/cases/conversation.ts';
import { discard, draft, replySent, send } from '../../src/cases/reply.ts';
import { UNSAID } from '../../src/policy/playbook-schema.ts';
import type { KindPolicy } from '../../src/policy/schema.ts';
import { aClock, aFile, aReply, HANDLER, MEMBER, NOW, policy, workspace } from '../support/factories.ts';

describe('a reply', () => {
  it('is kept as a draft until somebody sends it', () => {
    expect(draft(aFile(), 'We are on it.', HANDLER, null, policy).replies).toEqual([
      expect.objectContaining({ markdown: 'We are on it.', authorId: HANDLER, send: false }),
    ]);
  });

  it('takes the place of the draft it was made from', () => {
    const change = draft(aFile({ replies: [aReply()] }), 'Better words.', HANDLER, 5, policy);
    expect(change.replyStates).toEqual([{ replyId: 5, state: 'discarded' }]);
  });

  it.each([
    ['empty', ' ', /empty/],
    ['endless', 'x'.repeat(10_001), /below 10000/],
  ])('is refused when it is %s', (_what, words, reason) => {
    expect(() => draft(aFile(), words, HANDLER, null, policy)).toThrow(reason);
  });

  it('is refused where there is no thread to answer in', () => {
    expect(() =>
      draft(aFile({ case: { source: null, thread: null } }), 'Hello', HANDLER, null, policy),
    ).toThrow(/came in without a message/);
  });

  it('is sent by one click, and by no second one', () => {
    expect(send(aFile({ replies: [aReply()] }), 5, HANDLER, policy)).toMatchObject({
      replyStates: [{ replyId: 5, state: 'queued' }],
      set: { state: 'open' },
    });
    expect(() => send(aFile({ replies: [aReply({ state: 'queued' })] }), 5, HANDLER, policy)).toThrow(
      /already been sent/,
    );
    expect(() => send(aFile({ replies: [aReply({ state: 'discarded' })] }), 5, HANDLER, policy)).toThrow(
      /discarded/,
    );
    expect(() => send(aFile(), 99, HANDLER, policy)).toThrow(/does not belong/);
    expect(() => send(aFile(), null, HANDLER, policy)).toThrow(/no answer waiting/);
  });

  it('of a department is not sent by somebody who has written words of their own and names neither', () => {
    const own = aReply({ replyId: 5, authorId: HANDLER });
    const theirs = aReply({ replyId: 6, authorId: 'U0QUINN' });
    const file = aFile({ replies: [own, theirs] });

    expect(() => send(file, null, HANDLER, policy)).toThrow(
      'Somebody else has written an answer after yours',
    );
    expect(send(file, 6, HANDLER, policy).replyStates).toMatchObject([{ replyId: 6, state: 'queued' }]);
    expect(send(file, null, 'U0LENA', policy).replyStates).toMatchObject([{ replyId: 6 }]);
    expect(send(aFile({ replies: [theirs, own] }), null, HANDLER, policy).replyStates).toMatchObject([
      { replyId: 5 },
    ]);
  });

  it('can be thrown away', () => {
    expect(discard(aFile({ replies: [aReply()] }), null, HANDLER).replyStates).toEqual([
      { replyId: 5, state: 'discarded' },
    ]);
  });

  it('ends the wait for the first answer and starts the follow-up, once it has arrived', () => {
    expect(
      replySent(aFile({ clocks: [aClock({ kind: 'first_response' })] }), aReply(), policy, NOW).clocks,
    ).toMatchObject([
      { op: 'stop', kind: 'first_response', met: true },
      { op: 'stop', kind: 'next_response', met: true },
      { kind: 'update_due', deadline: new Date(NOW.getTime() + policy.severities.normal.updateDue) },
    ]);
  });

  it('starts no clock on a case that is solved', () => {
    expect(replySent(aFile({ case: { state: 'solved' } }), aReply(), policy, NOW).clocks).toEqual([]);
  });

  it('gives the member all of their time to say whether it is solved, from when they were asked', () => {
    const asked = aReply({ purpose: 'closing' });
    expect(replySent(aFile({ case: { state: 'solved' } }), asked, policy, NOW).clocks).toMatchObject([
      { op: 'start', kind: 'silence', dueAt: new Date(NOW.getTime() + policy.silence.confirm) },
    ]);
  });

  it.each(['closed', 'reopened', 'open', 'dismissed'] as const)(
    'asks nothing any more in a case that is %s: they were quicker than our own record',
    (state) => {
      const asked = aReply({ purpose: 'closing', waits: true });
      const change = replySent(aFile({ case: { state } }), asked, policy, NOW);
      expect(change.replyStates).toEqual([{ replyId: 5, state: 'sent' }]);
      expect([change.set, change.clocks?.some((turn) => 'kind' in turn && turn.kind === 'silence')]).toEqual([
        undefined,
        false,
      ]);
    },
  );

  it('promises to be heard from again, where the member took the case up before they were asked', () => {
    const asked = aReply({ purpose: 'closing' });
    const clocksIn = (state: 'reopened' | 'closed', clocks = [aClock({ kind: 'first_response' })]) =>
      replySent(aFile({ case: { state }, clocks }), asked, policy, NOW).clocks;
    expect(clocksIn('reopened')).toMatchObject([{ op: 'start', kind: 'update_due' }]);
    expect(clocksIn('reopened', [aClock({ kind: 'update_due' })])).toEqual([]);
    expect(clocksIn('closed')).toEqual([]);
  });
});

describe('a reply that the member was quicker than', () => {
  const before = (minutes: number) => new Date(NOW.getTime() - minutes * 60_000);
  const wroteBefore = (minutes: number) => [aClock({ kind: 'next_response', startedAt: before(minutes) })];
  const late = (over: Partial<Reply> = {}) => aReply({ state: 'queued', queuedAt: before(10), ...over });
  const stops = (change: Change) =>
    (change.clocks ?? []).flatMap((turn) => (turn.op === 'stop' ? [turn.kind] : []));

  it('answers what came before it, and waits for nobody', () => {
    const file = aFile({ case: { state: 'open' }, clocks: wroteBefore(5) });
    const change = replySent(file, late({ waits: true }), policy, NOW);
    expect(change.set).toBeUndefined();
    expect(stops(change)).toEqual(['first_response']);
    expect(change.clocks).toContainEqual(expect.objectContaining({ op: 'start', kind: 'update_due' }));
    expect(change.clocks).not.toContainEqual(expect.objectContaining({ kind: 'silence' }));
    const inTime = { ...file, clocks: wroteBefore(15) };
    expect(replySent(inTime, late({ waits: true }), policy, NOW).set).toEqual({ state: 'waiting_on_member' });
  });

  it('ends no case', () => {
    const kinds = { feedback: { ...UNSAID, name: 'Some', playbook: null, whenAnswered: 'close' as const } };
    const change = replySent(aFile({ clocks: wroteBefore(5) }), late(), { ...policy, kinds }, NOW);
    expect(change.set).toBeUndefined();
    expect(stops(change)).toEqual(['first_response']);
  });

  it.each(['first_response', 'next_response'] as const)(
    'leaves their newer words to be answered, while the %s ran',
    (kind) => {
      const running = [aClock({ kind, startedAt: before(20) })];
      const writes = (over: Partial<Reply>) =>
        whenMemberWrote(aFile({ clocks: running, replies: [late(over)] }), policy, NOW);
      expect(writes({})).toMatchObject([{ op: 'start', kind: 'next_response' }]);
      expect(writes({ state: 'draft' })).toEqual([]);
      expect(writes({ purpose: 'community' })).toEqual([]);
    },
  );

  it('counts from when it arrived, where that was found out later', () => {
    const found = replySent(aFile(), aReply(), policy, NOW, before(20)).clocks ?? [];
    expect(found).toContainEqual({ op: 'stop', kind: 'first_response', met: true, at: before(20) });
    expect(found).toContainEqual(expect.objectContaining({ kind: 'update_due', met: true, at: before(20) }));
  });
});

describe('what a kind says of its answers', () => {
  const kindThat = (over: Partial<KindPolicy>) => ({
    ...policy,
    kinds: { feedback: { ...UNSAID, name: 'Some', playbook: null, ...over } },
  });

  it('keeps a person from answering where nobody is to answer', () => {
    expect(() => draft(aFile(), 'Go away', HANDLER, null, kindThat({ answer: 'never' }))).toThrow(
      /kind "Some" are not answered/,
    );
  });

  it('keeps words written before from going out where nobody is to answer any more, or not in public', () => {
    const file = aFile({ replies: [aReply({ authorId: HANDLER })] });

    expect(() => send(file, 5, HANDLER, kindThat({ answer: 'never' }))).toThrow(/are not answered/);
    expect(() => send(file, 5, HANDLER, kindThat({ answer: 'private' }))).toThrow(
      /answered in private by now/,
    );
    const [edited] = draft(file, 'In confidence', HANDLER, 5, kindThat({ answer: 'private' })).replies!;
    expect(edited!.place.type).toBe('dm');
  });

  it('sends what a person writes by direct message where nothing is to be public', () => {
    const [reply] = draft(aFile(), 'In confidence', HANDLER, null, kindThat({ answer: 'private' })).replies!;

    expect(reply!.place).toEqual({ type: 'dm', workspaceId: workspace.id, userId: MEMBER });
  });

  it('ends a case with its thanks, unless somebody works on it', () => {
    const closing = kindThat({ whenAnswered: 'close' });

    expect(replySent(aFile({ clocks: [aClock()] }), aReply(), closing, NOW)).toMatchObject({
      set: { state: 'closed_unconfirmed', closedAt: NOW },
      clocks: [
        { op: 'stop', kind: 'first_response', met: true },
        { op: 'stop', kind: 'next_response', met: true },
        { op: 'stop', kind: 'update_due' },
      ],
    });
    for (const file of [aFile({ case: { handlerId: HANDLER } }), aFile({ departments: ['qa'] })])
      expect(replySent(file, aReply(), closing, NOW).set).toBeUndefined();
    expect(replySent(aFile(), aReply({ purpose: 'update' }), closing, NOW).set).toBeUndefined();
  });

  it('leaves the clocks of the member alone when others of the community are written to', () => {
    expect(replySent(aFile(), aReply({ purpose: 'community' }), policy, NOW).clocks).toBeUndefined();
    expect(() => send(aFile({ replies: [aReply({ purpose: 'community' })] }), null, HANDLER, policy)).toThrow(
      /no answer waiting/,
    );
  });
});

describe('words in the thread of a case', () => {
  const message = (userId: string) => ({
    ref: { workspaceId: workspace.id, channelId: 'C0PRODUCT', messageId: '1700000001.000100' },
    author: { userId, name: 'somebody', isBot: false },
    text: 'Still broken',
    postedAt: NOW,
    permalink: 'https://riverside.slack.com/archives/C0PRODUCT/p1700000001000100',
    files: [],
  });

  it('of the member reach the handler and take the case up again', () => {
    const change = wrote(
      aFile({ case: { state: 'waiting_on_member' } }),
      message(MEMBER),
      workspace,
      policy,
      NOW,
    );
    expect(change.set).toMatchObject({ state: 'open' });
    expect(change.deliveries).toEqual([
      expect.objectContaining({ place: { type: 'dm', workspaceId: workspace.id, userId: HANDLER } }),
    ]);
  });

  it('of the member reopen a case that was taken for solved', () => {
    expect(
      wrote(aFile({ case: { state: 'solved' } }), message(MEMBER), workspace, policy, NOW).set,
    ).toMatchObject({ state: 'reopened', closedAt: null });
  });

  it('of anybody else are kept and disturb nobody', () => {
    expect(wrote(aFile(), message('U0TOMAS'), workspace, policy, NOW)).toEqual({
      history: [{ action: 'thread_message', actorId: 'U0TOMAS' }],
    });
  });
});
