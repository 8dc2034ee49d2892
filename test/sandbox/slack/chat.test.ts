import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { SLACK_APP_TOKEN, slackSeed } from '../../../sandbox/seed.ts';
import { client, openWorkspace, refusal, type Workspace } from './workspace.ts';

let workspace: Workspace;

beforeEach(async () => {
  workspace = await openWorkspace();
});
afterEach(() => workspace.close());

const section = (text: string) => ({ type: 'section', text: { type: 'mrkdwn', text } });
const said = (channel = 'C0GENERAL', as = 'U0ALMA', text = 'It is broken') =>
  workspace.slack.createMessage({ as, channel, text }).message;
const shown = (channel: string, as = 'U0MIA', thread?: string) =>
  workspace.slack.messages({ as, channel, ...(thread ? { thread } : {}) });

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

describe('chat.postMessage', () => {
  it('shows the message to those in the channel, as the bot sent it', async () => {
    const blocks = [section('*Hello*')];
    const { ts } = await workspace.web.chat.postMessage({ channel: 'C0TRIAGE', text: 'Hello', blocks });

    expect(shown('C0TRIAGE')).toEqual([
      expect.objectContaining({
        id: ts,
        text: 'Hello',
        author: { id: 'U0HEARBACK', name: 'hearback', isBot: true },
        native: { blocks },
      }),
    ]);
  });

  it('puts a reply into its thread, out of the channel', async () => {
    const root = said();
    const { ts } = await workspace.web.chat.postMessage({
      channel: 'C0GENERAL',
      text: 'Sorry',
      thread_ts: root,
    });

    expect(shown('C0GENERAL').map(({ id, replies }) => [id, replies])).toEqual([[root, 1]]);
    expect(shown('C0GENERAL', 'U0MIA', root).map(({ id, thread }) => [id, thread])).toEqual([[ts, root]]);
  });

  it('shows a broadcast reply in the channel too', async () => {
    const root = said();
    const { ts } = await workspace.web.chat.postMessage({
      channel: 'C0GENERAL',
      text: 'Sorry',
      thread_ts: root,
      reply_broadcast: true,
    });
    expect(shown('C0GENERAL').map(({ id }) => id)).toEqual([root, ts]);
  });

  it("misplaces a message that is given a reply's ts as thread_ts: neither channel nor thread shows it", async () => {
    const root = said();
    const reply = workspace.slack.createMessage({
      as: 'U0MIA',
      channel: 'C0GENERAL',
      text: 'Really?',
      thread: root,
    });
    const { ok } = await workspace.web.chat.postMessage({
      channel: 'C0GENERAL',
      text: 'Lost',
      thread_ts: reply.message,
    });

    expect(ok).toBe(true);
    expect(shown('C0GENERAL').map(({ text }) => text)).toEqual(['It is broken']);
    expect(shown('C0GENERAL', 'U0MIA', root).map(({ text }) => text)).toEqual(['Really?']);
  });

  it('leaves an answer to a deleted message standing in the channel', async () => {
    const root = said();
    workspace.slack.deleteMessage({ as: 'U0ALMA', channel: 'C0GENERAL', message: root });
    await workspace.web.chat.postMessage({ channel: 'C0GENERAL', text: 'Sorry', thread_ts: root });

    expect(shown('C0GENERAL')).toEqual([expect.objectContaining({ text: 'Sorry', thread: null })]);
  });

  it('opens direct messages for the id of a person', async () => {
    const { channel } = await workspace.web.chat.postMessage({ channel: 'U0ALMA', text: 'Hello' });
    expect(workspace.slack.inbox('U0ALMA').directMessages).toEqual([
      expect.objectContaining({ channel, with: { id: 'U0HEARBACK', name: 'hearback' } }),
    ]);
  });

  it('refuses unknown channels and private ones it is not in', async () => {
    expect(await refusal(workspace.web.chat.postMessage({ channel: 'C0NOWHERE', text: 'Hello' }))).toBe(
      'channel_not_found',
    );
  });

  it('refuses a public channel it is not in', async () => {
    expect(await refusal(workspace.web.chat.postMessage({ channel: 'C0OFFTOPIC', text: 'Hello' }))).toBe(
      'not_in_channel',
    );
  });

  it.each([
    ['no_text', { text: '' }],
    ['no_text', { text: ' ', blocks: [] }],
    ['msg_too_long', { text: 'x'.repeat(40_001) }],
    ['invalid_blocks_format', { text: 'x', blocks: '{' as never }],
    ['invalid_blocks_format', { text: 'x', blocks: '{}' as never }],
    [
      'invalid_attachments',
      { text: 'x', attachments: [{ color: '#fff', blocks: [{ type: 'section' }] }] as never },
    ],
    [
      'msg_blocks_too_long',
      { text: 'x', blocks: Array.from({ length: 5 }, () => section('x'.repeat(2_900))) },
    ],
    ['invalid_metadata_schema', { text: 'x', metadata: { event_type: 'mark' } as never }],
    ['invalid_metadata_format', { text: 'x', metadata: 'mark' as never }],
    [
      'metadata_too_large',
      { text: 'x', metadata: { event_type: 'mark', event_payload: { id: 'x'.repeat(9_000) } } },
    ],
    ['invalid_thread_ts', { text: 'x', thread_ts: 'yesterday' }],
  ])('refuses with %s', async (code, content) => {
    expect(await refusal(workspace.web.chat.postMessage({ channel: 'C0GENERAL', ...content } as never))).toBe(
      code,
    );
    expect(shown('C0GENERAL')).toEqual([]);
  });

  it('takes a text of 40,000 characters', async () => {
    await workspace.web.chat.postMessage({ channel: 'C0GENERAL', text: 'x'.repeat(40_000) });
    expect(shown('C0GENERAL')[0]?.text).toHaveLength(40_000);
  });

  it('gives metadata only to those who ask for it', async () => {
    const metadata = { event_type: 'hearback', event_payload: { mark: 'ob-1' } };
    await workspace.web.chat.postMessage({ channel: 'C0GENERAL', text: 'Hello', metadata });
    const plain = await workspace.web.conversations.history({ channel: 'C0GENERAL' });
    const whole = await workspace.web.conversations.history({
      channel: 'C0GENERAL',
      include_all_metadata: true,
    });

    expect(plain.messages?.[0]).not.toHaveProperty('metadata');
    expect(whole.messages?.[0]).toHaveProperty('metadata', metadata);
  });
});

