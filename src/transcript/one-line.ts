/** Controls, and the marks that turn the direction of the text behind them: turned around, `gpj.exe` looks like `exe.jpg`. */
const DISTURBING = /[\p{Cc}\u200E\u200F\u202A-\u202E\u2066-\u2069]+/gu;

/** A name as one line of text that disturbs nothing around it. */
export function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').replaceAll(DISTURBING, '').trim();
}
