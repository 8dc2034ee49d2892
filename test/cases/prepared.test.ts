import { describe, expect, it } from '@jest/globals';
import { answerChoices, stepsOf } from '../../src/cases/cards/answer-choices.ts';
import type { CaseFile, Reply } from '../../src/cases/case.ts';
import type { Prepared } from '../../src/cases/open.ts';
import {
  changeLanguage,
  chooseTemplate,
  planLanguage,
  renewed,
  renewedIn,
} from '../../src/cases/prepared.ts';
import { send } from '../../src/cases/reply.ts';
import { kindOf } from '../../src/policy/lookup.ts';
import { aFile, aReply, HANDLER, NOW, policy, workspace } from '../support/factories.ts';
import { textsIn } from '../../src/texts/index.ts';

const OFFERED = ['en', 'da', 'fr', 'pt'];

const waiting = (over: Partial<Reply> = {}) =>
  aReply({ replyId: 5, language: 'en', steps: ['apologise', 'thank'], ...over });

const danish: Prepared = { markdown: 'Undskyld.', language: 'da', steps: ['apologise', 'thank'], asks: [] };

function inDanish(file: CaseFile, write: () => Prepared = () => danish) {
  return changeLanguage(file, planLanguage(file, 'da', OFFERED), write, HANDLER);
}

describe('the language is changed', () => {
  it('and the prepared answer that waits is written anew in it, where it would have gone', () => {
    const dm = { type: 'dm', workspaceId: 'slack:T1', userId: 'U0ALMA' } as const;
    const change = inDanish(aFile({ replies: [waiting({ place: dm })] }));
    expect(change).toEqual({
      set: { language: 'da', languageFrom: 'chosen' },
      replyStates: [{ replyId: 5, state: 'discarded' }],
      replies: [{ ...danish, authorId: null, place: dm, purpose: 'answer', send: false }],
      history: [{ action: 'language_chosen', actorId: HANDLER, detail: { from: 'en', to: 'da' } }],
    });
  });

  it('and it is composed from the case as it will be', () => {
    const seen: string[] = [];
    const file = aFile({ replies: [waiting()] });
    changeLanguage(
      file,
      planLanguage(file, 'da', OFFERED),
      ({ steps }, after) => {
        seen.push(`${after.case.language} ${steps.join(' ')}`);
        return danish;
      },
      HANDLER,
    );
    expect(seen).toEqual(['da apologise thank']);
  });

  it.each([
    ['edited by a person', { authorId: HANDLER, steps: [] }],
    ['edited by a person, with its templates still known', { authorId: HANDLER }],
    ['that brings a gift', { giftId: 3 }],
    ['in that language already', { language: 'da' }],
    ['that was sent', { state: 'sent' as const }],
    ['that is on its way', { state: 'queued' as const }],
  ])('and an answer %s is left alone', (_what, over) => {
    const change = inDanish(aFile({ replies: [waiting(over)] }));
    expect(change).toMatchObject({ set: { language: 'da' }, replyStates: [], replies: [] });
  });

  it('but not where the answer cannot be written: then nothing changes', () => {
    const file = aFile({ replies: [waiting()] });
    expect(() => inDanish(file, () => ({ problem: () => 'templates/da/thank.md:1:1 is broken.' }))).toThrow(
      'is broken. The answer that was there is still waiting.',
    );
  });

  it('but not to one without templates, the one it is, or in a case that is over', () => {
    expect(() => planLanguage(aFile(), null, OFFERED)).toThrow(
      'Choose one of: en (English), da (Danish), fr (French), pt (Portuguese).',
    );
    const chosen = aFile({ case: { language: 'da', languageFrom: 'chosen' } });
    expect(() => planLanguage(chosen, 'da', OFFERED)).toThrow('The language is already Danish.');
    expect(() => planLanguage(aFile({ case: { state: 'closed' } }), 'da', OFFERED)).toThrow(
      'Reopen it first',
    );
  });

  it('from a guess to the same by a person is kept as theirs', () => {
    const file = aFile({ case: { language: 'da', languageFrom: 'detected' } });
    expect(inDanish(file)).toMatchObject({ set: { language: 'da', languageFrom: 'chosen' }, replies: [] });
  });
});

