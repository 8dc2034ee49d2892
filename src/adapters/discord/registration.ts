import { Routes } from 'discord.js';
import type { CommandSpec, OptionSpec } from '../../chat/command.ts';
import { shorten } from '../../chat/text.ts';
import { PermissionMissing } from '../../errors.ts';
import { textsIn, type Wording } from '../../texts/index.ts';
import type { Api } from './api.ts';
import { COMMAND, MENU } from './invocation.ts';

/** https://docs.discord.com/developers/interactions/application-commands#application-command-object-application-command-option-type */
const OPTION = { subcommand: 1, text: 3, user: 6, attachment: 11 } as const;
const TYPE = { typed: 1, messageMenu: 3 } as const;

/** Longest description of a command or option (characters). */
const SUMMARY_MAX = 100;

/** Discord's locales that the program speaks besides English. https://docs.discord.com/developers/reference#locales */
const LOCALES = ['da', 'fr', 'pt-BR'] as const;

/** One command takes 25 subcommands: what ours are listed behind, in this order. */
const NAMES: readonly [CommandSpec['listedIn'], Wording][] = [
  [undefined, ({ commands }) => commands.listed.usual],
  ['more', ({ commands }) => commands.listed.more],
  ['team', ({ commands }) => commands.listed.team],
];

type Localized = Readonly<Record<string, string>>;

interface Described {
  description: string;
  description_localizations: Localized;
}

interface ListedOption extends Described {
  type: number;
  name: string;
  required?: boolean;
  autocomplete?: boolean;
  options?: ListedOption[];
}

export interface ListedCommand extends Partial<Described> {
  type: number;
  name: string;
  name_localizations?: Localized;
  options: ListedOption[];
}

/** Our commands as Discord lists them: subcommands of one command, of others where a spec says so, and the message menu. */
export function listing(specs: readonly CommandSpec[]): ListedCommand[] {
  const typed = NAMES.flatMap(([second, summary]) => {
    const own = specs.filter((spec) => spec.listedIn === second);
    return own.length > 0 ? [typedCommand(second ? `${COMMAND}-${second}` : COMMAND, summary, own)] : [];
  });
  const menu = localized(({ commands }) => commands.listed.menu);
  return [
    ...typed,
    { type: TYPE.messageMenu, name: MENU.name, name_localizations: menu, description: '', options: [] },
  ];
}

/** In English, and in the other languages for whoever uses Discord in them. */
function described(spec: Pick<CommandSpec, 'summary'>): Described {
  const summary: Wording = (texts) => shorten(spec.summary(texts), SUMMARY_MAX);
  return { description: summary(textsIn('en')), description_localizations: localized(summary) };
}

function localized(said: Wording): Localized {
  return Object.fromEntries(LOCALES.map((locale) => [locale, said(textsIn(locale))]));
}

function typedCommand(name: string, summary: Wording, specs: readonly CommandSpec[]): ListedCommand {
  const options = specs.map((spec) => ({
    type: OPTION.subcommand,
    name: spec.name,
    ...described(spec),
    // Discord refuses a required option behind an optional one.
    options: spec.options.toSorted((a, b) => Number(b.required) - Number(a.required)).map(optionOf),
  }));
  return { type: TYPE.typed, name, ...described({ summary }), options };
}

function optionOf({ name, summary, required, type, isSuggested = false }: OptionSpec): ListedOption {
  return {
    type: typeOf(type),
    name,
    ...described({ summary }),
    required,
    autocomplete: type === 'case' || type === 'choice' || isSuggested,
  };
}

function typeOf(type: OptionSpec['type']): number {
  if (type === 'person') return OPTION.user;
  return type === 'file' ? OPTION.attachment : OPTION.text;
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
    // Without being asked for them, Discord tells of no other languages: the comparison would never hold.
    const query = { with_localizations: 'true' };
    const there = await api.get<Partial<ListedCommand>[]>({ ...call, query });
    if (JSON.stringify(comparable(there)) !== JSON.stringify(comparable(wanted)))
      await api.put({ ...call, body: wanted });
  } catch (error) {
    throw error instanceof PermissionMissing
      ? new PermissionMissing('Discord', uninvited(guildId), error)
      : error;
  }
}

function uninvited(guildId: string): Wording {
  return ({ says }) => says.advice.uninvited(guildId);
}

/** Only what we set, in one order, with what Discord leaves out filled in. */
function comparable(commands: readonly Partial<ListedCommand>[]): unknown[] {
  return commands
    .map(({ type = TYPE.typed, name = '', description = '', options, ...languages }) => [
      `${type}:${name}`,
      description,
      byLocale(languages.name_localizations),
      byLocale(languages.description_localizations),
      comparableOptions(options),
    ])
    .toSorted(([a], [b]) => String(a).localeCompare(String(b)));
}

function comparableOptions(options: readonly ListedOption[] | undefined): unknown[] {
  return (options ?? []).map((option) => [
    option.type,
    option.name,
    option.description,
    byLocale(option.description_localizations),
    option.required ?? false,
    option.autocomplete ?? false,
    comparableOptions(option.options),
  ]);
}

/** Discord answers `null` where there are none, and in an order of its own. */
function byLocale(texts: Localized | null | undefined): [locale: string, text: string][] {
  return Object.entries(texts ?? {}).toSorted(([a], [b]) => a.localeCompare(b));
}
