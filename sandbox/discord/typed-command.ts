import { SandboxRefusal } from '../platform.ts';
import { OPTION } from './check-commands.ts';
import { fieldsOf } from './checks.ts';
import type { Json, StoredBlob } from './types.ts';
import { userNameOf } from './wire.ts';
import type { World } from './world.ts';

/** A typed command, taken apart as Discord's own client does it. */
export interface Typed {
  command: Json;
  /** `feedback claim` */
  fullName: string;
  /** As INTERACTION_CREATE nests them. */
  options: Json[];
  /** People that options name. */
  people: string[];
  /** Files that were chosen for options. */
  blobs: StoredBlob[];
}

interface Leaf {
  /** Group and subcommand, outermost first. */
  path: Json[];
  options: Json[];
  rest: string;
}

/**
 * Reads `/feedback claim FB-1` or `/feedback claim case:FB-1`: words without a name fill the options in order, the last
 * one that takes any text takes what is left.
 * @param focus the option being typed last is being completed: nothing is required yet.
 * @throws {SandboxRefusal} for what Discord's client would not send.
 */
export function readTyped(
  world: World,
  commands: Json[],
  text: string,
  { focus = false, blobs = [] }: { focus?: boolean; blobs?: StoredBlob[] } = {},
): Typed {
  const match = /^\/(\S+)\s*([\s\S]*)$/.exec(text.trim());
  if (!match)
    throw new SandboxRefusal('no_command', 'A command starts with a slash, such as /feedback help.');
  const command = commands.find(({ name, type }) => type === 1 && name === match[1]);
  if (!command) throw new SandboxRefusal('unknown_command', `There is no command /${match[1]!}.`);
  const leaf = descend(command, match[2]!);
  const words = wordsByOption(world, leaf);
  const chosen = filesByOption(leaf, blobs);
  const people: string[] = [];
  const values = leaf.options.flatMap((option) => {
    const word = chosen.get(option)?.id ?? words.get(option);
    if (word === undefined) {
      if (option['required'] === true && !focus) {
        throw new SandboxRefusal(
          'missing_option',
          `This option is required. Specify a value: ${String(option['name'])}`,
        );
      }
      return [];
    }
    const value = focus ? word : valueOf(world, option, word);
    if (!focus && option['type'] === OPTION.user) people.push(value as string);
    return [{ name: option['name'], type: option['type'], value }] as Json[];
  });
  const last = values.at(-1);
  if (focus && last) last['focused'] = true;
  const fullName = [command, ...leaf.path].map(({ name }) => String(name)).join(' ');
  const options = leaf.path.reduceRight<Json[]>(
    (inner, { name, type }) => [{ name, type, options: inner }],
    values,
  );
  return { command, fullName, options, people, blobs };
}

/** Walks down groups and subcommands as far as the command has them. */
function descend(command: Json, text: string): Leaf {
  const path: Json[] = [];
  let options = optionsOf(command);
  let rest = text;
  while (options.some(({ type }) => type === OPTION.subcommand || type === OPTION.group)) {
    const [, word = '', after = ''] = /^(\S*)\s*([\s\S]*)$/.exec(rest)!;
    const next = options.find(({ name }) => name === word);
    if (!next) {
      const names = options.map(({ name }) => String(name)).join(', ');
      throw new SandboxRefusal('unknown_subcommand', `Choose one of: ${names}.`);
    }
    path.push(next);
    options = optionsOf(next);
    rest = after;
  }
  return { path, options, rest };
}

const optionsOf = (owner: Json): Json[] => [owner['options'] ?? []].flat().map(fieldsOf);

/** Which file was chosen for which option. @throws {SandboxRefusal} when there are more than options that take one */
function filesByOption({ options }: Leaf, blobs: readonly StoredBlob[]): Map<Json, StoredBlob> {
  const taking = options.filter(({ type }) => type === OPTION.attachment);
  if (blobs.length > taking.length)
    throw new SandboxRefusal('unknown_option', 'This command takes no more files.');
  return new Map(taking.flatMap((option, index) => (blobs[index] ? [[option, blobs[index]]] : [])));
}

