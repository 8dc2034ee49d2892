import type { Block, Inline } from './rich.ts';

/** What a person, a channel, a moment counts as: one character that no text has. */
const REFERENCE = '\uFFFC';

/** A line's words, in which one character stands for each break and reference: places in it are what `cutInlines` counts. */
export function wordsOf(inlines: readonly Inline[]): string {
  return inlines.map(wordsIn).join('');
}

/** How many characters blocks have without their markup: found quickly, for what is far too long. */
export function lengthOf(blocks: readonly Block[]): number {
  return blocks.reduce((sum, block) => {
    if (block.type === 'code') return sum + block.text.length;
    const lines = block.type === 'list' ? block.items : [block.children];
    return sum + lines.reduce((length, line) => length + wordsOf(line).length, 0);
  }, 0);
}

/** The line up to a place and from another one on. Whatever form is open at the cut is closed, and opened again. */
export function cutInlines(
  inlines: readonly Inline[],
  to: number,
  from: number,
): [before: Inline[], after: Inline[]] {
  return [cutAt(inlines, to)[0], cutAt(inlines, from)[1]];
}

/** Where the links of a line stand in its words. */
export function linksIn(inlines: readonly Inline[], offset = 0): { start: number; end: number }[] {
  let start = offset;
  return inlines.flatMap((inline) => {
    const here = start;
    start += wordsIn(inline).length;
    if (inline.type === 'link') return [{ start: here, end: start }];
    return 'children' in inline ? linksIn(inline.children, here) : [];
  });
}

/** A link as its words and, where they do not say it, its address. */
export function unlinked(link: Inline & { type: 'link' }): Inline[] {
  const { url, children } = link;
  return wordsOf(children).trim() === url ? children : [...children, { type: 'text', text: ` (${url})` }];
}

function wordsIn(inline: Inline): string {
  if ('text' in inline) return inline.text;
  if ('children' in inline) return wordsOf(inline.children);
  return inline.type === 'break' ? '\n' : REFERENCE;
}

function cutAt(inlines: readonly Inline[], at: number): [Inline[], Inline[]] {
  const before: Inline[] = [];
  const after: Inline[] = [];
  let left = at;
  for (const inline of inlines) {
    const { length } = wordsIn(inline);
    if (length <= left) before.push(inline);
    else if (left <= 0) after.push(inline);
    else {
      const [head, tail] = cutOne(inline, left);
      before.push(head);
      after.push(tail);
    }
    left -= length;
  }
  return [before, after];
}

/** Only what has several characters can be cut. */
function cutOne(inline: Inline, at: number): [Inline, Inline] {
  if ('text' in inline) {
    const { text } = inline;
    return [
      { ...inline, text: text.slice(0, at) },
      { ...inline, text: text.slice(at) },
    ];
  }
  if (!('children' in inline)) return [inline, inline];
  const [head, tail] = cutAt(inline.children, at);
  return [
    { ...inline, children: head },
    { ...inline, children: tail },
  ];
}
