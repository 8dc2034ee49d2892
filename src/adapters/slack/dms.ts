import { PersonUnreachable, TargetGone } from '../../errors.ts';
import type { Clients } from './clients.ts';
import { asking, slackCode } from './errors.ts';

/** Conversations with one person, which keep their id. */
export interface Dms {
  /** @returns the conversation's channel. */
  open: (userId: string) => Promise<string>;
}

export function createDms({ post }: Clients): Dms {
  const known = new Map<string, string>();
  return {
    open: async (userId) => {
      const before = known.get(userId);
      if (before) return before;
      // Opening twice is opening once, so an unclear outcome is as good as none.
      const { channel } = await asking('read', () => post.conversations.open({ users: userId }));
      if (!channel?.id) throw new TargetGone('slack', 'no_conversation', null);
      known.set(userId, channel.id);
      return channel.id;
    },
  };
}

/** Posting to a conversation whose channel is not found means that the person has closed it. */
export function closedDm(error: unknown): unknown {
  return slackCode(error) === 'channel_not_found'
    ? new PersonUnreachable('slack', 'channel_not_found', error)
    : error;
}
