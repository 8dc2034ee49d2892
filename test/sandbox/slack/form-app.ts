import type { ViewSubmitAction } from '@slack/bolt';
import { inbox, socketApp, type Workspace } from './workspace.ts';

export const plain = (text: string) => ({ type: 'plain_text' as const, text });
export const view = (fields: object = {}) => ({
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
export async function formApp(
  workspace: Workspace,
  answer: (submission: ViewSubmitAction, ack: (body?: never) => Promise<void>) => Promise<void>,
  fields = {},
) {
  const triggers = inbox<string>();
  await socketApp(workspace, (app) => {
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
  return triggers;
}
