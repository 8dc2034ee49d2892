import { describe, expect, it } from '@jest/globals';
import { asksMember } from '../../src/cases/asks-member.ts';
import type { CaseFile, Clock, Reply } from '../../src/cases/case.ts';
import type { Change } from '../../src/cases/change.ts';
import { triageCard } from '../../src/cases/cards/triage.ts';
import { isOvertaken, silenceRings } from '../../src/cases/nudges.ts';
import { replySent, send } from '../../src/cases/reply.ts';
import { silenceEnds, startSilence } from '../../src/cases/silence.ts';
import type { Policy } from '../../src/policy/schema.ts';
import {
  aClock,
  aFile,
  aReply,
  HANDLER,
  MEMBER,
  NOW,
  policy as sandbox,
  workspace,
} from '../support/factories.ts';

const DAY_MS = 86_400_000;
const days = (count: number) => new Date(NOW.getTime() + count * DAY_MS);
const policy: Policy = {
  ...sandbox,
  silence: { nudges: [3 * DAY_MS, 4 * DAY_MS], close: 7 * DAY_MS, confirm: 5 * DAY_MS },
};
const dm = { type: 'dm' as const, workspaceId: workspace.id, userId: MEMBER };
const write = (template: string) => ({ markdown: template, language: 'en', steps: [template] });
const silent = (over: Partial<Clock> = {}) => aClock({ kind: 'silence', ...over });
const asked = (over: Partial<Reply> = {}) => aReply({ state: 'sent', asks: ['version'], ...over });
const waiting = (over: Partial<Omit<CaseFile, 'case'>> = {}, found: Partial<CaseFile['case']> = {}) =>
  aFile({ case: { state: 'waiting_on_member', ...found }, replies: [asked()], clocks: [silent()], ...over });
/** So often they were asked again. */
const nudged = (count: number, last = false, over: Partial<Reply> = {}) =>
  Array.from({ length: count }, (_, index) =>
    asked({
      replyId: 10 + index,
      purpose: 'nudge',
      steps: [last && index === count - 1 ? 'nudge-last' : 'nudge'],
      queuedAt: NOW,
      ...over,
    }),
  );
const rings = (
  file: CaseFile,
  over: Partial<Clock> = {},
  rules = policy,
  words: typeof write | (() => { problem: () => string }) = write,
) => silenceRings(file, silent(over), workspace, rules, words, NOW);

