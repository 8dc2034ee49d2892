import { expect, it } from '@jest/globals';
import type { ChatAdapter } from '../../src/chat/adapter.ts';
import { reaching } from '../../src/chat/reach.ts';
import { TargetGone } from '../../src/errors.ts';

it('somebody of another community is asked for where they are, unless this community knows nothing of that one', async () => {
  const asked: string[] = [];
  const chat = reaching(
    (workspaceId) =>
      ({
        fetchPerson: async (home: string, id: string) => {
          asked.push(`${workspaceId} ${home} ${id}`);
          return { locale: 'en' };
        },
      }) as unknown as ChatAdapter,
    (workspaceId, other) => workspaceId === 'slack:T1' && other === 'discord:1',
  );
  await chat('slack:T1').fetchPerson('slack:T1', 'U1');
  await chat('slack:T1').fetchPerson('slack:T1', 'discord:1/22');
  await expect(chat('slack:T1').fetchPerson('slack:T1', 'discord:9/22')).rejects.toThrow(TargetGone);
  await expect(chat('discord:1').fetchPerson('discord:1', 'slack:T1/U1')).rejects.toThrow(TargetGone);
  expect(asked).toEqual(['slack:T1 slack:T1 U1', 'discord:1 discord:1 22']);
});
