import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { slackSeed } from '../../../sandbox/seed.ts';
import { openWorkspace, refusal, type Workspace } from './workspace.ts';

let workspace: Workspace;

beforeEach(async () => {
  workspace = await openWorkspace();
});
afterEach(() => workspace.close());

const info = async (channel: string) => (await workspace.web.conversations.info({ channel })).channel;
const names = async (types: string) =>
  (await workspace.web.conversations.list({ types })).channels?.map(({ name }) => name);
const open = async () => (await workspace.web.conversations.open({ users: 'U0ALMA' })).channel?.id;

describe('channels', () => {
  it('are described, with whether the bot is in them', async () => {
    expect(await info('C0TRIAGE')).toMatchObject({
      name: 'feedback-triage',
      is_private: true,
      is_member: true,
    });
    expect(await info('C0OFFTOPIC')).toMatchObject({ is_private: false, is_member: false });
  });

  it('are listed by type', async () => {
    expect(await names('public_channel')).toEqual([
      'general',
      'product-talk',
      'no-bots-here',
      'community-help',
    ]);
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
