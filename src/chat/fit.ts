import { longest } from './longest.ts';
import type { Block, Inline } from './rich.ts';
import { shorten } from './text.ts';

/** As much of the blocks as fits. What is too much is cut from the words, never from the markup, and an ellipsis says so. */
export function fittingBlocks(blocks: readonly Block[], fits: (tried: readonly Block[]) => boolean): Block[] {
  return fitting((words) => cutBlocks(blocks, words), fits);
}

export function fittingInlines(
  inlines: readonly Inline[],
  fits: (tried: readonly Inline[]) => boolean,
): Inline[] {
  return fitting((words) => cutInlines(inlines, { left: words }), fits);
}

/** By looking how many characters of the words can stay. */
function fitting<T>(cut: (words: number) => T[], fits: (tried: readonly T[]) => boolean): T[] {
  const all = cut(Number.POSITIVE_INFINITY);
  if (fits(all)) return all;
  const words = longest(Number.MAX_SAFE_INTEGER, (tried) => fits(cut(tried)));
  return words > 0 ? cut(words) : [];
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
