import { cutInlines, linksIn, unlinked, wordsOf } from './cut.ts';
import { longest } from './longest.ts';
import { bestBreak, breakInCode, breakWorthIt } from './places.ts';
import { paragraph, text, type Block, type Inline } from './rich.ts';
import { isVisible } from './text.ts';

/** Whether blocks fit into one message, whole. What fits still does when some of it is left out. */
export type Fits = (blocks: readonly Block[]) => boolean;

/** Stands for a piece of a link's words: no single character people see is longer, as a rule. */
const SHORT_LABEL = 'x'.repeat(16);

type List = Extract<Block, { type: 'list' }>;

/**
 * Blocks as messages that each fit, in order: broken at paragraph ends first, then list items, lines, sentences, words, and
 * at last characters. Nothing but space is lost, nothing is doubled, no markup is left open. No part is empty, and there
 * is at least one: blocks that say nothing are one part as they are.
 */
export function splitBlocks(blocks: readonly Block[], fits: Fits): Block[][] {
  return [...partsOf(blocks, fits)];
}

/** As `splitBlocks`, one after the other, for whoever does not need all. */
export function* partsOf(blocks: readonly Block[], fits: Fits): Generator<Block[]> {
  const saying = blocks.filter(saysSomething);
  if (saying.length === 0 || fits(blocks)) {
    yield [...blocks];
    return;
  }
  let rest = saying.map((block) => withFittingLinks(block, fits));
  while (rest.length > 0) {
    const taken = takePart(rest, fits);
    rest = taken.rest;
    if (taken.part.length > 0) yield taken.part;
  }
}

/** The next message, and what is left. A block that does not fit is moved whole where it fits a message of its own. */
function takePart(blocks: readonly Block[], fits: Fits): { part: Block[]; rest: Block[] } {
  const count = longest(blocks.length, (tried) => fits(blocks.slice(0, tried)));
  const part = blocks.slice(0, count);
  const [next, ...others] = blocks.slice(count);
  if (!next) return { part, rest: [] };
  const halves = fits([next]) ? null : halve(next, (head) => fits([...part, head]), count === 0);
  if (!halves) return { part, rest: [next, ...others] };
  return {
    part: [...part, ...halves.head.filter(saysSomething)],
    rest: [...halves.tail.filter(saysSomething), ...others],
  };
}

interface Halves {
  head: Block[];
  tail: Block[];
}

/** @param must whether something has to be taken, because the message has nothing else; else null when it is not worth it */
function halve(block: Block, fits: (head: Block) => boolean, must: boolean): Halves | null {
  if (block.type === 'list') return halveList(block, fits, must);
  if (block.type === 'code') return halveCode(block, fits, must);
  const halves = halveLine(block.children, (children) => fits({ ...block, children }), must);
  return halves && { head: [{ ...block, children: halves[0] }], tail: [{ ...block, children: halves[1] }] };
}

function halveLine(
  line: readonly Inline[],
  fits: (head: Inline[]) => boolean,
  must: boolean,
): [head: Inline[], tail: Inline[]] | null {
  const words = wordsOf(line);
  const max = longest(words.length, (tried) => fits(cutInlines(line, tried, tried)[0]));
  const at = must ? bestBreak(words, max, linksIn(line)) : breakWorthIt(words, max);
  return at && cutInlines(line, at.start, at.end);
}

function halveCode(
  block: Extract<Block, { type: 'code' }>,
  fits: (head: Block) => boolean,
  must: boolean,
): Halves | null {
  const lines = block.text;
  const max = longest(lines.length, (tried) => fits({ ...block, text: lines.slice(0, tried) }));
  if (!must && !lines.slice(0, max).includes('\n')) return null;
  const { start, end } = breakInCode(lines, max);
  return { head: [{ ...block, text: lines.slice(0, start) }], tail: [{ ...block, text: lines.slice(end) }] };
}

/** Between items. An item that is too long begins in its place; what is left of it stands below by itself. */
function halveList(list: List, fits: (head: Block) => boolean, must: boolean): Halves | null {
  const { items, start = 1 } = list;
  const count = longest(items.length, (tried) => fits({ ...list, items: items.slice(0, tried) }));
  const below = (from: number): Block[] =>
    from < items.length ? [{ ...list, start: start + from, items: items.slice(from) }] : [];
  if (count > 0) return { head: [{ ...list, items: items.slice(0, count) }], tail: below(count) };
  const [first = []] = items;
  const halves = must ? halveLine(first, (item) => fits({ ...list, items: [item] }), must) : null;
  if (!halves) return null;
  const [head, tail] = halves;
  return { head: [{ ...list, items: [head] }], tail: [{ type: 'paragraph', children: tail }, ...below(1)] };
}

/** A link that fits into no message becomes its words, and its address as text. */
function withFittingLinks(block: Block, fits: Fits): Block {
  const fitting = (inlines: Inline[]): Inline[] =>
    inlines.flatMap((inline): Inline[] => {
      if (inline.type === 'link') {
        const short = { ...inline, children: [text(SHORT_LABEL)] };
        return fits([paragraph(inline)]) || fits([paragraph(short)]) ? [inline] : unlinked(inline);
      }
      return 'children' in inline ? [{ ...inline, children: fitting(inline.children) }] : [inline];
    });
  if (block.type === 'code') return block;
  if (block.type === 'list') return { ...block, items: block.items.map(fitting) };
  return { ...block, children: fitting(block.children) };
}

function saysSomething(block: Block): boolean {
  if (block.type === 'code') return isVisible(block.text);
  if (block.type === 'list') return block.items.length > 0;
  return isVisible(wordsOf(block.children));
}
