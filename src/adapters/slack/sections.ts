import type { Block, Inline } from '../../chat/rich.ts';
import { escape, mrkdwn } from './mrkdwn.ts';
import type { NameOf } from './text.ts';

/** Longest text of a section block (characters). https://docs.slack.dev/reference/block-kit/blocks/section-block */
const SECTION_MAX = 3_000;
/** What a section is besides its text (characters of JSON). */
const SECTION_FRAME = 75;
/** Room for what is put around a piece of a quote or code: `>` per line, fences. */
const PIECE_MAX = 2_600;
/** With a mark before every line, of which every second may be empty. */
const QUOTE_PIECE_MAX = 2_000;

/**
 * Blocks as texts of sections, each of at most 3,000 characters, cut at a paragraph's, line's or word's end.
 * What does not fit into `room` characters of JSON is left out, which an ellipsis says.
 */
export function sectionTexts(blocks: readonly Block[], nameOf: NameOf, room: number): string[] {
  const sections: string[] = [];
  let left = room - SECTION_FRAME;
  for (const piece of blocks.flatMap((block) => pieces(block, nameOf))) {
    const text = cutToSize(piece, left);
    const last = sections.at(-1);
    const joins = last !== undefined && last.length + 2 + text.length <= SECTION_MAX;
    if (joins) sections[sections.length - 1] = `${last}\n\n${text}`;
    else sections.push(text);
    left -= sizeOf(text) + SECTION_FRAME;
    if (piece !== text || left <= 0) break;
  }
  return sections;
}

/** How long a part of a message is as JSON (characters): that is what Slack limits in all. */
export function sizeOf(part: unknown): number {
  return JSON.stringify(part).length;
}

/** At most `max` characters of mrkdwn, with an ellipsis where something is missing; never half an escape or link. */
export function cut(text: string, max: number): string {
  if (text.length <= max) return text;
  return `${text.slice(0, breakAt(text, Math.max(1, max - 1))).trimEnd()}…`;
}

function cutToSize(text: string, size: number): string {
  let shorter = text;
  for (let max = Math.min(text.length, size); sizeOf(shorter) > size && max > 1; max = Math.floor(max * 0.8))
    shorter = cut(text, max);
  return shorter;
}

function pieces(block: Block, nameOf: NameOf): string[] {
  switch (block.type) {
    case 'list':
      return splitLong(
        block.items
          .map((item, index) => listed(item, block.ordered ? `${index + 1}.` : '•', nameOf))
          .join('\n'),
        PIECE_MAX,
      );
    case 'quote':
      return splitLong(squeezed(mrkdwn(block.children, nameOf)), QUOTE_PIECE_MAX).map(quoted);
    case 'code':
      return splitLong(escape(block.text.replaceAll('```', 'ˋˋˋ')), PIECE_MAX).map(
        (text) => `\`\`\`\n${text}\n\`\`\``,
      );
    case 'paragraph':
    default:
      return splitLong(mrkdwn(block.children, nameOf), PIECE_MAX);
  }
}

/** Every line of a quote gets a mark of its own; empty lines beyond one are not worth it. */
function squeezed(text: string): string {
  return text.replaceAll(/\n{3,}/g, '\n\n').trim();
}

function quoted(text: string): string {
  return text
    .split('\n')
    .map((line) => `>${line}`)
    .join('\n');
}

function listed(item: Inline[], bullet: string, nameOf: NameOf): string {
  return `${bullet} ${mrkdwn(item, nameOf).replaceAll('\n', '\n    ')}`;
}

function splitLong(text: string, max: number): string[] {
  const parts: string[] = [];
  let rest = text;
  while (rest.length > max) {
    const at = breakAt(rest, max) || max;
    parts.push(rest.slice(0, at).trimEnd());
    rest = rest.slice(at).replace(/^\s+/, '');
  }
  return [...parts, rest].filter((part) => part.trim() !== '');
}

/** The best place at or before `max` to break: after a paragraph, a line, a word, or where nothing is torn apart. */
function breakAt(text: string, max: number): number {
  const head = text.slice(0, max);
  for (const end of ['\n\n', '\n', ' ']) {
    const at = head.lastIndexOf(end);
    if (at > max / 2 && !/<[^<>\n]*$/.test(head.slice(0, at))) return at;
  }
  const torn = /(?:&[a-z]{0,3}|<[^<>\n]*|[\uD800-\uDBFF])$/.exec(head);
  return torn ? torn.index : max;
}
