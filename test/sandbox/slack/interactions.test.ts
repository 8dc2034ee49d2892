import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { App } from '@slack/bolt';
import {
  inbox,
  openWorkspace,
  refusal,
  socketApp,
  type Workspace,
  type WorkspaceOptions,
} from './workspace.ts';

let workspace: Workspace;
const closers: (() => Promise<unknown>)[] = [];

async function open(options: WorkspaceOptions = {}) {
  workspace = await openWorkspace(options);
}
beforeEach(() => open());
afterEach(async () => {
  await Promise.all(closers.splice(0).map((close) => close()));
  await workspace.close();
});

async function app(listen: (bolt: App) => void) {
  closers.push((await socketApp(workspace, listen)).stop);
}

const section = { type: 'section' as const, text: { type: 'mrkdwn' as const, text: 'Case FB-1' } };
const claim = {
  type: 'button',
  text: { type: 'plain_text', text: 'Claim' },
  action_id: 'claim?case=FB-1',
  value: 'x',
};
const route = {
  type: 'static_select',
  placeholder: { type: 'plain_text', text: 'Route' },
  action_id: 'route',
  options: [{ text: { type: 'plain_text', text: 'QA' }, value: 'qa' }],
};
const card = async (channel = 'C0TRIAGE', elements: object[] = [claim, route]) => {
  const { ts = '' } = await workspace.web.chat.postMessage({
    channel,
    text: 'Case FB-1',
    blocks: [section, { type: 'actions', block_id: 'do', elements }] as never,
  });
  return ts;
};
const command = (text: string, channel = 'C0GENERAL') =>
  workspace.slack.command({ as: 'U0MIA', channel, text });

describe('a slash command', () => {
  it('reaches the app with all that Slack sends along', async () => {
    const heard = inbox<unknown>();
    await app((bolt) =>
      bolt.command('/feedback', async ({ command: body, ack }) => (heard.put(body), ack())),
    );
    expect(await command('/feedback claim FB-1')).toEqual({
      ok: true,
      error: null,
      form: null,
      ephemeral: null,
    });
    expect(await heard.next()).toMatchObject({
      command: '/feedback',
      text: 'claim FB-1',
      user_id: 'U0MIA',
      user_name: 'mia.holm',
      channel_id: 'C0GENERAL',
      channel_name: 'general',
      team_id: 'T0RIVERSIDE',
      api_app_id: 'A0HEARBACK',
      trigger_id: expect.any(String),
      response_url: expect.stringContaining(`${workspace.url}/slack/response/`),
    });
  });

  it('names private channels and direct messages by their kind alone', async () => {
    const heard = inbox<string>();
    await app((bolt) =>
      bolt.command('/feedback', async ({ command: body, ack }) => (heard.put(body.channel_name), ack())),
    );
    await command('/feedback', 'C0TRIAGE');
    await command('/feedback', 'U0HEARBACK');
    expect([await heard.next(), await heard.next()]).toEqual(['privategroup', 'directmessage']);
  });

  it('carries people, channels and links as references', async () => {
    const heard = inbox<string>();
    await app((bolt) =>
      bolt.command('/feedback', async ({ command: body, ack }) => (heard.put(body.text), ack())),
    );
    await command('/feedback assign @Victor Lang see #general or https://example.org/?a=1&b=2.');
    expect(await heard.next()).toBe(
      'assign <@U0VICTOR|victor.lang> see <#C0GENERAL|general> or <https://example.org/?a=1&amp;b=2>.',
    );
  });

  it('is answered with words only that person sees', async () => {
    await app((bolt) => bolt.command('/feedback', async ({ ack }) => ack('Two cases.')));
    const answer = await command('/feedback mine');
    expect(answer.ephemeral).toMatchObject({ text: 'Two cases.', ephemeral: true });
    expect(workspace.slack.messages({ as: 'U0MIA', channel: 'C0GENERAL' })).toEqual([answer.ephemeral]);
    expect(workspace.slack.messages({ as: 'U0ALMA', channel: 'C0GENERAL' })).toEqual([]);
  });

  it('is answered in the channel when the app says so', async () => {
    await app((bolt) =>
      bolt.command('/feedback', async ({ ack }) => ack({ response_type: 'in_channel', text: 'Two cases.' })),
    );
    await command('/feedback mine');
    expect(workspace.slack.messages({ as: 'U0ALMA', channel: 'C0GENERAL' })).toMatchObject([
      { text: 'Two cases.' },
    ]);
  });

  it('fails for the person when the app does not answer in time', async () => {
    await workspace.close();
    await open({ timings: { ackWithinMs: 30 } });
    await app((bolt) => bolt.command('/feedback', async () => {}));
    expect(await command('/feedback mine')).toMatchObject({
      ok: false,
      error: '/feedback failed with the error "operation_timeout"',
    });
  });

  it('fails for the person when no app is connected', async () => {
    expect(await command('/feedback mine')).toMatchObject({
      ok: false,
      error: '/feedback failed with the error "dispatch_failed"',
    });
  });

  it('fails for the person when the app answers with bad blocks', async () => {
    await app((bolt) =>
      bolt.command('/feedback', async ({ ack }) => ack({ blocks: [{ type: 'section' }] as never })),
    );
    expect(await command('/feedback mine')).toMatchObject({
      ok: false,
      error: '/feedback failed with the error "invalid_blocks"',
    });
  });

  it('is refused in a thread, and so are commands nobody has registered', async () => {
    const { message: thread } = workspace.slack.createMessage({
      as: 'U0ALMA',
      channel: 'C0GENERAL',
      text: 'root',
    });
    const say = (text: string, more = {}) =>
      workspace.slack.command({ as: 'U0MIA', channel: 'C0GENERAL', text, ...more });
    await expect(say('/feedback mine', { thread })).rejects.toMatchObject({
      code: 'not_supported_in_thread',
    });
    await expect(say('/other')).rejects.toMatchObject({ code: 'invalid_command' });
    await expect(say('feedback')).rejects.toMatchObject({ code: 'invalid_command' });
  });
});

