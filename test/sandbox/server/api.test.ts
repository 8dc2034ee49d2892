import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Community, Inbox, MessageView } from '../../../sandbox/platform.ts';
import { type Sandbox, startSandbox } from '../../../sandbox/server.ts';
import { api } from './ask.ts';
import { type ApiError, CASTS } from './casts.ts';

let sandbox: Sandbox;
beforeEach(async () => {
  sandbox = await startSandbox({ port: 0, dataDir: null });
});
afterEach(() => sandbox.close());

describe('GET /sandbox/api/communities', () => {
  it('tells both communities with people and channels', async () => {
    const { status, body } = await api(sandbox.url, 'GET', 'communities');
    expect(status).toBe(200);
    const both = body as Community[];
    expect(both.map(({ platform, name }) => [platform, name])).toEqual([
      ['slack', 'Riverside Makers'],
      ['discord', 'Lantern Quest'],
    ]);
    expect(both[0]!.people).toContainEqual(
      expect.objectContaining({ name: 'Mia Holm', title: 'community manager' }),
    );
    expect(both[1]!.channels).toContainEqual(
      expect.objectContaining({ name: 'feedback-triage', isPrivate: true }),
    );
  });
});

describe('GET /sandbox/api/emoji', () => {
  it('tells the character of every name Slack uses in texts', async () => {
    const { body } = await api(sandbox.url, 'GET', 'emoji');
    expect(body).toMatchObject({
      eyes: '👀',
      triangular_flag_on_post: '🚩',
      '+1': '👍',
      thinking_face: '🤔',
    });
  });
});

