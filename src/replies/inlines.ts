import type { Image, Link, PhrasingContent } from 'mdast';
import type { Inline } from '../chat/rich.ts';

type Style = 'bold' | 'italic' | 'strike';

const STYLE_OF: Record<'strong' | 'emphasis' | 'delete', Style> = {
  strong: 'bold',
  emphasis: 'italic',
  delete: 'strike',
};

/** What a line of Markdown says. `within` are the styles around it: bold in bold is bold, however deep. */
export function inlinesOf(nodes: readonly PhrasingContent[], within: readonly Style[] = []): Inline[] {
  return nodes.flatMap((node) => inlineOf(node, within));
}

/** Plain text with its line breaks. */
export function linesOf(text: string): Inline[] {
  return text
    .split(/\r?\n|\r/)
    .flatMap((line, index): Inline[] => [
      ...(index > 0 ? [{ type: 'break' as const }] : []),
      ...(line ? [{ type: 'text' as const, text: line }] : []),
    ]);
}

function inlineOf(node: PhrasingContent, within: readonly Style[]): Inline[] {
  switch (node.type) {
    case 'text':
    case 'html':
      return linesOf(node.value);
    case 'strong':
    case 'emphasis':
    case 'delete': {
      const type = STYLE_OF[node.type];
      if (within.includes(type)) return inlinesOf(node.children, within);
      return [{ type, children: inlinesOf(node.children, [...within, type]) }];
    }
    case 'inlineCode':
      return [{ type: 'code', text: node.value }];
    case 'break':
      return [{ type: 'break' }];
    case 'link':
      return linkTo(node, inlinesOf(node.children, within));
    case 'image':
      return linkTo(node, linesOf(node.alt ?? ''));
    // These cannot come up: what defines them is switched off.
    case 'linkReference':
      return inlinesOf(node.children, within);
    case 'imageReference':
    case 'footnoteReference':
      break;
  }
  return [];
}

/** An address of another kind is shown behind its label instead of followed: nothing is hidden, nothing runs. */
function linkTo({ url }: Link | Image, label: Inline[]): Inline[] {
  const children: Inline[] = label.length > 0 ? label : [{ type: 'text', text: url }];
  if (isSafe(url)) return [{ type: 'link', url, children }];
  const isOwnLabel =
    url === '' || (children.length === 1 && children[0]?.type === 'text' && children[0].text === url);
  return isOwnLabel ? children : [...children, { type: 'text', text: ` (${url})` }];
}

function isSafe(url: string): boolean {
  return URL.canParse(url) && ['http:', 'https:', 'mailto:'].includes(new URL(url).protocol);
}
