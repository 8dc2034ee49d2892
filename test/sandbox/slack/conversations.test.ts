import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { slackSeed } from '../../../sandbox/seed.ts';
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
      read.push(...(page as { messages: { text: string }[] }).messages.map(({ text }) => text));
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

describe('channels', () => {
  it('are described, with whether the bot is in them', async () => {
    const info = async (channel: string) => (await workspace.web.conversations.info({ channel })).channel;
    expect(await info('C0TRIAGE')).toMatchObject({
      name: 'feedback-triage',
      is_private: true,
      is_member: true,
    });
    expect(await info('C0OFFTOPIC')).toMatchObject({ is_private: false, is_member: false });
  });

  it('are listed by type', async () => {
    const names = async (types: string) =>
      (await workspace.web.conversations.list({ types })).channels?.map(({ name }) => name);
    expect(await names('public_channel')).toEqual(['general', 'product-talk', 'no-bots-here']);
    expect(await names('private_channel')).toEqual(['feedback-triage', 'dept-qa', 'dept-support', 'leads']);
    expect(await refusal(workspace.web.conversations.list({ types: 'secret' }))).toBe('invalid_types');
  });

  it('do not show the bot private channels it is not in', async () => {
    const channels = slackSeed.channels.map((one) =>
      one.id === 'C0LEADS' ? { ...one, members: ['U0LENA'] } : one,
    );
    const other = await openWorkspace({ seed: { ...slackSeed, channels } });
    const listed = await other.web.conversations.list({ types: 'private_channel' });

    expect(listed.channels?.map(({ id }) => id)).not.toContain('C0LEADS');
    for (const method of ['conversations.info', 'conversations.history', 'chat.postMessage']) {
      expect(await refusal(other.web.apiCall(method, { channel: 'C0LEADS', text: 'Hello' }))).toBe(
        'channel_not_found',
      );
    }
    await other.close();
  });

  it('list their members', async () => {
    expect(await workspace.web.conversations.members({ channel: 'C0QA' })).toMatchObject({
      members: ['U0HEARBACK', 'U0QUINN', 'U0LENA'],
    });
  });
});

describe('conversations.open', () => {
  it('gives the same direct messages every time', async () => {
    const open = async () => (await workspace.web.conversations.open({ users: 'U0ALMA' })).channel?.id;
    expect(await open()).toMatch(/^D/);
    expect(await open()).toBe(await open());
  });

  it.each([
    ['users_list_not_supplied', {}],
    ['user_not_found', { users: 'U0NOBODY' }],
    ['cannot_dm_bot', { users: 'U0HEARBACK' }],
    ['missing_scope', { users: 'U0ALMA,U0MIA' }],
  ])('refuses with %s', async (code, query) => {
    expect(await refusal(workspace.web.conversations.open(query as never))).toBe(code);
  });

  it('refuses somebody who has left', async () => {
    const people = slackSeed.people.map((person) =>
      person.id === 'U0ALMA' ? { ...person, deactivated: true } : person,
    );
    const other = await openWorkspace({ seed: { ...slackSeed, people } });
    expect(await refusal(other.web.conversations.open({ users: 'U0ALMA' }))).toBe('user_disabled');
    await other.close();
  });
});

describe('people', () => {
  it('have a zone, and a locale for those who ask', async () => {
    const plain = await workspace.web.users.info({ user: 'U0TOMAS' });
    const whole = await workspace.web.users.info({ user: 'U0TOMAS', include_locale: true });
    expect(plain.user).toMatchObject({
      real_name: 'Tomás Ribeiro',
      name: 'tomas.ribeiro',
      is_bot: false,
      tz: 'Europe/Lisbon',
    });
    expect(plain.user).not.toHaveProperty('locale');
    expect(whole.user).toHaveProperty('locale', 'en-US');
  });

  it('are told apart from bots', async () => {
    expect((await workspace.web.users.info({ user: 'U0HEARBACK' })).user).toMatchObject({ is_bot: true });
    expect(await refusal(workspace.web.users.info({ user: 'U0NOBODY' }))).toBe('user_not_found');
  });

  it('are in user groups', async () => {
    const { usergroups } = await workspace.web.usergroups.list({ include_users: true });
    expect(usergroups).toMatchObject([{ id: 'S0MODS', handle: 'moderators', users: ['U0MIA', 'U0VICTOR'] }]);
    expect(await workspace.web.usergroups.users.list({ usergroup: 'S0MODS' })).toMatchObject({
      users: ['U0MIA', 'U0VICTOR'],
    });
    expect(await refusal(workspace.web.usergroups.users.list({ usergroup: 'S0NONE' }))).toBe(
      'no_such_subteam',
    );
  });

  it('have a team', async () => {
    expect((await workspace.web.team.info()).team).toMatchObject({
      id: 'T0RIVERSIDE',
      name: 'Riverside Makers',
    });
  });
});

describe('reactions', () => {
  const add = (timestamp: string, name: string, channel = 'C0GENERAL') =>
    refusal(workspace.web.reactions.add({ channel, timestamp, name }));
  const remove = (timestamp: string, name: string) =>
    refusal(workspace.web.reactions.remove({ channel: 'C0GENERAL', timestamp, name }));

  it('are added and taken away', async () => {
    const ts = say('one');
    expect(await add(ts, 'eyes')).toBe('accepted');
    expect(workspace.slack.messages({ as: 'U0MIA', channel: 'C0GENERAL' })[0]?.reactions).toEqual([
      { emoji: '👀', people: ['U0HEARBACK'] },
    ]);
    expect(await remove(ts, 'eyes')).toBe('accepted');
    expect(workspace.slack.messages({ as: 'U0MIA', channel: 'C0GENERAL' })[0]?.reactions).toEqual([]);
  });

  it('know custom emoji, aliases and skin tones', async () => {
    const ts = say('one');
    for (const name of ['feedback-flag', 'thumbsup', '+1::skin-tone-4'])
      expect(await add(ts, name)).toBe('accepted');
    expect(await add(ts, '+1')).toBe('already_reacted');
    const { message } = await workspace.web.reactions.get({ channel: 'C0GENERAL', timestamp: ts });
    expect(message?.reactions?.map(({ name }) => name)).toEqual(['feedback-flag', '+1', '+1::skin-tone-4']);
  });

  it('are refused when there is nothing to change, no such emoji or no such message', async () => {
    const ts = say('one');
    await add(ts, 'eyes');
    expect(await add(ts, 'eyes')).toBe('already_reacted');
    expect(await remove(ts, 'tada')).toBe('no_reaction');
    expect(await add(ts, 'no_such_emoji')).toBe('invalid_name');
    expect(await add(ts, '👀')).toBe('invalid_name');
    expect(await add('1700000000.000100', 'eyes')).toBe('message_not_found');
    expect(await add(ts, 'eyes', 'C0OFFTOPIC')).toBe('not_in_channel');
  });
});