describe('the message menu', () => {
  it('brings the whole message to the app', async () => {
    const heard = inbox<unknown>();
    await app((bolt) => bolt.shortcut('flag', async ({ shortcut, ack }) => (heard.put(shortcut), ack())));
    const { message: root } = workspace.slack.createMessage({
      as: 'U0ALMA',
      channel: 'C0GENERAL',
      text: 'root',
    });
    const { message } = workspace.slack.createMessage({
      as: 'U0ALMA',
      channel: 'C0GENERAL',
      text: 'reply',
      thread: root,
    });
    await workspace.slack.menu({ as: 'U0MIA', channel: 'C0GENERAL', message, name: 'Flag as feedback' });

    expect(await heard.next()).toMatchObject({
      type: 'message_action',
      callback_id: 'flag',
      message_ts: message,
      message: { ts: message, thread_ts: root, user: 'U0ALMA', text: 'reply' },
      channel: { id: 'C0GENERAL', name: 'general' },
      user: { id: 'U0MIA' },
      team: { id: 'T0RIVERSIDE' },
    });
  });

  it('has no other entries, and none on ephemerals', async () => {
    const { message_ts: message = '' } = await workspace.web.chat.postEphemeral({
      channel: 'C0GENERAL',
      user: 'U0MIA',
      text: 'Psst',
    });
    const choose = (name: string) =>
      workspace.slack.menu({ as: 'U0MIA', channel: 'C0GENERAL', message, name });
    await expect(choose('Flag as feedback')).rejects.toMatchObject({ code: 'shortcut_not_found' });
    await expect(choose('Remind me')).rejects.toMatchObject({ code: 'shortcut_not_found' });
  });
});

describe('a button', () => {
  it('is pressed by its id or its label', async () => {
    const heard = inbox<Record<string, unknown>>();
    await app((bolt) => bolt.action(/^claim/, async ({ body, ack }) => (heard.put(body as never), ack())));
    const message = await card();
    for (const action of ['claim?case=FB-1', 'Claim']) {
      expect(
        await workspace.slack.press({ as: 'U0MIA', channel: 'C0TRIAGE', message, action }),
      ).toMatchObject({ ok: true });
      expect(await heard.next()).toMatchObject({
        type: 'block_actions',
        user: { id: 'U0MIA' },
        channel: { id: 'C0TRIAGE', name: 'privategroup' },
        container: { type: 'message', message_ts: message, channel_id: 'C0TRIAGE', is_ephemeral: false },
        message: { ts: message, user: 'U0HEARBACK' },
        actions: [{ type: 'button', action_id: 'claim?case=FB-1', block_id: 'do', value: 'x' }],
      });
    }
  });

  it('works in an attachment too', async () => {
    const heard = inbox<unknown>();
    await app((bolt) => bolt.action(/^claim/, async ({ action, ack }) => (heard.put(action), ack())));
    const attachments = [
      { color: '#cc0000', fallback: 'Case', blocks: [{ type: 'actions', elements: [claim] }] },
    ];
    const { ts = '' } = await workspace.web.chat.postMessage({
      channel: 'C0TRIAGE',
      text: 'x',
      attachments: attachments as never,
    });
    await workspace.slack.press({ as: 'U0MIA', channel: 'C0TRIAGE', message: ts, action: 'Claim' });
    expect(await heard.next()).toMatchObject({ action_id: 'claim?case=FB-1' });
  });

  it('is refused where there is none, and to those who do not see the message', async () => {
    const message = await card();
    const press = (as: string, action: string) =>
      workspace.slack.press({ as, channel: 'C0TRIAGE', message, action });
    await expect(press('U0MIA', 'Dismiss')).rejects.toMatchObject({ code: 'action_not_found' });
    await expect(press('U0ALMA', 'Claim')).rejects.toMatchObject({ code: 'channel_not_found' });
  });

  it('on an ephemeral comes without the message, which Slack has not kept', async () => {
    const heard = inbox<Record<string, unknown>>();
    await app((bolt) => bolt.action(/^claim/, async ({ body, ack }) => (heard.put(body as never), ack())));
    const blocks = [{ type: 'actions', elements: [claim] }] as never;
    const { message_ts: message = '' } = await workspace.web.chat.postEphemeral({
      channel: 'C0GENERAL',
      user: 'U0MIA',
      text: 'x',
      blocks,
    });
    await workspace.slack.press({ as: 'U0MIA', channel: 'C0GENERAL', message, action: 'Claim' });
    const body = await heard.next();
    expect(body['container']).toMatchObject({ is_ephemeral: true, message_ts: message });
    expect(body).not.toHaveProperty('message');
  });
});

