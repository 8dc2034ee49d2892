import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { App } from '@slack/bolt';
import { inbox, openWorkspace, socketApp, type Workspace, type WorkspaceOptions } from './workspace.ts';

let workspace: Workspace;

async function open(options: WorkspaceOptions = {}) {
  workspace = await openWorkspace(options);
}
beforeEach(() => open());
afterEach(() => workspace.close());

async function app(listen: (bolt: App) => void) {
  await socketApp(workspace, listen);
}

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
