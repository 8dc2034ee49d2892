import { describe, expect, it } from '@jest/globals';
import {
  addNote,
  assign,
  changeSeverity,
  claim,
  dismiss,
  followedUp,
  remindAt,
  reopen,
  resolve,
  snooze,
} from '../../src/cases/work.ts';
import { aClock, aFile, aReply, HANDLER, NOW, policy } from '../support/factories.ts';

const later = (ms: number) => new Date(NOW.getTime() + ms);
const followUp = policy.severities.normal.followUp;

describe('working on a case', () => {
  it('gives it to whoever claims it, and opens it', () => {
    expect(claim(aFile(), HANDLER)).toEqual({
      set: { handlerId: HANDLER, state: 'open' },
      history: [{ action: 'claimed', actorId: HANDLER }],
    });
  });

  it('leaves the state alone when it is claimed later', () => {
    expect(claim(aFile({ case: { state: 'waiting_on_team' } }), HANDLER).set).toEqual({ handlerId: HANDLER });
  });

  it('tells the second of two people who claim at once that somebody was first', () => {
    expect(() => claim(aFile({ case: { handlerId: 'U0VICTOR' } }), HANDLER)).toThrow(
      /Somebody else already handles/,
    );
    expect(() => claim(aFile({ case: { handlerId: HANDLER } }), HANDLER)).toThrow(/You already handle/);
  });

  it('tells whoever it is handed to, with the note, once', () => {
    const change = assign(aFile(), 'U0VICTOR', HANDLER, 'She prefers mornings');
    expect(change.set).toEqual({ handlerId: 'U0VICTOR', state: 'open' });
    expect(change.notes).toEqual([{ authorId: HANDLER, text: 'She prefers mornings' }]);
    expect(change.deliveries).toEqual([
      expect.objectContaining({
        key: 'assigned-1-3',
        place: expect.objectContaining({ type: 'dm', userId: 'U0VICTOR' }),
      }),
    ]);
  });

  it('sends no message to somebody who takes it on themselves', () => {
    expect(assign(aFile(), HANDLER, HANDLER, '').deliveries).toEqual([]);
  });

  it('restarts running clocks with the times of the new severity', () => {
    const change = changeSeverity(aFile({ clocks: [aClock()] }), 'urgent', HANDLER, policy, NOW);
    expect(change.set).toEqual({ severity: 'urgent' });
    expect(change.clocks).toEqual([
      { op: 'start', kind: 'follow_up', dueAt: later(policy.severities.urgent.followUp) },
    ]);
  });

  it('refuses a severity that does not exist, naming those that do', () => {
    expect(() => changeSeverity(aFile(), 'huge', HANDLER, policy, NOW)).toThrow(
      '"huge" is not a severity. Choose one of: low, normal, high, urgent.',
    );
    expect(() => changeSeverity(aFile(), 'normal', HANDLER, policy, NOW)).toThrow(/already normal/);
  });

  it('refuses an empty note', () => {
    expect(() => addNote(aFile(), '  ', HANDLER)).toThrow(/empty/);
  });

  it('lets every reminder rest until the snooze is over, also when none was running', () => {
    expect(snooze(aFile({ clocks: [aClock({ kind: 'first_response' })] }), later(5), HANDLER).clocks).toEqual(
      [{ op: 'start', kind: 'first_response', dueAt: later(5) }],
    );
    expect(snooze(aFile(), later(5), HANDLER).clocks).toEqual([
      { op: 'start', kind: 'follow_up', dueAt: later(5) },
    ]);
  });

  it('moves the next reminder to the time asked for', () => {
    expect(remindAt(aFile({ clocks: [aClock()] }), later(9), HANDLER).clocks).toEqual([
      { op: 'start', kind: 'follow_up', dueAt: later(9) },
    ]);
  });

  it('starts the follow-up clock anew when somebody has followed up', () => {
    expect(followedUp(aFile(), HANDLER, policy, NOW).clocks).toEqual([
      { op: 'stop', kind: 'first_response' },
      { op: 'start', kind: 'follow_up', dueAt: later(followUp) },
    ]);
  });

  it('stops every clock, throws away drafts and tells the member when it is solved', () => {
    const change = resolve(
      aFile({ clocks: [aClock()], replies: [aReply()] }),
      HANDLER,
      'All fixed?',
      policy,
      NOW,
    );
    expect(change).toMatchObject({
      set: { state: 'solved', closedAt: NOW },
      clocks: [{ op: 'stop', kind: 'follow_up' }],
      replyStates: [{ replyId: 5, state: 'discarded' }],
      replies: [{ markdown: 'All fixed?', send: true, place: { type: 'thread' } }],
    });
  });

  it('solves without a word when asked to, and where there is no thread to say it in', () => {
    expect(resolve(aFile(), HANDLER, null, policy, NOW).replies).toEqual([]);
    expect(
      resolve(
        aFile({ case: { source: null, thread: null, origin: 'phone' } }),
        HANDLER,
        'All fixed?',
        policy,
        NOW,
      ).replies,
    ).toEqual([]);
  });

  it('keeps why a case was dismissed, and insists on a reason', () => {
    expect(dismiss(aFile(), 'spam', HANDLER, NOW)).toMatchObject({
      set: { state: 'dismissed' },
      notes: [{ authorId: HANDLER, text: 'Dismissed: spam' }],
    });
    expect(() => dismiss(aFile(), ' ', HANDLER, NOW)).toThrow(/say why/);
  });

  it('starts the clock to the first answer when a case is reopened', () => {
    const change = reopen(aFile({ case: { state: 'solved' } }), '', HANDLER, policy, NOW);
    expect(change.set).toEqual({ state: 'reopened', closedAt: null, snoozedUntil: null });
    expect(change.clocks).toEqual([
      { op: 'start', kind: 'first_response', dueAt: later(policy.severities.normal.firstResponse) },
    ]);
  });

  it.each([
    ['claimed', () => claim(aFile({ case: { state: 'dismissed' } }), HANDLER)],
    ['snoozed', () => snooze(aFile({ case: { state: 'solved' } }), NOW, HANDLER)],
    ['handed over', () => assign(aFile({ case: { state: 'closed' } }), 'U0VICTOR', HANDLER, '')],
    ['followed up', () => followedUp(aFile({ case: { state: 'closed' } }), HANDLER, policy, NOW)],
  ])('cannot be %s when it is done', (_what, act) => {
    expect(act).toThrow(/Reopen it first/);
  });
});
