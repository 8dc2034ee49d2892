import type { Stir } from '../../src/cases/heat/stir.ts';
import { after, fresh } from './record.ts';

/** Something upset that was said a minute ago. */
export function stir(workspaceId: string, more: Partial<Stir> = {}): Stir {
  const messageId = more.messageId ?? fresh('m');
  return {
    workspaceId,
    channelId: 'C1',
    threadMessage: messageId,
    messageId,
    parentMessage: null,
    userId: fresh('member'),
    emoji: null,
    mood: -1,
    gone: false,
    at: after(-1),
    ...more,
  };
}

/** A reaction, of whose thread only the message below which it stands is known. */
export const reaction = (workspaceId: string, messageId: string, more: Partial<Stir> = {}) =>
  stir(workspaceId, { messageId, threadMessage: messageId, parentMessage: messageId, emoji: '😡', ...more });
