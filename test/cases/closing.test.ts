import { describe, expect, it } from '@jest/globals';
import { EVERYBODY_IN } from '../../src/cases/attendance.ts';
import type { CaseFile } from '../../src/cases/case.ts';
import type { Change } from '../../src/cases/change.ts';
import type { CloseRequest } from '../../src/cases/close-request.ts';
import { comment, mayComment, rate, sayNotYet, saySolved, type Verdicts } from '../../src/cases/closing.ts';
import type { WorkspacePolicy } from '../../src/policy/schema.ts';
import {
  aClock,
  aCloseRequest,
  aFile,
  aReply,
  MEMBER,
  NOW,
  policy,
  workspace as sandbox,
} from '../support/factories.ts';
import { textsIn } from '../../src/texts/index.ts';

const nobody = { everyone: false, people: [] as string[], groups: [] as string[] };
const only = (...people: string[]) => ({ ...nobody, people });
const workspace: WorkspacePolicy = {
  ...sandbox,
  handler: 'U0OTTO',
  roles: {
    flagger: nobody,
    moderator: only('U0VICTOR', 'U0NORA'),
    handler: only('U0OTTO'),
    lead: only('U0LENA'),
    management: only('U0MANA'),
    admin: only('U0ADA'),
  },
};

const request = (over: Partial<CloseRequest> = {}) => aCloseRequest({ replyId: 8, ...over });
type Over = Partial<Omit<CaseFile, 'case'>> & { case?: Partial<CaseFile['case']> };
const asked = (over: Partial<CloseRequest> = {}, rest: Over = {}) =>
  aFile({
    closeRequests: [request(over)],
    replies: [aReply({ replyId: 8, state: 'queued', purpose: 'closing' })],
    ...rest,
    case: { state: 'solved', handlerId: 'U0VICTOR', closedAt: NOW, ...rest.case },
  });
const change = (what: Verdicts): Change => {
  if (typeof what === 'string') throw new Error(`there is none: ${what}`);
  return what;
};
const notYet = (file = asked(), handlers = ['U0VICTOR'], reason = 'It still crashes', where = workspace) =>
  sayNotYet(file, 8, reason, { handlers, workspace: where, policy, attendance: EVERYBODY_IN, now: NOW });
const told = ({ deliveries = [] }: Change) =>
  deliveries.map(({ place }) => (place.type === 'dm' ? place.userId : place.type));

describe('a member who says that it is solved', () => {
  it('closes the case for good, and nothing waits any more', () => {
    const file = asked({}, { clocks: [aClock({ kind: 'silence' })] });
    expect(saySolved(file, 8, NOW)).toEqual({
      set: { state: 'closed', closedAt: NOW, snoozedUntil: null },
      closing: { replyId: 8, answer: 'solved' },
      clocks: [{ op: 'stop', kind: 'silence' }],
      history: [{ action: 'said_solved', actorId: MEMBER }],
    });
  });

  it('may say so late, when silence has closed the case', () => {
    const late = asked({}, { case: { state: 'closed_unconfirmed' } });
    expect(change(saySolved(late, 8, NOW)).set).toMatchObject({ state: 'closed' });
  });

  it.each<[string, CaseFile, Verdicts]>([
    ['has said it', asked({ answer: 'solved' }, { case: { state: 'closed' } }), 'settled'],
    ['has said not yet', asked({ answer: 'not_yet' }, { case: { state: 'reopened' } }), 'settled'],
    ['was asked before it was taken up again', asked({ isOver: true }), 'over'],
    ['is asked in a case that is open', asked({}, { case: { state: 'open' } }), 'over'],
    ['was never asked', aFile({ case: { state: 'solved' } }), 'not-asked'],
    ['presses a button of another message', asked({ replyId: 9 }), 'not-asked'],
  ])('changes nothing when they have: %s', (_, file, outcome) => {
    expect(saySolved(file, 8, NOW)).toBe(outcome);
    expect(notYet(file)).toBe(outcome);
  });

  it('means the last question when they type it', () => {
    const file = asked({}, { closeRequests: [request({ replyId: 3, isOver: true }), request()] });
    expect(change(saySolved(file, null, NOW)).closing).toMatchObject({ replyId: 8 });
  });
});

