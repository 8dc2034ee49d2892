import { expect, it } from '@jest/globals';
import type { Turn } from '../src/queue/at-once.ts';
import { chatAside, createBeginJob } from '../src/begin-job.ts';
import type { ChatAdapter } from '../src/chat/adapter.ts';
import { createGiveWay } from '../src/give-way.ts';

it('counts the jobs people wait for, and no others', async () => {
  const begin = createBeginJob(createGiveWay());
  expect(await Promise.all((['files', 'scan', 'programs'] as const).map((lane) => begin(lane, 0)))).toEqual([
    null,
    null,
    null,
  ]);
  expect(await begin('record', 0)).not.toBeNull();
  expect(await begin('deliver', 0)).not.toBeNull();
});

it('begins none while somebody waits for what goes first', async () => {
  const way = createGiveWay(3_600_000);
  const begin = createBeginJob(way);
  let done = () => {};
  void way.first(() => new Promise<void>((resolve) => (done = resolve)));
  let isBegun = false;
  const begun = begin('record', 0).then(() => (isBegun = true));
  await new Promise((resolve) => setImmediate(resolve));
  expect(isBegun).toBe(false);
  done();
  await begun;
});

it('has a job step aside while a platform is to answer, and for nothing else', async () => {
  const asides: unknown[] = [];
  const turn: Turn = {
    aside(waitedFor) {
      asides.push(waitedFor);
      return waitedFor;
    },
    end() {},
  };
  const adapter = {
    platform: 'slack',
    split: (blocks: unknown[]) => [blocks],
    react: () => Promise.resolve('reacted'),
  } as unknown as ChatAdapter;
  const chat = chatAside(() => adapter, turn)('slack:T1');
  expect(chat.platform).toBe('slack');
  expect(chat.split([])).toEqual([[]]);
  expect(asides).toHaveLength(0);
  expect(await chat.react({ workspaceId: 'slack:T1', channelId: 'C', messageId: '1' }, 'eyes', true)).toBe(
    'reacted',
  );
  expect(asides).toHaveLength(1);
  expect(chatAside(() => adapter, null)('slack:T1')).toBe(adapter);
});
