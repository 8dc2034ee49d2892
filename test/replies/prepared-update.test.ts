import { describe, expect, it } from '@jest/globals';
import type { CaseFile } from '../../src/cases/case.ts';
import type { Policy } from '../../src/policy/schema.ts';
import { createComposer } from '../../src/replies/create-composer.ts';
import { preparedUpdate } from '../../src/replies/prepared-update.ts';
import { loadTemplates } from '../../src/replies/templates.ts';
import { aClock, aFile, aReply, HANDLER, MEMBER, NOW, policy, workspace } from '../support/factories.ts';
import { composerOf } from './factory.ts';

const compose = createComposer(loadTemplates('templates'));
const prepared = (
  over: Parameters<typeof aFile>[0] = {},
  clock = aClock(),
  among: Policy = policy,
  with_ = compose,
) => preparedUpdate(aFile(over), clock, workspace, among, with_, NOW);
const words = (over: Parameters<typeof aFile>[0]) => prepared(over)?.replies?.[0]?.markdown;
const kindWith = (answer: 'none' | 'never' | 'private'): Policy => ({
  ...policy,
  kinds: { ...policy.kinds, feedback: { ...policy.kinds['feedback']!, answer } },
});

describe('the update a member was promised', () => {
  it('is prepared when its time comes, waits for a click, and names the next promise', () => {
    const due = new Date(NOW.getTime() + policy.severities.normal.updateDue);
    expect(prepared({ case: { state: 'open', handlerId: HANDLER } })).toEqual({
      history: [{ action: 'update_prepared', actorId: null }],
      replies: [
        expect.objectContaining({
          purpose: 'update',
          authorId: null,
          send: false,
          steps: ['update'],
          language: 'en',
          promises: due,
          place: expect.objectContaining({ type: 'thread' }),
        }),
      ],
    });
  });

  it('says how it stands, and names nobody inside', () => {
    expect(words({ case: { state: 'open', handlerId: HANDLER } })).toContain("we're still on it");
    expect(words({ case: { state: 'open' } })).toContain("haven't forgotten you");
    const routed = words({ case: { state: 'waiting_on_team', handlerId: HANDLER }, departments: ['qa'] });
    expect(routed).toContain('with the colleagues who know most about it');
    expect(routed).not.toContain('QA');
  });

  it("is in the case's language, and goes where the case is answered", () => {
    expect(words({ case: { language: 'da' } })).toContain('Du hører fra os igen senest');
    expect(prepared({}, aClock(), kindWith('private'))?.replies?.[0]?.place).toEqual({
      type: 'dm',
      workspaceId: workspace.id,
      userId: MEMBER,
    });
  });

  it.each<[string, Partial<Omit<CaseFile, 'case'>> & { case?: Partial<CaseFile['case']> }]>([
    ['words for them wait for a click', { replies: [aReply()] }],
    ['words for them are on their way', { replies: [aReply({ state: 'queued' })] }],
    ['it is their turn', { case: { state: 'waiting_on_member' } }],
    ['the case is done', { case: { state: 'solved' } }],
    ['nothing can be said through us', { case: { source: null, thread: null } }],
  ])('is not prepared when %s', (_why, over) => {
    expect(prepared(over)).toBeNull();
  });

  it('takes the place of an earlier one that nobody has sent or touched, once its moment is over', () => {
    const replyId = 9;
    const old = { replyId, purpose: 'update' as const, steps: ['update'], promises: NOW };
    expect(prepared({ replies: [aReply(old)] })).toMatchObject({
      replyStates: [{ replyId, state: 'discarded' }],
      replies: [{ purpose: 'update', send: false }],
    });
    const ahead = { ...old, promises: new Date(NOW.getTime() + 1) };
    for (const kept of [ahead, { ...old, authorId: HANDLER }, { ...old, purpose: 'answer' as const }])
      expect(prepared({ replies: [aReply(kept)] })).toBeNull();
    expect(prepared({ replies: [aReply(old), aReply({ state: 'queued' })] })).toBeNull();
  });

  it('is prepared while only others are written to, and after earlier words were sent', () => {
    const replies = [aReply({ purpose: 'community', state: 'queued' }), aReply({ state: 'sent' })];
    expect(prepared({ replies })).not.toBeNull();
  });

  it('is prepared at the first ring alone, and for no other clock', () => {
    expect(prepared({}, aClock({ step: 1 }))).toBeNull();
    expect(prepared({}, aClock({ kind: 'first_response' }))).toBeNull();
  });

  it('is not prepared where people write every word, or nobody answers', () => {
    expect(prepared({}, aClock(), kindWith('none'))).toBeNull();
    expect(prepared({}, aClock(), kindWith('never'))).toBeNull();
  });

  it('does not keep the reminder from coming when its template is broken', () => {
    expect(prepared({}, aClock(), policy, composerOf({ 'en/other': 'Hello' }))).toBeNull();
  });
});