describe('a select', () => {
  it('tells which option was chosen, by value or by label', async () => {
    const heard = inbox<unknown>();
    await app((bolt) => bolt.action('route', async ({ action, ack }) => (heard.put(action), ack())));
    const message = await card();
    for (const value of ['qa', 'QA']) {
      await workspace.slack.press({ as: 'U0MIA', channel: 'C0TRIAGE', message, action: 'route', value });
      expect(await heard.next()).toMatchObject({ type: 'static_select', selected_option: { value: 'qa' } });
    }
  });

  it('of people tells who was chosen', async () => {
    const heard = inbox<unknown>();
    await app((bolt) => bolt.action('who', async ({ action, ack }) => (heard.put(action), ack())));
    const message = await card('C0TRIAGE', [{ type: 'users_select', action_id: 'who' }]);
    await workspace.slack.press({
      as: 'U0MIA',
      channel: 'C0TRIAGE',
      message,
      action: 'who',
      value: 'Sam Okoro',
    });
    expect(await heard.next()).toMatchObject({ type: 'users_select', selected_user: 'U0SAM' });
  });

  it('refuses a choice it does not offer', async () => {
    const message = await card();
    const press = workspace.slack.press({
      as: 'U0MIA',
      channel: 'C0TRIAGE',
      message,
      action: 'route',
      value: 'hr',
    });
    await expect(press).rejects.toMatchObject({ code: 'invalid_value' });
  });

  it('is shown with its choices', async () => {
    await card();
    expect(workspace.slack.messages({ as: 'U0MIA', channel: 'C0TRIAGE' })[0]?.actions).toEqual([
      { id: 'claim?case=FB-1', type: 'button', label: 'Claim', style: 'plain', choices: [], url: null },
      {
        id: 'route',
        type: 'select',
        label: 'Route',
        style: 'plain',
        choices: [{ label: 'QA', value: 'qa' }],
        url: null,
      },
    ]);
  });
});

describe('a response_url', () => {
  const urlOf = async () => {
    const heard = inbox<string>();
    await app((bolt) =>
      bolt.action(
        /^claim/,
        async ({ body, ack }) => (heard.put((body as { response_url: string }).response_url), ack()),
      ),
    );
    const message = await card();
    await workspace.slack.press({ as: 'U0MIA', channel: 'C0TRIAGE', message, action: 'Claim' });
    const url = await heard.next();
    const post = async (body: object) => {
      const answer = await fetch(url, { method: 'POST', body: JSON.stringify(body) });
      return answer.ok ? 'ok' : ((await answer.json()) as { error: string }).error;
    };
    return { message, post };
  };
  const texts = (as = 'U0MIA') =>
    workspace.slack.messages({ as, channel: 'C0TRIAGE' }).map(({ text }) => text);

  it('answers to the person alone, or to the channel', async () => {
    const { post } = await urlOf();
    await post({ text: 'for you' });
    await post({ text: 'for all', response_type: 'in_channel' });
    expect(texts()).toEqual(['Case FB-1', 'for you', 'for all']);
    expect(texts('U0VICTOR')).toEqual(['Case FB-1', 'for all']);
  });

  it('replaces or deletes the message it came from', async () => {
    const { post } = await urlOf();
    await post({ text: 'claimed', replace_original: true });
    expect(texts()).toEqual(['claimed']);
    await post({ delete_original: true });
    expect(texts()).toEqual([]);
  });

  it('works five times', async () => {
    const { post } = await urlOf();
    for (let use = 0; use < 5; use += 1) expect(await post({ text: `${use}` })).toBe('ok');
    expect(await post({ text: 'six' })).toBe('used_url');
  });

  it('works for half an hour', async () => {
    await workspace.close();
    let minutes = 0;
    await open({ now: () => new Date(1_700_000_000_000 + minutes * 60_000) });
    const { post } = await urlOf();
    minutes = 29;
    expect(await post({ text: 'in time' })).toBe('ok');
    minutes = 31;
    expect(await post({ text: 'too late' })).toBe('expired_url');
  });

  it('refuses what chat.postMessage refuses', async () => {
    const { post } = await urlOf();
    expect(await post({ text: '' })).toBe('no_text');
    expect(await post({ blocks: [{ type: 'section' }] })).toBe('invalid_blocks');
    expect(await refusal(fetch(`${workspace.url}/slack/response/none`, { method: 'POST' }))).toBe('accepted');
  });
});
