import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import type { CliCommand } from '../src/cli/command.ts';
import { cliCommands } from '../src/cli/index.ts';
import { SETTINGS } from '../src/settings.ts';
import { cliOf } from './cli/cli.ts';
import { found, read } from './support/documents.ts';
import { temporaryFolder } from './support/folder.ts';
import { argsOf, PAGES, partsOf, runnerOf, SHOWN, shownIn, wordsOf } from './support/shown-lines.ts';

// Every line that a page shows to be typed is run by a test: those of `hearback` by test/cli/docs.long.test.ts, those of /feedback by
// test/commands/shown-lines.test.ts, files, settings, mail and SQL by test/shown-set-up.test.ts, those of curl in docs/sandbox.md by
// test/sandbox/server/shown-requests.test.ts. All others are in one of the two lists here. What is only named in a sentence is
// resolved by the program it is for.

/** Run by something bigger, which has these words in it. */
const RUN_BY: readonly { line: RegExp; file: string; words: string }[] = [
  { line: /^npm start$/, file: 'test/e2e/town.ts', words: 'dist/sandbox/start.js' },
  { line: /^npm run demo$/, file: 'test/sandbox/demo.long.test.ts', words: 'dist/sandbox/demo.js' },
  { line: /^(?:\w+=\S+ )*npm test$/, file: '.ci/run', words: 'run test npm test' },
];

/** What no test can have here, and why; what can be looked up of it is. */
const NOT_RUN: readonly { line: RegExp; why: string }[] = [
  { line: /^docker compose /, why: 'Docker is not there; services, paths and options are looked up below' },
  { line: /^cd /, why: 'a folder of whoever reads it' },
];

/** Commands named in the middle of a sentence or in a table. */
function namedIn(path: string): string[] {
  const prose = read(path).replace(/^ *```[\s\S]*?^ *```/gm, '');
  return found(/`((?:hearback|npm|docker compose) [^`\n]+)`/g, prose);
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
  if (program === 'docker') return docker(words);
  if (program === 'cp') return existsSync(words[1] ?? '') ? null : `there is no ${words[1]}`;
  return ['cd', 'curl', 'openssl'].includes(program) ? null : `nobody knows ${program}`;
}

/** The verbs of compose that a page may use, with the options they have there. */
const COMPOSE: Readonly<Record<string, readonly string[]>> = {
  up: ['-d'],
  stop: [],
  build: ['--pull'],
  exec: ['-T'],
  run: ['--rm', '-T', '-v'],
};

/** Services are those of compose.yaml, and what runs in them is in the image of the Dockerfile, by the paths it has there. */
function docker([, compose, verb = '', ...rest]: string[]): string | null {
  const options = COMPOSE[verb];
  if (compose !== 'compose' || !options) return `no verb of docker compose that is known here: ${verb}`;
  const at = rest.findIndex((word) => services.includes(word));
  const before = at < 0 ? rest : rest.slice(0, at);
  const unknown = before.filter((word, index) => before[index - 1] !== '-v' && !options.includes(word));
  if (unknown.length > 0)
    return `${unknown.join(' ')} is no service of compose.yaml, and no option of ${verb}`;
  if (['exec', 'run'].includes(verb))
    return inImage(rest.slice(at + 1), before[before.indexOf('-v') + 1] ?? '');
  return verb === 'stop' && at < 0 ? 'no service of compose.yaml' : null;
}

/** @param volume a folder of the machine and where it is in the container, with a colon between */
function inImage([program, script = '', ...args]: string[], volume: string): string | null {
  const image = read('Dockerfile');
  const built = /^COPY --from=build \/app\/dist (\S+)$/m.exec(image)?.[1];
  if (program !== 'node' || !script.startsWith(`${built}/`)) return `${script} is not in the image`;
  if (!existsSync(script.slice('dist/'.length).replace(/\.js$/, '.ts'))) return `${script} has no source`;
  const [, mounted = ''] = volume.split(':');
  const outside = args.find((word) => word.startsWith('/') && !(mounted && word.startsWith(`${mounted}/`)));
  return outside === undefined ? null : `${outside} is in no volume of the line`;
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

describe.each(PAGES)('the commands shown in %s', (path) => {
  const shown = shownIn(path);
  const commands = shown.flatMap(({ line }) => partsOf(line)).filter((part) => !part.startsWith('/feedback'));

  it('are each run by a test, or in the list of those that cannot be', () => {
    const left = shown.flatMap((each) =>
      partsOf(each.line).filter(
        (part) =>
          runnerOf(each, part) === null && ![...RUN_BY, ...NOT_RUN].some(({ line }) => line.test(part)),
      ),
    );
    expect(left).toEqual([]);
  });

  it('are all understood by the program they are for', async () => {
    const wrong: string[] = [];
    for (const command of commands) {
      const args = argsOf(command);
      const isBoth = args !== null && command.startsWith('docker ');
      const problem = (args && (await notUnderstood(args))) ?? (args && !isBoth ? null : fault(command));
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

describe('lines that are run by something bigger', () => {
  it.each(RUN_BY.map(({ file, words, line }) => [file, words, line] as const))(
    'are in %s: %s',
    (file, words, line) => {
      expect(SHOWN.flatMap((each) => partsOf(each.line)).some((part) => line.test(part))).toBe(true);
      expect(read(file)).toContain(words);
    },
  );
});

it('the check that the README leads to is well for what init writes', async () => {
  const folder = temporaryFolder();
  await cliOf({})('init', '--yes', '--offline', '--folder', folder);
  const env = { HEARBACK_CONFIG: join(folder, 'hearback.yaml') };
  expect(await cliOf(env)('check')).toMatchObject({ code: 0 });
  expect(read(join(folder, 'slack-manifest.yaml'))).toContain('Hearback');
});
