import { z } from 'zod';
import { AppError } from '../errors.ts';
import { hotContent } from '../replies/hot-content.ts';
import { defineHandler } from './handler.ts';

/** Something came of a thread that was offered: its card shows that. */
export const refreshHotThread = defineHandler({
  name: 'refresh-hot-thread',
  lane: 'deliver',
  canWait: true,
  data: z.object({ hotThreadId: z.number() }),
  async run({ hotThreadId }, { heat, policy, chat: chatOf, log }) {
    for (const { deliveryId, message } of await heat.posted(hotThreadId)) {
      const chat = chatOf(message.workspaceId);
      try {
        const content = await hotContent(hotThreadId, { heat, policy: policy(message.workspaceId), chat });
        if (content) await chat.update(message, content);
      } catch (error) {
        if (!(error instanceof AppError) || error.retry !== 'never') throw error;
        log.warn({ err: error, deliveryId }, 'the card of a hot thread could not be updated');
      }
    }
  },
});
