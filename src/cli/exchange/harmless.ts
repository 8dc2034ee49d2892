// What a spreadsheet would take for the beginning of a formula: at the beginning of a text, and behind what one with commas for
// decimals takes for the beginning of the next cell. https://owasp.org/www-community/attacks/CSV_Injection
const BEGINS = '(?<=(?:^|[;,\\t\\r\\n])[^\\S\\t\\r\\n]*\\p{Cf}*)';
const FORMULA = '(?=[=+\\-@＝＋－＠])';

const UNMARKED = new RegExp(`${BEGINS}(?='*[=+\\-@＝＋－＠])`, 'gu');
const MARKED = new RegExp(`${BEGINS}'(?='*${FORMULA.slice(3, -1)})`, 'gu');

/** A text that no spreadsheet runs: an apostrophe stands in front of every such place. `harmful` takes them away again. */
export function harmless(text: string): string {
  return text.replaceAll(UNMARKED, "'");
}

/** What `harmless` was given. */
export function harmful(text: string): string {
  return text.replaceAll(MARKED, '');
}
