import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Community, Inbox, MessageView } from '../../../sandbox/platform.ts';
import { type Sandbox, startSandbox } from '../../../sandbox/server.ts';
import { api, ask } from './ask.ts';

let sandbox: Sandbox;
beforeEach(async () => {
  sandbox = await startSandbox({ port: 0, dataDir: null });
});
afterEach(() => sandbox.close());

const CASTS = [
  {
    platform: 'slack',
    member: 'Alma Berg',
    memberId: 'U0ALMA',
    manager: 'Mia Holm',
    managerId: 'U0MIA',
    channel: 'product-talk',
    channelId: 'C0PRODUCT',
    triage: 'C0TRIAGE',
    noSuchMessage: '1.000001',
  },
  {
    platform: 'discord',
    member: 'Kasper Lind',
    memberId: '1100000000000000101',
    manager: 'Nora Finch',
    managerId: '1100000000000000103',
    channel: 'game-feedback',
    channelId: '1100000000000000202',
    triage: '1100000000000000203',
    noSuchMessage: '1100000000000000999',
  },
];

interface ApiError {
  error: { code: string; message: string; where?: string | null };
}

describe('GET /sandbox/api/communities', () => {
  it('tells both communities with people and channels', async () => {
    const { status, body } = await api<Community[]>(sandbox.url, 'GET', 'communities');
    expect(status).toBe(200);
    expect(body.map(({ platform, name }) => [platform, name])).toEqual([
      ['slack', 'Riverside Makers'],
      ['discord', 'Lantern Quest'],
    ]);
    expect(body[0]!.people).toContainEqual(
      expect.objectContaining({ name: 'Mia Holm', title: 'community manager' }),
    );
    expect(body[1]!.channels).toContainEqual(
      expect.objectContaining({ name: 'feedback-triage', isPrivate: true }),
    );
  });
});

