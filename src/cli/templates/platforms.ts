import { render as onDiscord, splitReply as splitOnDiscord } from '../../adapters/discord/render.ts';
import { render as onSlack, splitReply as splitOnSlack } from '../../adapters/slack/render.ts';
import type { Block } from '../../chat/rich.ts';

export const PLATFORMS = ['slack', 'discord'] as const;
export type Platform = (typeof PLATFORMS)[number];

/** What is sent to a platform, message by message, in its own markup. */
export function messagesOn(platform: Platform, blocks: readonly Block[]): string[] {
  return platform === 'slack'
    ? splitOnSlack(blocks).map(slackText)
    : splitOnDiscord(blocks).map((part) => onDiscord({ type: 'reply', blocks: part }).content);
}

function slackText(blocks: Block[]): string {
  // Nobody is named by id in an answer.
  const { blocks: drawn } = onSlack({ type: 'reply', blocks }, (userId) => userId);
  return drawn
    .flatMap((block) => (block.type === 'section' && block.text ? [block.text.text] : []))
    .join('\n\n');
}
