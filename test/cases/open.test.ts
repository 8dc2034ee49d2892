import { describe, expect, it } from '@jest/globals';
import { answerPlace, flaggedAgain, opened, takenBack } from '../../src/cases/open.ts';
import { route } from '../../src/cases/route.ts';
import type { Policy } from '../../src/policy/schema.ts';
import { aClock, aFile, aReply, HANDLER, MEMBER, NOW, policy, workspace } from '../support/factories.ts';

const withKind = (over: Partial<Policy['kinds'][string]>): Policy => ({
  ...policy,
  kinds: { ...policy.kinds, feedback: { ...policy.kinds['feedback']!, ...over } },
});
const open = (by: Policy, prepared: Parameters<typeof opened>[2] = { markdown: 'Sorry, Alma.' }) =>
  opened(aFile(), HANDLER, prepared, workspace, by, NOW);

describe('a flag that became a case', () => {
  it('puts up the receipt and the triage card, and starts the clock to the first answer', () => {
    const change = open(policy);
    expect(change.deliveries?.map(({ key }) => key)).toEqual(['receipt-1-on-3', 'triage-1']);
    expect(change.clocks?.[0]).toMatchObject({
      op: 'start',
      kind: 'first_response',
      dueAt: new Date(NOW.getTime() + policy.severities.normal.firstResponse),
    });
  });

  it('sends the answer at once in auto mode, and keeps it as a draft in draft mode', () => {
    expect(open(withKind({ answer: 'auto' })).replies).toEqual([
      expect.objectContaining({ send: true, place: expect.objectContaining({ type: 'thread' }) }),
    ]);
    expect(open(withKind({ answer: 'draft' })).replies).toEqual([expect.objectContaining({ send: false })]);
  });

  it('never answers in the public thread in private mode', () => {
    expect(open(withKind({ answer: 'private' })).replies).toEqual([
      expect.objectContaining({ place: { type: 'dm', workspaceId: workspace.id, userId: MEMBER } }),
    ]);
  });

  it('tells the moderators when the answer could not be written, and is recorded all the same', () => {
    const change = open(policy, { problem: () => 'ask.md lacks a value.' });
    expect(change.replies).toEqual([]);
    expect(change.deliveries?.map(({ key }) => key)).toContain('answer-problem-1');
  });

  it('goes to the departments its kind names', () => {
    const change = open(withKind({ route: ['qa'] }));
    expect(change.departments).toEqual(['qa']);
    expect(change.set).toEqual({ state: 'waiting_on_team' });
    expect(change.deliveries?.map(({ key }) => key)).toContain(
      `escalation-1-qa-${workspace.departments['qa']!.channel}`,
    );
  });

  it('has no place to answer in when it came without a message', () => {
    const told = aFile({ case: { source: null, thread: null, member: { userId: '', name: 'Mrs Olsen' } } });
    expect(answerPlace(told, false)).toBeNull();
    expect(answerPlace(told, true)).toBeNull();
  });
});

describe('a flag that is taken back', () => {
  it('makes the case as if it never was: dismissed, no clock, no draft, no receipt', () => {
    const change = takenBack(aFile({ clocks: [aClock()], replies: [aReply()] }), HANDLER, NOW);
    expect(change).toMatchObject({
      removeReporters: [HANDLER],
      set: { state: 'dismissed' },
      clocks: [{ op: 'stop', kind: 'update_due' }],
      replyStates: [{ replyId: 5, state: 'discarded' }],
      deliveries: [{ key: 'receipt-1-off-3' }],
    });
  });

  it('changes nothing else while another reporter stands by it', () => {
    expect(takenBack(aFile({ reporters: [HANDLER, 'U0VICTOR'] }), HANDLER, NOW)).toEqual({
      removeReporters: [HANDLER],
      history: [{ action: 'flag_taken_back', actorId: HANDLER }],
    });
  });

  it('does not undo work that somebody has already done', () => {
    expect(takenBack(aFile({ case: { state: 'waiting_on_team' } }), HANDLER, NOW).set).toBeUndefined();
  });

  it('opens again when the same person flags again', () => {
    const change = flaggedAgain(aFile({ case: { state: 'dismissed' } }), HANDLER, workspace, policy, NOW);
    expect(change.set).toEqual({ state: 'reopened', closedAt: null });
  });

  it('stays dismissed when moderators dismissed it and one more person flags it', () => {
    expect(
      flaggedAgain(
        aFile({ case: { state: 'dismissed' }, reporters: [HANDLER, 'U0VICTOR'] }),
        'U0VICTOR',
        workspace,
        policy,
        NOW,
      ).set,
    ).toBeUndefined();
  });
});

describe('routing', () => {
  it('brings a card to the department, and copies to the channels it names', () => {
    const cc = { ...workspace, departments: { qa: { ...workspace.departments['qa']!, cc: ['C0LEADS'] } } };
    const change = route(aFile(), 'qa', HANDLER, cc, policy, NOW);
    expect(change.deliveries?.map(({ key, body }) => [key, body])).toEqual([
      ['escalation-1-qa-C0QA', { type: 'escalation', department: 'qa', cc: false }],
      ['escalation-1-qa-C0LEADS', { type: 'escalation', department: 'qa', cc: true }],
    ]);
    expect(change.set).toEqual({ state: 'waiting_on_team' });
  });

  it('refuses a department that has it already, and one that does not exist, naming those that do', () => {
    expect(() => route(aFile({ departments: ['qa'] }), 'qa', HANDLER, workspace, policy, NOW)).toThrow(
      /already has this case/,
    );
    expect(() => route(aFile(), 'moon', HANDLER, workspace, policy, NOW)).toThrow(
      /no department "moon" here\. Choose one of: qa /,
    );
  });

  it('refuses a case that is done', () => {
    expect(() => route(aFile({ case: { state: 'solved' } }), 'qa', HANDLER, workspace, policy, NOW)).toThrow(
      /Reopen it first/,
    );
  });
});