describe('an archived channel', () => {
  it('takes no messages and no reactions', async () => {
    const channels = slackSeed.channels.map((channel) =>
      channel.id === 'C0GENERAL' ? { ...channel, archived: true } : channel,
    );
    const archived = await openWorkspace({ seed: { ...slackSeed, channels } });
    const reaction = { channel: 'C0GENERAL', timestamp: '1700000000.000100', name: 'eyes' };

    expect(await refusal(archived.web.chat.postMessage({ channel: 'C0GENERAL', text: 'Hello' }))).toBe(
      'is_archived',
    );
    expect(await refusal(archived.web.reactions.add(reaction))).toBe('is_archived');
    await archived.close();
  });
});

describe('chat.update', () => {
  it('replaces text and blocks of its own message', async () => {
    const { ts = '' } = await workspace.web.chat.postMessage({
      channel: 'C0GENERAL',
      text: 'One',
      blocks: [section('One')],
    });
    await workspace.web.chat.update({ channel: 'C0GENERAL', ts, text: 'Two', blocks: [section('Two')] });

    expect(shown('C0GENERAL')).toEqual([
      expect.objectContaining({ id: ts, text: 'Two', native: { blocks: [section('Two')] }, edited: true }),
    ]);
  });

  it('removes the blocks when there is only text', async () => {
    const { ts = '' } = await workspace.web.chat.postMessage({
      channel: 'C0GENERAL',
      text: 'One',
      blocks: [section('One')],
    });
    await workspace.web.chat.update({ channel: 'C0GENERAL', ts, text: 'Two' });
    expect(shown('C0GENERAL')[0]?.native).toEqual({});
  });

  it('keeps the metadata of the message', async () => {
    const metadata = { event_type: 'hearback', event_payload: { mark: 'ob-1' } };
    const { ts = '' } = await workspace.web.chat.postMessage({ channel: 'C0GENERAL', text: 'One', metadata });
    await workspace.web.chat.update({ channel: 'C0GENERAL', ts, text: 'Two' });
    const { messages } = await workspace.web.conversations.history({
      channel: 'C0GENERAL',
      include_all_metadata: true,
    });
    expect(messages?.[0]).toHaveProperty('metadata', metadata);
  });

  it("refuses other people's messages and messages that are not there", async () => {
    const update = (ts: string) =>
      refusal(workspace.web.chat.update({ channel: 'C0GENERAL', ts, text: 'Two' }));
    expect(await update(said())).toBe('cant_update_message');
    expect(await update('1700000000.000100')).toBe('message_not_found');
  });

  it('refuses an ephemeral', async () => {
    const { message_ts: ts = '' } = await workspace.web.chat.postEphemeral({
      channel: 'C0GENERAL',
      user: 'U0MIA',
      text: 'Psst',
    });
    expect(await refusal(workspace.web.chat.update({ channel: 'C0GENERAL', ts, text: 'Two' }))).toBe(
      'message_not_found',
    );
  });

  it('takes less text than a new message: 4,000 bytes', async () => {
    const { ts = '' } = await workspace.web.chat.postMessage({ channel: 'C0GENERAL', text: 'One' });
    const update = (text: string) => refusal(workspace.web.chat.update({ channel: 'C0GENERAL', ts, text }));
    expect(await update('x'.repeat(4_000))).toBe('accepted');
    expect(await update('é'.repeat(2_001))).toBe('msg_too_long');
  });
});

