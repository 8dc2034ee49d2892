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

it('offers for a search what it can go on with, and topics to those who may know of them', async () => {
  const topic = (title: string, raisedAt: Date | null) => ({
    title,
    raisedAt,
    mentions: [{ workspaceId: workspace.id }],
  });
  const topics = { list: async () => [topic('the export', NOW), topic('the login', null)] };
  const asked = async (typed: string, departments: string[], roles: string[]) => {
    const standing = { departments: new Set(departments), roles: new Set(roles) };
    const around = { policy, workspace, now: NOW, texts: textsIn('da'), standing, topics };
    const completion = { command: 'search', option: 'query', workspaceId: workspace.id, typed };
    const by = { userId: 'U1', groups: [], locale: null };
    return (
      await choicesFor({ ...completion, by }, around as unknown as Parameters<typeof choicesFor>[1])
    ).map(({ value }) => value);
  };
  expect(await asked('topic:', ['qa'], [])).toEqual(['topic:', 'topic:"the export"']);
  expect(await asked('topic:', [], ['handler'])).toEqual([
    'topic:',
    'topic:"the export"',
    'topic:"the login"',
  ]);
  expect(await asked('topic:', [], [])).toEqual(['topic:']);
  expect(await asked('state:clos', [], ['handler'])).toContain('state:closed');
});
