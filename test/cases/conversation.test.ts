import { describe, expect, it } from '@jest/globals';
import { wroteInThread } from '../../src/cases/conversation.ts';
import type { MessageSnapshot } from '../../src/chat/message.ts';
import { aFile, MEMBER, NOW, policy, workspace } from '../support/factories.ts';

const said = (minutesAfterOpening: number): MessageSnapshot => ({
  ref: { workspaceId: workspace.id, channelId: 'C0PRODUCT', messageId: '1700000000.000200' },
  threadRoot: { channelId: 'C0PRODUCT', messageId: '1700000000.000100' },
  author: { userId: MEMBER, name: 'Alma Berg', isBot: false },
  text: 'And one more detail',
  postedAt: new Date(NOW.getTime() + minutesAfterOpening * 60_000),
  permalink: 'https://riverside.slack.com/archives/C0PRODUCT/p1700000000000200',
  files: [],
});
const wrote = (minutesAfterOpening: number) =>
  wroteInThread(
    aFile({ case: { state: 'waiting_on_member' } }),
    said(minutesAfterOpening),
    workspace,
    policy,
    NOW,
  );

describe("the member's words in the thread", () => {
  it('are an answer when they came after the case, however late they were found', () => {
    expect(wrote(1)).toMatchObject({ set: { state: 'open' }, deliveries: [{ key: expect.any(String) }] });
  });

  it('are an answer although the clock of the platform is a little behind ours', () => {
    expect(wrote(-0.5)).toMatchObject({ set: { state: 'open' } });
  });

  it('are kept, and answer nothing, when they are older than the case', () => {
    expect(wrote(-10)).toEqual({ history: [{ action: 'thread_message', actorId: MEMBER }] });
  });
});
