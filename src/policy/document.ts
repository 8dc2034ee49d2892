import {
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  visit,
  type Document,
} from 'yaml';

/** Keys and list positions from the top of the file: `['workspaces', 0, 'triage']`. */
export type Path = readonly (string | number)[];

/** A fault with its place in the file. Line and column count from 1. */
export interface Fault {
  /** The file, where it is another than the one being read. */
  file?: string;
  line: number;
  column: number;
  message: string;
}

/** A YAML file as plain values, with the place of each. */
export interface PolicyDocument {
  value: unknown;
  faults: Fault[];
  /** A fault at a value, or where the value is missing, at what it should be in. */
  at(path: Path, message: string): Fault;
  /** A fault at the last key of the path. */
  atKey(path: Path, message: string): Fault;
}

/** How often one `*alias` may multiply: far above honest use, far below what fills the memory. */
const MAX_ALIASES = 100;

const IN_WORDS: Record<string, string> = {
  BAD_DQ_ESCAPE: 'unknown \\ sign in double quotes; write \\\\ for a backslash, or use single quotes',
  BAD_INDENT: 'wrong indentation or an open bracket; put keys that belong together in the same column',
  BAD_SCALAR_START: 'a value cannot start with this sign; put it in quotes',
  BLOCK_AS_IMPLICIT_KEY: 'two keys in one line; put a text with ": " in it in quotes, or start a new line',
  DUPLICATE_KEY: 'this key is there twice; keep one of them',
  MISSING_CHAR:
    'a quote, bracket or space is missing; close what was opened, and write "key: value" with a space',
  MULTIPLE_DOCS: 'a second document begins here; remove the line "---" or "..."',
  RESOURCE_EXHAUSTION: 'nested too deeply; a policy has about five levels',
  TAB_AS_INDENT: 'a tab as indentation; use spaces',
  TAG_RESOLVE_FAILED: 'tags with "!" are not known here; put the value in quotes if it begins with "!"',
};
/** The rest of the file can be read all the same. */
const SURVIVABLE = new Set(['BAD_DQ_ESCAPE', 'DUPLICATE_KEY', 'TAG_RESOLVE_FAILED']);
const NOT_YAML =
  'this is not YAML; look for a missing colon, quote or dash, or wrong indentation, here or in the line above';

/** Reads YAML 1.2. Whole numbers too long for JavaScript stay as written: a Discord id needs no quotes. */
export function readDocument(yamlText: string): PolicyDocument {
  const lines = new LineCounter();
  const document = parseDocument(yamlText, { lineCounter: lines, prettyErrors: false, intAsBigInt: true });
  const place = (offset: number, message: string): Fault => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(line, 1), column: Math.max(col, 1), message };
  };
  // The parser's own words can quote the file, and with it a secret: only its codes are used.
  const troubles = [...document.errors, ...document.warnings];
  const faults = troubles.map(({ code, pos }) => place(pos[0], IN_WORDS[code] ?? NOT_YAML));
  const isReadable = troubles.every(({ code }) => SURVIVABLE.has(code));
  keepLongNumbers(document);
  const start = (path: Path) => offsetOf(document, path, 'value');
  const value = isReadable ? plain(document, (message) => faults.push(place(0, message))) : undefined;
  return {
    faults: firstOfEachLine(faults),
    value,
    at: (path, message) => place(start(path), message),
    atKey: (path, message) => place(offsetOf(document, path, 'key'), message),
  };
}

/** One mistake makes the parser stumble several times over the same line. */
function firstOfEachLine(faults: Fault[]): Fault[] {
  return faults.filter(({ line }, index) => faults.findIndex((other) => other.line === line) === index);
}

function keepLongNumbers(document: Document): void {
  visit(document, {
    Scalar(_, node) {
      if (typeof node.value !== 'bigint') return;
      const number = Number(node.value);
      node.value = Number.isSafeInteger(number) ? number : (node.source ?? String(node.value));
    },
  });
}

function plain(document: Document, refuse: (message: string) => void): unknown {
  try {
    return withoutNulls(document.toJS({ maxAliasCount: MAX_ALIASES }));
  } catch (error) {
    // An alias without its anchor, in itself, or multiplied too often.
    if (!(error instanceof ReferenceError || error instanceof RangeError)) throw error;
    refuse('an alias (*name) has no anchor before it or is repeated too often; write the values out');
    return undefined;
  }
}

/** A key with nothing behind it counts as not written. */
function withoutNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNulls);
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value).filter(([, inner]) => inner !== null);
  return Object.fromEntries(kept.map(([key, inner]) => [key, withoutNulls(inner)]));
}

function offsetOf(document: Document, path: Path, which: 'key' | 'value'): number {
  let node: unknown = document.contents;
  let offset = startOf(node) ?? 0;
  for (const [depth, part] of path.entries()) {
    const isLast = depth === path.length - 1;
    const resolved: unknown = isAlias(node) ? node.resolve(document) : node;
    if (isSeq(resolved)) {
      node = resolved.items[Number(part)];
    } else if (isMap(resolved)) {
      const pair = resolved.items.find(({ key }) => isScalar(key) && String(key.value) === String(part));
      const hasValue = pair?.value !== null && startOf(pair?.value) !== undefined;
      offset = startOf(pair?.key) ?? offset;
      if (isLast && (which === 'key' || !hasValue)) return offset;
      node = pair?.value;
    } else {
      return offset;
    }
    const start = startOf(node);
    if (start === undefined) return offset;
    offset = start;
  }
  return offset;
}

function startOf(node: unknown): number | undefined {
  return isNode(node) ? node.range?.[0] : undefined;
}
