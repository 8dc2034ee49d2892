import type { StoredMessage } from './types.ts';
import type { World } from './world.ts';

/** Whom a text mentions. https://docs.discord.com/developers/reference#message-formatting */
export function mentionsIn(
  world: World,
  content: string,
): Pick<StoredMessage, 'mentions' | 'mentionRoles' | 'mentionEveryone'> {
  const ids = (pattern: RegExp) => [...new Set([...content.matchAll(pattern)].map((match) => match[1]!))];
  return {
    mentions: ids(/<@!?(\d{17,20})>/g).filter((id) => world.userName(id) !== null),
    mentionRoles: ids(/<@&(\d{17,20})>/g).filter((id) => world.seed.groups.some((group) => group.id === id)),
    mentionEveryone: /@(everyone|here)\b/.test(content),
  };
}
