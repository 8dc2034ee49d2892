import type { BlockAction, MessageShortcut, SlashCommand, ViewSubmitAction } from '@slack/bolt';
import { parseCommandText } from '../../chat/command-text.ts';
import type { Invocation } from '../../chat/card.ts';
import type { ChatCommand, CommandSpec } from '../../chat/command.ts';
import type { Wording } from '../../texts/index.ts';
import type { ThreadRoot } from '../../chat/ref.ts';
import { invocationOf } from './action-ids.ts';
import { filesIn, openedInOf, submitted } from './forms.ts';
import type { People } from './people.ts';
import { snapshotOf, type Reading } from './snapshot.ts';
import { typedLine } from './text.ts';

/** In the place of a channel, for what was pressed on somebody's own page, or in a form that was opened from there. */
export const IN_VIEW = '';

/** And in which language whoever asks wants to be answered. */
export interface ReadingOfPeople extends Reading {
  localeOf: People['localeOf'];
}

/** What a person did, and how they can be answered. */
export interface Asked {
  /** `problem` is a sentence about what they typed. */
  what: { command: ChatCommand } | { problem: Wording };
  from: ChatCommand['from'];
  /** `IN_VIEW` where it was in none. */
  channelId: string;
  threadRoot: ThreadRoot | null;
  userId: string;
  /** Of whoever asks, as far as Slack has said it. */
  locale: string | null;
  /** For one form, within 3 s. */
  triggerId: string;
  /** For five answers, within 30 minutes; null where Slack gives none. */
  responseUrl: string | null;
}

/** The workspace an interaction belongs to: where the app is installed, as far as the payload says. */
export function teamOf(body: SlashCommand | MessageShortcut | BlockAction | ViewSubmitAction): string | null {
  if ('command' in body) return body.team_id;
  const installed = 'view' in body && body.view ? body.view.app_installed_team_id : undefined;
  return installed ?? body.team?.id ?? body.user.team_id ?? null;
}

/** `/feedback …` */
export function fromSlash(
  body: SlashCommand,
  specs: readonly CommandSpec[],
  reading: ReadingOfPeople,
): Asked {
  const { nameOf, characterOf, localeOf } = reading;
  const parsed = parseCommandText(typedLine(body.text, nameOf, characterOf), specs);
  const asked = {
    from: 'typed',
    channelId: body.channel_id,
    threadRoot: null,
    userId: body.user_id,
    locale: localeOf(body.user_id),
    triggerId: body.trigger_id,
    responseUrl: body.response_url || null,
  } as const;
  if ('problem' in parsed) return { ...asked, what: parsed };
  return { ...asked, what: { command: commandOf(asked, body.trigger_id, body.user_name, parsed, reading) } };
}

/** The message menu. @returns null for a menu entry that is not ours. */
export function fromShortcut(body: MessageShortcut, reading: ReadingOfPeople): Asked | null {
  const invoke = invocationOf(body.callback_id, null);
  if (!invoke) return null;
  const target = snapshotOf({ ...body.message, ts: body.message_ts }, body.channel.id, reading);
  const asked = {
    from: 'menu',
    channelId: body.channel.id,
    threadRoot: target.threadRoot ?? null,
    userId: body.user.id,
    locale: reading.localeOf(body.user.id),
    triggerId: body.trigger_id,
    responseUrl: body.response_url || null,
  } as const;
  const id = `${body.channel.id}:${body.message_ts}:${body.user.id}:${body.action_ts}`;
  const command = commandOf(
    asked,
    id,
    body.user.username ?? body.user.name,
    { name: invoke.command, values: invoke.values },
    reading,
  );
  return { ...asked, what: { command: { ...command, target } } };
}

/** Buttons and selects. @returns null for an element that stands for no command, such as a link. */
export function fromAction(body: BlockAction, reading: ReadingOfPeople): Asked | null {
  const [action] = body.actions;
  const channelId = body.channel?.id ?? text(body.container['channel_id']) ?? (body.view ? IN_VIEW : null);
  if (!action || channelId === null) return null;
  const invoke = invokedBy(action);
  if (!invoke) return null;
  const messageTs = body.message?.ts ?? text(body.container['message_ts']) ?? '';
  const rootTs = text(body.message?.['thread_ts']) ?? text(body.container['thread_ts']);
  const asked = {
    from: 'button',
    channelId,
    threadRoot: rootTs && rootTs !== messageTs ? { channelId, messageId: rootTs } : null,
    userId: body.user.id,
    locale: reading.localeOf(body.user.id),
    triggerId: body.trigger_id,
    responseUrl: body.response_url || null,
  } as const;
  const id = `${channelId}:${messageTs || body.view?.id}:${body.user.id}:${action.action_ts}`;
  return {
    ...asked,
    what: {
      command: commandOf(
        asked,
        id,
        body.user.username,
        { name: invoke.command, values: invoke.values },
        reading,
      ),
    },
  };
}

/** A choice in a menu is its button. */
function invokedBy(action: BlockAction['actions'][number]): Invocation | null {
  if (action.type === 'overflow') return invocationOf(action.selected_option.value, null);
  const chosen = action.type === 'static_select' ? action.selected_option.value : null;
  return invocationOf(action.action_id, chosen);
}

/** A form sent in. @returns null for a view that is not ours. */
export function fromSubmission(body: ViewSubmitAction, reading: ReadingOfPeople): Asked | null {
  const { view, user } = body;
  const openedIn = openedInOf(view.private_metadata);
  const invoke = submitted(view.callback_id, view.state.values);
  if (!openedIn || !invoke) return null;
  const asked = {
    from: 'form',
    ...openedIn,
    userId: user.id,
    locale: reading.localeOf(user.id),
    triggerId: body.trigger_id,
  } as const;
  const id = `${view.id}:${view.hash}`;
  const files = filesIn(view.state.values);
  const command = commandOf(asked, id, user.name, { name: invoke.command, values: invoke.values }, reading);
  return { ...asked, what: { command: files.length > 0 ? { ...command, files } : command } };
}

function commandOf(
  asked: Omit<Asked, 'what'>,
  interactionId: string,
  handle: string,
  { name, values }: { name: string; values: Record<string, string> },
  { identity, nameOf }: ReadingOfPeople,
): ChatCommand {
  const { channelId, threadRoot, userId, locale, from } = asked;
  const known = nameOf(userId);
  return {
    interactionId,
    workspaceId: identity.workspaceId,
    channelId,
    threadRoot,
    by: { userId, name: known === userId ? handle : known, groups: null, locale },
    from,
    name,
    values,
    target: null,
  };
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