describe('chat.delete', () => {
  it('takes its own message away', async () => {
    const { ts = '' } = await workspace.web.chat.postMessage({ channel: 'C0GENERAL', text: 'One' });
    await workspace.web.chat.delete({ channel: 'C0GENERAL', ts });
    expect(shown('C0GENERAL')).toEqual([]);
  });

  it("refuses other people's messages", async () => {
    expect(await refusal(workspace.web.chat.delete({ channel: 'C0GENERAL', ts: said() }))).toBe(
      'cant_delete_message',
    );
  });
});

describe('chat.postEphemeral', () => {
  it('is seen by that person alone, and by no method of the API', async () => {
    await workspace.web.chat.postEphemeral({ channel: 'C0GENERAL', user: 'U0MIA', text: 'Psst' });
    const { messages } = await workspace.web.conversations.history({ channel: 'C0GENERAL' });

    expect(shown('C0GENERAL', 'U0MIA')).toEqual([expect.objectContaining({ text: 'Psst', ephemeral: true })]);
    expect(shown('C0GENERAL', 'U0ALMA')).toEqual([]);
    expect(messages).toEqual([]);
  });

  it('refuses a person who is not in the channel', async () => {
    const post = workspace.web.chat.postEphemeral({ channel: 'C0QA', user: 'U0ALMA', text: 'Psst' });
    expect(await refusal(post)).toBe('user_not_in_channel');
  });
});

describe('chat.getPermalink', () => {
  it('names channel, message and thread', async () => {
    const root = said();
    const reply = workspace.slack.createMessage({
      as: 'U0MIA',
      channel: 'C0GENERAL',
      text: 'Really?',
      thread: root,
    }).message;
    const link = async (ts: string) =>
      (await workspace.web.chat.getPermalink({ channel: 'C0GENERAL', message_ts: ts })).permalink;

    expect(await link(root)).toBe(`${workspace.url}/slack/archives/C0GENERAL/p${root.replace('.', '')}`);
    expect(await link(reply)).toBe(
      `${workspace.url}/slack/archives/C0GENERAL/p${reply.replace('.', '')}?thread_ts=${root}&cid=C0GENERAL`,
    );
  });

  it('leads a browser to the message on the page', async () => {
    const root = said();
    const link = `${workspace.url}/slack/archives/C0GENERAL/p${root.replace('.', '')}`;
    const answer = await fetch(link, { redirect: 'manual' });
    expect(answer.headers.get('location')).toBe(`/?platform=slack&channel=C0GENERAL&message=${root}`);
  });

  it('refuses a message that is not there', async () => {
    const ask = workspace.web.chat.getPermalink({ channel: 'C0GENERAL', message_ts: '1700000000.000100' });
    expect(await refusal(ask)).toBe('message_not_found');
  });
});
