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
import { fromMessage, fromReaction, peopleInEvent, teamsOf } from './events.ts';
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
import type { Intake } from './receiver.ts';
import type { SharedChannels } from './shared-channels.ts';
import { peopleInMessage } from './snapshot.ts';
import type { Team } from './team.ts';
import type { Teams } from './teams.ts';
import { mentionedIn } from './text.ts';

interface Parts {
  intake: Intake;
  inbound: Inbound;
  commands: readonly CommandSpec[];
  answer: Answering;
  teams: Teams;
  shared: SharedChannels;
  options: SlackOptions;
}

/** What an event says of whom it is for. */
type Envelope = Parameters<typeof teamsOf>[0] & { is_ext_shared_channel?: boolean };

/** A Bolt app that translates what comes in and passes it on. */
export function createListeners(parts: Parts): App {
  const app = createApp(parts);
  const teamOfEvent = createTeamOfEvent(parts);
  listenToEvents(app, parts, teamOfEvent);
  listenToRoles(app, parts, teamOfEvent);
  listenToHomes(app, parts, teamOfEvent);
  listenToRemovals(app, parts);
  listenToInteractions(app, parts);
  return app;
}

/**
 * Bolt's own way to find out who it is remembers a first failure for ever and drops every event from then on, so it is
 * told that it is nobody: the listeners know their own. What fails in a listener must reach the intake: Bolt would only log it.
 */
function createApp({ intake, options }: Parts): App {
  const app = new App({
    receiver: intake.receiver,
    authorize: async () => ({ botId: '', botUserId: '' }),
    ignoreSelf: false,
    convoStore: false,
    clientOptions: clientOptions(options.apiUrl, 0),
    logger: silent(),
  });
  app.error(async (error) => {
    throw error;
  });
  return app;
}

/** So many workspaces without the app are remembered as such. */
const STRANGERS_MAX = 1_000;

/** The workspace an event is for; null, with one line in the log for each, for one in which the app is not installed. */
function createTeamOfEvent({ teams, options: { log } }: Parts) {
  const strangers = new Set<string>();
  return async (body: Envelope): Promise<Team | null> => {
    const team = await teams.find(teamsOf(body));
    const teamId = body.context_team_id ?? body.team_id ?? '';
    if (!team && !strangers.has(teamId) && strangers.size < STRANGERS_MAX) {
      strangers.add(teamId);
      log.warn({ teamId }, 'slack: events of a workspace in which the app is not installed are left out');
    }
    return team;
  };
}

function listenToEvents(app: App, parts: Parts, teamOfEvent: ReturnType<typeof createTeamOfEvent>): void {
  const { inbound, shared } = parts;
  const pass = async (translate: () => ChatEvent | null) => {
    const event = readable(translate, parts.options.log);
    if (event && isSound(event)) await inbound.onEvent(event);
  };
  const homeOf = async (body: Envelope, channelId: string) => {
    const team = await teamOfEvent(body);
    return team && shared.homeOf(team, channelId, body.is_ext_shared_channel ?? false);
  };

  for (const type of ['reaction_added', 'reaction_removed'] as const)
    app.event(type, async ({ body }) => {
      const { item } = body.event;
      const team = await homeOf(body, item.channel);
      if (!team) return;
      const read = await reading(team, parts, []);
      await pass(() => fromReaction(body, read));
    });
  app.event('message', async ({ body }) => {
    const team = await homeOf(body, body.event.channel);
    if (!team) return;
    const people = readable(() => peopleInEvent(body.event), parts.options.log);
    const read = people && (await reading(team, parts, people));
    if (read) await pass(() => fromMessage(body, read));
  });
}

/** Who is in which user group, and who is gone. Every other change of somebody's profile is none of ours. */
function listenToRoles(
  app: App,
  { teams, inbound }: Parts,
  teamOfEvent: ReturnType<typeof createTeamOfEvent>,
): void {
  const changed = async (body: Envelope, people: readonly string[] | null) => {
    const team = await teamOfEvent(body);
    if (!team) return;
    const { workspaceId } = await team.identities.get();
    teams.forget(workspaceId, people);
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
function listenToHomes(
  app: App,
  { inbound }: Parts,
  teamOfEvent: ReturnType<typeof createTeamOfEvent>,
): void {
  app.event('app_home_opened', async ({ body }) => {
    const { user, tab } = body.event;
    const team = tab === 'home' ? await teamOfEvent(body) : null;
    if (team) await inbound.onHome({ workspaceId: (await team.identities.get()).workspaceId, userId: user });
  });
}

/** Both come when the app is removed, in any order, and perhaps after it was installed again: Slack is asked what is true now. */
function listenToRemovals(app: App, { teams }: Parts): void {
  app.event('app_uninstalled', ({ body }) => teams.verify(body.team_id));
  app.event('tokens_revoked', ({ body }) => teams.verify(body.team_id));
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
    const team = await teamAsked(body, parts);
    const asked = team && translate(body, await reading(team, parts, peopleIn));
    await (asked ? parts.answer(asked, team, ack, arrivedAt) : ack({}));
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

/**
 * The workspace in which somebody asks. What hangs from a message of a shared channel is asked where that channel belongs; a command is
 * asked in their own.
 */
async function teamAsked(
  body: SlashCommand | MessageShortcut | BlockAction | ViewSubmitAction,
  { teams, shared }: Parts,
): Promise<Team | null> {
  const team = await teams.find([teamOf(body)]);
  if ('command' in body) return team;
  const channelId = 'channel' in body ? (body.channel?.id ?? null) : null;
  if (channelId === null) return team;
  return team ? shared.homeOf(team, channelId) : shared.homeOfStranger(channelId);
}

async function reading(
  { identities, people }: Team,
  { teams: { emoji } }: Parts,
  userIds: string[],
): Promise<ReadingOfPeople> {
  const [identity, nameOf] = await Promise.all([identities.get(), people.names(userIds)]);
  return { identity, nameOf, localeOf: people.localeOf, characterOf: (name) => emoji.characterOf(name) };
}
