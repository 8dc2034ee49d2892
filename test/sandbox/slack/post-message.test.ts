import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { slackSeed } from '../../../sandbox/seed.ts';
import { said, section, shown } from './messages.ts';
import { openWorkspace, refusal, type Workspace } from './workspace.ts';

let workspace: Workspace;

beforeEach(async () => {
  workspace = await openWorkspace();
});
afterEach(() => workspace.close());

describe('chat.postMessage', () => {
  it('shows the message to those in the channel, as the bot sent it', async () => {
    const blocks = [section('*Hello*')];
    const { ts } = await workspace.web.chat.postMessage({ channel: 'C0TRIAGE', text: 'Hello', blocks });

    expect(shown(workspace, 'C0TRIAGE')).toEqual([
      expect.objectContaining({
        id: ts,
        text: 'Hello',
        author: { id: 'U0HEARBACK', name: 'hearback', isBot: true },
        native: { blocks },
      }),
    ]);
  });

  it('puts a reply into its thread, out of the channel', async () => {
    const root = said(workspace);
    const { ts } = await workspace.web.chat.postMessage({
      channel: 'C0GENERAL',
      text: 'Sorry',
      thread_ts: root,
    });

    expect(shown(workspace, 'C0GENERAL').map(({ id, replies }) => [id, replies])).toEqual([[root, 1]]);
    expect(shown(workspace, 'C0GENERAL', 'U0MIA', root).map(({ id, thread }) => [id, thread])).toEqual([
      [ts, root],
    ]);
  });

  it('shows a broadcast reply in the channel too', async () => {
    const root = said(workspace);
    const { ts } = await workspace.web.chat.postMessage({
      channel: 'C0GENERAL',
      text: 'Sorry',
      thread_ts: root,
      reply_broadcast: true,
    });
    expect(shown(workspace, 'C0GENERAL').map(({ id }) => id)).toEqual([root, ts]);
  });

  it("misplaces a message that is given a reply's ts as thread_ts: neither channel nor thread shows it", async () => {
    const root = said(workspace);
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
    expect(shown(workspace, 'C0GENERAL').map(({ text }) => text)).toEqual(['It is broken']);
    expect(shown(workspace, 'C0GENERAL', 'U0MIA', root).map(({ text }) => text)).toEqual(['Really?']);
  });

  it('leaves an answer to a deleted message standing in the channel', async () => {
    const root = said(workspace);
    workspace.slack.deleteMessage({ as: 'U0ALMA', channel: 'C0GENERAL', message: root });
    await workspace.web.chat.postMessage({ channel: 'C0GENERAL', text: 'Sorry', thread_ts: root });

    expect(shown(workspace, 'C0GENERAL')).toEqual([expect.objectContaining({ text: 'Sorry', thread: null })]);
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
    expect(await refusal(workspace.web.chat.postMessage({ channel: 'C0GENERAL', ...content }))).toBe(code);
    expect(shown(workspace, 'C0GENERAL')).toEqual([]);
  });

  it('takes a text of 40,000 characters', async () => {
    await workspace.web.chat.postMessage({ channel: 'C0GENERAL', text: 'x'.repeat(40_000) });
    expect(shown(workspace, 'C0GENERAL')[0]?.text).toHaveLength(40_000);
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
