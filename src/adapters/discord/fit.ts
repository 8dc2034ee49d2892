import { fittingBlocks, fittingInlines } from '../../chat/fit.ts';
import type { Block, Inline } from '../../chat/rich.ts';
import { renderBlocks, renderInlines } from './markdown.ts';

/** Rendered text of at most `max` characters. What is too much is cut from the words, never from the markup. */
export function fitBlocks(blocks: readonly Block[], max: number): string {
  return renderBlocks(fittingBlocks(blocks, (tried) => renderBlocks(tried).length <= max));
}

export function fitInlines(inlines: readonly Inline[], max: number): string {
  return renderInlines(fittingInlines(inlines, (tried) => renderInlines(tried).length <= max));
}

/** As many whole blocks as fit into `max` characters, at least none, and the others. */
export function wholeBlocks(blocks: readonly Block[], max: number): [Block[], Block[]] {
  let length = 0;
  const over = blocks.findIndex((block) => (length += renderBlocks([block]).length + 2) - 2 > max);
  return over === -1 ? [[...blocks], []] : [blocks.slice(0, over), blocks.slice(over)];
}
