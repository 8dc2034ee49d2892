import type { CaseFile } from '../cases/case.ts';
import type { Place } from '../chat/ref.ts';
import type { Block, Inline } from '../chat/rich.ts';

/** What a question can be called: the words it quotes, else its first ones. */
export function titleIn(blocks: readonly Block[]): string {
  const told = blocks.find(({ type }) => type === 'quote') ?? blocks.find(({ type }) => type === 'paragraph');
  return told && 'children' in told ? plain(told.children) : '';
}

/**
 * What the thread under the flagged message is called when we are the first of us to write there: the member's own words, which stand
 * above it. Null where something of ours stands already, and where the conversation goes on elsewhere.
 */
export function threadTitle({ case: { source, quote }, replies }: CaseFile, place: Place): string | null {
  const isThere = (other: Place) =>
    other.type === 'thread' && other.channelId === source?.channelId && other.messageId === source.messageId;
  const isFirst = isThere(place) && !replies.some((reply) => reply.state === 'sent' && isThere(reply.place));
  return isFirst && quote !== '' ? quote : null;
}

function plain(inlines: readonly Inline[]): string {
  return inlines
    .map((inline) => {
      if (inline.type === 'text' || inline.type === 'code') return inline.text;
      if (inline.type === 'break') return ' ';
      return 'children' in inline ? plain(inline.children) : '';
    })
    .join('');
}