describe('another template is chosen', () => {
  const thanks: Prepared = { markdown: 'Thank you.', language: 'en', steps: ['thank'], asks: [] };
  const choose = (file: CaseFile, replyId: number | null = 5, prepared: Prepared = thanks) =>
    chooseTemplate(file, 'thank', prepared, policy, replyId, HANDLER);

  it('and takes the place of the answer that waits; nothing is sent', () => {
    const change = choose(aFile({ replies: [waiting()] }));
    expect(change).toMatchObject({
      replyStates: [{ replyId: 5, state: 'discarded' }],
      replies: [{ markdown: 'Thank you.', authorId: null, send: false, purpose: 'answer' }],
      history: [{ action: 'template_chosen', actorId: HANDLER, detail: { to: 'thank' } }],
    });
  });

  it('once: the second click of two meets an answer that is gone', () => {
    const after = aFile({ replies: [waiting({ state: 'discarded' }), waiting({ replyId: 6 })] });
    expect(() => choose(after)).toThrow('was replaced by another one meanwhile');
    expect(() => send(after, 5, HANDLER, policy)).toThrow('was replaced by another one meanwhile');
  });

  it.each(['queued', 'sent'] as const)('but not in place of one that is %s: it says so', (state) => {
    expect(() => choose(aFile({ replies: [waiting({ state })] }))).toThrow('has already been sent');
  });

  it('but not in place of a person’s words, or a gift', () => {
    for (const replyId of [5, null]) {
      expect(() => choose(aFile({ replies: [waiting({ authorId: HANDLER })] }), replyId)).toThrow(
        'has words of a person in it',
      );
      expect(() => choose(aFile({ replies: [waiting({ giftId: 3 })] }), replyId)).toThrow('brings a gift');
    }
  });

  it('where nothing waits it is prepared, in confidence where the kind is', () => {
    expect(choose(aFile(), null).replies).toMatchObject([{ place: { type: 'thread' }, send: false }]);
    const staff = aFile({ case: { kind: 'staff' } });
    const change = chooseTemplate(staff, 'thank', thanks, policy, null, HANDLER);
    expect(change.replies).toMatchObject([{ place: { type: 'dm', userId: 'U0ALMA' }, send: false }]);
  });

  it('but not where nobody answers, there is nowhere to, or nothing to say', () => {
    const never = { ...kindOf(policy, 'feedback'), answer: 'never' as const };
    const silent = { ...policy, kinds: { ...policy.kinds, feedback: never } };
    expect(() => chooseTemplate(aFile(), 'thank', thanks, silent, null, HANDLER)).toThrow('are not answered');
    expect(() => choose(aFile({ case: { thread: null } }), null)).toThrow('no thread to answer in');
    expect(() => choose(aFile({ replies: [waiting()] }), 5, null)).toThrow('says nothing for this case');
    expect(() => choose(aFile({ case: { state: 'solved' }, replies: [waiting()] }))).toThrow(
      'Reopen it first',
    );
  });
});

