import { Routes } from 'discord.js';
import { summaryIn, type CommandSpec, type OptionSpec } from '../../chat/command.ts';
import { shorten } from '../../chat/text.ts';
import { PermissionMissing } from '../../errors.ts';
import { textsIn } from '../../texts/index.ts';
import type { Api } from './api.ts';
import { COMMAND, MENU } from './invocation.ts';

/** https://docs.discord.com/developers/interactions/application-commands#application-command-object-application-command-option-type */
const OPTION = { subcommand: 1, text: 3, user: 6 } as const;
const TYPE = { typed: 1, messageMenu: 3 } as const;

/** Longest description of a command or option (characters). */
const SUMMARY_MAX = 100;

/** One command takes 25 subcommands: what ours are listed behind, in this order. */
const NAMES: readonly [CommandSpec['listedIn'], string][] = [
  [undefined, 'Feedback of the community: flag, answer, follow up'],
  ['more', 'What is needed less often'],
  ['team', 'Departments, topics and other programs'],
];

interface ListedOption {
  type: number;
  name: string;
  description: string;
  required?: boolean;
  autocomplete?: boolean;
  options?: ListedOption[];
}

export interface ListedCommand {
  type: number;
  name: string;
  description: string;
  options: ListedOption[];
}

/** Our commands as Discord lists them: subcommands of one command, of others where a spec says so, and the message menu. */
export function listing(specs: readonly CommandSpec[]): ListedCommand[] {
  const typed = NAMES.flatMap(([second, description]) => {
    const own = specs.filter((spec) => spec.listedIn === second);
    return own.length > 0 ? [typedCommand(second ? `${COMMAND}-${second}` : COMMAND, description, own)] : [];
  });
  return [...typed, { type: TYPE.messageMenu, name: MENU.name, description: '', options: [] }];
}

function typedCommand(name: string, description: string, specs: readonly CommandSpec[]): ListedCommand {
  const options = specs.map((spec) => ({
    type: OPTION.subcommand,
    name: spec.name,
    description: shorten(summaryIn(textsIn('en'), spec), SUMMARY_MAX),
    // Discord refuses a required option behind an optional one.
    options: spec.options.toSorted((a, b) => Number(b.required) - Number(a.required)).map(optionOf),
  }));
  return { type: TYPE.typed, name, description, options };
}

function optionOf({ name, summary, required, type }: OptionSpec): ListedOption {
  return {
    type: type === 'person' ? OPTION.user : OPTION.text,
    name,
    description: shorten(summaryIn(textsIn('en'), { summary }), SUMMARY_MAX),
    required,
    autocomplete: type === 'case' || type === 'choice',
  };
}

/**
 * Lists our commands in one server, where they appear at once. Nothing is sent when they are there already:
 * Discord allows 200 new commands a day and server. A PUT replaces all kinds, menus too.
 */
export async function register(api: Api, guildId: string, specs: readonly CommandSpec[]): Promise<void> {
  const route = Routes.applicationGuildCommands(await api.self(), guildId);
  const call = { route, where: `server ${guildId}` };
  const wanted = listing(specs);
  try {
    const there = await api.get<Partial<ListedCommand>[]>(call);
    if (JSON.stringify(comparable(there)) !== JSON.stringify(comparable(wanted)))
      await api.put({ ...call, body: wanted });
  } catch (error) {
    throw error instanceof PermissionMissing
      ? new PermissionMissing('Discord', uninvited(guildId), error)
      : error;
  }
}

function uninvited(guildId: string): string {
  return `the bot may not list its commands in server ${guildId}: invite it again with the scopes bot and applications.commands (Developer Portal → OAuth2 → URL Generator).`;
}

/** Only what we set, in one order, with what Discord leaves out filled in. */
function comparable(commands: readonly Partial<ListedCommand>[]): unknown[] {
  return commands
    .map(({ type = TYPE.typed, name = '', description = '', options }) => [
      `${type}:${name}`,
      description,
      comparableOptions(options),
    ])
    .toSorted(([a], [b]) => String(a).localeCompare(String(b)));
}

function comparableOptions(options: readonly ListedOption[] | undefined): unknown[] {
  return (options ?? []).map(({ type, name, description, required, autocomplete, options: inner }) => [
    type,
    name,
    description,
    required ?? false,
    autocomplete ?? false,
    comparableOptions(inner),
  ]);
}
