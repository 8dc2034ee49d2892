import type { Block, Inline } from '../../chat/rich.ts';
import { shorten } from '../../chat/text.ts';
import { renderBlocks, renderInlines } from './markdown.ts';

/** Rendered text of at most `max` characters. What is too much is cut from the words, never from the markup. */
export function fitBlocks(blocks: readonly Block[], max: number): string {
  return fit((budget) => renderBlocks(cutBlocks(blocks, budget)), max);
}

export function fitInlines(inlines: readonly Inline[], max: number): string {
  return fit((budget) => renderInlines(cutInlines(inlines, { left: budget })), max);
}

/** As many whole blocks as fit into `max` characters, at least none, and the others. */
export function splitBlocks(blocks: readonly Block[], max: number): [Block[], Block[]] {
  let length = 0;
  const over = blocks.findIndex((block) => (length += renderBlocks([block]).length + 2) - 2 > max);
  return over === -1 ? [[...blocks], []] : [blocks.slice(0, over), blocks.slice(over)];
}

/** The longest rendering within `max`, by halving how many of the words are kept: escaping only ever makes text longer. */
function fit(render: (budget: number) => string, max: number): string {
  const all = render(Number.POSITIVE_INFINITY);
  if (all.length <= max) return all;
  let [kept, low, high] = ['', 0, max];
  while (low <= high) {
    const middle = Math.floor((low + high) / 2);
    const tried = render(middle);
    if (tried.length <= max) [kept, low] = [tried, middle + 1];
    else high = middle - 1;
  }
  return kept;
}

/** Characters of words still allowed; spent as a tree is walked in reading order. */
interface Budget {
  left: number;
}

function cutBlocks(blocks: readonly Block[], words: number): Block[] {
  const budget: Budget = { left: words };
  return blocks.flatMap((block) => (budget.left > 0 ? [cutBlock(block, budget)] : []));
}

function cutBlock(block: Block, budget: Budget): Block {
  if (block.type === 'code') return { ...block, text: cutText(block.text, budget) };
  if (block.type !== 'list') return { ...block, children: cutInlines(block.children, budget) };
  return {
    ...block,
    items: block.items.flatMap((item) => (budget.left > 0 ? [cutInlines(item, budget)] : [])),
  };
}

function cutInlines(inlines: readonly Inline[], budget: Budget): Inline[] {
  return inlines.flatMap((inline): Inline[] => {
    if (budget.left <= 0) return [];
    if (inline.type === 'text' || inline.type === 'code')
      return [{ ...inline, text: cutText(inline.text, budget) }];
    if ('children' in inline) return [{ ...inline, children: cutInlines(inline.children, budget) }];
    budget.left -= 1;
    return [inline];
  });
}

function cutText(text: string, budget: Budget): string {
  const kept = text.length <= budget.left ? text : shorten(text, budget.left);
  budget.left -= text.length;
  return kept;
}