describe('a member who says nothing', () => {
  it('is asked again where they were asked, twice, and the case is closed after that', () => {
    const first = rings(waiting());
    expect(first.replies).toEqual([
      expect.objectContaining({ markdown: 'nudge', purpose: 'nudge', send: true, place: asked().place }),
    ]);
    expect(first.clocks).toEqual([{ op: 'again', clockId: 7, dueAt: days(4) }]);
    const inPrivate = [asked({ place: dm }), ...nudged(1, false, { place: dm })];
    const second = rings(waiting({ replies: inPrivate }), { step: 1 });
    expect(second.replies).toMatchObject([{ markdown: 'nudge-last', place: dm }]);
    expect(second.clocks).toEqual([{ op: 'again', clockId: 7, dueAt: days(7) }]);
    const last = rings(waiting({ replies: [asked(), ...nudged(2, true)] }), { step: 2 });
    expect(last).toMatchObject({ set: { state: 'closed_unconfirmed', closedAt: NOW } });
    expect(last.replies).toBeUndefined();
    expect(last.clocks).toEqual([{ op: 'stop', kind: 'silence', subject: '' }]);
  });

  it('is asked as often as the policy says, were it never', () => {
    const silence = { ...policy.silence, nudges: [] };
    expect(rings(waiting(), {}, { ...policy, silence }).set).toMatchObject({ state: 'closed_unconfirmed' });
    const one = { ...policy.silence, nudges: [DAY_MS] };
    expect(rings(waiting(), {}, { ...policy, silence: one }).replies).toMatchObject([
      { markdown: 'nudge-last' },
    ]);
  });

  it('is told before the case is closed, and once, whatever the policy says by then', () => {
    const ringsWith = (nudges: number[], replies: Reply[], step: number) =>
      rings(
        waiting({ replies: [asked(), ...replies] }),
        { step },
        { ...policy, silence: { ...policy.silence, nudges } },
      );
    for (const nudges of [[3 * DAY_MS], []]) {
      const fewer = ringsWith(nudges, nudged(1), 1);
      expect(fewer.replies).toMatchObject([{ markdown: 'nudge-last' }]);
      expect(fewer.clocks).toEqual([{ op: 'again', clockId: 7, dueAt: days(7) }]);
      expect(ringsWith(nudges, nudged(2, true), 2).set).toMatchObject({ state: 'closed_unconfirmed' });
    }
    const more = ringsWith([DAY_MS, DAY_MS, DAY_MS], nudged(1, true), 1);
    expect(more).toMatchObject({ set: { state: 'closed_unconfirmed' } });
    expect(more.replies).toBeUndefined();
  });

  it('is warned for each question anew, and again where the warning was not sent', () => {
    const again = (over: Partial<Reply>, step: number) =>
      rings(waiting({ replies: [asked(), ...nudged(2, true, over)] }), { step }).replies;
    expect(again({ queuedAt: days(-20) }, 1)).toMatchObject([{ markdown: 'nudge-last' }]);
    expect(again({ state: 'discarded' }, 1)).toMatchObject([{ markdown: 'nudge-last' }]);
  });

  it('has the case closed in the end where nobody may write to them any more', () => {
    const file = waiting({ replies: [asked(), ...nudged(1)] }, { kind: 'nuisance' });
    expect(rings(file, { step: 2 }).set).toMatchObject({ state: 'closed_unconfirmed' });
  });

  it('is asked by direct message where the case is answered in private by now', () => {
    expect(rings(waiting({}, { kind: 'staff' })).replies).toMatchObject([{ place: dm }]);
  });

  it.each(['nuisance', 'other'])('is not asked by the program about a case it never answers (%s)', (kind) => {
    const kinds = { ...policy.kinds, other: { ...policy.kinds['feedback']!, answer: 'none' as const } };
    const rung = rings(waiting({}, { kind }), {}, { ...policy, kinds });
    if (kind === 'other' || policy.kinds[kind]?.answer === 'never') expect(rung.replies).toBeUndefined();
    expect(rung.clocks).toMatchObject([{ op: 'again' }]);
  });

  it('who was asked whether it is solved is not asked again', () => {
    const file = waiting({}, { state: 'solved', closedAt: days(-5) });
    expect(rings(file)).toMatchObject({ set: { state: 'closed_unconfirmed', closedAt: days(-5) } });
  });

  it.each(['open', 'reopened', 'closed', 'dismissed'] as const)(
    'is left alone in a case that is %s meanwhile',
    (state) => {
      expect(rings(waiting({}, { state }))).toEqual({
        history: [],
        clocks: [{ op: 'stop', kind: 'silence' }],
      });
    },
  );

  it('takes up a solved case again whose question never arrived', () => {
    const failed = aReply({ purpose: 'closing', state: 'failed' });
    const change = rings(waiting({ replies: [failed] }, { state: 'solved' }));
    expect(change.set).toMatchObject({ state: 'reopened', closedAt: null });
    expect(change.clocks).toEqual(
      expect.arrayContaining([
        { op: 'stop', kind: 'silence' },
        expect.objectContaining({ op: 'start', kind: 'resolution' }),
      ]),
    );
  });

  it('keeps the case open when they could not be reached, or the words could not be written', () => {
    const failed = [asked(), ...nudged(2, true, { state: 'failed' })];
    const problem = () => ({ problem: () => 'templates/da/nudge.md:1:1' });
    for (const change of [
      rings(waiting({ replies: failed }), { step: 2 }),
      rings(waiting(), {}, policy, problem),
    ]) {
      expect(change.set).toEqual({ state: 'open' });
      expect(change.clocks).toEqual(
        expect.arrayContaining([expect.objectContaining({ op: 'start', kind: 'update_due' })]),
      );
    }
  });

  it('has their case kept open while the last question is still on its way', () => {
    const queued = [asked(), ...nudged(2, true, { state: 'queued' })];
    const change = rings(waiting({ replies: queued }), { step: 2 });
    expect(change.set).toBeUndefined();
    expect(change.clocks).toMatchObject([{ op: 'again' }]);
  });

  it('who has written, or been written to, since it was decided is not asked any more', () => {
    const nudge = asked({ replyId: 6, purpose: 'nudge', state: 'queued' });
    expect(isOvertaken(waiting({ replies: [asked(), nudge] }), nudge.replyId)).toBe(false);
    expect(isOvertaken(waiting({ replies: [asked(), nudge] }, { state: 'open' }), nudge.replyId)).toBe(true);
    expect(isOvertaken(waiting({ replies: [nudge, asked({ replyId: 7 })] }), nudge.replyId)).toBe(true);
    expect(isOvertaken(waiting({}, { state: 'open' }), asked().replyId)).toBe(false);
  });
});

