import { Liquid, LiquidError, type Template as Parsed, type Variable } from 'liquidjs';
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

const IN_WORDS: [RegExp, (found: string) => string][] = [
  [
    /^tag "?(.+?)"? not found/,
    (tag) => `"${tag}" cannot be used here; the tags are ${[...TAGS].join(', ')} and their ends`,
  ],
  [
    /^undefined filter: (\S+)/,
    (filter) => `there is no filter ${filter}; the filters are ${[...FILTERS].join(', ')}`,
  ],
  [/^tag (.+?) not closed/, (tag) => `${tag} is not closed; add its end`],
  [/^output "?(.+?)"? not closed/, () => 'a {{ is not closed; add }}'],
];

/** Liquid's complaint about a template's text, with its place. The text is the operator's own, so it may be quoted. */
export function whatLiquidSays(error: unknown): { line: number; column: number; message: string } {
  if (!(error instanceof LiquidError)) throw error;
  const [line = 1, column = 1] = isToken(error.token) ? error.token.getPosition() : [];
  const said = (error.originalError ?? error).message.replace(/, file:.*$/s, '');
  for (const [pattern, say] of IN_WORDS) {
    const found = pattern.exec(said);
    if (found) return { line, column, message: say(found[1] ?? '') };
  }
  return { line, column, message: `${said}; compare docs/templates.md` };
}

function isToken(token: unknown): token is { getPosition(): number[] } {
  return (
    typeof token === 'object' &&
    token !== null &&
    'getPosition' in token &&
    typeof token.getPosition === 'function'
  );
}
