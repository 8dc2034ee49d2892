import type { ToneReason } from './reasons.ts';
import type { ToneList } from './tone-list.ts';
import { fold } from './words.ts';

/** A place in phrases: which words may come next, and where they lead. */
export interface Node {
  words: Map<string, Node[]>;
  stems: [string, Node][];
  any: Node[];
  /** Reached without a word. */
  free: Node[];
  /** Reached without a word where a clause ends. */
  atEnd: Node[];
  ends: PhraseEnd[];
}

export interface PhraseEnd {
  reason: ToneReason;
  /** Only where a clause begins. */
  opens: boolean;
  /** Not when one of these follows. */
  notBefore: ReadonlySet<string>;
}

/**
 * The phrases of a list by their words in order, so that one look at each word is enough however many there are.
 * @throws {SyntaxError} for a phrase whose signs do not go together; a test reads every phrase there is.
 */
export function phraseGraph(list: Pick<ToneList, 'apostrophe' | 'phrases'>): Node {
  const root = node();
  for (const [reason, { phrases }] of Object.entries(list.phrases))
    for (const phrase of phrases) {
      const [row = '', not = ''] = phrase.split('!', 2);
      const opens = row.startsWith('<');
      const signs = row.slice(opens ? 1 : 0).match(/[()?|>]|[^\s()?|>]+/g) ?? [];
      const reading: Reading = { signs, at: 0, apostrophe: list.apostrophe };
      const last = readRow(reading, root, false);
      if (reading.at < signs.length || last === root)
        throw new SyntaxError(`The signs do not go together in: ${phrase}`);
      last.ends.push({ reason: reason as ToneReason, opens, notBefore: new Set(not.split('|').map(fold)) });
    }
  return firstWords(root);
}

interface Reading {
  signs: string[];
  at: number;
  apostrophe: ToneList['apostrophe'];
}

/** Reads a row of words from `from` on. In brackets `a b|c d` is two rows, elsewhere `b|c` is one word or the other. */
function readRow(reading: Reading, from: Node, inBrackets: boolean): Node {
  let at = from;
  for (;;) {
    const sign = reading.signs[reading.at];
    if (!sign || sign === ')' || sign === '|') return at;
    const next = readPart(reading, at, inBrackets);
    if (reading.signs[reading.at] === '?') {
      reading.at += 1;
      at.free.push(next);
    }
    at = next;
  }
}

function readPart(reading: Reading, from: Node, inBrackets: boolean): Node {
  const sign = reading.signs[reading.at] ?? '';
  reading.at += 1;
  if (sign === '(') return readChoices(reading, from);
  const to = node();
  if (sign === '>') from.atEnd.push(to);
  else readWord(sign, reading, from, to);
  if (inBrackets) return to;
  while (reading.signs[reading.at] === '|') {
    readWord(reading.signs[reading.at + 1] ?? '', reading, from, to);
    reading.at += 2;
  }
  return to;
}

function readChoices(reading: Reading, from: Node): Node {
  const to = node();
  for (;;) {
    const word = reading.signs[reading.at] ?? '';
    if (SIGNS.has(reading.signs[reading.at + 1] ?? '') && !SIGNS.has(word) && word !== '>') {
      reading.at += 1;
      readWord(word, reading, from, to);
    } else {
      // A place of its own: what may be missing in one row must not be missing in another.
      const begin = node();
      from.free.push(begin);
      readRow(reading, begin, true).free.push(to);
    }
    const sign = reading.signs[reading.at];
    if (sign !== '|' && sign !== ')') throw new SyntaxError('A bracket is not closed.');
    reading.at += 1;
    if (sign === ')') return to;
  }
}

/** What ends a row in brackets. */
const SIGNS = new Set(['|', ')']);

/** `n'avez` is two words where apostrophes divide. */
function readWord(sign: string, { apostrophe }: Reading, from: Node, to: Node): void {
  if (!/^[\p{L}\p{M}\p{N}'_]+\*?$/u.test(sign)) throw new SyntaxError(`“${sign}” is no word.`);
  const words = apostrophe === 'splits' ? sign.split("'").filter(Boolean) : [sign];
  let at = from;
  for (const [index, word] of words.entries()) {
    const next = index === words.length - 1 ? to : node();
    if (word === '_') at.any.push(next);
    else if (word.endsWith('*')) at.stems.push([fold(word.slice(0, -1)), next]);
    else addTo(at.words, fold(word), [next]);
    at = next;
  }
}

function node(): Node {
  return { words: new Map(), stems: [], any: [], free: [], atEnd: [], ends: [] };
}

function addTo(words: Map<string, Node[]>, word: string, nodes: readonly Node[]): void {
  const there = words.get(word);
  if (there) there.push(...nodes);
  else words.set(word, [...nodes]);
}

/** Every word a phrase may begin with in one place, for it is asked at each word of a text. */
function firstWords(root: Node): Node {
  const first = node();
  for (const each of reachedFrom([root], false)) {
    for (const [word, next] of each.words) addTo(first.words, word, next);
    first.stems.push(...each.stems);
    first.any.push(...each.any);
  }
  return first;
}

/** These places, and all that are reached from them without a word. */
export function reachedFrom(nodes: readonly Node[], clauseEnds: boolean): Set<Node> {
  const reached = new Set(nodes);
  // A set goes on to what is added to it meanwhile.
  for (const each of reached) {
    for (const free of each.free) reached.add(free);
    if (clauseEnds) for (const next of each.atEnd) reached.add(next);
  }
  return reached;
}
