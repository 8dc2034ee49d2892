import type { ChatEvent } from '../../chat/event.ts';
import { watches, workspaceOf } from '../../policy/lookup.ts';
import type { Policy } from '../../policy/schema.ts';
import { heatLimits } from './heat-limits.ts';
import { moodOf } from './mood-of.ts';
import type { Mood, Stir } from './stir.ts';

/** What an event adds to how lively a watched channel is; null for what does not count. Its words go no further than here. */
export function stirOf(event: ChatEvent, policy: Policy): Stir | null {
  const workspace = workspaceOf(policy, event.workspaceId);
  const plan = policy.hotThreads;
  if (!workspace || plan === false || event.communities || event.isDirect) return null;
  if (!watches(workspace, event.channelId, event.parentChannelId)) return null;
  if (!heatLimits(policy, workspace, event.parentChannelId ?? event.channelId)) return null;
  switch (event.kind) {
    case 'message_posted': {
      const { author, text, threadRoot } = event.message;
      if (author.isBot) return null;
      const answers = threadRoot ? null : (event.answers ?? null);
      return {
        ...placeOf(event),
        threadMessage: threadRoot?.messageId ?? answers ?? event.messageId,
        parentMessage: answers,
        userId: author.userId,
        emoji: null,
        mood: moodOf(text),
        gone: false,
      };
    }
    case 'reaction_added':
    case 'reaction_removed': {
      const mood = moodOfEmoji(event.emoji, plan.emojis);
      if (mood === 0) return null;
      return {
        ...placeOf(event),
        userId: event.userId,
        emoji: event.emoji,
        mood,
        gone: event.kind === 'reaction_removed',
      };
    }
    case 'message_deleted':
      return { ...placeOf(event), userId: '', emoji: null, mood: 0, gone: true };
    case 'message_edited':
      return null;
  }
}

/** Where a thread is a channel of its own, that is its thread; elsewhere the message it is about says so. */
function placeOf({ workspaceId, channelId, parentChannelId, messageId, at }: ChatEvent) {
  const isOwnChannel = parentChannelId !== null;
  return {
    workspaceId,
    channelId: parentChannelId ?? channelId,
    threadMessage: isOwnChannel ? channelId : messageId,
    parentMessage: isOwnChannel ? null : messageId,
    messageId,
    at,
  };
}

function moodOfEmoji(
  emoji: string,
  { upset, praise }: { upset: readonly string[]; praise: readonly string[] },
): Mood {
  if (upset.includes(emoji)) return -1;
  return praise.includes(emoji) ? 1 : 0;
}
