import { describe, expect, it } from '@jest/globals';
import { EVERYBODY_IN } from '../../src/cases/attendance.ts';
import type { CaseFile, State } from '../../src/cases/case.ts';
import { noticeCard } from '../../src/cases/cards/notice.ts';
import { edited, wrote, type Hearing } from '../../src/cases/conversation.ts';
import type { MessageSnapshot } from '../../src/chat/message.ts';
import { aClock, aFile, aReply, HANDLER, MEMBER, NOW, policy, workspace } from '../support/factories.ts';

const LATER = new Date(NOW.getTime() + 60_000);
const ref = { workspaceId: workspace.id, channelId: 'C0PRODUCT', messageId: '1700000000.000200' };
const said = (minutesAfterOpening = 1): MessageSnapshot => ({
  ref,
  threadRoot: { channelId: 'C0PRODUCT', messageId: '1700000000.000100' },
  author: { userId: MEMBER, name: 'Alma Berg', isBot: false },
  text: 'And one more detail',
  postedAt: new Date(NOW.getTime() + minutesAfterOpening * 60_000),
  permalink: 'https://riverside.slack.com/archives/C0PRODUCT/p1700000000000200',
  files: [],
});
const waiting = (state: State, over: Partial<Omit<CaseFile, 'case'>> = {}) =>
  aFile({
    case: { state },
    clocks: [aClock({ kind: 'silence' })],
    replies: [aReply({ state: 'sent' })],
    ...over,
  });
const answered = (file: CaseFile, minutes = 1, hearing: Hearing = {}) =>
  wrote(file, said(minutes), workspace, policy, LATER, hearing);
const edit = (file: CaseFile, authorId = MEMBER) =>
  edited(
    file,
    { ref, authorId, at: LATER, before: 'It is red', after: 'It is blue' },
    workspace,
    policy,
    LATER,
  );
const kinds = (change: ReturnType<typeof wrote> | null, op: 'start' | 'stop') =>
  (change?.clocks ?? []).flatMap((clock) => (clock.op === op ? [clock.kind] : []));
const words = (change: ReturnType<typeof wrote> | null) => JSON.stringify(change?.deliveries);

describe("the member's words", () => {
  it('are an answer when they came after the case, however late they were found', () => {
    expect(answered(waiting('waiting_on_member'))).toMatchObject({
      set: { state: 'open' },
      deliveries: [{ place: { type: 'dm', userId: HANDLER } }],
    });
  });

  it('are an answer although the clock of the platform is a little behind ours', () => {
    expect(answered(waiting('waiting_on_member'), -0.5)).toMatchObject({ set: { state: 'open' } });
  });

  it('are kept, and answer nothing, when they are older than the case', () => {
    expect(answered(waiting('waiting_on_member'), -10)).toEqual({
      history: [{ action: 'thread_message', actorId: MEMBER }],
    });
  });

  it('end the waiting for them, and are to be answered', () => {
    const change = answered(waiting('waiting_on_member'));
    expect(kinds(change, 'stop')).toContain('silence');
    expect(kinds(change, 'start')).toContain('next_response');
  });

  it('do not put off the answer they are waiting for already', () => {
    const file = waiting('open', { clocks: [aClock({ kind: 'next_response' })] });
    expect(kinds(answered(file), 'start')).not.toContain('next_response');
  });

  it.each(['solved', 'closed_unconfirmed'] as const)('take up a case again that is %s', (state) => {
    const change = answered(waiting(state));
    expect(change.set).toMatchObject({ state: 'reopened', closedAt: null });
    expect(kinds(change, 'stop')).toContain('silence');
    expect(kinds(change, 'start')).toContain('next_response');
    expect(words(change)).not.toContain('reopen it');
  });

  it.each(['closed', 'dismissed'] as const)(
    'change nothing of a case that is %s, and people can take it up',
    (state) => {
      const change = answered(waiting(state));
      expect(change.set).toBeUndefined();
      expect(change.clocks).toBeUndefined();
      const [told] = change.deliveries!;
      expect(told!.place).toMatchObject(
        state === 'closed'
          ? { type: 'dm', userId: HANDLER }
          : { type: 'channel', channelId: workspace.triage },
      );
      const view = { file: aFile({ case: { state } }), earlier: [], workspace, policy };
      const card = noticeCard(told!.body as Parameters<typeof noticeCard>[0], view);
      expect(card.actions.map((action) => action.type === 'button' && action.label)).toEqual([
        'Open',
        'Reopen',
      ]);
      // Somebody was quicker.
      const reopened = noticeCard(told!.body as Parameters<typeof noticeCard>[0], { ...view, file: aFile() });
      expect(reopened.actions).toHaveLength(1);
    },
  );

  it('that came to the bot alone come without a link, which nobody else could open', () => {
    expect(words(answered(waiting('open')))).toContain('archives');
    expect(words(answered(waiting('open'), 1, { isDirect: true }))).not.toContain('archives');
  });

  it('reach whoever stands in for a handler who is away', () => {
    const attendance = {
      ...EVERYBODY_IN,
      awayUntil: (userId: string) => (userId === HANDLER ? LATER : null),
      standInOf: (userId: string) => (userId === HANDLER ? 'U0VICTOR' : null),
    };
    expect(answered(waiting('open'), 1, { attendance }).deliveries).toMatchObject([
      { place: { type: 'dm', userId: 'U0VICTOR' } },
    ]);
  });
});

describe('what the member changes of their words', () => {
  it('is told before and after, once for each version, and is an answer while the case is open', () => {
    const change = edit(waiting('waiting_on_member'));
    expect(change?.set).toMatchObject({ state: 'open' });
    expect(words(change)).toMatch(/It is red.*It is blue/);
    expect(change?.deliveries?.[0]?.key).toContain(String(LATER.getTime()));
  });

  it.each(['solved', 'closed_unconfirmed', 'closed'] as const)('does not open a case that is %s', (state) => {
    const change = edit(waiting(state));
    expect(change?.set).toBeUndefined();
    expect(change?.deliveries).toHaveLength(1);
  });

  it.each(['dismissed', 'merged'] as const)('is kept and told to nobody in a case that is %s', (state) => {
    expect(edit(waiting(state))).toBeNull();
  });

  it('is told of the member alone', () => {
    expect(edit(waiting('open'), 'U0TOMAS')).toBeNull();
  });
});
