import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { openWorkspace, refusal, type Workspace } from './workspace.ts';

let workspace: Workspace;

beforeEach(async () => {
  workspace = await openWorkspace();
});
afterEach(() => workspace.close());

const post = (text = 'Hello', channel = 'C0GENERAL') => workspace.web.chat.postMessage({ channel, text });
const texts = () => workspace.slack.messages({ as: 'U0MIA', channel: 'C0GENERAL' }).map(({ text }) => text);
const fault = (order: Parameters<Workspace['slack']['fault']>[0]) => workspace.slack.fault(order);

describe('a rate limit', () => {
  it('answers 429 with Retry-After as often as it was ordered', async () => {
    fault({ kind: 'rate_limit', times: 2, retryAfterS: 7 });
    await expect(post()).rejects.toMatchObject({ retryAfter: 7 });
    await expect(post()).rejects.toMatchObject({ retryAfter: 7 });
    await post();
    expect(texts()).toEqual(['Hello']);
  });

  it('concerns one method when it names one', async () => {
    fault({ kind: 'rate_limit', times: 1, retryAfterS: 1, method: 'reactions.add' });
    await post();
    const add = workspace.web.reactions.add({
      channel: 'C0GENERAL',
      timestamp: '1700000000.000100',
      name: 'eyes',
    });
    await expect(add).rejects.toMatchObject({ retryAfter: 1 });
  });
});

describe('a server error', () => {
  it('answers with its status and does nothing', async () => {
    fault({ kind: 'server_error', times: 1, status: 503 });
    await expect(post()).rejects.toMatchObject({ statusCode: 503 });
    expect(texts()).toEqual([]);
  });
});

describe('a lost answer', () => {
  it('cuts the connection after the message is there', async () => {
    fault({ kind: 'lost_answer', times: 1, method: 'chat.postMessage' });
    await workspace.web.auth.test();
    await expect(post()).rejects.toMatchObject({ code: 'slack_webapi_request_error' });
    expect(texts()).toEqual(['Hello']);
  });
});

describe('a missing scope', () => {
  it.each<[string, () => Promise<unknown>]>([
    ['chat:write', () => post()],
    [
      'reactions:write',
      () => workspace.web.reactions.add({ channel: 'C0GENERAL', timestamp: '1.0', name: 'eyes' }),
    ],
    ['channels:history', () => workspace.web.conversations.history({ channel: 'C0GENERAL' })],
    ['groups:history', () => workspace.web.conversations.replies({ channel: 'C0TRIAGE', ts: '1.0' })],
    ['channels:read', () => workspace.web.conversations.info({ channel: 'C0GENERAL' })],
    ['groups:read', () => workspace.web.conversations.list({ types: 'public_channel,private_channel' })],
    ['im:write', () => workspace.web.conversations.open({ users: 'U0ALMA' })],
    ['users:read', () => workspace.web.users.info({ user: 'U0ALMA' })],
    ['usergroups:read', () => workspace.web.usergroups.list()],
    ['files:read', () => workspace.web.files.info({ file: 'F0' })],
    ['team:read', () => workspace.web.team.info()],
  ])('refuses what needs %s, and names it', async (scope, call) => {
    fault({ kind: 'missing_scope', scope });
    const error = (await call().catch((thrown: unknown) => thrown)) as { data: Record<string, string> };
    expect(error.data).toMatchObject({ error: 'missing_scope', needed: scope });
    expect(error.data['provided']?.split(',')).not.toContain(scope);

    workspace.slack.clearFaults();
    expect(await refusal(call())).not.toBe('missing_scope');
  });

  it('takes the commands away', async () => {
    fault({ kind: 'missing_scope', scope: 'commands' });
    const command = workspace.slack.command({ as: 'U0MIA', channel: 'C0GENERAL', text: '/feedback mine' });
    await expect(command).rejects.toMatchObject({ code: 'invalid_command' });
  });
});

describe('closed direct messages', () => {
  it('refuse to be opened or written to, for that person alone', async () => {
    const { channel } = await workspace.web.conversations.open({ users: 'U0ALMA' });
    fault({ kind: 'dms_closed', person: 'U0ALMA' });
    expect(await refusal(workspace.web.conversations.open({ users: 'U0ALMA' }))).toBe('user_not_visible');
    expect(await refusal(post('Hello', channel?.id))).toBe('channel_not_found');
    expect(await refusal(post('Hello', 'U0ALMA'))).toBe('channel_not_found');
    expect(await refusal(post('Hello', 'U0MIA'))).toBe('accepted');
  });
});

describe('the list of faults', () => {
  it('says how often each will still happen', async () => {
    fault({ kind: 'rate_limit', times: 3, retryAfterS: 1 });
    fault({ kind: 'dms_closed', person: 'U0ALMA' });
    await refusal(post());
    expect(workspace.slack.faults()).toEqual([
      { kind: 'rate_limit', times: 2, retryAfterS: 1 },
      { kind: 'dms_closed', person: 'U0ALMA' },
    ]);
    workspace.slack.clearFaults();
    expect(workspace.slack.faults()).toEqual([]);
  });
});

describe('the list of calls', () => {
  it('says what the app asked for and how it was answered, and nothing that was said', async () => {
    await post('secret words');
    await refusal(post('secret words', 'C0NOWHERE'));
    fault({ kind: 'rate_limit', times: 1, retryAfterS: 1 });
    await refusal(post());
    expect(workspace.slack.calls()).toEqual([
      { at: expect.any(String), method: 'chat.postMessage', status: 200, error: null },
      { at: expect.any(String), method: 'chat.postMessage', status: 200, error: 'channel_not_found' },
      { at: expect.any(String), method: 'chat.postMessage', status: 429, error: 'ratelimited' },
    ]);
  });
});
