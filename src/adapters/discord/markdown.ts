import { wordsOf } from '../../chat/cut.ts';
import type { Block, Inline } from '../../chat/rich.ts';
import { isVisible, legible } from '../../chat/text.ts';
import { parseUrl } from './address.ts';
import { isSnowflake } from './snowflake.ts';

/** Invisible: keeps what a person typed from reading as a mention, link or fence. */
const BREAK = '\u200B';

/** Whole addresses in text: shown as links without a preview, with nothing escaped inside. */
const ADDRESS = /https?:\/\/[^\s<>"\\]+[^\s<>"\\.,:;!?)\]'*_~`|]/gi;

/**
 * Plain text so that Discord shows it letter for letter: no markup, no mention, not even one that looks like it.
 * Who is really notified is decided by `allowed_mentions`; this is for the readers' eyes.
 */
export function escapeText(typed: string): string {
  const text = legible(typed);
  let out = '';
  let end = 0;
  for (const match of text.matchAll(ADDRESS)) {
    out += escapePlain(text.slice(end, match.index)) + bareLink(match[0]);
    end = match.index + match[0].length;
  }
  return out + escapePlain(text.slice(end));
}

export function renderBlocks(blocks: readonly Block[]): string {
  return blocks.map(renderBlock).filter(isVisible).join('\n\n');
}

export function renderInlines(inlines: readonly Inline[]): string {
  return renderAll(inlines, '');
}

/** Ids of the people a text notifies. */
export function pingsIn(inlines: readonly Inline[]): string[] {
  return inlines.flatMap((inline) => {
    if (inline.type === 'person') return inline.ping && isSnowflake(inline.userId) ? [inline.userId] : [];
    return 'children' in inline ? pingsIn(inline.children) : [];
  });
}

export function inlinesOf(block: Block): Inline[] {
  if (block.type === 'list') return block.items.flat();
  return block.type === 'code' ? [] : block.children;
}

function renderBlock(block: Block): string {
  switch (block.type) {
    case 'paragraph':
      return renderInlines(block.children);
    case 'quote':
      return quoted(renderInlines(block.children).trim());
    case 'code':
      return codeBlock(block.text);
    case 'list':
    default:
      return block.items
        .map(
          (item, index) =>
            `${block.ordered ? `${(block.start ?? 1) + index}.` : '-'} ${renderInlines(item).replaceAll('\n', '\n  ')}`,
        )
        .join('\n');
  }
}

/** Without anything in it, it would be three backticks. */
function codeBlock(text: string): string {
  const harmless = legible(text).replaceAll(/`(?=``)/g, `\`${BREAK}`);
  return isVisible(text) ? `\`\`\`\n${harmless}\n\`\`\`` : '';
}

function quoted(text: string): string {
  if (!isVisible(text)) return '';
  return text
    .split('\n')
    .map((line) => `> ${line}`)
    .join('\n');
}

const MARK = { bold: '**', italic: '*', strike: '~~' } as const;

/** Two markers that touch would be read as one: they are kept apart. */
function renderAll(inlines: readonly Inline[], open: string): string {
  return inlines.reduce((before, inline) => {
    const next = renderInline(inline, open);
    const touch =
      (inline.type in MARK && /[*~]$/.test(before) && /^[*~]/.test(next)) ||
      (inline.type === 'code' && before.endsWith('`'));
    return before + (touch ? BREAK : '') + next;
  }, '');
}

/** @param open markers already open around it: Discord cannot nest a marker in itself. */
function renderInline(inline: Inline, open: string): string {
  switch (inline.type) {
    case 'text':
      return escapeText(inline.text);
    case 'bold':
    case 'italic':
    case 'strike':
      return marked(inline, open);
    case 'code':
      return inlineCode(inline.text);
    case 'link':
      return renderLink(inline.url, inline.children, open);
    case 'break':
      return '\n';
    case 'person':
      return isSnowflake(inline.userId) ? `<@${inline.userId}>` : escapeText(inline.userId);
    case 'channel':
      return isSnowflake(inline.channelId) ? `<#${inline.channelId}>` : escapeText(inline.channelId);
    case 'time':
    default:
      return `<t:${Math.floor(inline.at.getTime() / 1_000)}:f>`;
  }
}

function marked({ type, children }: { type: keyof typeof MARK; children: Inline[] }, open: string): string {
  const mark = open.includes(type) || endsMarkers(children) ? '' : MARK[type];
  const inner = renderAll(children, `${open} ${type}`);
  const words = inner.trim();
  if (!words) return inner;
  // Markers next to a space are no markers.
  const start = inner.length - inner.trimStart().length;
  const apart =
    mark && `${/^[*~]/.test(words) ? BREAK : ''}${words}${/(?<!\\)[*~]$/.test(words) ? BREAK : ''}`;
  return `${inner.slice(0, start)}${mark}${apart || words}${mark}${inner.slice(start + words.length)}`;
}

/** Discord looks for the end of a marker inside code too, where nothing can be escaped. */
function endsMarkers(children: readonly Inline[]): boolean {
  return children.some((child) =>
    child.type === 'code' ? /[*~]/.test(child.text) : 'children' in child && endsMarkers(child.children),
  );
}

function inlineCode(text: string): string {
  const flat = legible(text).replaceAll('\n', ' ');
  return flat.includes('`') ? `\`\` ${flat.replaceAll(/`(?=`)/g, `\`${BREAK}`)} \`\`` : `\`${flat || ' '}\``;
}

function renderLink(url: string, children: Inline[], open: string): string {
  const label = renderAll(children, open);
  const parsed = parseUrl(url);
  const plain = wordsOf(children);
  if (parsed?.protocol === 'mailto:' || !parsed || !/^https?:$/.test(parsed.protocol)) {
    // Discord makes links of web addresses only; any other is shown for what it is.
    const address = parsed?.protocol === 'mailto:' ? decodeSafely(parsed.pathname) : url;
    return plain.trim() === address || !label ? escapeText(address) : `${label} (${escapeText(address)})`;
  }
  if (!label || plain.trim() === url) return bareLink(parsed.href);
  // Discord refuses a label that is itself an address, since it could lie about where it leads.
  const honest = label.replaceAll(/<(https?):\/\/([^\s>]*)>/g, `$1:${BREAK}//$2`).replaceAll('\n', ' ');
  return `[${honest}](<${encodeMarkup(parsed.href)}>)`;
}

function bareLink(url: string): string {
  return `<${encodeMarkup(url)}>`;
}

/** Markup characters inside an address, percent-encoded: they could close a marker around it. */
function encodeMarkup(url: string): string {
  return url.replace(
    /[<>()[\]*~`|\\\s]/g,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
  );
}

function escapePlain(text: string): string {
  return text
    .replace(/[\\*_~`|[\]<>]/g, '\\$&')
    .replace(/\\<(?=[@#:/]|a:|t:|id:)/g, `\\<${BREAK}`)
    .replace(/@(?=everyone|here)/gi, `@${BREAK}`)
    .replace(/^([^\S\n]*)([#+-])/gm, '$1\\$2')
    .replace(/^([^\S\n]*\d+)([.)])/gm, '$1\\$2');
}

function decodeSafely(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
