import type { Action } from '../../../src/chat/card.ts';

export const button = (label: string, values: Record<string, string>): Action => ({
  type: 'button',
  label,
  style: 'plain',
  invoke: { command: 'claim', values },
});

export const select = (choices: { label: string; value: string }[]): Action => ({
  type: 'select',
  placeholder: 'Severity',
  option: 'severity',
  choices,
  invoke: { command: 'severity', values: { case: 'FB-12' } },
});
