import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { App } from '@slack/bolt';
import { claim, postCard } from './case-card.ts';
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

describe('a button', () => {
  it('is pressed by its id or its label', async () => {
    const heard = inbox<Record<string, unknown>>();
    await app((bolt) => bolt.action(/^claim/, async ({ body, ack }) => (heard.put(body as never), ack())));
    const message = await postCard(workspace);
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
      attachments,
    });
    await workspace.slack.press({ as: 'U0MIA', channel: 'C0TRIAGE', message: ts, action: 'Claim' });
    expect(await heard.next()).toMatchObject({ action_id: 'claim?case=FB-1' });
  });

  it('is refused where there is none, and to those who do not see the message', async () => {
    const message = await postCard(workspace);
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
    for (const value of ['qa', 'QA']) {
      const message = await postCard(workspace);
      await workspace.slack.press({ as: 'U0MIA', channel: 'C0TRIAGE', message, action: 'route', value });
      expect(await heard.next()).toMatchObject({ type: 'static_select', selected_option: { value: 'qa' } });
    }
  });

  it('sends the same choice again only when the message was drawn anew, or from a menu of three dots', async () => {
    const heard = inbox<unknown>();
    await app((bolt) => bolt.action(/.*/, async ({ action, ack }) => (heard.put(action), ack())));
    const option = (value: string) => ({ text: { type: 'plain_text', text: value }, value });
    const dots = { type: 'overflow', action_id: 'dots', options: [option('note'), option('kind')] };
    const select = { ...dots, type: 'static_select', action_id: 'select' };
    const message = await postCard(workspace, 'C0TRIAGE', [dots, select]);
    const press = (action: string) =>
      workspace.slack.press({ as: 'U0MIA', channel: 'C0TRIAGE', message, action, value: 'note' });
    for (const action of ['dots', 'dots', 'select']) {
      await press(action);
      expect(await heard.next()).toMatchObject({ action_id: action, selected_option: { value: 'note' } });
    }
    await expect(press('select')).rejects.toMatchObject({ code: 'already_chosen' });
    const blocks = [{ type: 'actions', block_id: 'anew', elements: [select] }] as never;
    await workspace.web.chat.update({ channel: 'C0TRIAGE', ts: message, text: 'Case FB-1', blocks });
    expect(await press('select')).toMatchObject({ ok: true });
  });

  it('of people tells who was chosen', async () => {
    const heard = inbox<unknown>();
    await app((bolt) => bolt.action('who', async ({ action, ack }) => (heard.put(action), ack())));
    const message = await postCard(workspace, 'C0TRIAGE', [{ type: 'users_select', action_id: 'who' }]);
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
    const message = await postCard(workspace);
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
    await postCard(workspace);
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