describe('a member who says that it is not', () => {
  it('takes it up again one level up, kept from who handled it, with the reason', () => {
    const file = asked({}, { clocks: [aClock({ kind: 'silence' })] });
    const done = change(notYet(file));
    expect(done.set).toEqual({
      state: 'reopened',
      closedAt: null,
      snoozedUntil: null,
      handlerId: null,
      level: 2,
    });
    expect(done.closing).toEqual({ replyId: 8, answer: 'not_yet', reason: 'It still crashes' });
    expect(done.exclude).toEqual([{ userId: 'U0VICTOR', reason: 'previous_handler', by: null }]);
    expect(done.notes).toEqual([{ authorId: MEMBER, text: 'Not solved yet: It still crashes' }]);
    expect(done.clocks!.map(({ op, ...clock }) => [op, 'kind' in clock && clock.kind])).toEqual([
      ['stop', 'silence'],
      ['start', 'next_response'],
      ['start', 'update_due'],
      ['start', 'resolution'],
    ]);
    expect(done.history[0]).toEqual({ action: 'said_not_yet', actorId: MEMBER, detail: { level: 'L2' } });
  });

  it('needs no reason', () => {
    const done = change(notYet(asked(), ['U0VICTOR'], '  '));
    expect(done.notes).toEqual([]);
    expect(JSON.stringify(done.deliveries)).toContain('They gave no reason.');
  });

  it('is heard by whoever has it next and by the leads, and by management at the third level', () => {
    expect(told(change(notYet()))).toEqual(['U0OTTO', 'U0LENA']);
    expect(told(change(notYet(asked({}, { case: { level: 2 } }))))).toEqual(['U0OTTO', 'U0MANA']);
    const again = change(notYet(asked({}, { case: { level: 3 } })));
    expect(again.set).toMatchObject({ level: 3 });
    expect(told(again)).toEqual(['U0OTTO', 'U0MANA']);
  });

  it('is heard by nobody who handled it: others have it in their place', () => {
    const done = change(notYet(asked(), ['U0OTTO', 'U0LENA']));
    expect(done.exclude!.map(({ userId }) => userId)).toEqual(['U0OTTO', 'U0LENA']);
    expect(told(done).toSorted()).toEqual(['U0ADA', 'U0MANA']);
  });

  it('counts whoever wrote an answer among those who handled it, and never the member', () => {
    const file = asked({}, { replies: [aReply({ state: 'sent', authorId: 'U0NORA' })] });
    const done = change(notYet(file, ['U0VICTOR', MEMBER]));
    expect(done.exclude!.map(({ userId }) => userId)).toEqual(['U0VICTOR', 'U0NORA']);
  });

  it('is heard by whoever stands in for somebody who is away', () => {
    const attendance = {
      ...EVERYBODY_IN,
      awayUntil: (userId: string) => (userId === 'U0OTTO' ? new Date(NOW.getTime() + 1) : null),
      standInOf: (userId: string) => (userId === 'U0OTTO' ? 'U0NORA' : null),
    };
    const around = { handlers: ['U0VICTOR'], workspace, policy, attendance, now: NOW };
    expect(told(change(sayNotYet(asked(), 8, '', around)))).toEqual(['U0NORA', 'U0LENA']);
  });

  it('loses the case to nobody: where only those are left who handled it, one of them stays', () => {
    const everybody = ['U0VICTOR', 'U0NORA', 'U0OTTO', 'U0LENA', 'U0MANA', 'U0ADA'];
    const done = change(notYet(asked(), everybody));
    expect(done.exclude!.map(({ userId }) => userId)).not.toContain('U0ADA');
    expect(done.set).toMatchObject({ handlerId: null });
    expect(told(done)).toContain('U0ADA');

    const without = { ...workspace.roles, lead: nobody, management: nobody, admin: nobody };
    const small = { ...workspace, roles: { ...without, moderator: nobody } };
    expect(change(notYet(asked(), ['U0OTTO'], '', small)).exclude).toEqual([]);
  });

  it('tells the triage channel that a case waits when nobody is there to be told', () => {
    const { handler: _, ...unnamed } = workspace;
    const roles = { ...workspace.roles, lead: nobody, management: nobody, admin: nobody };
    expect(told(change(notYet(asked(), ['U0VICTOR'], '', { ...unnamed, roles })))).toEqual(['channel']);
  });

  it('is asked for fewer words where they are too many', () => {
    expect(notYet(asked(), [], 'x'.repeat(2_001))).toBe('unclear');
    expect(change(notYet(asked(), [], 'x'.repeat(2_000))).notes).toHaveLength(1);
  });
});

