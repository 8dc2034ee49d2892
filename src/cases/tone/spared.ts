/** From `start` up to, not including, `end`. */
export interface Span {
  start: number;
  end: number;
}

/** The whole line, as Markdown's quotes are: `> as you wrote`. */
const QUOTED_LINE = /^[^\S\n]{0,3}>.*$/gm;
const CODE = /```[^]*?(?:```|$)|(?<!`)(`{1,2})(?!`)[^`\n]+\1(?!`)/g;
/** Words in quotation marks are somebody else's: the member's, or what the program says. Longer ones are not quotations. */
const IN_QUOTES = /"[^"\n]{1,200}"|[“„«][^“”„«»"\n]{1,200}[”“»]|»[^»«\n]{1,200}«/g;

/**
 * What is not judged: quotes, code, addresses and names written with an at sign. In order, not overlapping.
 * Takes time in proportion to the text.
 */
export function sparedIn(text: string): Span[] {
  const found = [
    ...[...text.matchAll(QUOTED_LINE), ...text.matchAll(CODE), ...text.matchAll(IN_QUOTES)].map(
      ({ 0: whole, index }) => ({ start: index, end: index + whole.length }),
    ),
    ...[...text.matchAll(/\S+/g)].flatMap(({ 0: run, index }) => addressIn(run, index)),
  ];
  return merged(found.toSorted((a, b) => a.start - b.start));
}

/** A web or mail address, an at-name or a name of the program's own (`MAX_FILE_SIZE`) in a run without spaces. */
function addressIn(run: string, at: number): Span[] {
  const colon = run.indexOf('://');
  const from = colon >= 0 ? colon : run.search(/@|www\.|mailto:|[\p{L}\p{N}]_[\p{L}\p{N}]/u);
  if (from < 0) return [];
  // The words of a Markdown link stand before the bracket: they are the writer's.
  const opened = Math.max(run.lastIndexOf('(', from), run.lastIndexOf('<', from)) + 1;
  return [{ start: at + opened, end: at + run.length }];
}

function merged(spans: Span[]): Span[] {
  const kept: Span[] = [];
  for (const span of spans) {
    const last = kept.at(-1);
    if (last && span.start <= last.end) last.end = Math.max(last.end, span.end);
    else kept.push({ ...span });
  }
  return kept;
}
