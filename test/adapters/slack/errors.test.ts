import { describe, expect, it } from '@jest/globals';
import { createServer } from 'node:http';
import { WebClient } from '@slack/web-api';
import { fetch as undiciFetch } from 'undici';
import { clientOptions } from '../../../src/adapters/slack/clients.ts';
import { asking, type Call } from '../../../src/adapters/slack/errors.ts';
import { textsIn } from '../../../src/texts/index.ts';
import type { AppError } from '../../../src/errors.ts';
import { close, listen } from './harness.ts';

/** What a call ends in when Slack answers like this. */
async function answered(
  status: number,
  body: string,
  call: Call,
  headers: Record<string, string> = {},
): Promise<AppError> {
  const server = createServer((request, response) => {
    request.resume();
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(body);
  });
  const address = await listen(server);
  const client = new WebClient('xoxb-secret', clientOptions(`${address}/api/`, 0));
  try {
    return await asking(call, () => client.chat.postMessage({ channel: 'C1', text: 'x' })).then(
      () => Promise.reject(new Error('it went well')),
      (error: AppError) => error,
    );
  } finally {
    await close(server);
  }
}
const refused = (error: string, more: object = {}) => JSON.stringify({ ok: false, error, ...more });

describe('what Slack answers', () => {
  it.each<[string, Call, string]>([
    ['message_not_found', 'write', 'TARGET_GONE'],
    ['thread_not_found', 'write', 'TARGET_GONE'],
    ['user_not_found', 'read', 'TARGET_GONE'],
    ['is_archived', 'write', 'TARGET_GONE'],
    ['not_in_channel', 'write', 'PERMISSION_MISSING'],
    ['channel_not_found', 'write', 'PERMISSION_MISSING'],
    ['invalid_auth', 'read', 'PERMISSION_MISSING'],
    ['restricted_action', 'write', 'PERMISSION_MISSING'],
    ['messages_tab_disabled', 'write', 'PERSON_UNREACHABLE'],
    ['user_disabled', 'write', 'PERSON_UNREACHABLE'],
    ['invalid_blocks', 'write', 'PLATFORM_REFUSED'],
    ['something_new', 'write', 'PLATFORM_REFUSED'],
    ['ratelimited', 'write', 'RATE_LIMITED'],
    ['internal_error', 'write', 'OUTCOME_UNKNOWN'],
    ['fatal_error', 'write', 'OUTCOME_UNKNOWN'],
    ['internal_error', 'read', 'PLATFORM_UNAVAILABLE'],
    ['service_unavailable', 'write', 'PLATFORM_UNAVAILABLE'],
  ])('%s to a %s is %s', async (code, call, ours) => {
    expect(await answered(200, refused(code), call)).toMatchObject({ code: ours });
  });

  it('names the scope to add', async () => {
    const error = await answered(
      200,
      refused('missing_scope', { needed: 'reactions:write', provided: 'chat:write' }),
      'write',
    );
    expect(error.message).toContain(
      'add the scope reactions:write (OAuth & Permissions) and reinstall the app',
    );
  });

  it.each([
    ['not_in_channel', '/invite @hearback'],
    ['channel_not_found', '/invite @hearback'],
    ['is_archived', 'unarchive it and invite the bot'],
    ['restricted_action', 'a workspace setting forbids posting'],
    ['restricted_action_read_only_channel', 'allow the app to post'],
    ['restricted_action_thread_only_channel', 'choose another one'],
    ['restricted_action_non_threadable_channel', 'choose another one'],
    ['messages_tab_disabled', 'switch on "Messages Tab"'],
    ['cannot_reply_to_message', 'takes no answers'],
    ['account_inactive', 'install it again'],
    ['token_revoked', 'install the app again'],
    ['token_expired', 'install the app again'],
    ['invalid_auth', 'SLACK_BOT_TOKEN'],
    ['not_authed', 'SLACK_BOT_TOKEN'],
    ['not_allowed_token_type', 'bot token'],
    ['team_access_not_granted', 'must grant it'],
    ['no_permission', 'ask an admin'],
    ['user_is_restricted', 'an admin can allow it'],
    ['user_disabled', 'deactivated'],
  ])('%s is never tried again, and its sentence says what to do', async (code, words) => {
    const error = await answered(200, refused(code), 'write');
    expect(error.retry).toBe('never');
    expect(error.message).toContain(words);
  });

  it('says how to invite the bot', async () => {
    expect((await answered(200, refused('not_in_channel'), 'write')).message).toContain('/invite @hearback');
  });

  it('is a wait for as long as it says', async () => {
    const error = await answered(429, refused('ratelimited'), 'write', { 'retry-after': '7' });
    expect(error).toMatchObject({ code: 'RATE_LIMITED', retry: { afterMs: 7_000 } });
  });

  it.each<[number, Call, string]>([
    [500, 'write', 'OUTCOME_UNKNOWN'],
    [503, 'write', 'OUTCOME_UNKNOWN'],
    [500, 'read', 'PLATFORM_UNAVAILABLE'],
    [429, 'write', 'RATE_LIMITED'],
  ])('HTTP %i to a %s is %s', async (status, call, code) => {
    expect(await answered(status, 'oops', call)).toMatchObject({ code });
  });

  it('is not believed when it is no answer of Slack’s, and not repeated in the error', async () => {
    const error = await answered(200, '<html>secret proxy page</html>', 'write');
    expect(error).toMatchObject({ code: 'OUTCOME_UNKNOWN' });
    expect(error.message).not.toContain('secret');
  });
});

describe('what to do about a refusal', () => {
  it('is said in the language of whoever reads it', async () => {
    const inDanish = async (error: string, more = {}) =>
      (await answered(200, JSON.stringify({ ok: false, error, ...more }), 'write')).in(textsIn('da'));
    expect(await inDanish('restricted_action_read_only_channel')).toContain('kanalen er skrivebeskyttet');
    expect(await inDanish('not_in_channel')).toContain('invitér botten');
    expect(await inDanish('missing_scope', { needed: 'files:write' })).toContain('rettigheden files:write');
    expect(await inDanish('is_archived')).toContain('kanalen er arkiveret');
    expect(await inDanish('msg_too_long')).toContain('(msg_too_long)');
  });
});

describe('no answer', () => {
  it('after a connection that was refused means that nothing was done', async () => {
    const server = createServer();
    const address = await listen(server);
    await close(server);
    // Node's own fetch throws errors of another realm than the tests', in which the client does not see the reason.
    const fetch = undiciFetch as unknown as typeof globalThis.fetch;
    const client = new WebClient('xoxb-secret', { ...clientOptions(`${address}/api/`, 0), fetch });

    await expect(asking('write', () => client.auth.test())).rejects.toMatchObject({
      code: 'PLATFORM_UNAVAILABLE',
      retry: 'backoff',
    });
  });

  it('after the request was sent means that it is not known', async () => {
    const server = createServer((request) => request.socket.destroy());
    const client = new WebClient('xoxb-secret', clientOptions(`${await listen(server)}/api/`, 0));

    await expect(asking('write', () => client.auth.test())).rejects.toMatchObject({
      code: 'OUTCOME_UNKNOWN',
    });
    await close(server);
  });
});
