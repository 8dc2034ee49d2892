import type { Wording } from '../texts/index.ts';
import type { CommandSpec, OptionSpec } from './command.ts';

/** What a typed line asks for, or a sentence for the person who typed it. */
export type CommandText = { name: string; values: Record<string, string> } | { problem: Wording };

/**
 * Reads the words after `/feedback`: `note FB-12 they called twice`, `note case:FB-12 "text:they called twice"`.
 * Words fill the command's options in order, `name:value` fills one by name, quotes hold words together, and the
 * option that `takesRest`, else the last one that takes texts, takes the rest of the line as it was typed. A person is a mention (`<@U123|mia>`) or an id, of another
 * workspace with that in front (`discord:42/12345`).
 * An empty line is `help`. Values are checked no further: that is the command's part.
 */
export function parseCommandText(line: string, specs: readonly CommandSpec[]): CommandText {
  const [first, ...words] = split(line);
  if (!first) return { name: 'help', values: {} };
  const typed = first.text.toLowerCase();
  const spec = specs.find(({ name }) => name === typed);
  if (!spec) return { problem: unknownCommand(first.text, typed, specs) };
  const values = assign(line, words, { ...spec, options: typable(spec) });
  return 'problem' in values ? { problem: values.problem } : { name: spec.name, values: values.values };
}

/** Nothing can be attached to a line of text. */
function typable({ options }: CommandSpec): OptionSpec[] {
  return options.filter(({ type }) => type !== 'file');
}

/** `/feedback note <case> <text>`; what may be left out is in brackets. */
export function usageOf(spec: CommandSpec): string {
  const { name } = spec;
  return ['/feedback', name, ...typable(spec).map(placeOf)].join(' ');
}

/** What stands for an option where a line is explained. */
function placeOf({ name, required }: OptionSpec): string {
  return required ? `<${name}>` : `[${name}]`;
}

interface Word {
  /** Without quotes. */
  text: string;
  /** As typed: whether `name:` was outside any quotes, and where it stands in the line. */
  quoted: boolean;
  start: number;
  end: number;
}

const CLOSING: Readonly<Record<string, string>> = { '"': '"', '“': '”', '„': '“', '«': '»' };

