import {
  App,
  type BlockAction,
  type MessageShortcut,
  type SlashCommand,
  type ViewSubmitAction,
} from '@slack/bolt';
import type { Inbound } from '../../chat/adapter.ts';
import type { CommandSpec } from '../../chat/command.ts';
import type { ChatEvent } from '../../chat/event.ts';
import { isSound } from '../../chat/sound-event.ts';
import type { Log } from '../../log.ts';
import type { Acknowledge, Answering } from './answers.ts';
import { clientOptions, silent } from './clients.ts';
import type { Emoji } from './emoji.ts';
import { fromMessage, fromReaction, isForTeam, peopleInEvent } from './events.ts';
import type { Identities } from './identity.ts';
import {
  fromAction,
  fromShortcut,
  fromSlash,
  fromSubmission,
  teamOf,
  type Asked,
  type ReadingOfPeople,
} from './interactions.ts';
import type { SlackOptions } from './options.ts';
import type { People } from './people.ts';
import type { Intake } from './receiver.ts';
import { peopleInMessage } from './snapshot.ts';
import { mentionedIn } from './text.ts';

interface Parts {
  intake: Intake;
  inbound: Inbound;
  commands: readonly CommandSpec[];
  answer: Answering;
  identities: Identities;
  people: People;
  emoji: Emoji;
  options: SlackOptions;
  forget: (userIds: readonly string[] | null) => void;
}

/** A Bolt app that translates what comes in and passes it on. */
export function createListeners(parts: Parts): App {
  const app = createApp(parts);
  listenToEvents(app, parts);
  listenToRoles(app, parts);
  listenToHomes(app, parts);
  listenToInteractions(app, parts);
  return app;
}

/**
 * Bolt's own way to find out who it is remembers a first failure for ever and drops every event from then on, so it is
 * told. What fails in a listener must reach the intake: Bolt would only log it.
 */
function createApp({ intake, identities, options }: Parts): App {
  const { botToken, apiUrl } = options;
  const app = new App({
    receiver: intake.receiver,
    authorize: async () => {
      const { botId, botUserId, teamId } = await identities.get();
      return { botToken, botId, botUserId, teamId };
    },
    convoStore: false,
    clientOptions: clientOptions(apiUrl, 0),
    logger: silent(),
  });
  app.error(async (error) => {
    throw error;
  });
  return app;
}

function listenToEvents(app: App, parts: Parts): void {
  const { inbound } = parts;
  const pass = async (translate: () => ChatEvent | null) => {
    const event = readable(translate, parts.options.log);
    if (event && isSound(event)) await inbound.onEvent(event);
  };
  const isOurs = async (body: { team_id: string; context_team_id?: string | null }) =>
    isForTeam(body, (await parts.identities.get()).teamId);

  for (const type of ['reaction_added', 'reaction_removed'] as const)
    app.event(type, async ({ body }) => {
      if (!(await isOurs(body))) return;
      const read = await reading(parts, []);
      await pass(() => fromReaction(body, read));
    });
  app.event('message', async ({ body }) => {
    if (!(await isOurs(body))) return;
    const people = readable(() => peopleInEvent(body.event), parts.options.log);
    const read = people && (await reading(parts, people));
    if (read) await pass(() => fromMessage(body, read));
  });
}

/** Who is in which user group, and who is gone. Every other change of somebody's profile is none of ours. */
function listenToRoles(app: App, { identities, inbound, forget }: Parts): void {
  const changed = async (
    body: { team_id: string; context_team_id?: string | null },
    people: readonly string[] | null,
  ) => {
    const { teamId, workspaceId } = await identities.get();
    if (!isForTeam(body, teamId)) return;
    forget(people);
    await inbound.onRoles({ workspaceId, people });
  };
  app.event('subteam_updated', ({ body }) => changed(body, null));
  app.event('subteam_members_changed', ({ body }) => {
    const { added_users: added = [], removed_users: removed = [] } = body.event;
    return changed(body, [...added, ...removed]);
  });
  app.event('user_change', async ({ body }) => {
    const { id, deleted } = body.event.user;
    if (deleted) await changed(body, [id]);
  });
}

/** The other tab of the app is the conversation with it. */
function listenToHomes(app: App, { identities, inbound }: Parts): void {
  app.event('app_home_opened', async ({ body }) => {
    const { teamId, workspaceId } = await identities.get();
    const { user, tab } = body.event;
    if (isForTeam(body, teamId) && tab === 'home') await inbound.onHome({ workspaceId, userId: user });
  });
}

/** Null, and a line in the log, for a shape that is new to us: sending it again and again would not change it. */
function readable<T>(translate: () => T | null, log: Log): T | null {
  try {
    return translate();
  } catch (error) {
    log.warn({ err: error }, 'slack: an event of an unknown shape is left out');
    return null;
  }
}

function listenToInteractions(app: App, parts: Parts): void {
  type Body = SlashCommand | MessageShortcut | BlockAction | ViewSubmitAction;
  const handle = async <B extends Body>(
    body: B,
    ack: Acknowledge,
    peopleIn: string[],
    translate: (body: B, reading: ReadingOfPeople) => Asked | null,
  ) => {
    const arrivedAt = new Date();
    const { teamId } = await parts.identities.get();
    const asked = teamOf(body) === teamId ? translate(body, await reading(parts, peopleIn)) : null;
    await (asked ? parts.answer(asked, ack, arrivedAt) : ack({}));
  };

  app.command(/.*/, ({ body, ack }) =>
    handle(
      body,
      ({ command }) => ack(command),
      [body.user_id, ...mentionedIn(body.text)],
      (slash, read) => fromSlash(slash, parts.commands, read),
    ),
  );
  app.shortcut<MessageShortcut>({ type: 'message_action' }, ({ body, ack }) =>
    handle(body, () => ack(), [body.user.id, ...peopleInMessage(body.message)], fromShortcut),
  );
  app.action<BlockAction>({ type: 'block_actions' }, ({ body, ack }) =>
    handle(body, () => ack(), [body.user.id], fromAction),
  );
  app.view<ViewSubmitAction>({ type: 'view_submission', callback_id: /.*/ }, ({ body, ack }) =>
    handle(body, ({ form }) => ack(form), [body.user.id], fromSubmission),
  );
}

async function reading({ identities, people, emoji }: Parts, userIds: string[]): Promise<ReadingOfPeople> {
  const [identity, nameOf] = await Promise.all([identities.get(), people.names(userIds)]);
  return { identity, nameOf, localeOf: people.localeOf, characterOf: (name) => emoji.characterOf(name) };
}
