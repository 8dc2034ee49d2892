import { expect, it } from '@jest/globals';
import { choicesFor } from '../../src/commands/desk/complete.ts';
import { textsIn } from '../../src/texts/index.ts';
import { NOW, policy, workspace } from '../support/factories.ts';

const offered = async (command: string, option: string) => {
  const completion = {
    command,
    option,
    workspaceId: workspace.id,
    typed: '',
    by: { userId: 'U1', groups: [], locale: null },
  };
  // These choices are asked of nobody.
  const around = { policy, workspace, now: NOW, texts: textsIn('en') } as unknown as Parameters<
    typeof choicesFor
  >[1];
  return (await choicesFor(completion, around)).map(({ value }) => value);
};

it.each([
  ['privacy', 'do', ['export', 'erase', 'opt-out', 'opt-in']],
  ['meeting', 'do', ['list', 'add', 'decide']],
  ['send', 'wait', ['yes', 'no']],
  ['snooze', 'wait', []],
  ['severity', 'severity', ['low', 'normal', 'high', 'urgent']],
  ['meeting', 'constructor', []],
])(
  'offers for /feedback %s %s what it can do, and nothing of another command',
  async (command, option, values) => {
    expect(await offered(command, option)).toEqual(values);
  },
);
