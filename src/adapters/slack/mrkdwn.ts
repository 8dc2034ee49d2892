import type { Inline } from '../../chat/rich.ts';
import { legible } from '../../chat/text.ts';
import type { NameOf } from './text.ts';

/**
 * Characters that look like Slack's markup and mean nothing to it. Slack has no escape for its markup; where a typed
 * character could start formatting it is replaced by its likeness, elsewhere (snake_case, 2*3) it stays.
 */
const LIKENESS: Readonly<Record<string, string>> = { '*': '∗', _: 'ˍ', '~': '∼', '`': 'ˋ' };
/** Separates a marker from a letter it touches, else Slack does not see the marker. */
const ZERO_WIDTH = '\u200B';
const MARKERS = { bold: '*', italic: '_', strike: '~' } as const;
/**
 * Longest address and label of a link (characters), so that no link is longer than what fits into one piece. A longer label
 * stands in front of its address.
 */
const ADDRESS_MAX = 1_400;
const LABEL_MAX = 100;
const SAFE_SCHEMES = new Set(['http:', 'https:', 'mailto:']);

/** The three characters that Slack wants escaped. https://docs.slack.dev/messaging/formatting-message-text */
export function escape(text: string): string {
  return legible(text)
    .toWellFormed()
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}

/**
 * Inlines as Slack mrkdwn, in which nothing a person typed formats, links or pings.
 * A person who is not to be pinged is written by name: every `<@…>` in a new message notifies.
 */
export function mrkdwn(inlines: readonly Inline[], nameOf: NameOf): string {
  return joined(inlines.map((inline) => written(inline, nameOf, false)));
}

/** Inlines without any form, for notifications and labels. Not escaped. */
export function unformatted(inlines: readonly Inline[], nameOf: NameOf): string {
  return inlines.map((inline) => words(inline, nameOf)).join('');
}

/** The address as Slack takes it between `<` and `>`; null when it may not become a link. */
export function safeAddress(url: string): string | null {
  if (!URL.canParse(url)) return null;
  const { protocol, href } = new URL(url);
  if (!SAFE_SCHEMES.has(protocol)) return null;
  return href.replaceAll('|', '%7C').replaceAll('<', '%3C').replaceAll('>', '%3E').replaceAll(' ', '%20');
}

/** Text in which no character can start formatting. @param styled inside a marker, where any would also end it. */
function harmless(typed: string, styled: boolean): string {
  const text = legible(typed);
  const quiet = styled
    ? text.replaceAll(/[*_~`]/g, likeness)
    : text.replaceAll(/`|(?<![\p{L}\p{N}])[*_~]+/gu, (marks) => marks.replaceAll(/./g, likeness));
  return escape(quiet.replaceAll(/^[ \t]*>+/gm, (marks) => marks.replaceAll('>', '›')));
}

/** What stands for a character of markup. */
function likeness(mark: string): string {
  return LIKENESS[mark] ?? mark;
}

/** A piece, and whether it begins and ends with one of our own markers. */
interface Piece {
  text: string;
  marked: boolean;
}

function written(inline: Inline, nameOf: NameOf, styled: boolean): Piece {
  switch (inline.type) {
    case 'bold':
    case 'italic':
    case 'strike':
      return marked(
        joined(inline.children.map((child) => written(child, nameOf, true))),
        MARKERS[inline.type],
      );
    case 'code':
      return marked(
        escape(
          legible(inline.text)
            .replaceAll('`', 'ˋ')
            .replaceAll(/\s*\n\s*/g, ' '),
        ),
        '`',
      );
    case 'link':
      return { text: linked(inline.url, unformatted(inline.children, nameOf)), marked: false };
    case 'person':
      return {
        text: inline.ping ? mention(inline.userId, nameOf) : harmless(`@${nameOf(inline.userId)}`, styled),
        marked: false,
      };
    case 'channel':
      return { text: /^[A-Z0-9]+$/.test(inline.channelId) ? `<#${inline.channelId}>` : '', marked: false };
    case 'time':
      return { text: moment(inline.at), marked: false };
    case 'break':
      return { text: '\n', marked: false };
    case 'text':
    default:
      return { text: harmless(inline.text, styled), marked: false };
  }
}

function mention(userId: string, nameOf: NameOf): string {
  return /^[A-Z0-9]+$/.test(userId) ? `<@${userId}>` : harmless(`@${nameOf(userId)}`, false);
}

function linked(url: string, label: string): string {
  const target = safeAddress(url)?.replaceAll('&', '&amp;');
  if (!target || target.length > ADDRESS_MAX)
    return harmless(label && label !== url ? `${label} (${url})` : url, false);
  const text = label.replaceAll(/\s+/g, ' ').trim();
  if (!text || text === url) return `<${target}>`;
  if (text.length > LABEL_MAX) return `${harmless(text, false)} (<${target}>)`;
  return `<${target}|${harmless(text, true).replaceAll('|', '∣')}>`;
}

/** Shown in each reader's zone; the part after `|` is for those who can't. */
function moment(at: Date): string {
  const seconds = Math.floor(at.getTime() / 1_000);
  return `<!date^${seconds}^{date_short_pretty} {time}|${spelledOut(at)}>`;
}

function spelledOut(at: Date): string {
  return `${at.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}

/** A marker per line, because none reaches over a line's end, and none around what is only space. */
function marked(text: string, marker: string): Piece {
  const lines = text
    .split('\n')
    .map((line) => line.replace(/^(\s*)(.*?\S)(\s*)$/, `$1${marker}$2${marker}$3`));
  return { text: lines.join('\n'), marked: true };
}

function joined(pieces: readonly Piece[]): string {
  // Characters that nobody can read leave nothing behind, and what is before and after them touches.
  const seen = pieces.filter(({ text }) => text !== '');
  return seen.reduce((before, piece, index) => {
    const touches = (piece.marked || seen[index - 1]?.marked) && /\S$/.test(before) && /^\S/.test(piece.text);
    return before + (touches ? ZERO_WIDTH : '') + piece.text;
  }, '');
}

function words(inline: Inline, nameOf: NameOf): string {
  switch (inline.type) {
    case 'text':
    case 'code':
      return inline.text;
    case 'break':
      return '\n';
    case 'person':
      return `@${nameOf(inline.userId)}`;
    case 'channel':
      return `#${inline.channelId}`;
    case 'time':
      return spelledOut(inline.at);
    case 'bold':
    case 'italic':
    case 'strike':
    case 'link':
    default:
      return unformatted(inline.children, nameOf);
  }
}
