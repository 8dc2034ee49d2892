/** A node of what sandbox/page/js/markup.js makes of a text. */
export interface Node {
  type: string;
  text?: string;
  raw?: string;
  url?: string;
  id?: string;
  name?: string | null;
  seconds?: number;
  format?: string;
  dialect?: string;
  fallback?: string;
  children?: Node[];
  lines?: Node[][];
  items?: Node[][];
}

// The page's files are plain JavaScript, as the browser gets them.
const markup = '../../../sandbox/page/js/markup.js';
const slackMarkup = '../../../sandbox/page/js/markup-slack.js';
export const { parseMarkup } = (await import(markup)) as {
  parseMarkup(text: string, dialect: string): Node[];
};
export const { typedFromSlack } = (await import(slackMarkup)) as {
  typedFromSlack(text: string, names: object): string;
};

export const text = (value: string): Node => ({ type: 'text', text: value });

/** The inline nodes of a text that is one paragraph. */
export function inline(value: string, dialect: string): Node[] | undefined {
  const [block, ...more] = parseMarkup(value, dialect);
  if (more.length > 0) throw new Error('the text has more than one paragraph');
  return block?.children;
}

/** Everything a person could read in a tree. */
export function readable(value: unknown): string {
  if (Array.isArray(value)) return value.map(readable).join('');
  if (typeof value !== 'object' || value === null) return '';
  const node = value as Node;
  return (
    (node.text ?? node.raw ?? '') + readable(node.children) + readable(node.lines) + readable(node.items)
  );
}
