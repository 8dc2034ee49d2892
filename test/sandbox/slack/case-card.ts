import type { Workspace } from './workspace.ts';

// A case card as an app would post it: a line of text, a button and a choice.

const section = { type: 'section' as const, text: { type: 'mrkdwn' as const, text: 'Case FB-1' } };
export const claim = {
  type: 'button',
  text: { type: 'plain_text', text: 'Claim' },
  action_id: 'claim?case=FB-1',
  value: 'x',
};
const route = {
  type: 'static_select',
  placeholder: { type: 'plain_text', text: 'Route' },
  action_id: 'route',
  options: [{ text: { type: 'plain_text', text: 'QA' }, value: 'qa' }],
};

/** Posts the card and gives its `ts`. */
export async function postCard(
  { web }: Workspace,
  channel = 'C0TRIAGE',
  elements: object[] = [claim, route],
): Promise<string> {
  const { ts = '' } = await web.chat.postMessage({
    channel,
    text: 'Case FB-1',
    blocks: [section, { type: 'actions', block_id: 'do', elements }] as never,
  });
  return ts;
}
