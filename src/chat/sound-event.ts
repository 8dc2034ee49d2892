import type { ChatEvent } from './event.ts';

/**
 * Whether an event says what every event must say. The platforms' types are trusted by name only: a shape nobody has seen
 * yet must be left out, since an event that cannot be stored would be delivered again and again.
 */
export function isSound(event: ChatEvent): boolean {
  const { channelId, messageId, at } = event;
  const texts = [channelId, messageId, ...saidIn(event)];
  return (
    texts.every((text) => typeof text === 'string') && channelId !== '' && messageId !== '' && isTime(at)
  );
}

function saidIn(event: ChatEvent): unknown[] {
  switch (event.kind) {
    case 'reaction_added':
    case 'reaction_removed':
      return [event.userId, event.emoji];
    case 'message_posted':
      return [event.message.author.userId, event.message.author.name, event.message.text];
    case 'message_edited':
      return [event.text];
    case 'message_deleted':
      return [];
  }
}

function isTime(at: Date): boolean {
  return !Number.isNaN(at.getTime());
}