describe('the clock of the silence', () => {
  it('says from the beginning when the case is closed, and on its card', () => {
    expect(startSilence(waiting(), policy, NOW)).toMatchObject({ dueAt: days(3), deadline: days(14) });
    expect(startSilence(waiting({}, { state: 'solved' }), policy, NOW)).toMatchObject({
      dueAt: days(5),
      deadline: days(5),
    });
    const ends = (step: number, state: 'waiting_on_member' | 'solved' = 'waiting_on_member') =>
      silenceEnds(waiting({ clocks: [silent({ step, dueAt: NOW })] }, { state }), policy);
    expect([ends(0), ends(1), ends(2), ends(0, 'solved')]).toEqual([days(11), days(7), NOW, NOW]);
    expect(silenceEnds(waiting({ clocks: [] }), policy)).toBeNull();
    // What was said counts, and not how often it has rung.
    const said = (replies: Reply[], step: number) =>
      silenceEnds(waiting({ replies, clocks: [silent({ step, dueAt: NOW })] }), policy);
    expect(said(nudged(1, true), 1)).toEqual(NOW);
    expect(said(nudged(1), 2)).toEqual(days(7));

    const writing = { parse: () => [], languages: () => [], missing: () => [] };
    const card = triageCard({ file: waiting(), earlier: [], workspace, policy }, writing);
    expect(JSON.stringify(card.facts)).toContain('member to answer until ');
  });
});

describe('words that wait for the member', () => {
  const byAPerson = (markdown: string, over: Partial<Reply> = {}) =>
    aReply({ authorId: HANDLER, markdown, ...over });

  it.each([
    [byAPerson('Which version is it?'), true],
    [byAPerson('Which version is it？'), true],
    [byAPerson('We look into it.'), false],
    [byAPerson('See https://example.org/?q=1 for more.'), false],
    [byAPerson('> why?\n\nBecause it rained.'), false],
    [byAPerson('It is `a ? b : c`.'), false],
    [aReply({ markdown: 'Anything else?' }), false],
    [aReply({ asks: ['version'] }), true],
    [byAPerson('Did you like it?', { purpose: 'gift' }), false],
  ])('%#: ask something, or do not', (reply, asks) => {
    expect(asksMember(reply)).toBe(asks);
  });

  it('are those that ask, unless a person says otherwise', () => {
    const waits = (reply: Reply, wait: boolean | null) =>
      send(aFile({ replies: [reply] }), reply.replyId, HANDLER, policy, null, wait).replyStates;
    expect(waits(byAPerson('When?'), null)).toMatchObject([{ waits: true }]);
    expect(waits(byAPerson('When?'), false)).toMatchObject([{ waits: false }]);
    expect(waits(byAPerson('Soon.'), null)).toMatchObject([{ waits: false }]);
    expect(waits(byAPerson('Soon.'), true)).toMatchObject([{ waits: true }]);
  });

  const sent = (file: CaseFile, reply: Reply): Change =>
    replySent({ ...file, replies: [reply] }, reply, policy, NOW);

  it('make the case wait when they have arrived, with nothing promised meanwhile', () => {
    const change = sent(aFile({ case: { state: 'open' } }), asked({ state: 'queued', waits: true }));
    expect(change.set).toEqual({ state: 'waiting_on_member' });
    expect(change.clocks).toEqual(expect.arrayContaining([startSilence(waiting(), policy, NOW)]));
    expect(change.clocks).not.toEqual(
      expect.arrayContaining([expect.objectContaining({ op: 'start', kind: 'update_due' })]),
    );
  });

  it('do not when nobody has looked at them, since staff still owe the member a look', () => {
    expect(sent(aFile(), asked({ state: 'queued' })).set).toBeUndefined();
  });

  it('do not in a case that was ended meanwhile', () => {
    expect(sent(aFile({ case: { state: 'dismissed' } }), asked({ waits: true })).set).toBeUndefined();
  });

  it('are no nudges: those move no clock', () => {
    expect(sent(waiting(), asked({ purpose: 'nudge' })).clocks ?? []).toEqual([]);
  });
});