/** Which part of the text belongs to which option. */
function wordsByOption(world: World, { options: all, rest }: Leaf): Map<Json, string> {
  const options = all.filter(({ type }) => type !== OPTION.attachment);
  const words = new Map<Json, string>();
  const names = options.map(({ name }) => String(name));
  const named = names.length > 0 ? new RegExp(`(?:^|\\s)(${names.map(escape).join('|')}):\\s*`, 'g') : null;
  const marks = named ? [...rest.matchAll(named)] : [];
  for (const [index, mark] of marks.entries()) {
    const value = rest.slice(mark.index + mark[0].length, marks[index + 1]?.index).trim();
    const option = options.find(({ name }) => name === mark[1])!;
    if (value !== '') words.set(option, value);
  }
  let left = rest.slice(0, marks[0]?.index).trim();
  const open = options.filter((option) => !words.has(option));
  const last = lastOf(open);
  for (const option of open) {
    if (left === '') break;
    const word = option === last ? left : firstOf(world, option, left);
    words.set(option, word);
    left = left.slice(word.length).trim();
  }
  if (left !== '') throw new SandboxRefusal('unknown_option', `This command has no option for: ${left}`);
  return words;
}

/** Which option takes what is left: the last one, if it takes text; optional ones with suggestions may stand behind it. */
function lastOf(open: Json[]): Json | undefined {
  const takesText = (option: Json | undefined) => option?.['type'] === OPTION.string;
  const isSuggested = ({ autocomplete, choices }: Json) => Boolean(autocomplete) || Boolean(choices);
  const inFront = open.findLast(
    (option) => !(takesText(option) && isSuggested(option) && option['required'] !== true),
  );
  if (inFront && takesText(inFront) && !isSuggested(inFront)) return inFront;
  return takesText(open.at(-1)) ? open.at(-1) : undefined;
}

/** The first word, or the whole of a person's name where a person is wanted. */
function firstOf(world: World, option: Json, text: string): string {
  if (option['type'] === OPTION.user) {
    const person = [...world.seed.people, world.seed.bot].find(({ name }) =>
      text.toLowerCase().startsWith(`@${name.toLowerCase()}`),
    );
    if (person) return text.slice(0, person.name.length + 1);
  }
  return /^\S+/.exec(text)![0];
}

const TRUTH: Record<string, boolean> = { true: true, false: false };

function valueOf(world: World, option: Json, word: string): string | number | boolean {
  const wrong = (reason: string) =>
    new SandboxRefusal('invalid_option', `${String(option['name'])}: ${reason}`);
  switch (option['type']) {
    case OPTION.user: {
      const person = personOf(world, word);
      if (!person) throw wrong('Choose a person.');
      return person;
    }
    case OPTION.boolean: {
      const value = TRUTH[word.toLowerCase()];
      if (value === undefined) throw wrong('Choose True or False.');
      return value;
    }
    case OPTION.integer:
    case OPTION.number: {
      const value = Number(word);
      if (Number.isNaN(value) || (option['type'] === OPTION.integer && !Number.isInteger(value)))
        throw wrong('Enter a number.');
      return value;
    }
    case OPTION.attachment:
      return word;
    case OPTION.string:
      return stringOf(option, word, wrong);
    default:
      throw wrong('The sandbox cannot fill in this kind of option.');
  }
}

function stringOf(option: Json, word: string, wrong: (reason: string) => SandboxRefusal): string {
  const choices = [option['choices'] ?? []].flat().map(fieldsOf);
  if (choices.length > 0) {
    const lower = word.toLowerCase();
    const chosen = choices.find(({ name, value }) =>
      [name, value].some((one) => String(one).toLowerCase() === lower),
    );
    if (!chosen) throw wrong(`Choose one of: ${choices.map(({ name }) => String(name)).join(', ')}.`);
    return String(chosen['value']);
  }
  const { min_length: min, max_length: max } = option;
  if (typeof min === 'number' && word.length < min) throw wrong(`Must be ${min} or more in length.`);
  if (word.length > (typeof max === 'number' ? max : 6_000)) throw wrong('Too long.');
  return word;
}

/** Somebody by id, `<@id>`, `@Nora Finch`, `Nora Finch` or `@nora.finch`. */
export function personOf(world: World, text: string): string | null {
  const id = /^<@!?(\d+)>$/.exec(text)?.[1] ?? text;
  const name = text.replace(/^@/, '').toLowerCase();
  const found = [...world.seed.people, world.seed.bot].find(
    (one) => one.id === id || one.name.toLowerCase() === name || userNameOf(one.name) === name,
  );
  return found?.id ?? null;
}

function escape(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
