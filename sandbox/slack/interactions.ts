import { createChosen } from '../chosen.ts';
import { type InteractionResult, SandboxRefusal, type UploadedFile } from '../platform.ts';
import { actionsOf } from './actions.ts';
import type { Ground } from './api/method.ts';
import type { Channel } from './directory.ts';
import type { Asking } from './asking.ts';
import type { PressOnHome } from './home-presses.ts';
import { HOME } from './homes.ts';
import { findAction, pressedAction } from './pressed.ts';
import type { Outgoing } from './outgoing.ts';
import type { ResponseUrls } from './response-urls.ts';
import { ownChannel, seenMessage } from './shown.ts';
import { keptText } from './typed-text.ts';
import { ApiRefusal, type Json, type StoredMessage } from './types.ts';

/** What the app's manifest lists. */
const COMMANDS = ['/feedback'];
/** Message shortcuts by the name in the menu. */
const SHORTCUTS: Record<string, string> = { 'Flag as feedback': 'flag' };

/** Commands, menus and buttons: what a person does and the app answers within seconds. */
export interface Interactions {
  command(input: {
    as: string;
    channel: string;
    text: string;
    thread?: string;
    files?: UploadedFile[];
  }): Promise<InteractionResult>;
  menu(input: { as: string; channel: string; message: string; name: string }): Promise<InteractionResult>;
  press(input: {
    as: string;
    channel: string;
    message: string;
    action: string;
    value?: string;
  }): Promise<InteractionResult>;
}

export function createInteractions(
  ground: Ground,
  deps: { outgoing: Outgoing; urls: ResponseUrls; asking: Asking; pressOnHome: PressOnHome },
): Interactions {
  const { directory, wire, emoji, mint, faults } = ground;
  const { outgoing, urls, asking, pressOnHome } = deps;
  const chosen = createChosen();

  const interactive = async (as: string, channel: Channel, message: StoredMessage, fields: Json) => {
    const since = mint.last();
    const responseUrl = urls.issue({
      user: as,
      channel: channel.id,
      thread: message.thread,
      message: message.ts,
    });
    const { payload, triggerId } = asking.common(as);
    const { error } = await outgoing.ask('interactive', {
      ...payload,
      channel: { id: channel.id, name: nameFor(channel) },
      response_url: responseUrl,
      ...fields,
    });
    return asking.outcome(as, triggerId, channel.id, since, error && `The app did not respond (${error}).`);
  };

  return {
    command: async ({ as, channel: channelId, text, thread, files = [] }) => {
      if (files.length > 0) throw new SandboxRefusal('no_files', 'A slash command takes no files.');
      const channel = ownChannel(ground, as, channelId);
      const [, command = '', rest = ''] = /^(\/\S+)\s*(.*)$/s.exec(text.trim()) ?? [];
      if (!COMMANDS.includes(command) || faults.lacksScope('commands')) {
        throw new SandboxRefusal('invalid_command', `${command || text} is not a valid command.`);
      }
      if (thread !== undefined) {
        throw new SandboxRefusal('not_supported_in_thread', `${command} is not supported in threads. Sorry!`);
      }
      const since = mint.last();
      const occasion = { user: as, channel: channel.id, thread: null, message: null };
      const { payload, triggerId } = asking.common(as);
      const { error, body } = await outgoing.ask('slash_commands', {
        token: payload['token'],
        team_id: directory.teamId,
        team_domain: 'sandbox',
        channel_id: channel.id,
        channel_name: nameFor(channel),
        user_id: as,
        user_name: directory.person(as)?.handle,
        command,
        text: keptText(rest, directory, emoji, true),
        api_app_id: directory.bot.appId,
        is_enterprise_install: 'false',
        response_url: urls.issue(occasion),
        trigger_id: triggerId,
      });
      const refusal = error ?? refusalOf(() => (body ? urls.answer(occasion, body as Json) : undefined));
      return asking.outcome(
        as,
        triggerId,
        channel.id,
        since,
        refusal && `${command} failed with the error "${refusal}"`,
      );
    },

    menu: async ({ as, channel: channelId, message: ts, name }) => {
      const channel = ownChannel(ground, as, channelId);
      const message = seenMessage(ground, as, channelId, ts);
      const callback = SHORTCUTS[name];
      if (!callback || message.ephemeralFor || faults.lacksScope('commands')) {
        throw new SandboxRefusal('shortcut_not_found', 'The menu of this message has no such entry.');
      }
      return interactive(as, channel, message, {
        type: 'message_action',
        callback_id: callback,
        action_ts: mint.ts(),
        message_ts: message.ts,
        message: wire.message(message),
      });
    },

    press: async ({ as, channel: channelId, message: ts, action: wanted, value }) => {
      if (channelId === HOME) return pressOnHome(as, wanted, value);
      const channel = ownChannel(ground, as, channelId);
      const message = seenMessage(ground, as, channelId, ts);
      const actions = actionsOf(message);
      const action = findAction(actions, wanted);
      if (!action) throw new SandboxRefusal('action_not_found', 'The message has no such button or menu.');
      const pressed = pressedAction(action, value, ground);
      const { type, selected_option: option, selected_user: user } = pressed;
      const version = `${message.ts} ${message.edited?.ts ?? ''}`;
      // The three dots remember nothing.
      if (type !== 'button' && type !== 'overflow') {
        const picked = (option as Json | undefined)?.['value'] ?? user;
        chosen.choose(version, as, `${action.blockId} ${action.id}`, String(picked));
      }
      const result = await interactive(as, channel, message, {
        type: 'block_actions',
        container: {
          type: 'message',
          message_ts: message.ts,
          channel_id: channel.id,
          is_ephemeral: message.ephemeralFor !== undefined,
          ...(message.thread === null ? {} : { thread_ts: message.thread }),
        },
        // Slack does not repeat an ephemeral, which it has not kept.
        ...(message.ephemeralFor ? {} : { message: wire.message(message) }),
        state: { values: {} },
        actions: [{ ...pressed, block_id: action.blockId, action_id: action.id, action_ts: mint.ts() }],
      });
      if (!result.ok) chosen.redrawn(version);
      return result;
    },
  };
}

/** A channel as payloads name it: only public ones by name. */
function nameFor({ kind, name }: Channel): string {
  if (kind === 'im') return 'directmessage';
  return kind === 'group' ? 'privategroup' : name;
}

function refusalOf(act: () => void): string | null {
  try {
    act();
    return null;
  } catch (error) {
    if (error instanceof ApiRefusal) return error.code;
    throw error;
  }
}
