import { describe, expect, it } from '@jest/globals';
import { addNote, changeSeverity, claim, dismiss, reopen, resolve } from '../../src/cases/work.ts';
import { aClock, aFile, aReply, HANDLER, NOW, policy } from '../support/factories.ts';
import { textsIn } from '../../src/texts/index.ts';

const later = (ms: number) => new Date(NOW.getTime() + ms);

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

  it('gives running clocks the times of the new severity', () => {
    const clock = aClock({ kind: 'first_response' });
    const change = changeSeverity(aFile({ clocks: [clock] }), 'urgent', HANDLER, policy, NOW);
    const due = later(policy.severities.urgent.firstResponse);
    expect(change.set).toEqual({ severity: 'urgent' });
    expect(change.clocks?.[0]).toEqual({ op: 'move', clockId: 7, dueAt: due, deadline: due });
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

  it('stops every clock, throws away drafts and tells the member when it is solved', () => {
    const change = resolve(
      aFile({ clocks: [aClock()], replies: [aReply()] }),
      HANDLER,
      { markdown: 'All fixed?', language: 'da' },
      policy,
      NOW,
    );
    expect(change).toMatchObject({
      set: { state: 'solved', closedAt: NOW },
      clocks: [
        { op: 'stop', kind: 'update_due' },
        { op: 'start', kind: 'silence', dueAt: later(policy.silence.confirm) },
      ],
      replyStates: [{ replyId: 5, state: 'discarded' }],
      replies: [
        { markdown: 'All fixed?', language: 'da', purpose: 'closing', send: true, place: { type: 'thread' } },
      ],
    });
  });

  it('closes without a word when asked to, and where there is nowhere to say one', () => {
    const closed = { set: { state: 'closed_unconfirmed', closedAt: NOW } };
    const told = { source: null, thread: null, origin: 'phone' };
    const nobodys = { userId: '', name: 'Line' };
    const phone = aFile({ case: { ...told, member: nobodys }, clocks: [aClock()] });
    for (const change of [
      resolve(aFile({ clocks: [aClock()] }), HANDLER, null, policy, NOW),
      resolve(phone, HANDLER, { markdown: 'All fixed?' }, policy, NOW),
    ]) {
      expect(change).toMatchObject({ ...closed, clocks: [{ op: 'stop', kind: 'update_due' }] });
      expect(change.replies).toBeUndefined();
    }
    const known = resolve(aFile({ case: told }), HANDLER, { markdown: 'All fixed?' }, policy, NOW);
    expect(known).toMatchObject({ set: { state: 'solved' }, replies: [{ place: { type: 'dm' } }] });
  });

  it('keeps why a case was dismissed, and insists on a reason', () => {
    expect(dismiss(aFile(), 'spam', HANDLER, NOW, textsIn('en'))).toMatchObject({
      set: { state: 'dismissed' },
      notes: [{ authorId: HANDLER, text: 'Dismissed: spam' }],
    });
    expect(() => dismiss(aFile(), ' ', HANDLER, NOW, textsIn('en'))).toThrow(/say why/);
  });

  it('starts the clock to the first answer when a case is reopened', () => {
    const change = reopen(aFile({ case: { state: 'solved' } }), '', HANDLER, policy, NOW, textsIn('en'));
    expect(change.set).toEqual({ state: 'reopened', closedAt: null, snoozedUntil: null });
    expect(change.clocks?.[0]).toMatchObject({
      op: 'start',
      kind: 'first_response',
      dueAt: later(policy.severities.normal.firstResponse),
    });
  });

  it('starts the clock to the next answer where the member has had one, and ends the wait for their yes', () => {
    const file = aFile({
      case: { state: 'solved' },
      replies: [aReply({ state: 'sent' })],
      clocks: [aClock({ kind: 'silence' })],
    });
    expect(reopen(file, '', HANDLER, policy, NOW, textsIn('en')).clocks).toMatchObject([
      { op: 'stop', kind: 'silence' },
      { op: 'start', kind: 'next_response' },
      { op: 'start', kind: 'update_due' },
      { op: 'start', kind: 'resolution' },
    ]);
  });

  it('cannot be claimed when it is done', () => {
    expect(() => claim(aFile({ case: { state: 'dismissed' } }), HANDLER)).toThrow(/Reopen it first/);
  });
});
