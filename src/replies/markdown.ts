import type { BlockContent, DefinitionContent, List, ListItem, RootContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmStrikethroughFromMarkdown } from 'mdast-util-gfm-strikethrough';
import { gfmStrikethrough } from 'micromark-extension-gfm-strikethrough';
import type { Block, Inline } from '../chat/rich.ts';
import { inlinesOf, linesOf } from './inlines.ts';

/**
 * Longer texts are taken as they are (characters). The parser's time grows with the square of the length for some
 * texts: 10,000 take half a second at worst, 40,000 more than a minute. Platforms show 2,000 to 4,000 in a message.
 */
const MAX_LENGTH = 10_000;
/** Asterisks, underlines, tildes and brackets: more than any honest text of that length has. */
const MAX_MARKS = 2_000;
/** Quotes and lists in one another that begin in the same line. */
const MAX_LEVELS = 10;
const DEEP = new RegExp(`^(?:[^\\S\\n]*(?:>|[-+*](?=\\s)|\\d{1,9}[.)](?=\\s))){${MAX_LEVELS}}`, 'm');

/**
 * What people do not expect to be markup stays visible text: HTML, indented lines, a dashed line under a text,
 * and `[note]: text`, which would vanish.
 */
const NOT_MARKUP = ['htmlText', 'htmlFlow', 'codeIndented', 'setextUnderline', 'definition'];

type Node = RootContent | BlockContent | DefinitionContent;

/**
 * Markdown as blocks. Never throws: what cannot be read as Markdown, or is far too long or tangled, is shown as typed. A line break stays one.
 * Links go to http, https and mailto only; pictures become links; headings become bold lines.
 */
export function parseMarkdown(markdown: string): Block[] {
  if (markdown.length > MAX_LENGTH || isTangled(markdown)) return asTyped(markdown);
  try {
    const { children } = fromMarkdown(markdown, {
      extensions: [gfmStrikethrough({ singleTilde: false }), { disable: { null: NOT_MARKUP } }],
      mdastExtensions: [gfmStrikethroughFromMarkdown()],
    });
    return children.flatMap(blocksOf);
  } catch {
    return asTyped(markdown);
  }
}

function isTangled(markdown: string): boolean {
  const marks = markdown.match(/\*+|_+|~~+|[[\]]/g)?.length ?? 0;
  return marks > MAX_MARKS || DEEP.test(markdown);
}

function asTyped(markdown: string): Block[] {
  const paragraphs = markdown.split(/\n[^\S\n]*\n\s*/).filter((part) => part.trim() !== '');
  return paragraphs.map((part) => ({ type: 'paragraph', children: linesOf(part.trim()) }));
}

function blocksOf(node: Node): Block[] {
  if (node.type === 'list') return listOf(node);
  if (node.type === 'code') return [{ type: 'code', text: node.value }];
  const children = flat(node, '');
  if (children.length === 0) return [];
  return [{ type: node.type === 'blockquote' ? 'quote' : 'paragraph', children }];
}

/** A list that does not count from 1 keeps its numbers as text: "2024. A good year" must not become number 1. */
function listOf(list: List): Block[] {
  const items = list.children.map(({ children }) => flatten(children));
  if (!list.ordered || (list.start ?? 1) === 1)
    return [{ type: 'list', ordered: list.ordered === true, items }];
  return [{ type: 'paragraph', children: numbered(list, '') }];
}

/** Blocks inside an item or a quote, one under the other. */
function flatten(nodes: readonly Node[], indent = ''): Inline[] {
  return joined(
    nodes.map((node, index) => {
      // Two paragraphs stay apart; a list belongs to the line above it.
      const gap: Inline[] = index > 0 && node.type === 'paragraph' ? [{ type: 'break' }] : [];
      return [...gap, ...flat(node, indent)];
    }),
  );
}

/** A block as lines of text. */
function flat(node: Node, indent: string): Inline[] {
  if (node.type === 'paragraph') return inlinesOf(node.children);
  if (node.type === 'heading') return [{ type: 'bold', children: inlinesOf(node.children, ['bold']) }];
  if (node.type === 'list') return numbered(node, indent);
  if (node.type === 'blockquote') return flatten(node.children, indent);
  if (node.type === 'code') return codeLines(node.value);
  if (node.type === 'thematicBreak') return [{ type: 'text', text: '———' }];
  return 'value' in node ? linesOf(node.value) : [];
}

function codeLines(text: string): Inline[] {
  return joined(text.split('\n').map((line) => (line ? [{ type: 'code', text: line }] : [])));
}

/** A list as lines of text, for where no list can be: inside another. */
function numbered({ children, ordered, start }: List, indent: string): Inline[] {
  const lines = children.map((item: ListItem, index): Inline[] => {
    const mark = ordered ? `${(start ?? 1) + index}. ` : '◦ ';
    return [{ type: 'text', text: `${indent}${mark}` }, ...flatten(item.children, `${indent}\u2003`)];
  });
  return joined(lines);
}

function joined(lines: Inline[][]): Inline[] {
  return lines
    .filter((line) => line.length > 0)
    .flatMap((line, index) => (index > 0 ? [{ type: 'break' as const }, ...line] : line));
}
