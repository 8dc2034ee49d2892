import { isMap, isScalar, isSeq, LineCounter, parseDocument } from 'yaml';

/** A key of the example with the lines of explanation above it. */
interface Explained {
  path: string[];
  words: string;
}

/**
 * What hearback.example.yaml says of its keys, in the lines above them. Where several places explain the same key, the longest words
 * are those of the key, and the others those of the example at hand.
 * @returns what is said of such a path (see `KeyRow.path`); empty when nothing is
 */
export function explanations(example: string): (path: readonly string[]) => string {
  // What it shows switched off counts too.
  const all = explainedIn(example.replaceAll(/^#: /gm, ''));
  const at = (path: readonly string[]): string =>
    all
      .filter((each) => matches(each.path, path))
      .map(({ words }) => words)
      .toSorted((a, b) => b.length - a.length)[0] ?? '';
  return (path) => {
    const names = listed(path.at(-1) ?? '');
    if (names.length === 0) return at(path) || sameAs(elsewhere(path));
    // Names that take the same map are explained one by one, or together further up.
    const said = names.map((name) => ({ name, words: at([...path.slice(0, -1), name]) }));
    return said.some(({ words }) => words)
      ? said.map(({ name, words }) => `\`${name}\`: ${words}`).join('\n')
      : `Each of ${names.map((name) => `\`${name}\``).join(', ')}.`;
  };
}

/** Maps that stand in several places are explained in one of them. */
const SAME: readonly [here: string, there: string][] = [
  ['kinds.<key>.clocks.', 'severities.<each>.'],
  ['workspaces.[].departments.<key>.', ''],
  ['workspaces.[].holidays.', 'holidays.'],
  ['workspaces.[].hotThreads.channels.<key>.', 'hotThreads.'],
  ['workspaces.[].hotThreads.', 'hotThreads.'],
  ['workspaces.[].', ''],
];

/** Where else the same is explained; null when nowhere. */
function elsewhere(path: readonly string[]): string | null {
  const written = path.join('.');
  const same = SAME.find(([here]) => written.startsWith(here));
  return same ? same[1] + written.slice(same[0].length) : null;
}

function sameAs(other: string | null): string {
  return other === null
    ? ''
    : `The same as [\`${other}\`](#${other.split('.')[0]!.toLowerCase()}), for this alone.`;
}

function matches(written: readonly string[], pattern: readonly string[]): boolean {
  return (
    written.length === pattern.length &&
    pattern.every(
      (part, at) => part === '<key>' || part === written[at] || listed(part).includes(written[at]!),
    )
  );
}

/** `<low, normal>` stands for each of its names. */
function listed(part: string): string[] {
  return part.startsWith('<') ? part.slice(1, -1).split(', ') : [];
}

function explainedIn(text: string): Explained[] {
  const lineCounter = new LineCounter();
  const document = parseDocument(text, { lineCounter });
  const lines = text.split('\n');
  const found: Explained[] = [];
  const walk = (node: unknown, path: string[]): void => {
    if (isSeq(node)) for (const item of node.items) walk(item, [...path, '[]']);
    if (!isMap(node)) return;
    for (const { key, value } of node.items) {
      if (!isScalar(key) || !key.range) continue;
      const at = [...path, String(key.value)];
      const words = wordsAbove(lines, lineCounter.linePos(key.range[0]));
      if (words) found.push({ path: at, words });
      walk(value, at);
    }
  };
  walk(document.contents, []);
  return found;
}

/** The lines of comment that end just above; none for a key that does not begin its line. */
function wordsAbove(lines: readonly string[], { line, col }: { line: number; col: number }): string {
  if (!/^[\s-]*$/.test(lines[line - 1]!.slice(0, col - 1))) return '';
  const above: string[] = [];
  for (let at = line - 2; at >= 0 && lines[at]!.trim().startsWith('#'); at--)
    above.unshift(lines[at]!.trim().slice(1).replace(/^ /, ''));
  // Indented lines are a list: a word and what it means.
  return above
    .map((each) => each.replace(/^ {2,}(\S+) {2,}/, '\n`$1`: '))
    .join(' ')
    .replaceAll(' \n', '\n')
    .trim();
}
