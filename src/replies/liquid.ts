import { Liquid, LiquidError, type Template as Parsed, type Token, type Variable } from 'liquidjs';
import type { Wording } from '../texts/index.ts';
import { escapeMarkdown } from './escape.ts';

/** All a response template needs. Nothing that reads files, and nothing that could print a value unescaped. */
export const TAGS = new Set(['if', 'unless', 'for', 'comment']);
export const FILTERS = new Set(['capitalize', 'downcase', 'first', 'join', 'last', 'size', 'upcase']);

/** Longest a rendering may take (ms) and what it may allocate (Liquid's own units); honest templates need a thousandth. */
const RENDER_LIMIT_MS = 500;
const MEMORY_LIMIT = 1_000_000;

/**
 * Liquid with a small vocabulary. Unknown variables, filters and tags are errors, inherited properties are unknown,
 * and every value printed is escaped so that Markdown shows it as it is.
 */
export function createEngine(): Liquid {
  const engine = new Liquid({
    strictVariables: true,
    strictFilters: true,
    ownPropertyOnly: true,
    // A tag in a line of its own leaves no empty line behind.
    trimTagRight: true,
    greedy: false,
    outputEscape: escapeMarkdown,
    templates: {},
    // No filter here tells dates; finding out the machine's own locale takes Liquid longer than all the rest.
    locale: 'en',
    renderLimit: RENDER_LIMIT_MS,
    memoryLimit: MEMORY_LIMIT,
  });
  for (const name of Object.keys(engine.tags)) if (!TAGS.has(name)) delete engine.tags[name];
  for (const name of Object.keys(engine.filters)) if (!FILTERS.has(name)) engine.unregisterFilter(name);
  return engine;
}

interface Use {
  /** `member.name`; for a list also when only an entry or its size is used. */
  path: string;
  line: number;
  column: number;
}

/** The variables a template uses, leaving out those it makes itself (`for detail in details`). */
export function readVariables(engine: Liquid, parsed: Parsed[]): Use[] {
  const { globals } = engine.analyzeSync(parsed, { partials: false });
  return Object.values(globals).flatMap((uses) => uses.map(asUse));
}

function asUse({ segments, location }: Variable): Use {
  const [root, ...rest] = segments.map((segment) =>
    typeof segment === 'object' ? `[${segment.toString()}]` : String(segment),
  );
  const path = root === 'details' ? 'details' : [root, ...rest].join('.');
  return { path, line: location.row, column: location.col };
}

/** How a template that makes no sense begins to make some, by how Liquid begins its complaint; the operator reads it. */
const IN_WORDS: [RegExp, (found: string) => string][] = [
  [
    /^tag "(end\w+|else|elsif)" not found/,
    (tag) => `{% ${tag} %} belongs to nothing here; take it out, or add what it ends or turns`,
  ],
  [
    /^tag "(.+?)" not found/,
    (tag) => `"${tag}" cannot be used here; the tags are ${[...TAGS].join(', ')} and their ends`,
  ],
  [
    /^undefined filter: (\S+)/,
    (filter) => `there is no filter ${filter}; the filters are ${[...FILTERS].join(', ')}`,
  ],
  [/^tag "/, () => 'a {% is not closed; add %}'],
  [/^tag (\{%-?\s*(\w+).*?) not closed/s, (tag) => `${tag} has no end; add {% end${nameOf(tag)} %}`],
  [/^output /, () => 'a {{ is not closed; add }}'],
  [/^illegal tag: /, () => 'a list is gone through with {% for detail in details %}; write it like that'],
  [/^illegal tag syntax/, () => `there is no tag behind {%; the tags are ${[...TAGS].join(', ')}`],
  [/^invalid value expression/, () => 'a value is missing; write a variable, such as member.name'],
  [/^unexpected elsif|^duplicated else/, () => 'an if has one {% else %}, and it comes last; put it there'],
  [/^unexpected "(.*)"/, (words) => `nothing belongs behind else and endif but %}; take "${words}" out`],
  [
    /^expected "\|" before/,
    () => 'two values have nothing between them; put == or and there, or | and a filter',
  ],
  [
    /^expected|^unexpected character/,
    () => 'a filter is written like {{ details | join: ", " }}; write this one like that',
  ],
  [
    /^\[ not|^invalid range|^unbalanced/,
    () => 'a bracket is not closed, or not needed; close it or take it out',
  ],
];

function nameOf(tag: string): string {
  return /\w+/.exec(tag)?.[0] ?? '';
}

/** Liquid's complaint about a template's text, with its place. The text is the operator's own, so it may be quoted. */
export function whatLiquidSays(error: unknown): { line: number; column: number; message: string } {
  const { line, column, said } = complaintOf(error);
  for (const [pattern, say] of IN_WORDS) {
    const found = pattern.exec(said);
    if (found) return { line, column, message: say(found[1] ?? '') };
  }
  return { line, column, message: 'this cannot be read; compare docs/templates.md' };
}

/**
 * Why a text that can be read could not be filled in, for whoever was to send it. It is seen only then what an entry of a list has,
 * and how long a loop goes on.
 */
export function whyNotFilledIn(error: unknown, file: string): Wording {
  const { line, column, said, written } = complaintOf(error);
  const place = `${file}:${line}:${column}`;
  if (said.startsWith('undefined variable')) return ({ says }) => says.templates.noVariable(place, written);
  if (said.endsWith('limit exceeded')) return ({ says }) => says.templates.endless(place);
  return ({ says }) => says.templates.broken(place);
}

interface Complaint {
  line: number;
  column: number;
  /** In Liquid's words, which may quote the values of variables. */
  said: string;
  /** What it is about, as it stands in the template. */
  written: string;
}

/** @throws whatever is no complaint of Liquid's */
function complaintOf(error: unknown): Complaint {
  if (!(error instanceof LiquidError)) throw error;
  const { token, originalError = error } = error;
  const [line = 1, column = 1] = isToken(token) ? token.getPosition() : [];
  const said = originalError.message.replace(/, (?:file:.*|line:\d+, col:\d+)$/s, '');
  return { line, column, said, written: isToken(token) ? token.getText() : '' };
}

function isToken(token: unknown): token is Token {
  return typeof token === 'object' && token !== null && 'getPosition' in token && 'getText' in token;
}