describe('somebody who has asked not to be recorded', () => {
  const unkept = { isOptedOut: true };

  it('still says not yet and rates, and no word of theirs is kept or told', () => {
    const done = change(notYet(asked({}, unkept), ['U0VICTOR'], 'It still crashes'));
    expect(done.closing).toEqual({ replyId: 8, answer: 'not_yet', reason: '' });
    expect(done.set).toMatchObject({ state: 'reopened' });
    expect(JSON.stringify(done)).not.toContain('crashes');
    const solved = asked({ answer: 'solved' }, unkept);
    expect(change(rate(solved, 8, '4')).closing).toEqual({ replyId: 8, rating: 4 });
  });

  it('is told that a comment is not kept, before they write it and after', () => {
    const rated = asked({ answer: 'solved', rating: 4 }, unkept);
    expect([mayComment(rated, 8), comment(rated, 8, 'Kind of you', textsIn('en'))]).toEqual([
      'not-kept',
      'not-kept',
    ]);
  });
});

describe('a rating', () => {
  const closed = (over: Partial<CloseRequest> = {}) =>
    asked({ answer: 'solved', ...over }, { case: { state: 'closed' } });

  it.each([1, 2, 3, 4, 5] as const)('of %d counts as it was given', (rating) => {
    expect(change(rate(closed(), 8, String(rating)))).toEqual({
      closing: { replyId: 8, rating },
      history: [{ action: 'rated', actorId: MEMBER, detail: { rating: String(rating) } }],
    });
  });

  it.each(['0', '6', '-1', '3.5', '4,5', '5.0', 'five', '', ' ', '1 2', '٣', '1e0', '0x1', '10', 'NaN'])(
    'of "%s" is none',
    (typed) => {
      expect(rate(closed(), 8, typed)).toBe('unclear');
    },
  );

  it('is given once, by whoever has said that it is solved, and not after it was taken up again', () => {
    expect(rate(closed({ rating: 2 }), 8, '5')).toBe('settled');
    expect(rate(asked(), 8, '5')).toBe('solve-first');
    expect(rate(asked({ answer: 'not_yet' }), 8, '5')).toBe('over');
    expect(rate(closed({ isOver: true }), 8, '5')).toBe('over');
  });

  it('tells of no new work on the case where there was none', () => {
    const never = aFile({ case: { state: 'open' } });
    expect([
      rate(never, null, '5'),
      comment(never, null, 'Kind', textsIn('en')),
      mayComment(never, null),
    ]).toEqual(['not-asked', 'not-asked', 'not-asked']);
    expect([comment(asked(), 8, 'Kind', textsIn('en')), mayComment(asked(), 8)]).toEqual([
      'solve-first',
      'solve-first',
    ]);
    // Asked, not answered, and taken up again.
    expect(rate(asked({}, { case: { state: 'open' } }), 8, '5')).toBe('over');
    expect(rate(asked({ isOver: true }), 8, '5')).toBe('over');
  });

  it('may have a few words with it, once', () => {
    const rated = closed({ rating: 4 });
    expect(change(comment(rated, 8, ' Quick and kind ', textsIn('en')))).toEqual({
      closing: { replyId: 8, comment: 'Quick and kind' },
      notes: [{ authorId: MEMBER, text: 'Rated 4 of 5: Quick and kind' }],
      history: [{ action: 'commented', actorId: MEMBER }],
    });
    expect(comment(rated, 8, '  ', textsIn('en'))).toBe('unclear');
    expect(comment(rated, 8, 'x'.repeat(2_001), textsIn('en'))).toBe('unclear');
    expect(comment(closed({ rating: 4, comment: 'Fine' }), 8, 'More', textsIn('en'))).toBe('settled');
    expect(comment(closed(), 8, 'No number', textsIn('en'))).toBe('rate-first');
    expect(mayComment(closed(), 8)).toBe('rate-first');
    expect(mayComment(closed({ rating: 4, isOver: true }), 8)).toBe('over');
    expect(mayComment(rated, 8)).toBeNull();
  });
});
