/** A piece of a search as it was typed. */
export interface Token {
  /** Where it begins, from 1. */
  place: number;
  isNot: boolean;
  /** What stands before the colon, in small letters; null for words. */
  filter: string | null;
  /** Without quotes. */
  text: string;
  isQuoted: boolean;
}

const QUOTES = '"“”„«»';
/** A filter is letters with a colon behind them; `https://…` is an address. */
const FILTER = /^(\p{L}{1,20}):(?!\/\/)/u;

/** Takes what somebody typed apart. Whatever it is, nothing is thrown: a quote without its other half is no quote. */
export function tokensOf(typed: string): Token[] {
  // What cannot be seen separates like a blank, so that places stay where people see them.
  const line = typed.replaceAll(/[\p{Cc}\p{Zs}\p{Zl}\p{Zp}]/gu, ' ');
  const tokens: Token[] = [];
  let at = 0;
  while (at < line.length) {
    if (line[at] === ' ') {
      at += 1;
      continue;
    }
    const place = at + 1;
    const isNot = /^[-−–][^\s-]/.test(line.slice(at, at + 3));
    if (isNot) at += 1;
    const filter = FILTER.exec(line.slice(at, at + 22))?.[1] ?? null;
    if (filter !== null) at += filter.length + 1;
    const { text, isQuoted, end } = valueAt(line, at);
    tokens.push({ place, isNot, filter: filter?.toLowerCase() ?? null, text, isQuoted });
    at = end;
  }
  return tokens;
}

function valueAt(line: string, at: number): { text: string; isQuoted: boolean; end: number } {
  if (QUOTES.includes(line[at] ?? ' ')) {
    const end = closingQuote(line, at + 1);
    if (end !== -1) return { text: line.slice(at + 1, end).trim(), isQuoted: true, end: end + 1 };
  }
  // A mention has blanks in it where its name has: <@U1|Anna Berg>.
  const mention = /^<[@#][^<>]{1,120}>/.exec(line.slice(at, at + 130))?.[0];
  if (mention) return { text: mention, isQuoted: false, end: at + mention.length };
  let end = at;
  while (end < line.length && line[end] !== ' ') end += 1;
  return { text: line.slice(at, end), isQuoted: false, end };
}

function closingQuote(line: string, from: number): number {
  for (let at = from; at < line.length; at += 1) if (QUOTES.includes(line[at] ?? ' ')) return at;
  return -1;
}
