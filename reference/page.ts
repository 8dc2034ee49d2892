/** A page of docs/reference. */
export interface Page {
  /** Its name in docs/reference, without `.md`. */
  name: string;
  title: string;
  /** One sentence for the list of pages. */
  about: string;
  /** Markdown below the title; links are written as from docs/reference. */
  body: string;
}

/** Says that nobody edits it by hand, and how it is made again. */
export function pageText({ title, body }: Page): string {
  return [
    `# ${title}`,
    '',
    '<!-- Made by `npm run reference` from the program itself. Do not edit it by hand. -->',
    '',
    body.trim(),
    '',
  ].join('\n');
}
