/** Controls, and the marks that turn the direction of the text after them: they have no business in a name. */
const INVISIBLE = /[\p{Cc}\u200E\u200F\u202A-\u202E\u2066-\u2069]+/gu;

/** A value as one line of plain text: what people see of it, without what could disturb the text around it. */
export function plainLine(value: string): string {
  return value.toWellFormed().replace(/\s+/gu, ' ').replace(INVISIBLE, '').trim();
}

/**
 * A value so that Markdown shows it letter for letter, wherever a template puts it. Only what could become markup
 * is escaped, because people see this text when they edit a draft.
 */
export function escapeMarkdown(value: unknown): string {
  const line = plainLine(asText(value));
  const inside = line
    .replace(/[\\`*_~[\]<]/g, '\\$&')
    // `&lt;` would turn into another sign; `R&D` would not.
    .replace(/&(?=#?\w*(?:;|$))/g, '\\&')
    .replace(/!$/, '\\!');
  // At the start of a line these would be a heading, a quote, a list or a rule.
  const start = inside.replace(/^(?:[#>+=-]|\d{1,9}(?=[.)]))/, (mark) =>
    /\d/.test(mark) ? mark : `\\${mark}`,
  );
  return start
    .replace(/^(\d{1,9})([.)])/, '$1\\$2')
    .replace(/^\d(?=\d{0,8}$)/, (digit) => `&#${digit.charCodeAt(0)};`);
}

/** Liquid prints texts, numbers and lists of texts; anything else cannot come from our values. */
function asText(value: unknown): string {
  if (Array.isArray(value)) return value.map(asText).join(', ');
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}
