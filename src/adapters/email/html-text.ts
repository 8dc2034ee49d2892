/** What stands in these is not for reading. */
const HIDDEN = new Set(['head', 'script', 'style', 'title', 'template']);
/** What begins a new line. */
const LINES = new Set(
  'address article br div dd dl dt footer h1 h2 h3 h4 h5 h6 header hr li ol p pre section table tr ul'.split(
    ' ',
  ),
);

/** Names of the characters 160 to 255, in their order. https://html.spec.whatwg.org/multipage/named-characters.html */
const LATIN =
  'nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml'.split(
    ' ',
  );
const NAMED: ReadonlyMap<string, string> = new Map([
  ...LATIN.map((name, index): [string, string] => [name, String.fromCodePoint(160 + index)]),
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
  ['euro', '€'],
  ['ndash', '–'],
  ['mdash', '—'],
  ['hellip', '…'],
  ['lsquo', '‘'],
  ['rsquo', '’'],
  ['ldquo', '“'],
  ['rdquo', '”'],
]);

/** No mail that somebody wrote has more to read (characters). */
const HTML_MAX = 1_000_000;

/**
 * The words of a mail that is HTML alone. What it quotes has `> ` in front of each line, as in plain text. Reads it once from front to
 * end, whatever it is.
 */
export function htmlText(html: string): string {
  const source = html.slice(0, HTML_MAX);
  // Letter by letter: others get longer when they become small, and nothing would stand where it stood.
  const lower = source.replaceAll(/[A-Z]+/g, (found) => found.toLowerCase());
  const lines = new Lines();
  let at = 0;
  while (at < source.length) {
    const open = source.indexOf('<', at);
    lines.add(source.slice(at, open === -1 ? source.length : open));
    if (open === -1) break;
    if (source.startsWith('<!--', open)) {
      at = after(source.indexOf('-->', open), 3, source);
      continue;
    }
    const close = source.indexOf('>', open);
    if (close === -1) break;
    const [, end, name = ''] = /^<(\/?)([a-z0-9]*)/.exec(lower.slice(open, open + 20)) ?? [];
    at = close + 1;
    if (HIDDEN.has(name) && !end) at = after(lower.indexOf(`</${name}`, close), 0, source);
    else if (name === 'blockquote') lines.quote(end ? -1 : 1);
    else if (LINES.has(name)) lines.end();
  }
  return lines.text();
}

function after(found: number, length: number, source: string): number {
  return found === -1 ? source.length : found + length;
}

class Lines {
  private readonly done: string[] = [];
  private current = '';
  private depth = 0;

  add(raw: string): void {
    this.current += decoded(raw.replaceAll(/\s+/g, ' '));
  }

  end(): void {
    const line = this.current.replaceAll('\u00A0', ' ').trim();
    this.current = '';
    if (line) this.done.push(`${'> '.repeat(this.depth)}${line}`);
  }

  quote(step: 1 | -1): void {
    this.end();
    this.depth = Math.min(5, Math.max(0, this.depth + step));
  }

  text(): string {
    this.end();
    return this.done.join('\n');
  }
}

function decoded(text: string): string {
  return text.replaceAll(
    /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z0-9]{2,8}));/gi,
    (whole, decimal, hex, name) => {
      if (typeof name === 'string') return NAMED.get(name) ?? whole;
      const code = typeof decimal === 'string' ? Number(decimal) : Number.parseInt(String(hex), 16);
      return code > 0 && code <= 0x10_ff_ff ? String.fromCodePoint(code) : '';
    },
  );
}
