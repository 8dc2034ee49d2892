import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Liquid, Template as Parsed } from 'liquidjs';
import { AppError } from '../errors.ts';
import { readDetails, type Details } from './details-file.ts';
import { createEngine, readVariables, whatLiquidSays } from './liquid.ts';
import type { Problem } from './problem.ts';

export type { Problem } from './problem.ts';

/** One step of an answer in one language. */
export interface Template {
  name: string;
  language: string;
  /** As faults call it: `templates/en/apologise.md`. */
  file: string;
  /** Null when it has problems: it is never rendered then. */
  parsed: Parsed[] | null;
  /** Variables it uses, such as `member.name`. */
  uses: ReadonlySet<VariableName>;
  problems: Problem[];
}

/** All response templates there are. */
export interface Templates {
  /** @param language as its folder is called */
  get(language: string, name: string): Template | undefined;
  languages(): string[];
  /** Names of the templates there are in at least one language, for checking a policy's steps. */
  names(): string[];
  all(): Template[];
  /** A detail worth asking for, in words of that language; undefined where the language has none. */
  detail(language: string, key: string): string | undefined;
  /** Keys of the details there are in at least one language. */
  details(): string[];
  /** What stands on a button, or below it, in words of that language. */
  button(language: string, key: string): string | undefined;
  /** What is wrong with the lists of details and buttons. */
  problems(): Problem[];
}

/** The variables a template can use, each with what it is; docs/templates.md is checked against this table. */
export const VARIABLES = {
  'member.name': 'What the member is called in that community.',
  'community.name': 'The name of the workspace in hearback.yaml.',
  'case.name': 'The case as people call it, such as FB-12.',
  details:
    'The list of details worth asking for; a template that uses it is left out when there is nothing to ask.',
  'gift.name': 'The gift, such as "a 10% voucher"; only where one is given.',
  'gift.code': 'Its code, put in at the moment it is sent; only where one is given.',
  'message.text': "The member's own words; only in what the community is asked.",
  'message.link': 'The address of their message; only in what the community is asked.',
  'helper.name': 'Who solved it; only in words to a helper of the community.',
  'department.name': 'The team that would like to have kind words; only in the question for consent.',
  nextUpdate:
    'When somebody looks at it again at the latest, in words: "Tuesday 24 November at 15:00 (Copenhagen time)".',
} as const;

export type VariableName = keyof typeof VARIABLES;

/** Longest a template may be (characters): Slack's and Discord's longest messages are shorter. */
const MAX_LENGTH = 20_000;

/**
 * Reads every `<language>/<name>.md` below `dir`. Faulty templates are kept with their problems (see `checkTemplates`).
 * @throws {AppError} TEMPLATE_INVALID when a folder or file cannot be read
 */
export function loadTemplates(dir: string): Templates {
  try {
    const engine = createEngine();
    const folders = readdirSync(dir, { withFileTypes: true }).filter((entry) => entry.isDirectory());
    return templatesOf(
      folders.map(({ name }) => name),
      folders.flatMap(({ name }) => readLanguage(join(dir, name), name, engine)),
      folders.flatMap(({ name }) => readDetails(join(dir, name), name)),
      folders.flatMap(({ name }) => readDetails(join(dir, name), name, 'buttons')),
    );
  } catch (cause) {
    const message = `The templates cannot be read from ${dir}; the folder has to exist and be readable.`;
    throw new AppError('TEMPLATE_INVALID', message, 'never', { cause });
  }
}

function readLanguage(dir: string, language: string, engine: Liquid): Template[] {
  const files = readdirSync(dir).filter((file) => file.endsWith('.md'));
  return files.toSorted().map((file) => {
    const name = file.slice(0, -'.md'.length);
    return readTemplate({ name, language, source: readFileSync(join(dir, file), 'utf8'), engine });
  });
}

/** Templates to look up. A language may have none yet. */
export function templatesOf(
  languages: readonly string[],
  all: readonly Template[],
  details: readonly Details[] = [],
  buttons: readonly Details[] = [],
): Templates {
  const byKey = new Map(all.map((template) => [`${template.language}/${template.name}`, template]));
  return {
    get: (language, name) => byKey.get(`${language}/${name}`),
    languages: () => [...languages],
    names: () => [...new Set(all.map(({ name }) => name))].toSorted(),
    all: () => [...all],
    detail: (language, key) => details.find((each) => each.language === language)?.words.get(key),
    details: () => [...new Set(details.flatMap(({ words }) => [...words.keys()]))].toSorted(),
    button: (language, key) => buttons.find((each) => each.language === language)?.words.get(key),
    problems: () => [...details, ...buttons].flatMap(({ problems }) => problems),
  };
}

/** One template from its text; what is wrong with it is in `problems`. */
export function readTemplate({
  name,
  language,
  source,
  engine = createEngine(),
}: {
  name: string;
  language: string;
  source: string;
  engine?: Liquid;
}): Template {
  const file = `templates/${language}/${name}.md`;
  const faulty = (line: number, column: number, message: string): Template => ({
    name,
    language,
    file,
    parsed: null,
    uses: new Set(),
    problems: [{ file, line, column, message }],
  });
  if (source.trim() === '') return faulty(1, 1, 'is empty; write something or delete the file');
  if (source.length > MAX_LENGTH)
    return faulty(1, 1, `has more than ${MAX_LENGTH} characters; no message is that long`);
  try {
    const parsed = engine.parse(source.replace(/^\uFEFF/, ''), file);
    const found = readVariables(engine, parsed);
    const unknown = found.filter(({ path }) => !isVariable(path));
    const problems = unknown.map(({ path, line, column }) => ({
      file,
      line,
      column,
      message: `there is no variable ${path}; write one of ${Object.keys(VARIABLES).join(', ')}`,
    }));
    const uses = new Set(found.map(({ path }) => path).filter(isVariable));
    return { name, language, file, parsed: problems.length > 0 ? null : parsed, uses, problems };
  } catch (error) {
    const { line, column, message } = whatLiquidSays(error);
    return faulty(line, column, message);
  }
}

function isVariable(path: string): path is VariableName {
  return Object.hasOwn(VARIABLES, path);
}

/** Everything wrong with the templates; empty when all can be used. */
export function checkTemplates(templates: Templates): Problem[] {
  return [...templates.all().flatMap(({ problems }) => problems), ...templates.problems()];
}
