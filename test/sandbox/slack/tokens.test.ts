import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { SLACK_APP_TOKEN } from '../../../sandbox/seed.ts';
import { client, openWorkspace, refusal, type Workspace } from './workspace.ts';

let workspace: Workspace;

beforeEach(async () => {
  workspace = await openWorkspace();
});
afterEach(() => workspace.close());

const section = (text: string) => ({ type: 'section', text: { type: 'mrkdwn', text } });

describe('tokens', () => {
  it('tells the bot who it is', async () => {
    expect(await workspace.web.auth.test()).toMatchObject({
      ok: true,
      team_id: 'T0RIVERSIDE',
      user_id: 'U0HEARBACK',
      bot_id: 'B0HEARBACK',
      url: `${workspace.url}/slack/`,
    });
  });

  it('refuses an unknown token', async () => {
    expect(await refusal(client(workspace.apiUrl, 'xoxb-other').auth.test())).toBe('invalid_auth');
  });

  it('refuses a call without a token', async () => {
    const answer = await fetch(`${workspace.apiUrl}auth.test`, { method: 'POST' });
    expect(await answer.json()).toEqual({ ok: false, error: 'not_authed' });
  });

  it('refuses the app token where the bot token belongs, and the other way round', async () => {
    expect(await refusal(client(workspace.apiUrl, SLACK_APP_TOKEN).auth.test())).toBe(
      'not_allowed_token_type',
    );
    expect(await refusal(workspace.web.apps.connections.open())).toBe('not_allowed_token_type');
  });

  it('refuses a method it does not know', async () => {
    expect(await refusal(workspace.web.apiCall('chat.shout'))).toBe('unknown_method');
    expect(await refusal(workspace.web.apiCall('toString'))).toBe('unknown_method');
  });

  it('reads a JSON body as well as a form', async () => {
    const answer = await fetch(`${workspace.apiUrl}chat.postMessage`, {
      method: 'POST',
      headers: { authorization: 'Bearer xoxb-sandbox-hearback', 'content-type': 'application/json' },
      body: JSON.stringify({ channel: 'C0GENERAL', blocks: [section('Hello')] }),
    });
    expect(await answer.json()).toMatchObject({ ok: true, channel: 'C0GENERAL' });
  });

  it('refuses a body that is no JSON', async () => {
    const answer = await fetch(`${workspace.apiUrl}chat.postMessage`, {
      method: 'POST',
      headers: { authorization: 'Bearer xoxb-sandbox-hearback', 'content-type': 'application/json' },
      body: '{',
    });
    expect(await answer.json()).toEqual({ ok: false, error: 'invalid_json' });
  });
});