describe('GET /sandbox/api/emoji', () => {
  it('tells the character of every name Slack uses in texts', async () => {
    const { body } = await api<Record<string, string>>(sandbox.url, 'GET', 'emoji');
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
    const call = <T = unknown>(method: string, path: string, body?: unknown) =>
      api<T>(sandbox.url, method, `${platform}/${path}`, body);
    const post = async (text: string, more: object = {}) => {
      const { status, body } = await call<{ channel: string; message: string }>('POST', 'messages', {
        as: member,
        channel,
        text,
        ...more,
      });
      expect(status).toBe(201);
      return body.message;
    };
    const list = async (query: Record<string, string> = {}) =>
      (
        await call<MessageView[]>(
          'GET',
          `messages?${new URLSearchParams({ as: manager, channel, ...query }).toString()}`,
        )
      ).body;

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
      const refused = await call<ApiError>('PATCH', 'messages', {
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
      const { body } = await call<Inbox>('GET', `inbox?as=${encodeURIComponent(member)}`);
      expect(body.directMessages).toMatchObject([
        {
          with: { name: expect.stringMatching(/^hearback$/i) },
          messages: [{ text: 'Hello?' }, { text: 'Anybody?' }],
        },
      ]);
      expect((await call<Inbox>('GET', `inbox?as=${managerId}`)).body).toEqual({
        directMessages: [],
        forms: [],
      });
    });

    it('a private channel is refused to those who are not in it', async () => {
      const { status, body } = await call<ApiError>('GET', `messages?as=${memberId}&channel=feedback-triage`);
      expect([status, body.error.code]).toEqual([409, platform === 'slack' ? 'channel_not_found' : '50001']);
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
      const { body } = await call<{ method: string; status: number }[]>('GET', 'calls');
      expect(body).toMatchObject([{ method: expect.stringMatching(/auth\.test|gateway\/bot/), status: 200 }]);
      expect(JSON.stringify(body)).not.toContain(sandbox.env['SLACK_BOT_TOKEN']!);
    });

    it.each<[string, string, string, unknown, string, string | null]>([
      ['somebody unknown', 'POST', 'messages', { as: 'Nobody', channel, text: 'x' }, 'unknown_person', 'as'],
      [
        'an unknown #channel',
        'POST',
        'messages',
        { as: member, channel: '#nowhere', text: 'x' },
        'unknown_channel',
        'channel',
      ],
      [
        'an unknown @person to write to',
        'POST',
        'messages',
        { as: member, channel: '@nobody', text: 'x' },
        'unknown_person',
        'channel',
      ],
      ['a missing field', 'POST', 'messages', { as: member, channel }, 'bad_input', 'text'],
      [
        'a field of the wrong kind',
        'POST',
        'reactions',
        { as: member, channel, message: 7, emoji: '🚩' },
        'bad_input',
        'message',
      ],
      [
        'a field there is not',
        'POST',
        'messages',
        { as: member, chanel: channel, channel, text: 'x' },
        'bad_input',
        'chanel',
      ],
      [
        'a command without its slash',
        'POST',
        'commands',
        { as: member, channel, text: 'feedback' },
        'bad_input',
        'text',
      ],
      [
        'a file that is not base64',
        'POST',
        'messages',
        { as: member, channel, text: 'x', files: [{ name: 'a', mime: 'text/plain', base64: '!' }] },
        'bad_input',
        'files.0.base64',
      ],
      ['a form without values', 'POST', 'submit', { as: member, form: 'x' }, 'bad_input', 'values'],
      ['an unknown fault', 'POST', 'faults', { kind: 'earthquake' }, 'bad_input', 'kind'],
      ['a fault for ever', 'POST', 'faults', { kind: 'redeliver', times: 1e9 }, 'bad_input', 'times'],
      [
        'a fault for somebody unknown',
        'POST',
        'faults',
        { kind: 'dms_closed', person: 'Nobody' },
        'unknown_person',
        'person',
      ],
      [
        'a limit that is no number',
        'GET',
        `messages?as=${memberId}&channel=general&limit=many`,
        undefined,
        'bad_input',
        'limit',
      ],
      ['a list', 'POST', 'messages', [], 'bad_input', null],
      ['an inbox of nobody', 'GET', 'inbox', undefined, 'bad_input', 'as'],
    ])('%s is answered 400 and where the fault is', async (_what, method, path, body, code, where) => {
      const answer = await call<ApiError>(method, path, body);
      expect(answer).toMatchObject({
        status: 400,
        body: { error: { code, where, message: expect.stringMatching(/\w/) } },
      });
    });

    it.each([
      ['press', { channel, message: noSuchMessage, action: 'claim' }],
      ['menu', { channel, message: noSuchMessage, name: 'Flag as feedback' }],
      ['submit', { form: 'V-none', values: {} }],
      ['commands', { channel, text: '/unknown thing' }],
      ['reactions', { channel, message: noSuchMessage, emoji: '🚩' }],
      ['messages', { channel: 'no-such-place', text: 'x' }],
    ])('what the platform refuses at %s is answered 409 with its code', async (path, body) => {
      const answer = await call<ApiError>('POST', path, { as: member, ...body });
      expect(answer).toMatchObject({
        status: 409,
        body: { error: { code: expect.any(String), message: expect.stringMatching(/\w/) } },
      });
    });
  },
);

describe('the control API', () => {
  const json = { 'content-type': 'application/json' };
  const asked = async (path: string, options: Parameters<typeof ask>[2]) => {
    const { status, text } = await ask(sandbox.url, `/sandbox/api/${path}`, options);
    return [status, (JSON.parse(text) as ApiError).error.code];
  };

  it.each([
    ['myspace/messages', 'GET', 404, 'not_found'],
    ['slack/nothing', 'GET', 404, 'not_found'],
    ['slack', 'GET', 404, 'not_found'],
    ['', 'GET', 404, 'not_found'],
    ['slack/messages/extra', 'GET', 404, 'not_found'],
    ['slack/calls', 'DELETE', 405, 'wrong_method'],
    ['communities', 'POST', 405, 'wrong_method'],
  ])('has nothing at %s for %s', async (path, method, status, code) => {
    expect(await asked(path, { method })).toEqual([status, code]);
  });

  it('reads only application/json, which a page of another site cannot send', async () => {
    const body = JSON.stringify({ as: 'Alma Berg', channel: 'general', text: 'x' });
    const refused = [415, 'wrong_content_type'];
    expect(await asked('slack/messages', { method: 'POST', body })).toEqual(refused);
    expect(
      await asked('slack/messages', { method: 'POST', body, headers: { 'content-type': 'text/plain' } }),
    ).toEqual(refused);
    expect(
      await asked('slack/faults', {
        method: 'DELETE',
        body: '{}',
        headers: { 'content-type': 'text/plain', 'content-length': '2' },
      }),
    ).toEqual(refused);
    const accepted = { 'content-type': 'application/json; charset=utf-8' };
    expect(
      (await ask(sandbox.url, '/sandbox/api/slack/messages', { method: 'POST', body, headers: accepted }))
        .status,
    ).toBe(201);
  });

  it('answers broken JSON with 400', async () => {
    expect(await asked('slack/messages', { method: 'POST', headers: json, body: '{"as":' })).toEqual([
      400,
      'bad_json',
    ]);
  });

  it('answers a body over 20 MB with 413, announced or not, and goes on', async () => {
    const body = `"${'x'.repeat(20 * 1024 * 1024)}"`;
    expect(await asked('slack/messages', { method: 'POST', headers: json, body })).toEqual([
      413,
      'too_large',
    ]);
    const chunked = { ...json, 'transfer-encoding': 'chunked' };
    expect(await asked('slack/messages', { method: 'POST', headers: chunked, body })).toEqual([
      413,
      'too_large',
    ]);
    expect((await api(sandbox.url, 'GET', 'communities')).status).toBe(200);
  });

  it('keeps text as it came: long, with markup, half surrogates and NUL', async () => {
    const text = `<script>alert(1)</script> \u0000 \ud800 ${'long '.repeat(7_000)}`;
    const sent = await api(sandbox.url, 'POST', 'slack/messages', {
      as: 'Alma Berg',
      channel: 'general',
      text,
    });
    expect(sent.status).toBe(201);
    const { body } = await api<MessageView[]>(sandbox.url, 'GET', 'slack/messages?as=U0MIA&channel=general');
    expect(body[0]!.text).toContain('long long');
  });
});
