import { gemoji } from 'gemoji';
import { emojiNames } from '../slack/emoji.ts';

/** Every emoji by each of its names, Slack's own first: texts in Slack carry `:eyes:`, not the character. */
export function emojiByName(): Record<string, string> {
  const slack = emojiNames();
  return Object.fromEntries(
    gemoji.flatMap(({ emoji, names }) => {
      const own = slack.nameOf(emoji);
      return [...new Set([...(own === null ? [] : [own]), ...names])].map((name) => [name, emoji]);
    }),
  );
}
