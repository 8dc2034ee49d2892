import type { Directory } from './directory.ts';
import type { EmojiNames } from './emoji.ts';

const URL = /https?:\/\/[^\s<>]+[^\s<>.,;:!?)\]'"]/g;

/** `&`, `<` and `>` as Slack wants and keeps them. https://docs.slack.dev/messaging/formatting-message-text */
function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/**
 * What Slack keeps of what a person typed: escaped, addresses in angle brackets, emoji as `:name:`,
 * `@name` of a person, group or everyone and `#channel` as references.
 * @param labels with the names in the references, as in the text of a slash command.
 */
export function keptText(typed: string, directory: Directory, emoji: EmojiNames, labels = false): string {
  const references = referencesOf(directory, labels);
  const words = (text: string) => withEmoji(withReferences(escaped(text), references), emoji);
  let kept = '';
  let end = 0;
  for (const match of typed.matchAll(URL)) {
    kept += `${words(typed.slice(end, match.index))}<${escaped(match[0])}>`;
    end = match.index + match[0].length;
  }
  return kept + words(typed.slice(end));
}

type Reference = [typed: string, kept: string];

function referencesOf(directory: Directory, labels: boolean): Reference[] {
  const people = directory.people().flatMap(({ id, name, handle }): Reference[] => {
    const kept = labels ? `<@${id}|${handle}>` : `<@${id}>`;
    return [
      [`@${name}`, kept],
      [`@${handle}`, kept],
    ];
  });
  const groups = directory
    .groups()
    .map(({ id, name }): Reference => [
      `@${name}`,
      labels ? `<!subteam^${id}|@${name}>` : `<!subteam^${id}>`,
    ]);
  const channels = directory.channels().map(({ id, name }): Reference => [`#${name}`, `<#${id}|${name}>`]);
  const all = ['here', 'channel', 'everyone'].map((name): Reference => [`@${name}`, `<!${name}>`]);
  // The longest first, so that @Alma Berg is not taken for somebody called Alma.
  return [...people, ...groups, ...channels, ...all].toSorted(([a], [b]) => b.length - a.length);
}

function withReferences(text: string, references: Reference[]): string {
  if (!/[@#]/.test(text)) return text;
  const pattern = new RegExp(
    `(?<![\\w@#])(?:${references.map(([typed]) => literally(typed)).join('|')})(?![\\w-])`,
    'giu',
  );
  const kept = new Map(references.map(([typed, reference]) => [typed.toLowerCase(), reference]));
  return text.replaceAll(pattern, (found) => kept.get(found.toLowerCase()) ?? found);
}

function withEmoji(text: string, emoji: EmojiNames): string {
  // The flag v is newer than the compile target's syntax, not than the Node it runs on.
  return text.replaceAll(new RegExp('\\p{RGI_Emoji}', 'gv'), (found) => {
    const name = emoji.nameOf(found);
    return name ? `:${name}:` : found;
  });
}

function literally(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
}