describe.each(CASTS)(
  'on $platform',
  ({ platform, member, memberId, manager, managerId, channel, channelId, triage, noSuchMessage }) => {
    const call = (method: string, path: string, body?: unknown) =>
      api(sandbox.url, method, `${platform}/${path}`, body);
    const post = async (text: string, more: object = {}) => {
      const { status, body } = await call('POST', 'messages', { as: member, channel, text, ...more });
      expect(status).toBe(201);
      return (body as { message: string }).message;
    };
    const list = async (query: Record<string, string> = {}) =>
      (await call('GET', `messages?${new URLSearchParams({ as: manager, channel, ...query }).toString()}`))
        .body as MessageView[];

    it('people join and leave groups, which get other names and go, and people go', async () => {
      const groups = async (name: string) =>
        ((await api(sandbox.url, 'GET', 'communities')).body as Community[])
          .find((each) => each.platform === platform)!
          .people.find((each) => each.name === name)!.groups;
      const [group] = await groups(manager);
      expect((await call('DELETE', 'members', { person: manager, group })).status).toBe(200);
      expect(await groups(manager)).toEqual([]);
      await call('POST', 'members', { person: member, group });
      expect(await groups(member)).toEqual([group]);
      expect((await call('PATCH', 'groups', { group, name: 'Old hands' })).status).toBe(200);
      await call('DELETE', 'groups', { group });
      expect(await groups(member)).toEqual([]);
      expect((await call('POST', 'members', { person: member, group })).body).toMatchObject({
        error: { code: 'unknown_group' },
      });
      expect((await call('DELETE', 'people', { person: member })).status).toBe(200);
      expect((await call('DELETE', 'people', { person: 'Nobody' })).status).toBe(400);
    });

    it('a message is posted and read, by names or by ids', async () => {
      const message = await post('Broken since Tuesday');
      expect(await list()).toMatchObject([
        { id: message, author: { id: memberId, name: member }, text: 'Broken since Tuesday' },
      ]);
      expect(await list({ as: managerId, channel: channelId })).toHaveLength(1);
      expect(await list({ as: manager.toUpperCase(), channel: `#${channel}` })).toHaveLength(1);
    });

    it('only the newest messages are read when that is asked for', async () => {
      await post('one');
      await post('two');
      await post('three');
      expect((await list({ limit: '2' })).map(({ text }) => text)).toEqual(['two', 'three']);
    });

    it('a thread is written and read', async () => {
      const root = await post('Broken');
      await post('Still broken', { thread: root });
      expect((await list({ thread: root })).at(-1)).toMatchObject({ text: 'Still broken', thread: root });
      expect(await list()).toMatchObject([{ id: root, replies: 1 }]);
      // A message's own null may be sent back.
      await post('Not in the thread', { thread: null });
      expect(await list()).toHaveLength(2);
    });

    it('files are posted and can be fetched from where the message says', async () => {
      const file = {
        name: 'log.txt',
        mime: 'text/plain',
        base64: Buffer.from('it broke').toString('base64'),
      };
      await post('see this', { files: [file] });
      const [{ files } = { files: [] }] = await list();
      expect(files).toMatchObject([
        { name: 'log.txt', mime: expect.stringContaining('text/plain'), size: 8 },
      ]);
      const there = new URL(files[0]!.url, sandbox.url);
      expect(await (await fetch(new URL(there.pathname + there.search, sandbox.url))).text()).toBe(
        'it broke',
      );
    });

    it('a message is edited and deleted by its author, and by nobody else', async () => {
      const message = await post('Broken');
      const refused = await call('PATCH', 'messages', {
        as: manager,
        channel,
        message,
        text: 'Fine',
      });
      expect(refused).toMatchObject({
        status: 409,
        body: { error: { code: expect.any(String), message: expect.any(String) } },
      });
      expect(await call('PATCH', 'messages', { as: member, channel, message, text: 'Fixed' })).toMatchObject({
        status: 200,
      });
      expect(await list()).toMatchObject([{ text: 'Fixed', edited: true }]);
      expect(await call('DELETE', 'messages', { as: member, channel, message })).toMatchObject({
        status: 200,
      });
      expect(await list()).toEqual([]);
      expect(await call('DELETE', 'messages', { as: member, channel, message })).toMatchObject({
        status: 409,
      });
    });

    it('a reaction is added and taken away', async () => {
      const message = await post('Broken');
      const reaction = { as: manager, channel, message, emoji: '🚩' };
      expect(await call('POST', 'reactions', reaction)).toMatchObject({ status: 200 });
      expect(await list()).toMatchObject([{ reactions: [{ emoji: '🚩', people: [managerId] }] }]);
      expect(await call('DELETE', 'reactions', reaction)).toMatchObject({ status: 200 });
      expect(await list()).toMatchObject([{ reactions: [] }]);
      expect(await call('POST', 'reactions', { ...reaction, message: noSuchMessage })).toMatchObject({
        status: 409,
      });
    });

    it('people can write to the bot, by its name with @, and find it in their inbox', async () => {
      await post('Hello?', { channel: '@hearback' });
      await post('Anybody?', { channel: '@Hearback' });
      const { body } = await call('GET', `inbox?as=${encodeURIComponent(member)}`);
      expect((body as Inbox).directMessages).toMatchObject([
        {
          with: { name: expect.stringMatching(/^hearback$/i) },
          messages: [{ text: 'Hello?' }, { text: 'Anybody?' }],
        },
      ]);
      expect((await call('GET', `inbox?as=${managerId}`)).body).toEqual({
        directMessages: [],
        forms: [],
      });
    });

    it('a private channel is refused to those who are not in it', async () => {
      const { status, body } = await call('GET', `messages?as=${memberId}&channel=feedback-triage`);
      expect([status, (body as ApiError).error.code]).toEqual([
        409,
        platform === 'slack' ? 'channel_not_found' : '50001',
      ]);
      expect((await call('GET', `messages?as=${managerId}&channel=${triage}`)).status).toBe(200);
    });

    it('faults are set, told and cleared', async () => {
      expect(await call('POST', 'faults', { kind: 'rate_limit' })).toMatchObject({ status: 201 });
      expect(await call('POST', 'faults', { kind: 'dms_closed', person: member })).toMatchObject({
        status: 201,
      });
      expect((await call('GET', 'faults')).body).toEqual([
        { kind: 'rate_limit', times: 1, retryAfterS: 1 },
        { kind: 'dms_closed', person: memberId },
      ]);
      expect(await call('DELETE', 'faults')).toMatchObject({ status: 200 });
      expect((await call('GET', 'faults')).body).toEqual([]);
    });

    it.each([
      { kind: 'redeliver' },
      { kind: 'reorder', times: 2 },
      { kind: 'delay', ms: 10 },
      { kind: 'drop_socket' },
      { kind: 'disconnect', reason: 'refresh_requested' },
      { kind: 'events_limited' },
      { kind: 'raw_event', payload: { t: 'SOMETHING_NEW', d: {} } },
      { kind: 'rate_limit', retryAfterS: 0.5, method: 'chat' },
      { kind: 'server_error', status: 502 },
      { kind: 'lost_answer', times: 3 },
      { kind: 'missing_scope', scope: 'reactions:write' },
    ])('the fault $kind can be set', async (fault) => {
      expect(await call('POST', 'faults', fault)).toMatchObject({ status: 201 });
    });

    it("the bot's calls are told, without what was in them", async () => {
      const target = platform === 'slack' ? 'SLACK_API_URL' : 'DISCORD_API_URL';
      const path = platform === 'slack' ? 'auth.test' : '/v10/gateway/bot';
      await fetch(`${sandbox.env[target]}${path}`, {
        headers: {
          authorization:
            platform === 'slack'
              ? `Bearer ${sandbox.env['SLACK_BOT_TOKEN']}`
              : `Bot ${sandbox.env['DISCORD_TOKEN']}`,
        },
      });
      const { body } = await call('GET', 'calls');
      expect(body).toMatchObject([{ method: expect.stringMatching(/auth\.test|gateway\/bot/), status: 200 }]);
      expect(JSON.stringify(body)).not.toContain(sandbox.env['SLACK_BOT_TOKEN']!);
    });
  },
);
