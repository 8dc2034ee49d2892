import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isMap, isScalar, LineCounter, parseDocument } from 'yaml';
import type { Problem } from './problem.ts';

/** Words beside the templates in one language, key → words: the details worth asking for, or what stands on buttons. */
export interface Details {
  language: string;
  words: ReadonlyMap<string, string>;
  /** Key → the line it stands in, counted from 1. */
  lines: ReadonlyMap<string, number>;
  problems: Problem[];
}

const KEY = /^[a-z][a-z0-9-]*$/;

/** Longest a detail may be (characters): one line of a list. */
const WORDS_MAX = 200;

/** `details.yaml` or `buttons.yaml` of a language; none where there is no such file. */
export function readDetails(
  dir: string,
  language: string,
  name: 'details' | 'buttons' = 'details',
): Details[] {
  const path = join(dir, `${name}.yaml`);
  return existsSync(path) ? [detailsOf(language, readFileSync(path, 'utf8'), name)] : [];
}

/** The words in the text of such a file; what is wrong with it is in `problems`. */
function detailsOf(language: string, source: string, name = 'details'): Details {
  const file = `templates/${language}/${name}.yaml`;
  const counter = new LineCounter();
  const document = parseDocument(source, { lineCounter: counter, prettyErrors: false });
  const problems: Problem[] = [];
  const refuse = (offset: number, message: string) => {
    const { line, col } = counter.linePos(offset);
    problems.push({ file, line: Math.max(line, 1), column: Math.max(col, 1), message });
  };
  for (const { pos } of document.errors) refuse(pos[0], 'this is not YAML; write each line as "key: words"');
  const words = new Map<string, string>();
  const lines = new Map<string, number>();
  const pairs = isMap(document.contents) ? document.contents.items : [];
  if (pairs.length === 0 && problems.length === 0) refuse(0, 'is empty; write each line as "key: words"');
  for (const { key, value } of pairs) {
    const entry = isScalar(key) ? String(key.value) : '';
    const text = isScalar(value) && typeof value.value === 'string' ? value.value.trim() : '';
    const offset = isScalar(key) ? (key.range?.[0] ?? 0) : 0;
    if (!KEY.test(entry)) refuse(offset, 'a key has small letters, digits and dashes, a letter first');
    else if (text === '' || text.length > WORDS_MAX)
      refuse(offset, `${entry}: write what the member reads, at most ${WORDS_MAX} characters`);
    words.set(entry, text);
    lines.set(entry, counter.linePos(offset).line);
  }
  return { language, words, lines, problems };
}
