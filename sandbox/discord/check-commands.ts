import { checkChoice, checkList, checkText, fieldsOf, lengthOf, type Path } from './checks.ts';
import { LOCALES } from './locales.ts';
import { collectProblems, type Problems } from './refusal.ts';
import type { Json } from './types.ts';

/** https://docs.discord.com/developers/interactions/application-commands#application-command-object-application-command-option-type */
export const OPTION = {
  subcommand: 1,
  group: 2,
  string: 3,
  integer: 4,
  boolean: 5,
  user: 6,
  channel: 7,
  role: 8,
  mentionable: 9,
  number: 10,
  attachment: 11,
} as const;

/** Commands of each type in one scope: typed 100, user and message menu 15. */
const COMMANDS_MAX: Record<number, number> = { 1: 100, 2: 15, 3: 15 };
/** https://docs.discord.com/developers/interactions/application-commands#application-command-object-application-command-naming */
const NAME = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;

/**
 * Checks a list of commands that replaces what a scope has.
 * @throws {ApiRefusal} 50035
 */
export function checkCommands(list: unknown[]): void {
  const problems = collectProblems();
  const seen = new Set<string>();
  for (const [index, raw] of list.entries()) {
    const command = fieldsOf(raw);
    checkCommand(problems, [index], command);
    const key = `${Number(command['type'] ?? 1)}:${String(command['name'])}`;
    if (seen.has(key))
      problems.add(
        [index, 'name'],
        'APPLICATION_COMMANDS_DUPLICATE_NAME',
        'Application command names must be unique',
      );
    seen.add(key);
  }
  for (const [type, max] of Object.entries(COMMANDS_MAX)) {
    const count = list.filter((command) => Number(fieldsOf(command)['type'] ?? 1) === Number(type)).length;
    if (count > max)
      problems.add(
        [],
        'APPLICATION_COMMAND_TOO_MANY',
        `Maximum number of application commands reached (${max}).`,
      );
  }
  problems.throwIfAny();
}

/** @throws {ApiRefusal} 50035 */
export function checkOneCommand(command: Json): void {
  const problems = collectProblems();
  checkCommand(problems, [], command);
  problems.throwIfAny();
}

function checkCommand(problems: Problems, path: Path, command: Json): void {
  const type = command['type'] ?? 1;
  checkChoice(problems, [...path, 'type'], type, [1, 2, 3]);
  if (type !== 1) {
    checkText(problems, [...path, 'name'], command['name'], { min: 1, max: 32 });
    checkLocalizations(problems, [...path, 'name_localizations'], command['name_localizations'], 32);
    if (command['description'])
      problems.add(
        [...path, 'description'],
        'APPLICATION_COMMAND_INVALID_DESCRIPTION',
        'Context menu commands cannot have description',
      );
    if ([command['options'] ?? []].flat().length > 0)
      problems.add(
        [...path, 'options'],
        'APPLICATION_COMMAND_CONTEXT_MENU_OPTIONS',
        'Context menu commands cannot have options',
      );
    return;
  }
  checkNamed(problems, path, command);
  if (sizeOf(command) > 8_000)
    problems.add(path, 'APPLICATION_COMMAND_TOO_LARGE', 'Command exceeds maximum size (8000)');
  checkOptions(problems, path, command, 0);
}

function checkNamed(problems: Problems, path: Path, named: Json): void {
  const name = checkText(problems, [...path, 'name'], named['name'], { min: 1, max: 32 });
  if (name !== '' && (!NAME.test(name) || name !== name.toLowerCase())) {
    problems.add([...path, 'name'], 'APPLICATION_COMMAND_INVALID_NAME', 'Command name is invalid');
  }
  checkText(problems, [...path, 'description'], named['description'], { min: 1, max: 100 });
  const at = [...path, 'description_localizations'];
  checkLocalizations(problems, at, named['description_localizations'], 100);
}

/** A text for each locale, of the same length as what it stands for. */
function checkLocalizations(problems: Problems, path: Path, given: unknown, max: number): void {
  for (const [locale, text] of Object.entries(fieldsOf(given ?? {}))) {
    checkChoice(problems, [...path, locale], locale, LOCALES);
    checkText(problems, [...path, locale], text, { min: 1, max });
  }
}

/** @param depth 0 in the command, 1 in a group, 2 in a subcommand. */
function checkOptions(problems: Problems, path: Path, owner: Json, depth: number): void {
  const options = checkList(problems, [...path, 'options'], owner['options'], { max: 25 }).map(fieldsOf);
  const names = new Set<unknown>();
  let sawOptional = false;
  for (const [index, option] of options.entries()) {
    const at = [...path, 'options', index];
    checkNamed(problems, at, option);
    checkChoice(problems, [...at, 'type'], option['type'], Object.values(OPTION));
    if (names.has(option['name']))
      problems.add(
        [...at, 'name'],
        'APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS',
        'Option name already exists',
      );
    names.add(option['name']);
    const nested = option['type'] === OPTION.subcommand || option['type'] === OPTION.group;
    if (nested) {
      const tooDeep = option['type'] === OPTION.group ? depth > 0 : depth > 1;
      if (tooDeep)
        problems.add(
          [...at, 'type'],
          'APPLICATION_COMMAND_OPTIONS_TYPE_INVALID',
          'Sub-commands cannot be nested here',
        );
      else checkOptions(problems, at, option, option['type'] === OPTION.group ? 1 : 2);
      continue;
    }
    if (option['required'] === true && sawOptional) {
      problems.add(
        [...at, 'required'],
        'APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID',
        'Required options must be placed before non-required options',
      );
    }
    sawOptional ||= option['required'] !== true;
    checkChoices(problems, at, option);
  }
  const nestedCount = options.filter(
    ({ type }) => type === OPTION.subcommand || type === OPTION.group,
  ).length;
  if (nestedCount > 0 && nestedCount < options.length) {
    problems.add(
      [...path, 'options'],
      'APPLICATION_COMMAND_OPTIONS_TYPE_INVALID',
      'Sub-command and sub-command group option types are mutually exclusive to all other types',
    );
  }
}

function checkChoices(problems: Problems, path: Path, option: Json): void {
  const choices = checkList(problems, [...path, 'choices'], option['choices'], { max: 25 }).map(fieldsOf);
  if (choices.length > 0 && option['autocomplete'] === true) {
    problems.add(
      [...path, 'autocomplete'],
      'APPLICATION_COMMAND_OPTIONS_AUTOCOMPLETE_CHOICES',
      'Cannot have both choices and autocomplete',
    );
  }
  for (const [index, choice] of choices.entries()) {
    checkText(problems, [...path, 'choices', index, 'name'], choice['name'], { min: 1, max: 100 });
    if (option['type'] === OPTION.string)
      checkText(problems, [...path, 'choices', index, 'value'], choice['value'], { min: 1, max: 100 });
  }
}

/** All names, descriptions and values together may be 8,000 characters; of several languages the longest text counts. */
function sizeOf(named: Json): number {
  const own = ['name', 'description', 'value'].reduce((sum, key) => {
    const texts = [named[key], ...Object.values(fieldsOf(named[`${key}_localizations`] ?? {}))];
    return sum + Math.max(...texts.map((text) => (typeof text === 'string' ? lengthOf(text) : 0)));
  }, 0);
  const parts = [named['options'] ?? [], named['choices'] ?? []].flat();
  return parts.reduce<number>((sum, part) => sum + sizeOf(fieldsOf(part)), own);
}
