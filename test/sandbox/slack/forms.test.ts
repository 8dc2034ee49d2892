import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { App, ViewSubmitAction } from '@slack/bolt';
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

const plain = (text: string) => ({ type: 'plain_text' as const, text });
const view = (fields: object = {}) => ({
  type: 'modal' as const,
  callback_id: 'flag',
  private_metadata: 'FB-1',
  title: plain('Flag as feedback'),
  submit: plain('Flag'),
  blocks: [
    {
      type: 'input' as const,
      block_id: 'note',
      label: plain('Note'),
      optional: true,
      element: { type: 'plain_text_input' as const, action_id: 'value', multiline: true, max_length: 20 },
    },
    {
      type: 'input' as const,
      block_id: 'severity',
      label: plain('Severity'),
      element: {
        type: 'static_select' as const,
        action_id: 'value',
        options: [
          { text: plain('Low'), value: 'low' },
          { text: plain('High'), value: 'high' },
        ],
        initial_option: { text: plain('Low'), value: 'low' },
      },
    },
    {
      type: 'input' as const,
      block_id: 'member',
      label: plain('Member'),
      element: { type: 'users_select' as const, action_id: 'value' },
    },
  ],
  ...fields,
});

/** An app that opens a form for a command, and hears what becomes of it. */
async function formApp(
  answer: (submission: ViewSubmitAction, ack: (body?: never) => Promise<void>) => Promise<void>,
  fields = {},
) {
  const triggers = inbox<string>();
  const { stop } = await socketApp(workspace, (app: App) => {
    app.command('/feedback', async ({ command, ack }) => {
      triggers.put(command.trigger_id);
      if (command.text !== 'wait')
        await workspace.web.views.open({ trigger_id: command.trigger_id, view: view(fields) });
      await ack();
    });
    app.view('flag', async ({ body, ack }) => answer(body as ViewSubmitAction, ack as never));
    app.view({ type: 'view_closed', callback_id: 'flag' }, async ({ ack, body }) => {
      await ack();
      triggers.put(`closed ${body.view.private_metadata}`);
    });
  });
  closers.push(stop);
  return triggers;
}
const ask = (text = '') =>
  workspace.slack.command({ as: 'U0MIA', channel: 'C0GENERAL', text: `/feedback ${text}` });
const submit = (form: string, values: Record<string, string>, as = 'U0MIA') =>
  workspace.slack.submit({ as, form, values });

