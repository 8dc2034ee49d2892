import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { MessageView } from '../../../sandbox/platform.ts';
import { type Sandbox, startSandbox } from '../../../sandbox/server.ts';
import { api, ask } from './ask.ts';
import { type ApiError, CASTS } from './casts.ts';

let sandbox: Sandbox;
beforeEach(async () => {
  sandbox = await startSandbox({ port: 0, dataDir: null });
});
afterEach(() => sandbox.close());

describe.each(CASTS)('on $platform', ({ platform, member, memberId, channel, noSuchMessage }) => {
  const call = (method: string, path: string, body?: unknown) =>
    api(sandbox.url, method, `${platform}/${path}`, body);

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
    const answer = await call(method, path, body);
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
    const answer = await call('POST', path, { as: member, ...body });
    expect(answer).toMatchObject({
      status: 409,
      body: { error: { code: expect.any(String), message: expect.stringMatching(/\w/) } },
    });
  });
});

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
    const { body } = await api(sandbox.url, 'GET', 'slack/messages?as=U0MIA&channel=general');
    expect((body as MessageView[])[0]!.text).toContain('long long');
  });
});
