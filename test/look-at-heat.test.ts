import { expect, it } from '@jest/globals';
import { pino } from 'pino';
import type { Felt } from '../src/cases/heat/stir.ts';
import type { ChatAdapter } from '../src/chat/adapter.ts';
import type { MessageRef } from '../src/chat/ref.ts';
import { PlatformUnavailable, TargetGone } from '../src/errors.ts';
import { createLookAtHeat } from '../src/look-at-heat.ts';
import { hotContent } from '../src/replies/hot-content.ts';
import type { HeatRecord } from '../src/store/heat-port.ts';
import { message as said } from './store/record.ts';
import { policy as usual, workspace } from './support/factories.ts';

const workspaceId = workspace.id;
const message = said({ workspaceId });
const { hotThreads: _ownLimits, ...own } = workspace;
const policy = { ...usual, workspaces: [{ ...own, id: workspaceId, watch: 'all' as const }] };
const NOW = new Date('2026-11-23T09:00:00Z');

/** Twelve who are upset, each of them once. */
const hot: Felt[] = Array.from({ length: 12 }, (_, index) => ({
  who: `p${index}`,
  messageId: `r${index}`,
  isReaction: false,
  mood: -1,
}));

function looking(felt: Record<string, Felt[]>, troubled: string) {
  const offered: string[] = [];
  const asked: string[] = [];
  const heat: Pick<HeatRecord, 'warm' | 'felt' | 'usual' | 'offer'> = {
    warm: async () =>
      Object.keys(felt).map((messageId) => ({
        root: { channelId: messageId === 'calm' ? 'CCALM' : 'COPEN', messageId },
        earliest: null,
      })),
    felt: async (_workspaceId, { messageId }) => felt[messageId] ?? [],
    usual: async (_workspaceId, channelId) => {
      asked.push(channelId);
      return 0;
    },
    offer: async ({ root }) => {
      offered.push(root.messageId);
      return true;
    },
  };
  const chat = {
    fetchMessage: async (ref: MessageRef) => {
      if (ref.messageId === troubled) throw new PlatformUnavailable('slack', 'it is down', null);
      return { ...message, ref };
    },
  } as unknown as ChatAdapter;
  const look = createLookAtHeat({
    heat: heat as HeatRecord,
    policies: () => [policy],
    chat: () => chat,
    now: () => NOW,
    log: pino({ level: 'silent' }),
  });
  return { look, offered, asked };
}

it('a thread whose first message cannot be read for now keeps no other from being offered', async () => {
  const { look, offered } = looking({ first: hot, second: hot }, 'first');
  await look();
  expect(offered).toEqual(['second']);
});

it('what is usual in a channel is asked once, and only for a thread that may be hot', async () => {
  const calm = hot.slice(0, 3);
  const { look, asked } = looking({ calm, first: hot, second: hot }, '');
  await look();
  expect(asked).toEqual(['COPEN']);
});

it('a thread that a bot began cannot be flagged by its card, and the card leads to it on both platforms', async () => {
  const thread = {
    hotThreadId: 1,
    workspaceId,
    root: { channelId: 'COPEN', messageId: 'TH' },
    first: null,
    heat: { value: 120, replies: 9, people: 5, upset: 6, praise: 0 },
    at: NOW,
    notNeeded: null,
    found: null,
  };
  const gone = new TargetGone('discord', 'Unknown Message', null);
  const card = async (where: string | null) => {
    const chat = {
      fetchMessage: async (ref: MessageRef) => {
        if (ref.channelId !== where) throw gone;
        return { ...message, ref, permalink: `https://example.org/${ref.channelId}/${ref.messageId}` };
      },
    };
    const content = await hotContent(1, { heat: { thread: async () => thread }, policy, chat });
    return content?.type === 'card' ? content.card.actions : [];
  };
  const link = (url: string) => expect.objectContaining({ type: 'link', url });
  expect(await card('COPEN')).toContainEqual(link('https://example.org/COPEN/TH'));
  // A post of a forum stands in its own thread.
  expect(await card('TH')).toContainEqual(link('https://example.org/TH/TH'));
  const without = await card(null);
  expect(without.map(({ type }) => type)).toEqual(['button']);
});
