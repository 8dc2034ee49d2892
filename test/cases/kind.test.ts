import { describe, expect, it } from '@jest/globals';
import type { KindPolicy, Policy } from '../../src/policy/schema.ts';
import { UNSAID } from '../../src/policy/playbook-schema.ts';
import { changeKind, planKind } from '../../src/cases/kind.ts';
import { aClock, aFile, aReply, HANDLER, NOW, policy as usual, workspace } from '../support/factories.ts';

const kind = (over: Partial<KindPolicy>): KindPolicy => ({
  ...UNSAID,
  name: 'Some',
  playbook: null,
  ...over,
});

const policy: Policy = {
  ...usual,
  kinds: {
    feedback: kind({
      name: 'Feedback',
      answer: 'auto',
      steps: ['apologise', 'ask-details', 'next-step', 'thank'],
    }),
    refund: kind({
      name: 'Refund',
      answer: 'auto',
      severity: 'high',
      steps: ['apologise-refund', 'ask-details', 'next-step-refund', 'thank'],
      route: ['support'],
      clocks: { firstResponse: 60_000 },
      tell: ['lead'],
    }),
    staff: kind({ name: 'About staff', answer: 'private', steps: ['apologise-staff'], audience: 'leads' }),
    hater: kind({ name: 'Not legitimate', answer: 'never' }),
  },
};

const sent = aReply({ state: 'sent', steps: ['apologise', 'ask-details', 'next-step', 'thank'] });
const change = (file = aFile(), to = 'refund', words: string | null = 'Words') => {
  const plan = planKind(file, to, policy);
  return changeKind(file, plan, words === null ? null : { markdown: words }, HANDLER, workspace, policy, NOW);
};

describe('a case becomes one of another kind', () => {
  it('takes over severity, departments, clocks and who hears of it', () => {
    const file = aFile({ clocks: [aClock({ kind: 'first_response' })] });
    const due = new Date(NOW.getTime() + 60_000);

    const { set, departments, clocks, deliveries, history } = change(file);

    expect(set).toEqual({ kind: 'refund', severity: 'high', audience: 'staff', state: 'waiting_on_team' });
    expect(departments).toEqual(['support']);
    expect(clocks).toMatchObject([
      { op: 'move', clockId: 7, dueAt: due, deadline: due },
      { op: 'start', kind: 'resolution' },
      { op: 'start', kind: 'department_answer', subject: 'support' },
    ]);
    expect(deliveries?.map(({ body, place }) => [body.type, place.type])).toEqual([
      ['escalation', 'channel'],
      ['notice', 'dm'],
    ]);
    expect(history[0]).toEqual({
      action: 'kind_changed',
      actorId: HANDLER,
      detail: { from: 'feedback', to: 'refund' },
    });
  });

  it('leaves a severity that somebody chose', () => {
    expect(change(aFile({ case: { severity: 'urgent' } })).set).toMatchObject({ severity: 'urgent' });
  });

  it('brings it to no department that has it already', () => {
    const { set, departments, deliveries } = change(aFile({ departments: ['support'] }));

    expect([departments, set?.state]).toEqual([[], undefined]);
    expect(deliveries?.filter(({ body }) => body.type === 'escalation')).toEqual([]);
  });

  it('says the whole answer where nothing has been said, as the kind wants it said', () => {
    expect(planKind(aFile(), 'refund', policy).steps).toEqual(policy.kinds['refund']!.steps);
    expect(change().replies).toEqual([expect.objectContaining({ markdown: 'Words', send: true })]);
    expect(change(aFile(), 'staff').replies).toEqual([
      expect.objectContaining({ send: true, place: expect.objectContaining({ type: 'dm' }) }),
    ]);
  });

  it('never repeats what was said, asks what is new, and waits for a click with it', () => {
    const file = aFile({ replies: [sent] });

    expect(planKind(file, 'refund', policy).steps).toEqual(['ask-details', 'next-step-refund']);
    expect(change(file).replies).toEqual([expect.objectContaining({ send: false })]);
  });

  it('waits for a click as well where an answer failed, since some of it may have arrived', () => {
    const file = aFile({ replies: [aReply({ state: 'failed', steps: sent.steps })] });

    expect(change(file).replies).toEqual([expect.objectContaining({ send: false })]);
  });

  it('prepares anew what waited for a click, but for what somebody wrote', () => {
    const prepared = aReply({ replyId: 1 });
    const edited = aReply({ replyId: 2, authorId: HANDLER });

    expect(change(aFile({ replies: [prepared, edited] })).replyStates).toEqual([
      { replyId: 1, state: 'discarded' },
    ]);
  });

  it('prepares nothing for a kind that is not answered', () => {
    expect(planKind(aFile(), 'hater', policy).steps).toEqual([]);
    expect(change(aFile(), 'hater', null).replies).toEqual([]);
  });

  it('keeps in confidence what was in confidence', () => {
    const file = aFile({ case: { kind: 'staff', audience: 'leads' } });

    expect(planKind(file, 'feedback', policy).after.case.audience).toBe('leads');
    expect(planKind(aFile(), 'staff', policy).after.case.audience).toBe('leads');
  });

  it('is refused for a case of that kind, or one that is done', () => {
    expect(() => change(aFile(), 'feedback')).toThrow('of the kind "Feedback" already');
    expect(() => change(aFile({ case: { state: 'dismissed' } }))).toThrow(/Reopen it first/);
  });
});
