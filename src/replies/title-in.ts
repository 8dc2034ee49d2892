import type { Block, Inline } from '../chat/rich.ts';

/** What a question can be called: the words it quotes, else its first ones. */
export function titleIn(blocks: readonly Block[]): string {
  const told = blocks.find(({ type }) => type === 'quote') ?? blocks.find(({ type }) => type === 'paragraph');
  return told && 'children' in told ? plain(told.children) : '';
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
