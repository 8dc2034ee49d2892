/** A table; what has line breaks or bars in it is made fit. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|').replaceAll('\n', '<br>')).join(' | ')} |`.replaceAll(
      /\| {2,}(?=\|)/g,
      '| ',
    );
  return [line(head), `|${head.map(() => '---').join('|')}|`, ...rows.map(line)].join('\n');
}

export function code(text: string): string {
  return `\`${text}\``;
}

export function fenced(language: string, text: string): string {
  return `\`\`\`${language}\n${text.trimEnd()}\n\`\`\``;
}

/**
 * Plain words of ours as Markdown: what looks like a tag is shown as it is, and a document that is named becomes a link, as from
 * docs/reference. What is code already stays as it is.
 */
export function plain(words: string): string {
  return words
    .split(/(`[^`]*`)/)
    .map((part) => (part.startsWith('`') ? part : escaped(part)))
    .join('');
}

function escaped(words: string): string {
  return words
    .replaceAll('<', '&lt;')
    .replaceAll('*', '\\*')
    .replace(/\bdocs\/([a-z-]+)\.md(#[a-z-]+)?/g, '[$1](../$1.md$2)');
}
