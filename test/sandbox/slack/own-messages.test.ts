import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { said, section, shown } from './messages.ts';
import { openWorkspace, refusal, type Workspace } from './workspace.ts';

let workspace: Workspace;

beforeEach(async () => {
  workspace = await openWorkspace();
});
afterEach(() => workspace.close());

const updateAt = (ts: string) =>
  refusal(workspace.web.chat.update({ channel: 'C0GENERAL', ts, text: 'Two' }));

describe('chat.update', () => {
  it('replaces text and blocks of its own message', async () => {
    const { ts = '' } = await workspace.web.chat.postMessage({
      channel: 'C0GENERAL',
      text: 'One',
      blocks: [section('One')],
    });
    await workspace.web.chat.update({ channel: 'C0GENERAL', ts, text: 'Two', blocks: [section('Two')] });

    expect(shown(workspace, 'C0GENERAL')).toEqual([
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
    expect(shown(workspace, 'C0GENERAL')[0]?.native).toEqual({});
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
    expect(await updateAt(said(workspace))).toBe('cant_update_message');
    expect(await updateAt('1700000000.000100')).toBe('message_not_found');
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
    expect(shown(workspace, 'C0GENERAL')).toEqual([]);
  });

  it("refuses other people's messages", async () => {
    expect(await refusal(workspace.web.chat.delete({ channel: 'C0GENERAL', ts: said(workspace) }))).toBe(
      'cant_delete_message',
    );
  });
});

describe('chat.postEphemeral', () => {
  it('is seen by that person alone, and by no method of the API', async () => {
    await workspace.web.chat.postEphemeral({ channel: 'C0GENERAL', user: 'U0MIA', text: 'Psst' });
    const { messages } = await workspace.web.conversations.history({ channel: 'C0GENERAL' });

    expect(shown(workspace, 'C0GENERAL', 'U0MIA')).toEqual([
      expect.objectContaining({ text: 'Psst', ephemeral: true }),
    ]);
    expect(shown(workspace, 'C0GENERAL', 'U0ALMA')).toEqual([]);
    expect(messages).toEqual([]);
  });

  it('refuses a person who is not in the channel', async () => {
    const post = workspace.web.chat.postEphemeral({ channel: 'C0QA', user: 'U0ALMA', text: 'Psst' });
    expect(await refusal(post)).toBe('user_not_in_channel');
  });
});

describe('chat.getPermalink', () => {
  it('names channel, message and thread', async () => {
    const root = said(workspace);
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
    const root = said(workspace);
    const link = `${workspace.url}/slack/archives/C0GENERAL/p${root.replace('.', '')}`;
    const answer = await fetch(link, { redirect: 'manual' });
    expect(answer.headers.get('location')).toBe(`/?platform=slack&channel=C0GENERAL&message=${root}`);
  });

  it('refuses a message that is not there', async () => {
    const ask = workspace.web.chat.getPermalink({ channel: 'C0GENERAL', message_ts: '1700000000.000100' });
    expect(await refusal(ask)).toBe('message_not_found');
  });
});
