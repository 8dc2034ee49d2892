import type { Emoji, StoredMessage } from './types.ts';

/** Who has reacted with an emoji; server emojis are the same by id, others by character. */
export function reactionOf(
  message: StoredMessage,
  emoji: Emoji,
): StoredMessage['reactions'][number] | undefined {
  return message.reactions.find(({ emoji: other }) =>
    emoji.id ? other.id === emoji.id : other.id === null && other.name === emoji.name,
  );
}

/** Adds or takes away one person's reaction. @returns false when it already was so. */
export function changeReaction(
  message: StoredMessage,
  person: string,
  emoji: Emoji,
  present: boolean,
): boolean {
  const reaction = reactionOf(message, emoji);
  if ((reaction?.people.includes(person) ?? false) === present) return false;
  if (!present) {
    reaction!.people = reaction!.people.filter((id) => id !== person);
    message.reactions = message.reactions.filter(({ people }) => people.length > 0);
  } else if (reaction) reaction.people.push(person);
  else message.reactions.push({ emoji, people: [person] });
  return true;
}
