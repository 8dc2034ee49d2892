import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { App } from '@slack/bolt';
import { postCard } from './case-card.ts';
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

const urlOf = async () => {
  const heard = inbox<string>();
  await app((bolt) =>
    bolt.action(
      /^claim/,
      async ({ body, ack }) => (heard.put((body as { response_url: string }).response_url), ack()),
    ),
  );
  const message = await postCard(workspace);
  await workspace.slack.press({ as: 'U0MIA', channel: 'C0TRIAGE', message, action: 'Claim' });
  const url = await heard.next();
  const post = async (body: object) => {
    const answer = await fetch(url, { method: 'POST', body: JSON.stringify(body) });
    return answer.ok ? 'ok' : ((await answer.json()) as { error: string }).error;
  };
  return { message, post };
};
const texts = (as = 'U0MIA') => workspace.slack.messages({ as, channel: 'C0TRIAGE' }).map(({ text }) => text);

describe('a response_url', () => {
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
  });
});