describe('what is offered in place of an answer', () => {
  const templates = ['apologise', 'praise', 'thank'];
  const values = (kind: string | null) =>
    answerChoices(policy, workspace, kind, templates, textsIn('en')).map(({ value }) => value);

  it('is the whole answer of other kinds, and single templates under readable names', () => {
    const names = ['next-step-refund', 'our-promise'];
    const choices = answerChoices(policy, workspace, 'feedback', names, textsIn('en'));
    expect(choices).toContainEqual({ value: 'refund', label: 'Whole answer: Refund' });
    expect(choices).toContainEqual({ value: 'next-step-refund', label: 'What happens next: the money' });
    expect(choices).toContainEqual({ value: 'our-promise', label: 'Our promise' });
    const translated = answerChoices(policy, workspace, 'feedback', names, textsIn('da'));
    expect(translated).toContainEqual({ value: 'next-step-refund', label: 'Hvad der sker nu: pengene' });
    expect(stepsOf('refund', policy, 'feedback', templates)).toEqual(kindOf(policy, 'refund').steps);
    expect(stepsOf('thank', policy, 'feedback', templates)).toEqual(['thank']);
  });

  it('is nothing that stays in confidence, but for cases that do', () => {
    expect(values('feedback')).not.toContain('staff');
    expect(values('staff')).toContain('staff');
    expect(values('staff')).not.toContain('feedback');
    expect(stepsOf('staff', policy, 'feedback', templates)).toBeNull();
  });

  it('is no single template of those that only kinds answered in confidence are made of', () => {
    const made = (key: string, steps: string[]) => ({ [key]: { ...kindOf(policy, key), steps } });
    const own = {
      ...policy,
      kinds: {
        ...policy.kinds,
        ...made('staff', ['apologise', 'next-step-private']),
        ...made('refund', ['apologise', 'thank']),
      },
    };
    const names = ['apologise', 'next-step-private', 'by-hand'];
    const single = (kind: string | null) =>
      answerChoices(own, workspace, kind, names, textsIn('en')).flatMap(({ value }) =>
        names.includes(value) ? [value] : [],
      );
    expect(single('refund')).toEqual(['apologise', 'by-hand']);
    expect(stepsOf('next-step-private', own, 'refund', names)).toBeNull();
    expect(single('staff')).toEqual(names);
    expect(stepsOf('next-step-private', own, 'staff', names)).toEqual(['next-step-private']);
    expect(single(null)).toEqual(names);
  });

  it('is nothing that is not answered, and no name twice', () => {
    expect(values(null)).not.toContain('not-legitimate');
    expect(values(null).filter((value) => value === 'praise')).toHaveLength(1);
    expect(stepsOf('constructor', policy, 'feedback', templates)).toBeNull();
  });

  it('is never more than both platforms show', () => {
    expect(values(null).length).toBeLessThanOrEqual(25);
  });
});

describe('a prepared answer that says by when they hear again', () => {
  const over = new Date(NOW.getTime() - 1);
  const anew: Prepared = { markdown: 'By Friday.', language: 'en', steps: ['update'], asks: [] };
  const stale = (with_: Partial<Reply> = {}) =>
    waiting({ markdown: 'By Tuesday.', purpose: 'update', steps: ['update'], promises: over, ...with_ });
  const asked = (reply: Reply, prepared: Prepared = anew, replyId: number | null = 5) =>
    renewed(aFile({ replies: [reply] }), replyId, () => prepared, HANDLER, NOW);

  it.each([5, null])('is written anew once that moment is over, and not sent (%s)', (replyId) => {
    expect(asked(stale(), anew, replyId)).toEqual({
      replyStates: [{ replyId: 5, state: 'discarded' }],
      replies: [{ ...anew, authorId: null, place: stale().place, purpose: 'update', send: false }],
      history: [{ action: 'answer_renewed', actorId: HANDLER }],
    });
  });

  it.each([
    ['the moment is still to come', { promises: new Date(NOW.getTime() + 1) }],
    ['it says nothing of it', { promises: null }],
    ['a person has put their own words into it', { authorId: HANDLER }],
    ['its words would be the same', { markdown: 'By Friday.' }],
  ])('goes out as it is when %s', (_why, with_) => {
    expect(asked(stale(with_))).toBeNull();
  });

  it('is left for its reader to change where it cannot be written', () => {
    expect(() => asked(stale(), { problem: () => 'update.liquid:1:1' })).toThrow(/could not be written/);
  });

  it('is known by what stands in its place, and not once that is sent', () => {
    const next = stale({ replyId: 6 });
    const after = (state: Reply['state'], then = next) => aFile({ replies: [stale({ state }), then] });
    expect([renewedIn(after('discarded'), 5), renewedIn(after('discarded'), null)]).toEqual([next, next]);
    expect(renewedIn(after('queued'), 5)).toBeNull();
    expect(renewedIn(after('discarded', { ...next, state: 'queued' }), 5)).toBeNull();
    expect(renewedIn(after('discarded', { ...next, authorId: HANDLER }), null)).toBeNull();
  });
});
