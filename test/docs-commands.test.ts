import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import type { CliCommand } from '../src/cli/command.ts';
import { cliCommands } from '../src/cli/index.ts';
import { SETTINGS } from '../src/settings.ts';
import { cliOf } from './cli/cli.ts';
import { found, read } from './support/documents.ts';
import { temporaryFolder } from './support/folder.ts';

// Every command that a document shows is resolved: lines of `hearback` by the program itself, up to the moment it would begin; what is
// cheap and changes nothing is run. Lines of docs/cli.md and docs/operating.md that need a record are run by test/cli/docs.test.ts,
// those of curl in docs/sandbox.md by test/sandbox/server/shown-requests.test.ts.

const DOCUMENTS = [
  ...readdirSync('.').filter((file) => file.endsWith('.md') && file !== 'CHANGELOG.md'),
  ...readdirSync('docs')
    .filter((file) => file.endsWith('.md'))
    .map((file) => `docs/${file}`),
];

/** Lines people type: all of a block of shell, those behind `$` in one that shows what is printed. */
function shownIn(path: string): string[] {
  const blocks = [...read(path).matchAll(/^ *```(sh|console|text)\n([\s\S]*?)^ *```/gm)];
  return blocks.flatMap(([, language, block = '']) => {
    const lines = block
      .replaceAll(/\\\n\s*/g, '')
      .split('\n')
      .map((line) => line.trim());
    return language === 'sh'
      ? lines.map((line) => line.replace(/^\$ /, '')).filter((line) => line !== '' && !line.startsWith('#'))
      : lines.filter((line) => /^\$ \w/.test(line)).map((line) => line.slice(2));
  });
}

