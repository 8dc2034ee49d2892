/**
 * Text with form, in the language between us and the platforms. Strings are plain and untrusted:
 * adapters escape them, so nothing a person typed can become a mention or markup.
 */
export type Inline =
  | { type: 'text'; text: string }
  | { type: 'bold' | 'italic' | 'strike'; children: Inline[] }
  | { type: 'code'; text: string }
  /** Only http, https and mailto; adapters print any other address as plain text. */
  | { type: 'link'; url: string; children: Inline[] }
  | { type: 'break' }
  /** A person of the same workspace by name; `ping` notifies them. */
  | { type: 'person'; userId: string; ping: boolean }
  | { type: 'channel'; channelId: string }
  /** A moment, shown in each reader's own time zone. */
  | { type: 'time'; at: Date };

export type Block =
  | { type: 'paragraph'; children: Inline[] }
  /** `start`: the number of the first item, 1 without it. */
  | { type: 'list'; ordered: boolean; start?: number; items: Inline[][] }
  | { type: 'quote'; children: Inline[] }
  | { type: 'code'; text: string };

export const text = (value: string): Inline => ({ type: 'text', text: value });
export const bold = (value: string): Inline => ({ type: 'bold', children: [text(value)] });
export const code = (value: string): Inline => ({ type: 'code', text: value });
export const link = (label: string, url: string): Inline => ({ type: 'link', url, children: [text(label)] });
export const person = (userId: string): Inline => ({ type: 'person', userId, ping: false });
export const ping = (userId: string): Inline => ({ type: 'person', userId, ping: true });
export const channel = (channelId: string): Inline => ({ type: 'channel', channelId });
export const time = (at: Date): Inline => ({ type: 'time', at });

/** Strings and inlines in order, as one line. */
export function inlines(...parts: (string | Inline)[]): Inline[] {
  return parts.map((part) => (typeof part === 'string' ? text(part) : part));
}

/** A paragraph from strings and inlines in order. */
export function paragraph(...parts: (string | Inline)[]): Block {
  return { type: 'paragraph', children: inlines(...parts) };
}
