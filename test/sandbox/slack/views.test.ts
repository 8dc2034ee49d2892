import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { formApp, plain, view } from './form-app.ts';
import { openWorkspace, refusal, type Workspace, type WorkspaceOptions } from './workspace.ts';

let workspace: Workspace;

async function open(options: WorkspaceOptions = {}) {
  workspace = await openWorkspace(options);
}
beforeEach(() => open());
afterEach(() => workspace.close());

const ask = (text = '') =>
  workspace.slack.command({ as: 'U0MIA', channel: 'C0GENERAL', text: `/feedback ${text}` });

const openView = (trigger: string, fields = {}) =>
  refusal(workspace.web.views.open({ trigger_id: trigger, view: view(fields) as never }));

describe('views.open', () => {
  it('takes a trigger once', async () => {
    const triggers = await formApp(workspace, async (_, ack) => ack());
    await ask('wait');
    const trigger = await triggers.next();
    expect(await openView(trigger)).toBe('accepted');
    expect(await openView(trigger)).toBe('exchanged_trigger_id');
  });

  it('takes a trigger for three seconds', async () => {
    await workspace.close();
    let seconds = 0;
    await open({ now: () => new Date(1_700_000_000_000 + seconds * 1_000), timings: {} });
    const triggers = await formApp(workspace, async (_, ack) => ack());
    await ask('wait');
    seconds = 4;
    expect(await openView(await triggers.next())).toBe('expired_trigger_id');
  });

  it('refuses a trigger it has not given and a view that is none', async () => {
    expect(await openView('1.2.3')).toBe('invalid_trigger_id');
    expect(await openView('1.2.3', { title: plain('x'.repeat(25)) })).toBe('invalid_arguments');
  });
});

describe('views.update', () => {
  it('replaces an open form, unless it has changed meanwhile', async () => {
    await formApp(workspace, async (_, ack) => ack());
    const { form } = await ask();
    const update = (fields: object) =>
      workspace.web.views.update({ view_id: form?.id ?? '', view: view({ title: plain('New') }), ...fields });
    const answer = await update({});
    expect(workspace.slack.inbox('U0MIA').forms).toMatchObject([{ id: form?.id, title: 'New' }]);
    expect(await refusal(update({ hash: 'older' }))).toBe('hash_conflict');
    expect(await refusal(update({ hash: answer.view?.hash }))).toBe('accepted');
    expect(await refusal(update({ view_id: 'V0NONE' }))).toBe('not_found');
  });
});

describe('views.publish', () => {
  it('takes a home tab for somebody who is there', async () => {
    const home = { type: 'home' as const, blocks: [] };
    expect(await refusal(workspace.web.views.publish({ user_id: 'U0MIA', view: home }))).toBe('accepted');
    expect(await refusal(workspace.web.views.publish({ user_id: 'U0NOBODY', view: home }))).toBe(
      'user_not_found',
    );
    expect(await refusal(workspace.web.views.publish({ user_id: 'U0MIA', view: view() }))).toBe(
      'invalid_arguments',
    );
  });

  it('keeps it for that person, replaces the version that was meant, and shows it as the channel home', async () => {
    const home = (words: string) => ({
      type: 'home' as const,
      blocks: [{ type: 'header' as const, text: plain(words) }],
    });
    const publish = (words: string, hash?: string) =>
      workspace.web.views.publish({ user_id: 'U0MIA', view: home(words), ...(hash && { hash }) });
    const shown = (as: string) => workspace.slack.messages({ as, channel: 'home' });
    const first = await publish('first');
    const second = await publish('second', first.view?.hash);
    expect(await refusal(publish('late', first.view?.hash))).toBe('hash_conflict');
    expect(second.view?.id).toBe(first.view?.id);
    expect(JSON.stringify(shown('U0MIA'))).toContain('second');
    expect(shown('U0ALMA')).toEqual([]);
    workspace.slack.fault({ kind: 'missing_scope', scope: 'app_home' });
    expect(await refusal(publish('third'))).toBe('not_enabled');
    expect(() => workspace.slack.openHome({ as: 'U0MIA' })).toThrow('no Home tab');
  });
});
