import { expect, it } from '@jest/globals';
import type { ChannelMood } from '../../src/cases/heat/barometer-of.ts';
import { barometer } from '../../src/commands/barometer.ts';
import type { CommandContext } from '../../src/commands/desk/command.ts';
import { textsIn } from '../../src/texts/index.ts';
import { policy, workspace } from '../support/factories.ts';

const day = { messages: 9, people: 4, upset: 3, praise: 1 };
const mood = (channelId: string): ChannelMood => ({ channelId, today: day, before: day, hotThreads: 0 });

it('does not show a channel in which nothing is counted any more, though it was counted until now', async () => {
  const community = {
    ...workspace,
    watch: 'all' as const,
    hotThreads: { channels: { CRANTS: false as const } },
  };
  const context: Pick<CommandContext, 'heat' | 'policy' | 'workspace' | 'standing' | 'command' | 'texts'> = {
    texts: textsIn('en'),
    heat: {
      flush: async () => {},
      moods: async () => [mood('CRANTS'), mood('CTALK')],
    } as unknown as CommandContext['heat'],
    policy: { ...policy, workspaces: [community] },
    workspace: community,
    standing: { roles: new Set(['lead']) } as unknown as CommandContext['standing'],
    command: { values: {} } as unknown as CommandContext['command'],
  };
  const told = JSON.stringify(await barometer.run(context as CommandContext));
  expect(told).toContain('CTALK');
  expect(told).not.toContain('CRANTS');
});
