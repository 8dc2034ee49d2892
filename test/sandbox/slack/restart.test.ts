import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { inbox, openWorkspace, socketApp, type Workspace } from './workspace.ts';

let folder: string;
let workspace: Workspace;
const frozen = () => new Date(1_700_000_000_000);

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'hearback-slack-'));
  workspace = await openWorkspace({ file: join(folder, 'slack.jsonl'), now: frozen });
});
afterEach(async () => {
  await workspace.close();
  rmSync(folder, { recursive: true });
});

async function restart() {
  await workspace.close();
  workspace = await openWorkspace({ file: join(folder, 'slack.jsonl'), now: frozen });
}
const say = (text: string, channel = 'C0GENERAL', more: object = {}) =>
  workspace.slack.createMessage({ as: 'U0ALMA', channel, text, ...more });

describe('a workspace opened again', () => {
  it('has kept messages, threads, reactions, files and direct messages', async () => {
    const root = say('root', 'C0GENERAL', {
      files: [{ name: 'a.txt', mime: 'text/plain', base64: 'Ynl0ZXM=' }],
    }).message;
    say('reply', 'C0GENERAL', { thread: root });
    workspace.slack.react({ as: 'U0MIA', channel: 'C0GENERAL', message: root, emoji: '🚩', present: true });
    await workspace.web.chat.postMessage({ channel: 'U0ALMA', text: 'Hello' });
    const seen = () => [
      workspace.slack.messages({ as: 'U0ALMA', channel: 'C0GENERAL' }),
      workspace.slack.messages({ as: 'U0ALMA', channel: 'C0GENERAL', thread: root }),
      workspace.slack.inbox('U0ALMA'),
    ];
    const before = seen();
    await restart();
    expect(seen()).toEqual(before);
    expect(before[0]).toMatchObject([{ reactions: [{ emoji: '🚩' }], files: [{ size: 5 }], replies: 1 }]);
  });

  it('gives no ts a second time, not even that of a deleted message', async () => {
    const { message } = say('one');
    workspace.slack.deleteMessage({ as: 'U0ALMA', channel: 'C0GENERAL', message });
    await restart();
    expect(say('two').message > message).toBe(true);
  });

  it('delivers what nobody had acknowledged', async () => {
    say('early');
    await restart();
    const heard = inbox<unknown>();
    await socketApp(workspace, (app) => app.event('message', async ({ event }) => heard.put(event)));
    expect(await heard.next()).toMatchObject({ text: 'early' });
  });

  it('keeps the addresses for answers', async () => {
    const urls = inbox<string>();
    await socketApp(workspace, (app) =>
      app.command('/feedback', async ({ command, ack }) => (urls.put(command.response_url), ack())),
    );
    await workspace.slack.command({ as: 'U0ALMA', channel: 'C0GENERAL', text: '/feedback mine' });
    const { pathname } = new URL(await urls.next());
    await restart();
    const answer = await fetch(workspace.url + pathname, {
      method: 'POST',
      body: JSON.stringify({ text: 'Two cases.' }),
    });
    expect(answer.status).toBe(200);
    expect(workspace.slack.messages({ as: 'U0ALMA', channel: 'C0GENERAL' })).toMatchObject([
      { text: 'Two cases.' },
    ]);
  });

  it('has forgotten ephemerals, as Slack has on reload', async () => {
    await workspace.web.chat.postEphemeral({ channel: 'C0GENERAL', user: 'U0ALMA', text: 'Psst' });
    await restart();
    expect(workspace.slack.messages({ as: 'U0ALMA', channel: 'C0GENERAL' })).toEqual([]);
  });
});