/** A mention is one word even when the name in it has spaces. An open quote reaches to the line's end. */
function split(line: string): Word[] {
  const pattern = /<[@#!][^<>]*>|([a-z][a-z-]*:)?(["“„«])|\S+/gi;
  const words: Word[] = [];
  for (let match = pattern.exec(line); match; match = pattern.exec(line)) {
    const [whole, named = '', quote] = match;
    const closing = quote && CLOSING[quote];
    if (!closing) {
      words.push({ text: whole, quoted: false, start: match.index, end: pattern.lastIndex });
      continue;
    }
    const open = pattern.lastIndex;
    const found = line.slice(open).search(closing === '"' ? /["”]/ : new RegExp(`[${closing}"]`));
    const close = found < 0 ? line.length : open + found;
    pattern.lastIndex = Math.min(close + 1, line.length);
    words.push({
      text: named + line.slice(open, close),
      quoted: named === '',
      start: match.index,
      end: pattern.lastIndex,
    });
  }
  return words;
}

type Assigned = { values: Record<string, string> } | { problem: Wording };

function assign(line: string, words: Word[], spec: CommandSpec): Assigned {
  const values = new Map<string, string>();
  const rest = restOf(spec);
  for (let at = 0; at < words.length;) {
    const word = words[at]!;
    const named = namedOption(word, spec, values);
    const option = named?.option ?? spec.options.find(({ name }) => !values.has(name));
    if (!option) return { problem: surplus(word, spec) };
    const next = option === rest ? restEnd(words, at, spec, values) : at + 1;
    const text =
      next === at + 1 ? (named?.value ?? word.text) : asTyped(line, word, words[next - 1]!, named?.value);
    const value = valueFor(option, text);
    if (value === null)
      return { problem: ({ says }) => says.chat.typed.nobody(placeOf(option), usageOf(spec)) };
    values.set(option.name, value);
    at = next;
  }
  const missing = spec.options.find(({ name, required }) => required && !values.get(name));
  if (missing)
    return {
      problem: (texts) =>
        texts.says.chat.typed.missing(placeOf(missing), usageOf(spec), missing.summary(texts)),
    };
  return { values: Object.fromEntries([...values].filter(([, value]) => value !== '')) };
}

/** The option that takes the rest of the line. */
function restOf({ options }: CommandSpec): OptionSpec | undefined {
  return (
    options.find(({ takesRest }) => takesRest === true) ?? options.findLast(({ type }) => type === 'text')
  );
}

/** The last text option ends where another one is filled by name. */
function restEnd(
  words: Word[],
  from: number,
  spec: CommandSpec,
  values: ReadonlyMap<string, string>,
): number {
  const own = restOf(spec);
  const end = words.findIndex((word, index) => {
    const option = index > from ? namedOption(word, spec, values)?.option : undefined;
    return option !== undefined && option !== own;
  });
  return end < 0 ? words.length : end;
}

/** Several words keep what was between them. @param named the first word without the option's name */
function asTyped(line: string, first: Word, last: Word, named: string | undefined): string {
  return named === undefined
    ? line.slice(first.start, last.end)
    : (named + line.slice(first.end, last.end)).trim();
}

function surplus(word: Word, spec: CommandSpec): Wording {
  return ({ says }) => says.chat.typed.surplus(word.text.slice(0, 40), spec.name, usageOf(spec));
}

/** An option filled by name. One that is filled already is not taken for one again. */
function namedOption(
  word: Word,
  spec: CommandSpec,
  values: ReadonlyMap<string, string>,
): { option: OptionSpec; value: string } | null {
  const colon = word.quoted ? -1 : word.text.indexOf(':');
  const typed = word.text.slice(0, Math.max(0, colon)).toLowerCase();
  const option = spec.options.find(({ name }) => name === typed && !values.has(name));
  return option ? { option, value: word.text.slice(colon + 1) } : null;
}

/** @returns null when a person is wanted and it names nobody. */
function valueFor({ type, keepsMentions = false }: OptionSpec, text: string): string | null {
  if (type !== 'person') return withNames(text, keepsMentions);
  const mention = /^<@!?([A-Z0-9]+)(?:\|[^<>]*)?>$/.exec(text)?.[1];
  return mention ?? (/^(?:[a-z]+:[^\s/]+\/)?(?:[UW][A-Z0-9]{2,}|\d{5,})$/.test(text) ? text : null);
}

/** A mention in other text is read as the name it shows; where ids are kept, `<@U123>` stays behind it. */
function withNames(text: string, keepIds: boolean): string {
  return text.replaceAll(/<@!?([A-Z0-9]+)(?:\|([^<>]*))?>/g, (_, id: string, name?: string) => {
    if (!keepIds) return `@${name || id}`;
    return name ? `@${name} (<@${id}>)` : `<@${id}>`;
  });
}

function unknownCommand(shown: string, typed: string, specs: readonly CommandSpec[]): Wording {
  const near =
    specs.find(({ name }) => name.startsWith(typed.slice(0, 3))) ??
    specs.find(({ name }) => distance(name, typed) <= 2);
  const word = shown.slice(0, 40);
  return ({ says }) => (near ? says.chat.typed.nearly(word, usageOf(near)) : says.chat.typed.unknown(word));
}

/** Letters to add, drop or exchange. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (const [index, letter] of a.split('').entries()) {
    const next = [index + 1];
    for (const [at, other] of b.split('').entries())
      next.push(
        Math.min((next[at] ?? 0) + 1, (row[at + 1] ?? 0) + 1, (row[at] ?? 0) + (letter === other ? 0 : 1)),
      );
    row = next;
  }
  return row.at(-1) ?? 0;
}
