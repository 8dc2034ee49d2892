/** Characters: with fewer of them in front of the cut, a paragraph is not worth breaking. */
const WORTH_BREAKING = 200;

/** Characters behind a place that can matter to what it is. */
const SEEN_BEHIND = 1_000;

const sentences = new Intl.Segmenter('en', { granularity: 'sentence' });
const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** A stretch of a text. Where it is broken, only space stands there, or nothing. */
export interface Stretch {
  start: number;
  end: number;
}

/**
 * The best place to break a text of which `max` characters fit: after a line or a sentence that fills more than half, else
 * after a word, else between two characters as people see them. At least one character stands before it.
 * @param links stretches which are better not cut through
 */
export function bestBreak(text: string, max: number, links: readonly Stretch[] = []): Stretch {
  const coarse = [lineEnd(text, max), sentenceStart(text, max)].find((at) => at > max / 2);
  const at = coarse ?? (wordStart(text, max) || characterStart(text, max));
  const through = links.find(({ start, end }) => start < at && at < end && start > max / 2);
  return spaceAround(text, through?.start ?? at);
}

/** As `bestBreak`, where other words stand in front already: null when nothing of this text is worth standing there too. */
export function breakWorthIt(text: string, max: number): Stretch | null {
  if (max < WORTH_BREAKING) return null;
  const at = Math.max(lineEnd(text, max), sentenceStart(text, max));
  return at < WORTH_BREAKING ? null : spaceAround(text, at);
}

/** In code: after a line, else between two characters. Space stays, since it means something there. */
export function breakInCode(text: string, max: number): Stretch {
  const line = lineEnd(text, max);
  if (line > 0) return { start: line, end: line + 1 };
  const at = characterStart(text, max);
  return { start: at, end: at };
}

/** 0: there is none. */
function lineEnd(text: string, max: number): number {
  return Math.max(0, text.lastIndexOf('\n', max));
}

function sentenceStart(text: string, max: number): number {
  const next = max + spaceAt(text, max);
  return sentences.segment(text.slice(0, next + SEEN_BEHIND)).containing(next)?.index ?? max;
}

/** 0: the first word is too long. */
function wordStart(text: string, max: number): number {
  return spaceAt(text, max) > 0 ? max : text.slice(0, max).search(/\s\S*$/) + 1;
}

function characterStart(text: string, max: number): number {
  const whole = graphemes.segment(text.slice(0, max + SEEN_BEHIND)).containing(max)?.index ?? max;
  if (whole > 0) return whole;
  const [first = ''] = text;
  const inPair = /[\uD800-\uDBFF]/.test(text[max - 1] ?? '') && max < text.length;
  return Math.max(first.length, inPair ? max - 1 : max);
}

function spaceAt(text: string, at: number): number {
  return /\s*/y.exec(text.slice(at))?.[0].length ?? 0;
}

function spaceAround(text: string, at: number): Stretch {
  return { start: text.slice(0, at).trimEnd().length, end: at + spaceAt(text, at) };
}
