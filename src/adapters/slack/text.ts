import { storable } from '../../chat/text.ts';

/** What a person is called; their id where nothing is known. */
export type NameOf = (userId: string) => string;
/** The character for Slack's short name of an emoji, or `:name:`. */
export type CharacterOf = (shortName: string) => string;

/** Slack's own markers in a message's text. https://docs.slack.dev/messaging/formatting-message-text */
const MARKER = /<([^<>]*)>/g;
const SHORT_NAME = /(?<![\p{L}\p{N}:]):([a-z0-9_+'-]+(?:::skin-tone-\d)?):/gu;

/** Ids of the people a text mentions. */
export function mentionedIn(text: string): string[] {
  return [...text.matchAll(/<@([A-Z0-9]+)(?:\|[^<>]*)?>/g)].flatMap(([, id]) => id ?? []);
}

/** A stored text as people read it: mentions by name, links with their address, emoji and entities as characters; storable. */
export function plainText(text: string, nameOf: NameOf, characterOf: CharacterOf): string {
  return readable(text, characterOf, (id, label) => `@${nameOf(id) === id ? label || id : nameOf(id)}`);
}

/** The line of a slash command for our parser: like `plainText`, but who is mentioned stays known as `<@U123|Mia Holm>`. */
export function typedLine(text: string, nameOf: NameOf, characterOf: CharacterOf): string {
  return readable(text, characterOf, (id, label) => {
    const name = nameOf(id) === id ? label || id : nameOf(id);
    return `<@${id}|${name.replaceAll(/[<>|]/g, '')}>`;
  });
}

type Mention = (userId: string, label: string) => string;

function readable(text: string, characterOf: CharacterOf, mention: Mention): string {
  let plain = '';
  let end = 0;
  for (const match of text.matchAll(MARKER)) {
    plain += spoken(text.slice(end, match.index), characterOf) + marker(match[1] ?? '', mention);
    end = match.index + match[0].length;
  }
  return storable(plain + spoken(text.slice(end), characterOf));
}

function marker(content: string, mention: Mention): string {
  const bar = content.indexOf('|');
  const target = decoded(bar < 0 ? content : content.slice(0, bar));
  const label = bar < 0 ? '' : decoded(content.slice(bar + 1));
  const rest = target.slice(1);
  if (target.startsWith('@')) return mention(rest, label);
  if (target.startsWith('#')) return `#${label || rest}`;
  if (target.startsWith('!')) return special(rest, label);
  const address = target.replace(/^(mailto|tel):/, '');
  return !label || label === address || target.endsWith(`//${label}`) ? address : `${label} (${address})`;
}

/** `<!here>`, `<!subteam^S1|@mods>`, `<!date^1^{date}|yesterday>`. */
function special(name: string, label: string): string {
  if (name.startsWith('date^')) return label;
  if (name.startsWith('subteam^')) return label ? `@${label.replace(/^@/, '')}` : '@group';
  return `@${name}`;
}

function spoken(text: string, characterOf: CharacterOf): string {
  return decoded(text.replaceAll(SHORT_NAME, (_, name: string) => characterOf(name)));
}

function decoded(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}
