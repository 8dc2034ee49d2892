import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { openWorkspace, refusal, type Workspace } from './workspace.ts';

let workspace: Workspace;

beforeEach(async () => {
  workspace = await openWorkspace();
});
afterEach(() => workspace.close());

const say = (text: string, thread?: string) =>
  workspace.slack.createMessage({ as: 'U0ALMA', channel: 'C0GENERAL', text, ...(thread ? { thread } : {}) })
    .message;
const history = async (query: object = {}) =>
  (await workspace.web.conversations.history({ channel: 'C0GENERAL', ...query })).messages?.map(
    ({ text }) => text,
  );
const replies = async (ts: string, query: object = {}) =>
  (await workspace.web.conversations.replies({ channel: 'C0GENERAL', ts, ...query })).messages?.map(
    ({ text }) => text,
  );

describe('conversations.history', () => {
  it('gives the newest first, without replies', async () => {
    const root = say('one');
    say('reply', root);
    say('two');
    expect(await history()).toEqual(['two', 'one']);
  });

  it('describes a message as Slack does', async () => {
    const ts = say('one');
    workspace.slack.react({ as: 'U0MIA', channel: 'C0GENERAL', message: ts, emoji: '👀', present: true });
    say('reply', ts);
    const { messages } = await workspace.web.conversations.history({ channel: 'C0GENERAL' });
    expect(messages?.[0]).toMatchObject({
      type: 'message',
      user: 'U0ALMA',
      ts,
      team: 'T0RIVERSIDE',
      reactions: [{ name: 'eyes', users: ['U0MIA'], count: 1 }],
      thread_ts: ts,
      reply_count: 1,
      reply_users: ['U0ALMA'],
    });
  });

  it('finds one message by latest, inclusive and limit', async () => {
    const ts = say('one');
    say('two');
    expect(await history({ latest: ts, inclusive: true, limit: 1 })).toEqual(['one']);
    expect(await history({ latest: ts, limit: 1 })).toEqual([]);
    expect(await history({ oldest: ts })).toEqual(['two']);
  });

  it('gives the neighbour when it is asked for a reply in that way', async () => {
    const root = say('one');
    const reply = say('reply', root);
    expect(await history({ latest: reply, inclusive: true, limit: 1 })).toEqual(['one']);
  });

  it('is read page by page', async () => {
    for (const text of ['1', '2', '3', '4', '5']) say(text);
    const read: (string | undefined)[] = [];
    for await (const page of workspace.web.paginate('conversations.history', {
      channel: 'C0GENERAL',
      limit: 2,
    })) {
      read.push(...(page as unknown as { messages: { text: string }[] }).messages.map(({ text }) => text));
    }
    expect(read).toEqual(['5', '4', '3', '2', '1']);
  });

  it.each([
    ['invalid_cursor', { channel: 'C0GENERAL', cursor: 'later' }],
    ['invalid_ts_latest', { channel: 'C0GENERAL', latest: 'now' }],
    ['not_in_channel', { channel: 'C0OFFTOPIC' }],
    ['channel_not_found', { channel: 'C0NOWHERE' }],
  ])('refuses with %s', async (code, query) => {
    expect(await refusal(workspace.web.conversations.history(query))).toBe(code);
  });
});

describe('conversations.replies', () => {
  it('gives the root first, then the replies, the oldest first', async () => {
    const root = say('root');
    say('one', root);
    const two = say('two', root);
    expect(await replies(root)).toEqual(['root', 'one', 'two']);
    expect(await replies(two)).toEqual(['root', 'one', 'two']);
  });

  it('gives the root whatever the bounds', async () => {
    const root = say('root');
    say('one', root);
    const two = say('two', root);
    expect(await replies(root, { latest: two, oldest: two, inclusive: true })).toEqual(['root', 'two']);
  });

  it('gives a message without replies alone', async () => {
    expect(await replies(say('alone'))).toEqual(['alone']);
  });

  it('tells root and replies apart by thread_ts', async () => {
    const root = say('root');
    say('one', root);
    const { messages } = await workspace.web.conversations.replies({ channel: 'C0GENERAL', ts: root });
    expect(messages).toMatchObject([
      { thread_ts: root, reply_count: 1 },
      { thread_ts: root, parent_user_id: 'U0ALMA' },
    ]);
  });

  it('refuses a message that is not there', async () => {
    expect(
      await refusal(workspace.web.conversations.replies({ channel: 'C0GENERAL', ts: '1700000000.000100' })),
    ).toBe('thread_not_found');
  });
});