/** Commands named in the middle of a sentence or in a table. */
function namedIn(path: string): string[] {
  const prose = read(path).replace(/^ *```[\s\S]*?^ *```/gm, '');
  return found(/`((?:hearback|npm|docker compose) [^`\n]+)`/g, prose);
}

/** What is inside other things: an entry of cron, several commands in one line, a redirection, a comment. */
function partsOf(line: string): string[] {
  return line
    .replace(/^(?:[\d*/,-]+ ){4}[\d*/,-]+ /, '')
    .replace(/\s#.*$/, '')
    .split(' && ')
    .map((part) => part.replace(/ [|>] .*$/, '').trim());
}

/** Behind one of the ways in which `hearback` is typed (docs/cli.md); null for another program. */
function argsOf(command: string): string[] | null {
  const ways = [
    /^npm run(?: --silent)? hearback -- (.*)$/,
    /^(?:docker compose (?:exec|run)\b.* )?node dist\/src\/cli\/main\.js (.*)$/,
    /^hearback (.*)$/,
  ];
  const rest = ways.map((way) => way.exec(command)?.[1]).find((each) => each !== undefined);
  return rest === undefined ? null : wordsOf(rest);
}

function wordsOf(text: string): string[] {
  return [...text.matchAll(/"([^"]*)"|((?:\$\([^)]*\)|[^\s"])+)/g)].map(
    ([, quoted, plain]) => quoted ?? plain ?? '',
  );
}

/** The program, which says what it would do and does not begin. */
const parsing: CliCommand[] = cliCommands.map((each) => ({
  ...each,
  define: (command, context) => {
    each.define(command, context);
    command.hook('preAction', (_, action) => {
      throw new Error(`WOULD RUN ${action.name()}`);
    });
  },
}));

/** @returns what the program says of a line that it does not understand; null for one that it would run */
async function notUnderstood(args: string[]): Promise<string | null> {
  const { out, notes, code } = await cliOf({}, parsing)(...args);
  const isHelp = code === 0 && out.includes('Usage:');
  return isHelp || notes.includes('WOULD RUN') ? null : notes;
}

/** The names of all commands, with those below them: `queue`, `queue show`. */
async function isGroup(args: string[]): Promise<boolean> {
  const { notes, out } = await cliOf({})(...args, '--help');
  return `${out}${notes}`.includes(`Usage: hearback ${args.join(' ')} [options] [command]`);
}

interface Package {
  scripts: Record<string, string>;
}
const { scripts } = JSON.parse(read('package.json')) as Package;
const services = Object.keys((parse(read('compose.yaml')) as { services: object }).services);

/** Whether there is what an npm script starts: a compiled file has its source. */
function startsWhatIsThere(script: string): boolean {
  const files = found(/\b((?:dist|scripts|node_modules)\/[\w./-]+\.m?js)\b/g, script);
  return files.every((file) =>
    existsSync(file.startsWith('dist/') ? file.slice('dist/'.length).replace(/\.js$/, '.ts') : file),
  );
}

/** What is wrong with a line of another program than ours; null when nothing is. */
function fault(command: string): string | null {
  const words = wordsOf(command);
  const [program = ''] = words;
  if (/^[A-Za-z_]+=/.test(program)) return assigned(words);
  if (program === 'npm') return npm(words);
  if (program === 'docker') {
    const service = words.find((word) => services.includes(word));
    return words[1] === 'compose' && (service || words.includes('-d') || words[2] === 'build')
      ? null
      : 'no service of compose.yaml';
  }
  if (program === 'cp') return existsSync(words[1] ?? '') ? null : `there is no ${words[1]}`;
  return ['cd', 'curl', 'openssl'].includes(program) ? null : `nobody knows ${program}`;
}

/** Settings, in a file of them or in front of a command; or names a page gives to what it repeats. */
function assigned(words: string[]): string | null {
  const names = words.flatMap((word) => /^([A-Z_]+)=/.exec(word)?.[1] ?? []);
  const unknown = names.find(
    (name) => !(name in SETTINGS) && name !== 'REDIS_URL' && name !== 'RENEW_GOLDEN',
  );
  const rest = words.slice(words.findIndex((word) => !/^[A-Za-z_]+=/.test(word)));
  if (unknown) return `${unknown} is no setting`;
  return rest[0] === 'npm' ? npm(rest) : null;
}

function npm([, verb = '', ...rest]: string[]): string | null {
  if (['link', 'ci', 'install'].includes(verb)) return null;
  const script = verb === 'run' ? rest.find((word) => !word.startsWith('-')) : verb;
  const text = scripts[script ?? ''];
  if (text === undefined) return `package.json has no script ${script}`;
  return startsWhatIsThere(text) ? null : `${script} starts what is not there`;
}

describe.each(DOCUMENTS)('the commands shown in %s', (path) => {
  const commands = shownIn(path).flatMap(partsOf);

  it('are all understood by the program they are for', async () => {
    const wrong: string[] = [];
    for (const command of commands) {
      const args = argsOf(command);
      const problem = args ? await notUnderstood(args) : fault(command);
      if (problem !== null) wrong.push(`${command}: ${problem}`);
    }
    expect(wrong).toEqual([]);
  });

  it('and those named in its sentences, are there', async () => {
    const wrong: string[] = [];
    for (const command of namedIn(path).flatMap(partsOf)) {
      const args = argsOf(command);
      const problem = args ? await notUnderstood(args) : fault(command);
      if (problem !== null && !(args && (await isNamed(args)))) wrong.push(`${command}: ${problem}`);
    }
    expect(wrong).toEqual([]);
  });
});

/** A sentence may name a command without everything it takes: its words are those of a command or of a group, its options are there. */
async function isNamed(args: string[]): Promise<boolean> {
  if (await isGroup(args)) return true;
  if ((await notUnderstood(args))?.startsWith('Missing required argument')) return true;
  const { out, code } = await cliOf({})(...args, '--help');
  return code === 0 && out.startsWith(`Usage: hearback ${args.join(' ')} `);
}

describe('docs/cli.md', () => {
  const sections = read('docs/cli.md')
    .split(/^## `hearback /m)
    .slice(1);

  it.each(cliCommands.map(({ name }) => name))(
    'has every option of %s and of what is below it, and no other',
    async (name) => {
      const section = sections.find((each) => each.startsWith(`${name}\``)) ?? '';
      const missing: string[] = [];
      const known = new Set<string>();
      const look = async (...path: string[]) => {
        const { out } = await cliOf({})(...path, '--help');
        const [, options = ''] = /^Options:\n((?:  .*\n?)*)/m.exec(out) ?? [];
        const [, below = ''] = /^Commands:\n((?:  .*\n?)*)/m.exec(out) ?? [];
        for (const option of found(/^ {2}(?:-\w, )?(--[\w-]+)/gm, options))
          if (option !== '--help' && !new RegExp(`${option}(?![\\w-])`).test(section))
            missing.push(`${path.join(' ')} ${option}`);
          else known.add(option);
        for (const each of found(/^ {2}([a-z]\S*)/gm, below)) if (each !== 'help') await look(...path, each);
      };
      await look(name);
      expect(missing).toEqual([]);
      // And the tables of options have none that the command does not take.
      const shown = found(/^\| `(--[\w-]+)/gm, section);
      expect(shown.filter((option) => !known.has(option))).toEqual([]);
    },
  );
});

describe('what is cheap', () => {
  /** Those that read what ships and change nothing, and what sets up, in a folder of its own. */
  const CHEAP = ['templates', 'init'];
  const lines = DOCUMENTS.flatMap(shownIn)
    .flatMap(partsOf)
    .map(argsOf)
    .filter((args): args is string[] => CHEAP.includes(args?.[0] ?? ''))
    .filter((args) => args[0] !== 'init' || args.includes('--yes'));

  it('is run as it is shown', async () => {
    expect(lines.length).toBeGreaterThan(5);
    for (const args of lines) {
      const folder = args[0] === 'init' ? ['--folder', temporaryFolder()] : [];
      const { code, notes } = await cliOf({ HEARBACK_CONFIG: 'hearback.example.yaml' })(...args, ...folder);
      expect({ args, code, notes: code === 0 ? '' : notes }).toEqual({ args, code: 0, notes: '' });
    }
  });

  it('is the check that the README leads to, of what init writes', async () => {
    const folder = temporaryFolder();
    await cliOf({})('init', '--yes', '--offline', '--folder', folder);
    const env = { HEARBACK_CONFIG: join(folder, 'hearback.yaml') };
    expect(await cliOf(env)('check')).toMatchObject({ code: 0 });
    expect(readFileSync(join(folder, 'slack-manifest.yaml'), 'utf8')).toContain('Hearback');
  });
});
