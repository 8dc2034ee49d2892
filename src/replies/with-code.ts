import { CODE_PLACES } from '../cases/gift.ts';
import { code as codeOf, text, type Block, type Inline } from '../chat/rich.ts';

/**
 * An answer with the gift's code in its place, for the moment it is delivered. The code is shown letter for letter, whatever
 * is in it.
 */
export function withCode(blocks: readonly Block[], code: string): Block[] {
  return blocks.map((block): Block => {
    if (block.type === 'code') return { ...block, text: literally(block.text, code) };
    if (block.type === 'list') return { ...block, items: block.items.map((item) => inLine(item, code)) };
    return { ...block, children: inLine(block.children, code) };
  });
}

function inLine(inlines: readonly Inline[], code: string): Inline[] {
  return inlines.flatMap((inline): Inline[] => {
    if (inline.type === 'code') return [{ ...inline, text: literally(inline.text, code) }];
    if (inline.type === 'text') return inText(inline.text, code);
    return 'children' in inline ? [{ ...inline, children: inLine(inline.children, code) }] : [inline];
  });
}

function literally(words: string, code: string): string {
  return apart(words).join(code);
}

function inText(words: string, code: string): Inline[] {
  return apart(words).flatMap((part, index) => [
    ...(index > 0 ? [codeOf(code)] : []),
    ...(part ? [text(part)] : []),
  ]);
}

/** What stands around the places for the code. */
function apart(words: string): string[] {
  return CODE_PLACES.reduce((parts, place) => parts.flatMap((part) => part.split(place)), [words]);
}
