import { lengthOf } from '../../chat/cut.ts';
import { fittingBlocks } from '../../chat/fit.ts';
import type { Block, Inline } from '../../chat/rich.ts';
import { partsOf } from '../../chat/split.ts';
import { isVisible, legible } from '../../chat/text.ts';
import { escape, mrkdwn } from './mrkdwn.ts';
import type { NameOf } from './text.ts';

/** Longest text of a section block (characters). https://docs.slack.dev/reference/block-kit/blocks/section-block */
const SECTION_MAX = 3_000;
/** What a section is besides its text (characters of JSON). */
const SECTION_FRAME = 75;

/**
 * Blocks as texts of sections, each of at most 3,000 characters, broken at a paragraph's, line's or word's end.
 * What does not fit into `room` characters of JSON is left out, which an ellipsis says.
 */
export function sectionTexts(blocks: readonly Block[], nameOf: NameOf, room: number): string[] {
  const written = (some: readonly Block[]) => blocksText(some, nameOf);
  // What is far longer is not written out to find that.
  const fits = (some: readonly Block[]) =>
    lengthOf(some) <= 2 * SECTION_MAX && written(some).length <= SECTION_MAX;
  const sections: string[] = [];
  let left = room;
  for (const part of partsOf(blocks, fits)) {
    left -= SECTION_FRAME;
    const size = left;
    const fitting = fittingBlocks(part, (some) => fits(some) && sizeOf(written(some)) <= size);
    const text = written(fitting);
    if (isVisible(text)) sections.push(text);
    left -= sizeOf(text);
    if (text !== written(part)) break;
  }
  return sections;
}

/** About how long blocks are as sections, at most (characters of JSON). */
export function sizeAsSections(blocks: readonly Block[], nameOf: NameOf): number {
  const text = blocksText(blocks, nameOf);
  // Two sections that follow each other would not have fitted into one.
  return sizeOf(text) + SECTION_FRAME * (2 + (2 * text.length) / SECTION_MAX);
}

/** How long a part of a message is as JSON (characters): that is what Slack limits in all. */
export function sizeOf(part: unknown): number {
  return JSON.stringify(part).length;
}

function blocksText(blocks: readonly Block[], nameOf: NameOf): string {
  const texts = blocks
    .map((block) => ({ block, text: blockText(block, nameOf) }))
    .filter(({ text }) => isVisible(text));
  return texts
    .map(({ block, text }, index) => {
      const next = texts[index + 1];
      if (!next) return text;
      return text + (isHeading(block) && next.block.type === 'list' ? '\n' : '\n\n');
    })
    .join('');
}

/** A bold line, which belongs to the list below it. */
function isHeading(block: Block): boolean {
  return (
    block.type === 'paragraph' &&
    block.children.length > 0 &&
    block.children.every(({ type }) => type === 'bold')
  );
}

function blockText(block: Block, nameOf: NameOf): string {
  switch (block.type) {
    case 'list':
      return block.items
        .map((item, index) => listed(item, block.ordered ? `${(block.start ?? 1) + index}.` : '•', nameOf))
        .join('\n');
    case 'quote':
      return quoted(squeezed(mrkdwn(block.children, nameOf)));
    case 'code':
      return (
        block.text.trim() &&
        `\`\`\`\n${escape(legible(block.text).replaceAll(/`{3,}/g, (fence) => 'ˋ'.repeat(fence.length)))}\n\`\`\``
      );
    case 'paragraph':
    default:
      return mrkdwn(block.children, nameOf);
  }
}

/** Every line of a quote gets a mark of its own; empty lines beyond one are not worth it. */
function squeezed(text: string): string {
  return text.replaceAll(/\n{3,}/g, '\n\n').trim();
}

function quoted(text: string): string {
  if (!isVisible(text)) return '';
  return text
    .split('\n')
    .map((line) => `>${line}`)
    .join('\n');
}

function listed(item: Inline[], bullet: string, nameOf: NameOf): string {
  return `${bullet} ${mrkdwn(item, nameOf).replaceAll('\n', '\n    ')}`;
}
