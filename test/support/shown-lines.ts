import { readdirSync } from 'node:fs';
import { read } from './documents.ts';

/** Every page people read; what is generated from the program and the list of changes are none. */
export const PAGES: readonly string[] = [
  ...readdirSync('.').filter((file) => file.endsWith('.md') && file !== 'CHANGELOG.md'),
  ...readdirSync('docs')
    .filter((file) => file.endsWith('.md'))
    .map((file) => `docs/${file}`),
];

/** A line people type, as a page shows it in a block. */
export interface ShownLine {
  page: string;
  /** Whole, with what stands behind a `\` at its end. */
  line: string;
  /** What is said to be printed. */
  output: string;
}

/** Lines of the blocks of a page: all of a block of shell, those behind `$` in one that shows what is printed, and what is typed in chat. */
export function shownIn(page: string): ShownLine[] {
  const blocks = [...read(page).matchAll(/^( *)```(\w*)\n([\s\S]*?)^ *```/gm)];
  return blocks.flatMap(([, indent = '', language = '', block = '']) => {
    if (!['sh', 'console', 'text', ''].includes(language)) return [];
    const text = block.replaceAll(new RegExp(`^${indent}`, 'gm'), '').replaceAll(/\\\n\s*/g, '');
    const found =
      language === 'sh'
        ? text
            .split('\n')
            .map((line) => ({ line: line.replace(/^\$ /, '').trim(), output: '' }))
            .filter(({ line }) => line !== '' && !line.startsWith('#'))
        : typedIn(text);
    return found.map((each) => ({ page, ...each }));
  });
}

/** Behind `$`, with what is printed until the next one; `/feedback` stands alone. */
function typedIn(text: string): Omit<ShownLine, 'page'>[] {
  return text.split(/^(?=\$ \w|\/feedback)/m).flatMap((part) => {
    const [first = '', ...rest] = part.split('\n');
    if (first.startsWith('/feedback')) return [{ line: first.trim(), output: '' }];
    return /^\$ \w/.test(first) ? [{ line: first.slice(2).trim(), output: rest.join('\n').trim() }] : [];
  });
}

/** Everything that is typed, on all pages. */
export const SHOWN: readonly ShownLine[] = PAGES.flatMap(shownIn);

/** What is inside other things: an entry of cron, several commands in one line, a redirection, a comment. */
export function partsOf(line: string): string[] {
  return line
    .replace(/^(?:[\d*/,-]+ ){4}[\d*/,-]+ /, '')
    .replace(/\s#.*$/, '')
    .split(' && ')
    .map((part) => part.replace(/ [|>] .*$/, '').trim());
}

/** Behind one of the ways in which `hearback` is typed (docs/cli.md); null for another program. */
export function argsOf(command: string): string[] | null {
  const ways = [
    /^npm run(?: --silent)? hearback -- (.*)$/,
    /^(?:docker compose (?:exec|run)\b.* )?node dist\/src\/cli\/main\.js (.*)$/,
    /^hearback (.*)$/,
  ];
  const rest = ways.map((way) => way.exec(command)?.[1]).find((each) => each !== undefined);
  return rest === undefined ? null : wordsOf(rest);
}

export function wordsOf(text: string): string[] {
  return [...text.matchAll(/"([^"]*)"|'([^']*)'|((?:\$\([^)]*\)|[^\s"'])+)/g)].map(
    ([, double, single, plain]) => double ?? single ?? plain ?? '',
  );
}

/**
 * Who runs a part of a line: `hearback` test/cli/docs.long.test.ts, `chat` test/commands/shown-lines.test.ts, `set-up`
 * test/shown-set-up.test.ts, `sandbox` test/sandbox/server/shown-requests.test.ts; each of them runs all of its own. Null: it has to
 * be in a list of test/docs-commands.test.ts.
 */
export function runnerOf(
  { page }: ShownLine,
  part: string,
): 'hearback' | 'chat' | 'set-up' | 'sandbox' | null {
  if (part.startsWith('/feedback')) return 'chat';
  if (argsOf(part)) return 'hearback';
  if (page === 'docs/sandbox.md' && /^(?:curl |api=|json=)/.test(part)) return 'sandbox';
  return /^(?:cp |curl |[A-Z_]+=\S+(?: <[^ ]+>)?$)/.test(part) ? 'set-up' : null;
}

/** All parts of all lines that one test runs. */
export function partsFor(runner: NonNullable<ReturnType<typeof runnerOf>>): (ShownLine & { part: string })[] {
  return SHOWN.flatMap((shown) =>
    partsOf(shown.line)
      .filter((part) => runnerOf(shown, part) === runner)
      .map((part) => ({ ...shown, part })),
  );
}
