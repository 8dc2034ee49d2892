import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { ViewSubmitAction } from '@slack/bolt';
import { formApp, plain, view } from './form-app.ts';
import { inbox, openWorkspace, type Workspace, until, type WorkspaceOptions } from './workspace.ts';

let workspace: Workspace;

async function open(options: WorkspaceOptions = {}) {
  workspace = await openWorkspace(options);
}
beforeEach(() => open());
afterEach(() => workspace.close());

const ask = (text = '') =>
  workspace.slack.command({ as: 'U0MIA', channel: 'C0GENERAL', text: `/feedback ${text}` });
const submit = (form: string, values: Record<string, string>, as = 'U0MIA') =>
  workspace.slack.submit({ as, form, values });

describe('a form', () => {
  it('opens for the person, with its fields', async () => {
    await formApp(workspace, async (_, ack) => ack());
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
    await formApp(workspace, async (submission, ack) => (heard.put(submission), ack()));
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
    await formApp(workspace, async (submission, ack) => (heard.put(submission), ack()));
    const { form } = await ask();
    await submit(form?.id ?? '', { member: 'U0ALMA' });
    expect((await heard.next()).view.state.values).toMatchObject({
      note: { value: { value: null } },
      severity: { value: { selected_option: { value: 'low' } } },
    });
  });

  it('is not sent with a required field left empty or a text too long', async () => {
    const heard = inbox<unknown>();
    await formApp(workspace, async (submission, ack) => (heard.put(submission), ack()));
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
    await formApp(workspace, async (_, ack) =>
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
    await formApp(workspace, async (_, ack) => ack(answers.shift() as never));
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
    await formApp(workspace, async () => {});
    await ask();
    await until(workspace, () => workspace.slack.inbox('U0MIA').forms.length > 0);
    const [form] = workspace.slack.inbox('U0MIA').forms;
    expect(await submit(form?.id ?? '', { member: 'U0ALMA' })).toMatchObject({
      ok: false,
      error: expect.stringContaining('operation_timeout'),
    });
  });

  it("is nobody else's", async () => {
    await formApp(workspace, async (_, ack) => ack());
    const { form } = await ask();
    await expect(submit(form?.id ?? '', {}, 'U0ALMA')).rejects.toMatchObject({ code: 'not_found' });
    await expect(submit(form?.id ?? '', { colour: 'red' })).rejects.toMatchObject({ code: 'invalid_value' });
  });

  it('tells the app that it was closed when the app wants to know', async () => {
    const heard = await formApp(workspace, async (_, ack) => ack(), { notify_on_close: true });
    const { form } = await ask();
    await heard.next();
    await workspace.slack.closeForm({ as: 'U0MIA', form: form?.id ?? '' });
    expect(await heard.next()).toBe('closed FB-1');
    expect(workspace.slack.inbox('U0MIA').forms).toEqual([]);
  });
});
