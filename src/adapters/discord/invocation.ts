import {
  ApplicationCommandOptionType,
  type APIAttachment,
  type APIChannel,
  type APIMessage,
  type APIUser,
} from 'discord.js';
import { decodeAction } from '../../chat/action-id.ts';
import type { ChatCommand } from '../../chat/command.ts';
import type { FileRef } from '../../chat/message.ts';
import type { WorkspaceId } from '../../chat/ref.ts';
import { storable } from '../../chat/text.ts';
import { filledIn, uploadedIn, type FilledPart } from './forms.ts';
import { MENU_ID } from './menu-id.ts';
import { takeOrigin } from './origin.ts';
import { toFile } from './snapshot.ts';
import { displayName } from './text.ts';

/** Name of the typed command; its subcommands are ours. */
export const COMMAND = 'feedback';

/** Entry of a message's menu, and the command it runs. */
export const MENU = { name: 'Flag as feedback', runs: 'flag' } as const;

/** https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-object-interaction-type */
export const KIND = { command: 2, component: 3, completion: 4, form: 5 } as const;

interface Option {
  type?: number;
  name: string;
  value?: string | number | boolean;
  focused?: boolean;
  options?: Option[];
}

/** The parts of an interaction we read, of every kind. */
export interface RawInteraction {
  id: string;
  token: string;
  application_id: string;
  type: number;
  guild_id?: string;
  channel?: Partial<APIChannel> & { id: string; type: number };
  member?: { user: APIUser; nick?: string | null; roles: string[] };
  user?: APIUser;
  locale?: string;
  message?: APIMessage;
  data?: {
    name?: string;
    options?: Option[];
    target_id?: string;
    resolved?: { messages?: Record<string, APIMessage>; attachments?: Record<string, APIAttachment> };
    custom_id?: string;
    values?: string[];
    components?: FilledPart[];
  };
}

/** What a person did, before it is known where: which server a direct message is about takes a look-up. */
export interface Invoked {
  from: ChatCommand['from'];
  name: string;
  values: Record<string, string>;
  files: FileRef[];
  /** The server a card in a direct message names. */
  workspaceId: WorkspaceId | null;
  target: APIMessage | null;
}

/** Null when it is none of ours, such as a button of an older version. */
export function invokedBy({ type, data }: RawInteraction): Invoked | null {
  if (!data) return null;
  if (type === KIND.component) return fromComponent(data.custom_id ?? '', data.values ?? []);
  if (type === KIND.form) return fromForm(data);
  if (type !== KIND.command) return null;
  if (data.target_id) {
    const target = data.resolved?.messages?.[data.target_id] ?? null;
    return data.name === MENU.name && target
      ? { ...NOWHERE, from: 'menu', name: MENU.runs, values: {}, target }
      : null;
  }
  const [sub] = data.options ?? [];
  return (data.name === COMMAND || data.name?.startsWith(`${COMMAND}-`)) && sub
    ? {
        ...NOWHERE,
        from: 'typed',
        name: sub.name,
        values: typed(sub.options ?? []),
        files: filesOf(
          (sub.options ?? []).filter(isFile).map(({ value }) => String(value)),
          data,
        ),
      }
    : null;
}

const NOWHERE = { workspaceId: null, target: null, files: [] };

/** The option a person is typing at, and what they have typed so far. */
export function completionOf({
  data,
}: RawInteraction): { command: string; option: string; typed: string } | null {
  const [sub] = data?.options ?? [];
  const focused = sub?.options?.find((option) => option.focused);
  return sub && focused
    ? { command: sub.name, option: focused.name, typed: storable(String(focused.value ?? '')) }
    : null;
}

/** The person, with their roles where the interaction is in a server. */
export function personOf({ member, user, locale }: RawInteraction): ChatCommand['by'] | null {
  const account = member?.user ?? user;
  if (!account) return null;
  return {
    userId: account.id,
    name: displayName(account, member),
    groups: member?.roles ?? null,
    locale: locale ?? null,
  };
}

function typed(options: readonly Option[]): Record<string, string> {
  const written = options.filter((option) => !isFile(option));
  return Object.fromEntries(written.map(({ name, value }) => [name, storable(String(value ?? ''))]));
}

function isFile({ type }: Option): boolean {
  return type === ApplicationCommandOptionType.Attachment;
}

/** What an option or a form names by id alone stands beside it. */
function filesOf(ids: readonly string[], { resolved }: NonNullable<RawInteraction['data']>): FileRef[] {
  const attachments = resolved?.attachments ?? {};
  return ids.flatMap((id) =>
    Object.hasOwn(attachments, id) && attachments[id] ? toFile(attachments[id]) : [],
  );
}

/** A choice in a menu is its button. A select leaves the option to be filled as its last, empty value. */
function fromComponent(customId: string, chosen: readonly string[]): Invoked | null {
  const [choice] = chosen;
  if (customId.startsWith(MENU_ID)) return choice ? fromComponent(choice, []) : null;
  const action = decodeAction(customId);
  if (!action) return null;
  const { workspaceId, values } = takeOrigin(action.values);
  const open = Object.keys(values).findLast((key) => values[key] === '');
  const filled = open && choice ? { ...values, [open]: storable(choice) } : values;
  return { ...NOWHERE, from: 'button', name: action.command, values: filled, workspaceId };
}

function fromForm(data: NonNullable<RawInteraction['data']>): Invoked | null {
  const { custom_id: customId = '', components: parts = [] } = data;
  const action = decodeAction(customId);
  if (!action) return null;
  const { workspaceId, values } = takeOrigin(action.values);
  return {
    ...NOWHERE,
    from: 'form',
    name: action.command,
    values: { ...values, ...filledIn(parts) },
    files: filesOf(uploadedIn(parts), data),
    workspaceId,
  };
}