describe('a form', () => {
  it('opens for the person, with its fields', async () => {
    await formApp(async (_, ack) => ack());
    const { form } = await ask();
    expect(form).toMatchObject({
      title: 'Flag as feedback',
      submit: 'Flag',
      fields: [
        { name: 'note', label: 'Note', type: 'paragraph', required: false, value: '' },
        {
          name: 'severity',
          type: 'choice',
          required: true,
          value: 'low',
          choices: [
            { label: 'Low', value: 'low' },
            { label: 'High', value: 'high' },
          ],
        },
        {
          name: 'member',
          type: 'person',
          choices: expect.arrayContaining([{ label: 'Alma Berg', value: 'U0ALMA' }]),
        },
      ],
    });
    expect(workspace.slack.inbox('U0MIA').forms).toEqual([form]);
    expect(workspace.slack.inbox('U0ALMA').forms).toEqual([]);
  });

  it('brings what was filled in to the app, and closes', async () => {
    const heard = inbox<ViewSubmitAction>();
    await formApp(async (submission, ack) => (heard.put(submission), ack()));
    const { form } = await ask();
    const result = await submit(form?.id ?? '', {
      Note: 'It is urgent',
      severity: 'High',
      member: 'Alma Berg',
    });

    expect(result).toEqual({ ok: true, error: null, form: null, ephemeral: null });
    expect(await heard.next()).toMatchObject({
      type: 'view_submission',
      user: { id: 'U0MIA' },
      view: {
        id: form?.id,
        callback_id: 'flag',
        private_metadata: 'FB-1',
        state: {
          values: {
            note: { value: { type: 'plain_text_input', value: 'It is urgent' } },
            severity: { value: { type: 'static_select', selected_option: { value: 'high' } } },
            member: { value: { type: 'users_select', selected_user: 'U0ALMA' } },
          },
        },
      },
    });
    expect(workspace.slack.inbox('U0MIA').forms).toEqual([]);
  });

  it('sends what was there from the beginning, and null for what is empty', async () => {
    const heard = inbox<ViewSubmitAction>();
    await formApp(async (submission, ack) => (heard.put(submission), ack()));
    const { form } = await ask();
    await submit(form?.id ?? '', { member: 'U0ALMA' });
    expect((await heard.next()).view.state.values).toMatchObject({
      note: { value: { value: null } },
      severity: { value: { selected_option: { value: 'low' } } },
    });
  });

  it('is not sent with a required field left empty or a text too long', async () => {
    const heard = inbox<unknown>();
    await formApp(async (submission, ack) => (heard.put(submission), ack()));
    const { form } = await ask();
    expect(await submit(form?.id ?? '', {})).toMatchObject({
      ok: false,
      error: expect.stringContaining('Member'),
    });
    expect(await submit(form?.id ?? '', { member: 'U0ALMA', note: 'x'.repeat(21) })).toMatchObject({
      ok: false,
      error: 'Note: Please use at most 20 characters.',
    });
    expect(heard.left()).toEqual([]);
  });

  it('stays open with what the app finds wrong', async () => {
    await formApp(async (_, ack) =>
      ack({ response_action: 'errors', errors: { note: 'Say more.' } } as never),
    );
    const { form } = await ask();
    expect(await submit(form?.id ?? '', { member: 'U0ALMA' })).toEqual({
      ok: false,
      error: 'Say more.',
      form,
      ephemeral: null,
    });
    expect(workspace.slack.inbox('U0MIA').forms).toHaveLength(1);
  });

  it('is replaced or closed as the app says', async () => {
    const answers: unknown[] = [
      { response_action: 'update', view: view({ title: plain('Sure?') }) },
      { response_action: 'clear' },
    ];
    await formApp(async (_, ack) => ack(answers.shift() as never));
    const { form } = await ask();
    expect((await submit(form?.id ?? '', { member: 'U0ALMA' })).form).toMatchObject({
      id: form?.id,
      title: 'Sure?',
    });
    expect((await submit(form?.id ?? '', { member: 'U0ALMA' })).form).toBeNull();
    expect(workspace.slack.inbox('U0MIA').forms).toEqual([]);
  });

  it('stays open when the app does not answer', async () => {
    await workspace.close();
    await open({ timings: { ackWithinMs: 30 } });
    await formApp(async () => {});
    await ask();
    const [form] = workspace.slack.inbox('U0MIA').forms;
    expect(await submit(form?.id ?? '', { member: 'U0ALMA' })).toMatchObject({
      ok: false,
      error: expect.stringContaining('operation_timeout'),
    });
  });

  it("is nobody else's", async () => {
    await formApp(async (_, ack) => ack());
    const { form } = await ask();
    await expect(submit(form?.id ?? '', {}, 'U0ALMA')).rejects.toMatchObject({ code: 'not_found' });
    await expect(submit(form?.id ?? '', { colour: 'red' })).rejects.toMatchObject({ code: 'invalid_value' });
  });

  it('tells the app that it was closed when the app wants to know', async () => {
    const heard = await formApp(async (_, ack) => ack(), { notify_on_close: true });
    const { form } = await ask();
    await heard.next();
    await workspace.slack.closeForm({ as: 'U0MIA', form: form?.id ?? '' });
    expect(await heard.next()).toBe('closed FB-1');
    expect(workspace.slack.inbox('U0MIA').forms).toEqual([]);
  });
});

describe('views.open', () => {
  const openView = (trigger: string, fields = {}) =>
    refusal(workspace.web.views.open({ trigger_id: trigger, view: view(fields) as never }));

  it('takes a trigger once', async () => {
    const triggers = await formApp(async (_, ack) => ack());
    await ask('wait');
    const trigger = await triggers.next();
    expect(await openView(trigger)).toBe('accepted');
    expect(await openView(trigger)).toBe('exchanged_trigger_id');
  });

  it('takes a trigger for three seconds', async () => {
    await workspace.close();
    let seconds = 0;
    await open({ now: () => new Date(1_700_000_000_000 + seconds * 1_000) });
    const triggers = await formApp(async (_, ack) => ack());
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
    await formApp(async (_, ack) => ack());
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
    expect(await refusal(workspace.web.views.publish({ user_id: 'U0MIA', view: view() as never }))).toBe(
      'invalid_arguments',
    );
  });
});
